import { FILTER_PARTS, withPart, type RosterFilter, type RosterOrder } from './roster-filter.js';

/** What of a list is kept in the page's address: whoever opens the same address sees the same rows. */
export interface KeptView {
  readonly filter: RosterFilter;
  readonly order: RosterOrder | undefined;
}

/** Reads what an address says. `name` goes before each parameter, so that lists and pages don't mix theirs up. */
export function readAddress(name: string): KeptView {
  const params = new URLSearchParams(location.search);
  let filter: RosterFilter = {};
  for (const part of FILTER_PARTS) filter = withPart(filter, part, params.get(`${name}-${part}`) ?? '');
  const order = params.get(`${name}-order`) ?? '';
  return { filter, order: /^-?[a-z]+$/.test(order) ? (order as RosterOrder) : undefined };
}

export function isSameView(a: KeptView, b: KeptView): boolean {
  return a.order === b.order && FILTER_PARTS.every((part) => a.filter[part] === b.filter[part]);
}

/** Puts it there, in the place of what was there: going back leaves the page, as before. */
export function writeAddress(name: string, { filter, order }: KeptView): void {
  const url = new URL(location.href);
  for (const part of FILTER_PARTS) setParam(url, `${name}-${part}`, filter[part]);
  setParam(url, `${name}-order`, order);
  if (url.href === location.href) return;
  try {
    history.replaceState(history.state, '', url);
  } catch {
    // A page in a sandbox may not; then the address stays as it is.
  }
}

function setParam({ searchParams }: URL, name: string, value: string | undefined): void {
  if (value === undefined) searchParams.delete(name);
  else searchParams.set(name, value);
}
