import { isOnServer } from './on-server.js';
import { warnOnce } from './warn-once.js';

/** What addresses on the page begin from. */
export const pageBase = (): string | undefined => (isOnServer ? undefined : document.baseURI);

/** The address as it was given when it leads to a page; a `javascript:` address would run in the host's name. */
export function linkAddress(address: string | undefined, base: string | undefined): string | undefined {
  if (!address) return undefined;
  // A server doesn't know where its page will be: what is relative comes with the page's own script.
  if (isOnServer && !URL.canParse(address)) return undefined;
  if (URL.canParse(address, base) && /^https?:$/.test(new URL(address, base).protocol)) return address;
  warnOnce('address-refused', [address]);
  return undefined;
}
