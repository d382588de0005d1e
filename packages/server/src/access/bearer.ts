import { unauthorized } from './unauthorized.js';

/** Longer than any token that is meant: nobody makes the server read a novel. */
export const MAX_CREDENTIAL_CHARS = 8_192;

/**
 * The credential in an `Authorization` header. Never from a URL: those end in logs and histories.
 * Source: RFC 6750, section 2.1.
 */
export function readBearer(header: string | undefined): string | undefined {
  if (header === undefined) return undefined;
  const [, credential] = /^Bearer +([A-Za-z0-9._~+/-]+=*) *$/i.exec(header) ?? [];
  if (credential !== undefined && credential.length <= MAX_CREDENTIAL_CHARS) return credential;
  throw unauthorized('Send `Authorization: Bearer` with an API key or a token');
}
