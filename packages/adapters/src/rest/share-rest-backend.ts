import { EnrollkitError } from '@enrollkit/core';
import { giverOf, openRestBackendWith, tokensFor } from './open-rest-backend.js';
import type { RestBackend, RestBackendOptions } from './rest-backend.js';
import { absoluteUrl } from './token/token-registry.js';
import type { TokenSource } from './token/token-source.js';

export interface SharedRestOptions extends RestBackendOptions {
  /** Aborted when this one needs the backend no more; the last one closes it. */
  readonly signal: AbortSignal;
}

/** A backend that others on the page have as well, so that none of them closes it. */
export type SharedRestBackend = Omit<RestBackend, 'close'>;

interface Shared {
  readonly tokens: TokenSource;
  readonly backend: RestBackend;
  /** By time zone, the one fact in which they may differ. The same again is the same object, so that elements share reads. */
  readonly views: Map<string | undefined, SharedRestBackend>;
  readonly tokenUrls: Set<string>;
  users: number;
}

const sharedByAddress = new Map<string, Shared>();

/**
 * The backend for an address, the same for everybody on the page who asks there: one connection, one stream of events, one
 * queue, one memory and one token. A page speaks to one address as one person: tokens come from `setTokenSource()`, or else
 * from the first of the users that has some. Options other than the tokens and the time zone count for the first user.
 */
export function shareRestBackend({ signal, timeZone, ...options }: SharedRestOptions): SharedRestBackend {
  if (signal.aborted) throw new EnrollkitError('aborted', 'Stopped by the caller', { cause: signal.reason });
  const address = absoluteUrl(options.baseUrl);
  // Another provider's records are other records, and a visitor is another person.
  const key = JSON.stringify([address, options.providerId ?? null, options.visitor === true]);
  const shared = sharedByAddress.get(key) ?? open(options);
  sharedByAddress.set(key, shared);
  warnOfOtherSource(address, shared, options.tokenUrl);

  const leaveTokens = shared.tokens.add(giverOf(options, options.fetch));
  shared.users += 1;
  signal.addEventListener(
    'abort',
    () => {
      leaveTokens();
      shared.users -= 1;
      if (shared.users > 0) return;
      sharedByAddress.delete(key);
      shared.backend.close();
    },
    { once: true },
  );

  const { close: _, ...same } = shared.backend;
  const view = shared.views.get(timeZone) ?? { ...same, ...(timeZone !== undefined && { timeZone }) };
  shared.views.set(timeZone, view);
  return view;
}

function open(options: RestBackendOptions): Shared {
  const tokens = tokensFor(options);
  return { tokens, backend: openRestBackendWith(tokens, options), views: new Map(), tokenUrls: new Set(), users: 0 };
}

/** Two places of a page that each sign in somewhere else would mix up two people. */
function warnOfOtherSource(address: string, { tokenUrls }: Shared, tokenUrl: string | undefined): void {
  if (tokenUrl === undefined || tokenUrls.has(tokenUrl)) return;
  const [first] = tokenUrls;
  tokenUrls.add(tokenUrl);
  if (first === undefined) return;
  // A mistake of the page, which only its developer can see and mend.
  // oxlint-disable-next-line no-console
  console.warn(
    `[enrollkit] Two token addresses for ${address}: ${first} is asked, ${tokenUrl} only when that one leaves. Write the same one everywhere.`,
  );
}
