import '@enrollkit/elements/enrollment-roster.js';
import type { Backend, StoredProduct } from '@enrollkit/core';
import { byId, courseName, h } from '../dom.js';
import { formatCount, formatPeriod, joinFacts } from '../format.js';
import { startPage } from '../portal.js';

type Start = StoredProduct['startingDates'][number];

await startPage({
  async show(backend) {
    const { items } = await backend.listProducts({ state: 'active', size: 500 });
    const starts = items.flatMap((product) => product.startingDates.map((start) => ({ product, start })));
    const { counted, total } = await countParticipants(backend);
    const taken = starts.filter(({ start }) => counted.has(start.id ?? ''));
    taken.sort((a, b) => b.start.startDate.localeCompare(a.start.startDate));
    byId('dates').replaceChildren(
      ...taken.map(({ product, start }) => line(product, start, counted.get(start.id ?? '') ?? 0)),
    );
    byId('none').hidden = taken.length > 0;
    byId('todo').hidden = total === 0;
  },
});

/** How many are on each date: read page by page, never one date after the other. */
async function countParticipants(
  backend: Backend,
): Promise<{ readonly counted: ReadonlyMap<string, number>; readonly total: number }> {
  const counts = new Map<string, number>();
  let afterId: string | undefined;
  for (;;) {
    const { items, total } = await backend.listEnrollments({ size: 500, ...(afterId !== undefined && { afterId }) });
    for (const { startingDateId } of items) {
      if (startingDateId !== undefined) counts.set(startingDateId, (counts.get(startingDateId) ?? 0) + 1);
    }
    afterId = items.at(-1)?.id;
    if (items.length < 500) return { counted: counts, total };
  }
}

function line(product: StoredProduct, start: Start, count: number): HTMLLIElement {
  const address = new URLSearchParams({ product: product.id, start: start.id ?? '' });
  return h(
    'li',
    {},
    h('a', { href: `/date.html?${address.toString()}` }, courseName(product)),
    h('span', {}, joinFacts(formatPeriod(start), start.place)),
    h('span', { className: 'dates__count' }, formatCount(count, 'enrollments')),
  );
}
