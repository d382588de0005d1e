import { isIP } from 'node:net';
import { isPublicAddress } from './is-public-address.js';

/** Which servers may be asked. */
export interface AddressPolicy {
  /** Also http, and hosts inside the network. */
  readonly allowPrivate: boolean;
  /** Which addresses are of the open internet. Default: {@link isPublicAddress}. */
  readonly isPublic?: (address: string) => boolean;
}

/** Why this server asks nobody at an address. */
export type AddressFault = 'invalid' | 'credentials' | 'insecure' | 'private';

/** Longer ones are nobody's. */
const MAX_CHARS = 2000;

/**
 * An address that somebody gave, when it is one that this server may ask; else what is wrong with it. What a host's name
 * leads to, only the connection tells: see `sendRequest`.
 *
 * @example
 * outboundAddress('https://[::ffff:10.0.0.1]/', { allowPrivate: false }); // 'private'
 */
export function outboundAddress(
  text: string,
  { allowPrivate, isPublic = isPublicAddress }: AddressPolicy,
): URL | AddressFault {
  if (text.length > MAX_CHARS || !URL.canParse(text)) return 'invalid';
  const url = new URL(text);
  // Credentials would be in logs and in lists.
  if (url.username !== '' || url.password !== '') return 'credentials';
  if (url.protocol === 'http:' && !allowPrivate) return 'insecure';
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return 'invalid';
  const host = url.hostname.replace(/^\[|\]$/g, '');
  // A socket looks up no address that is one already.
  if (isIP(host) !== 0 && !allowPrivate && !isPublic(host)) return 'private';
  url.hash = '';
  return url;
}
