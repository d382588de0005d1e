import { warnOnce } from './warn-once.js';

/** The address as it was given when it leads to a page; a `javascript:` address would run in the host's name. */
export function linkAddress(address: string | undefined, base: string): string | undefined {
  if (!address) return undefined;
  if (URL.canParse(address, base) && /^https?:$/.test(new URL(address, base).protocol)) return address;
  warnOnce(`"${address}" can't be linked to. Write an http or https address.`);
  return undefined;
}
