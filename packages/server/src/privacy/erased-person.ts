/** A domain that no person's address can be in. Source: RFC 2606, section 2. */
const NOBODYS_DOMAIN = '@erased.invalid';

/** What `like` finds nobody's addresses with. */
export const NOBODYS_ADDRESSES = `%${NOBODYS_DOMAIN}`;

/** Stands where an address was: still an address, of nobody, and a new one each time, so that nothing tells who was the same. */
export function nobodysAddress(ids: () => string): string {
  return `erased-${ids()}${NOBODYS_DOMAIN}`;
}
