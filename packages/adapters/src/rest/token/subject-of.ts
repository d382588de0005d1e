import { hashText } from '@enrollkit/core';

/** What a JSON Web Token says; nothing for an opaque one. Whether it is true is for the server to know. */
export function claimsOf(token: string | undefined): Readonly<Record<string, unknown>> | undefined {
  const payload = token?.split('.')[1];
  if (payload === undefined) return undefined;
  try {
    const bytes = Uint8Array.from(atob(payload.replace(/-/g, '+').replace(/_/g, '/')), (char) => char.charCodeAt(0));
    const claims: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return typeof claims === 'object' && claims !== null ? (claims as Readonly<Record<string, unknown>>) : undefined;
  } catch {
    // An opaque token, or one of another kind.
    return undefined;
  }
}

/** Whose token it is. Only to keep one person's writes from being sent as another's. */
export function subjectOf(token: string | undefined): string | undefined {
  const { iss, sub } = claimsOf(token) ?? {};
  return typeof sub === 'string' ? JSON.stringify([typeof iss === 'string' ? iss : '', sub]) : undefined;
}

/** Claims that differ from one token to the next though they open the same. */
const OF_ONE_TOKEN = ['iat', 'exp', 'nbf', 'jti'];

/** Names what a token opens: tokens with the same name see the same events. Nothing for a token that doesn't say. */
export function openedBy(token: string | undefined): string | undefined {
  const claims = claimsOf(token);
  if (typeof claims?.sub !== 'string') return undefined;
  const lasting = Object.entries(claims).filter(([name]) => !OF_ONE_TOKEN.includes(name));
  const hash = hashText(JSON.stringify(lasting.sort(([a], [b]) => (a < b ? -1 : 1))));
  return `${claims.sub} ${hash.toString(36)}`;
}
