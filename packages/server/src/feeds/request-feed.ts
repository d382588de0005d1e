import type { IncomingMessage } from 'node:http';
import { sendRequest, type OutboundRequest } from '../outbound/send-request.js';
import { feedAddress } from './feed-address.js';
import { feedFault } from './feed-fault.js';

/** How far a request for a feed may go. */
export interface RequestLimits extends Pick<OutboundRequest, 'allowPrivate' | 'isPublic' | 'signal' | 'lookup' | 'ca'> {
  /** Nothing came in for so long. */
  readonly idleMs: number;
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
    const answer = await sendRequest(url, { ...limits, headers, idleError: () => feedFault('feed-too-slow') });
    const { statusCode = 0, headers: answered } = answer;
    if (!REDIRECTS.includes(statusCode) || answered.location === undefined) return answer;
    answer.destroy();
    if (redirects === MOST_REDIRECTS) throw feedFault('feed-redirects', { max: MOST_REDIRECTS });
    if (!URL.canParse(answered.location, url.href)) throw feedFault('feed-redirects', { max: MOST_REDIRECTS });
    url = feedAddress(new URL(answered.location, url).href, limits);
  }
}
