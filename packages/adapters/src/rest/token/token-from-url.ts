import { EnrollkitError } from '@enrollkit/core';
import type { Fetch } from '../http/fetch-transport.js';
import { isOnline } from '../http/explain-failure.js';
import { claimsOf } from './subject-of.js';
import type { GetToken } from './token-registry.js';

/** A token is replaced this long before it ends: the request that carries it takes a while too. */
const EARLY_MS = 30_000;

/**
 * Tokens from an address of the page itself, which knows by its cookies who is there and answers `{ "token": "..." }`;
 * `null` for a visitor. One is kept as long as it says that it is good.
 */
export function tokenFromUrl(url: string, fetch: Fetch): GetToken {
  let kept: { readonly token: string | undefined; readonly untilMs: number } | undefined;
  return async ({ refresh = false } = {}) => {
    if (kept && !refresh && Date.now() < kept.untilMs) return kept.token;
    const token = await askForToken(url, fetch);
    kept = { token, untilMs: endOf(token) - EARLY_MS };
    return token;
  };
}

async function askForToken(url: string, fetch: Fetch): Promise<string | undefined> {
  const failed = (why: string, cause?: unknown) =>
    new EnrollkitError('no-token', `The token address ${url} ${why}`, { cause });
  let response: Response;
  try {
    response = await fetch(url, {
      headers: { Accept: 'application/json' },
      // The page's own cookies say who is there.
      credentials: 'same-origin',
      cache: 'no-store',
    });
  } catch (error) {
    if (!isOnline()) throw new EnrollkitError('offline', 'The browser has no network', { cause: error });
    throw failed('could not be reached', error);
  }
  if (response.status === 204) return undefined;
  // Signed out there, or the page is so old that what protects its form has expired.
  if (response.status === 401 || response.status === 403) {
    throw new EnrollkitError('unauthorized', `The token address ${url} answered HTTP ${response.status}`);
  }
  if (!response.ok) throw failed(`answered HTTP ${response.status}`);
  const answer: unknown = await response.json().catch((error: unknown) => {
    throw failed('answered no JSON', error);
  });
  const { token } = (answer ?? {}) as { readonly token?: unknown };
  if (token === null) return undefined;
  if (typeof token !== 'string' || token === '') throw failed('answered no { "token": "..." }');
  return token;
}

/** One that doesn't say when it ends is asked for again when the server refuses it. */
function endOf(token: string | undefined): number {
  const exp = claimsOf(token)?.exp;
  return typeof exp === 'number' ? exp * 1000 : Infinity;
}
