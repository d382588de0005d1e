import { createApiKey, listApiKeys, revokeApiKey, type ServerParts } from '@enrollkit/server';
import { ACTORS, isRole } from '../src/roles.js';

/** Whose portal it is. */
export const PROVIDER_ID = 'duinweg';

const KEY_NAME = 'portal';

/** A provider speaks for its participants and their HR, and never for the platform: that takes a key of its own. */
const KEY_ROLES = ['provider', 'platform-staff'] as const;

/** What the portal asks of its own API to let somebody in. */
export interface PortalSession {
  /** Answers `POST /session/token?as=ROLE`. */
  token(request: Request, apiUrl: string): Promise<Response>;
}

/**
 * The portal's own part of a server: it knows who somebody is (here: whoever one wants to be) and asks the API for a token
 * with its keys, which never leave this process. A real portal looks at its own session instead of `as`.
 */
export async function openPortalSession(parts: ServerParts): Promise<PortalSession> {
  const { database } = parts;
  for (const { id, name } of await listApiKeys(database, { providerId: PROVIDER_ID }))
    if (name === KEY_NAME) await revokeApiKey(database, { ...parts, id });
  const [providerKey, staffKey] = await Promise.all(
    KEY_ROLES.map(async (role) => {
      const { key } = await createApiKey(database, { ...parts, role, providerId: PROVIDER_ID, name: KEY_NAME });
      return key;
    }),
  );

  return {
    async token(request, apiUrl) {
      const role = new URL(request.url).searchParams.get('as') ?? '';
      if (!isOwnPage(request, apiUrl) || !isRole(role)) return new Response('Forbidden', { status: 403 });
      const { id: subject, role: asked, email, employerId } = ACTORS[role];
      const key = asked === 'platform-staff' ? staffKey : providerKey;
      const answer = await fetch(`${apiUrl}/api/tokens`, {
        method: 'POST',
        headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' },
        body: JSON.stringify({ subject, role: asked, email, employer_id: employerId }),
      });
      const headers = { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' };
      return new Response(await answer.text(), { status: answer.status, headers });
    },
  };
}

/** A page of another site can't have one, nor one that made its own name lead here. */
function isOwnPage(request: Request, apiUrl: string): boolean {
  const { host, port } = new URL(apiUrl);
  const isHere = [host, `localhost:${port}`].includes(request.headers.get('Host') ?? '');
  const site = request.headers.get('Sec-Fetch-Site') ?? 'same-origin';
  return request.method === 'POST' && isHere && site === 'same-origin';
}
