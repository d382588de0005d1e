import type { BackendConfig } from '@enrollkit/elements';
import type { Role } from './roles.js';

/** Answered by the portal's own server, which keeps the API key. */
interface Session {
  readonly token: string;
  readonly expires_at: string;
}

/** A token this close to its end isn't used any more. */
const MARGIN_MS = 30_000;

/** Asks the portal's server for a token, and keeps it while it is good. */
export function tokenGiver(role: Role): BackendConfig['getToken'] {
  let session: Promise<Session> | undefined;
  return async ({ refresh = false } = {}) => {
    const kept = refresh ? undefined : await session?.catch(() => undefined);
    if (kept && Date.parse(kept.expires_at) - MARGIN_MS > Date.now()) return kept.token;
    session = ask(role);
    return (await session).token;
  };
}

async function ask(role: Role): Promise<Session> {
  const response = await fetch(`/session/token?as=${role}`, { method: 'POST' });
  if (!response.ok) throw new Error(`The portal gave no token: ${response.status}.`);
  return (await response.json()) as Session;
}
