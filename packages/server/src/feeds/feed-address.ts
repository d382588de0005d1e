import { isIP } from 'node:net';
import { feedFault } from './feed-fault.js';
import { isPublicAddress } from './is-public-address.js';

/** Which servers may be asked. */
export interface AddressPolicy {
  /** Also http, and hosts inside the network. */
  readonly allowPrivate: boolean;
  /** Which addresses are of the open internet. Default: {@link isPublicAddress}. */
  readonly isPublic?: (address: string) => boolean;
}

/** Longer ones are no addresses of feeds. */
const MAX_CHARS = 2000;

/**
 * The address of a feed, when it is one that this server may ask. Throws a fault of the feed: no address, not https, with a
 * user name in it, or of a network of its own. What a host's name leads to, only the connection tells.
 */
export function feedAddress(text: string, { allowPrivate, isPublic = isPublicAddress }: AddressPolicy): URL {
  if (text.length > MAX_CHARS || !URL.canParse(text)) throw feedFault('feed-address-invalid');
  const url = new URL(text);
  // Credentials would be in logs and in the list of imports.
  if (url.username !== '' || url.password !== '') throw feedFault('feed-address-invalid', { part: 'credentials' });
  if (url.protocol === 'http:' && !allowPrivate) throw feedFault('feed-address-insecure');
  if (url.protocol !== 'https:' && url.protocol !== 'http:') throw feedFault('feed-address-invalid');
  const host = url.hostname.replace(/^\[|\]$/g, '');
  // A socket looks up no address that is one already.
  if (isIP(host) !== 0 && !allowPrivate && !isPublic(host)) throw feedFault('feed-address-private');
  url.hash = '';
  return url;
}
