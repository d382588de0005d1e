import { request as requestHttp, type IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { LookupFunction } from 'node:net';
import { guardedLookup } from './guarded-lookup.js';
import type { AddressPolicy } from './outbound-address.js';

export interface OutboundRequest extends AddressPolicy {
  readonly method?: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Until the last byte. */
  readonly signal: AbortSignal;
  /** When nothing came in for so long, the error of `idleError`. */
  readonly idleMs?: number;
  readonly idleError?: () => Error;
  /** Finds addresses of hosts. Default: the system's. */
  readonly lookup?: LookupFunction | undefined;
  /** Who vouches for certificates. Default: whom Node trusts. */
  readonly ca?: string | undefined;
}

/**
 * Asks a server at an address of `outboundAddress`, once: a redirect is the answer. The address that the socket connects to is
 * the one that was looked at. Answers as soon as the head is there.
 */
export function sendRequest(
  url: URL,
  { method = 'GET', headers, body, signal, idleMs, idleError, lookup, ca, allowPrivate, isPublic }: OutboundRequest,
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const ask: typeof requestHttp = url.protocol === 'https:' ? requestHttps : requestHttp;
    const options = {
      method,
      headers: { 'User-Agent': 'Enrollkit', ...headers },
      signal,
      // A connection of its own: one that is kept might lead to what was looked at for somebody else.
      agent: false,
      ...(allowPrivate ? lookup && { lookup } : { lookup: guardedLookup(lookup, isPublic) }),
      ...(ca !== undefined && { ca }),
    };
    let begun: IncomingMessage | undefined;
    const request = ask(url, options, (answer) => {
      begun = answer;
      resolve(answer);
    });
    // An answer that has begun is what somebody reads: told there, the reason isn't lost.
    if (idleMs !== undefined) request.setTimeout(idleMs, () => (begun ?? request).destroy(idleError?.()));
    request.once('error', reject);
    request.end(body);
  });
}
