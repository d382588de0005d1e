import { lookup as systemLookup, type LookupAddress, type LookupOptions } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { isPublicAddress } from './is-public-address.js';

/** Code of the error by which a connection fails that would lead inside. */
export const PRIVATE_ADDRESS = 'ERR_PRIVATE_ADDRESS';

/**
 * Finds the addresses of a host for a socket and refuses the host when one of them is not of the open internet. The socket
 * connects to what was looked at here and asks nobody again, so a name that changes its mind in between is no way in.
 */
export function guardedLookup(
  lookup: LookupFunction = systemLookup,
  isPublic: (address: string) => boolean = isPublicAddress,
): LookupFunction {
  return (host, options, callback) => {
    const all: LookupOptions = { ...options, all: true };
    lookup(host, all, (error, found) => {
      const addresses = Array.isArray(found) ? (found as readonly LookupAddress[]) : [];
      const [first] = addresses;
      if (error || !first) callback(error ?? notFound(host), []);
      else if (!addresses.every(({ address }) => isPublic(address))) callback(privateAddress(), []);
      else if (options.all) callback(null, [...addresses]);
      else callback(null, first.address, first.family);
    });
  };
}

/** The error of a host that leads inside. It says no address: who asks must not learn what is there. */
function privateAddress(): NodeJS.ErrnoException {
  return Object.assign(new Error('The host is not one of the open internet'), { code: PRIVATE_ADDRESS });
}

function notFound(host: string): NodeJS.ErrnoException {
  return Object.assign(new Error(`No address for ${host}`), { code: 'ENOTFOUND' });
}
