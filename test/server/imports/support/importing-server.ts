import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'vitest';
import { ask, askJson, type Door } from '../../faults/support/school.js';

/** What a test looks at in an import. */
export interface WireImport {
  readonly id: string;
  readonly state: string;
  readonly counts: Readonly<Record<string, number>>;
}

/** Sends a product feed. */
export async function sendFeed(door: Door, feed: string, query = ''): Promise<WireImport> {
  const headers = { 'Content-Type': 'application/xml' };
  const response = await ask(door, `/imports/products${query}`, { method: 'POST', body: feed, headers });
  expect(response.status, await response.clone().text()).toBe(202);
  return (await response.json()) as WireImport;
}

/** Asks the log again and again until it is so; a server that doesn't answer for a moment is asked again. */
export async function until(door: Door, id: string, isSo: (found: WireImport) => boolean): Promise<WireImport> {
  for (;;) {
    const page = await askJson(door, 'GET', '/imports?size=2').catch(() => undefined);
    const { items = [] } = (page ?? {}) as { readonly items?: readonly WireImport[] };
    const found = items.find((each) => each.id === id);
    if (found && isSo(found)) return found;
    await pause(10);
  }
}
