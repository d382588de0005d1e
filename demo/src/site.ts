import { recall, remember } from './tab-memory.js';

const KEY = 'portal-site';

/**
 * On whose site these pages are shown. A real portal knows that by the address it is served from; here the address says it
 * (`?site=ns`), and the tab remembers. What is for the people of a group is shown and booked on their own sites only.
 */
export function pageSite(): string | undefined {
  const asked = new URLSearchParams(location.search).get('site');
  if (asked !== null) remember(KEY, asked);
  return (asked ?? recall(KEY)) || undefined;
}
