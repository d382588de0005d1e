import { get as getHttp, type IncomingMessage } from 'node:http';
import { get as getHttps } from 'node:https';
import type { LookupFunction } from 'node:net';
import { feedAddress, type AddressPolicy } from './feed-address.js';
import { feedFault } from './feed-fault.js';
import { guardedLookup } from './guarded-lookup.js';

/** How far a request for a feed may go. */
export interface RequestLimits extends AddressPolicy {
  /** Nothing came in for so long. */
  readonly idleMs: number;
  /** Until the last byte. */
  readonly signal: AbortSignal;
  /** Finds addresses of hosts. Default: the system's. */
  readonly lookup?: LookupFunction;
  /** Who vouches for certificates. Default: whom Node trusts. */
  readonly ca?: string;
}

const MOST_REDIRECTS = 3;
const REDIRECTS: readonly number[] = [301, 302, 303, 307, 308];

/** Asks for a feed and follows redirects, each looked at like the first address. Answers what isn't a redirect. */
export async function requestFeed(
  address: string,
  headers: Readonly<Record<string, string>>,
  limits: RequestLimits,
): Promise<IncomingMessage> {
  let url = feedAddress(address, limits);
  for (let redirects = 0; ; redirects += 1) {
    const answer = await requestOnce(url, headers, limits);
    const { statusCode = 0, headers: answered } = answer;
    if (!REDIRECTS.includes(statusCode) || answered.location === undefined) return answer;
    answer.destroy();
    if (redirects === MOST_REDIRECTS) throw feedFault('feed-redirects', { max: MOST_REDIRECTS });
    if (!URL.canParse(answered.location, url.href)) throw feedFault('feed-redirects', { max: MOST_REDIRECTS });
    url = feedAddress(new URL(answered.location, url).href, limits);
  }
}

function requestOnce(
  url: URL,
  headers: Readonly<Record<string, string>>,
  { allowPrivate, isPublic, idleMs, signal, lookup, ca }: RequestLimits,
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const get: typeof getHttps = url.protocol === 'https:' ? getHttps : getHttp;
    const options = {
      headers,
      signal,
      // A connection of its own: one that is kept might lead to what was looked at for somebody else.
      agent: false,
      ...(allowPrivate ? lookup && { lookup } : { lookup: guardedLookup(lookup, isPublic) }),
      ...(ca !== undefined && { ca }),
    };
    let begun: IncomingMessage | undefined;
    const request = get(url, options, (answer) => {
      begun = answer;
      resolve(answer);
    });
    // An answer that has begun is what somebody reads: told there, the reason isn't lost.
    request.setTimeout(idleMs, () => (begun ?? request).destroy(feedFault('feed-too-slow')));
    request.once('error', reject);
  });
}
