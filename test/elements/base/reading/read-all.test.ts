import type { Page } from '@enrollkit/core';
import { expect } from '@open-wc/testing';
import { readAll } from '../../../../packages/elements/src/base/reading/read-all.js';

interface Row {
  readonly id: string;
}

const idOf = (count: number) => `r${String(count).padStart(6, '0')}`;
const rowsTo = (count: number): Row[] => Array.from({ length: count }, (_, index) => ({ id: idOf(index * 10) }));

describe('All of a list, page after page', () => {
  it('is each of ten thousand once in twenty requests, whoever comes and goes between them', async () => {
    let rows = rowsTo(10_000);
    const stayed = new Set(rows.map(({ id }) => id));
    let requests = 0;
    let sent = 0;
    const all = await readAll(
      async ({ size, afterId = '' }): Promise<Page<Row>> => {
        const left = rows.filter(({ id }) => id > afterId);
        const items = left.slice(0, size);
        requests += 1;
        sent += items.length;
        // The last that was given goes, one that wasn't goes, one comes before and one behind.
        const [last, later] = [items.at(-1)?.id ?? '', left[size + 7]?.id ?? ''];
        rows = rows.filter(({ id }) => id !== last && id !== later);
        stayed.delete(later);
        rows.push({ id: `${idOf(10)}-${requests}` }, { id: `${idOf(90_000)}-${requests}` });
        rows.sort((a, b) => (a.id < b.id ? -1 : 1));
        return { items, total: Math.min(left.length, size + 1) };
      },
      { most: 50_000 },
    );
    const ids = all.map(({ id }) => id);
    expect(new Set(ids).size).to.equal(ids.length);
    expect([...stayed].filter((id) => !ids.includes(id))).to.deep.equal([]);
    expect([requests, sent]).to.deep.equal([20, ids.length]);
  });

  it('ends where a backend ends, whatever it says of how many there are, and where it knows no way to go on', async () => {
    const rows = rowsTo(1200);
    const after = (afterId = '') => rows.filter(({ id }) => id > afterId);
    const backends: Record<string, (asked: { size: number; afterId?: string }) => Promise<unknown>> = {
      'less than it was asked for': async ({ afterId }) => {
        return { items: after(afterId).slice(0, 100), total: after(afterId).length };
      },
      'the number of all': async ({ size, afterId }) => ({ items: after(afterId).slice(0, size), total: 1200 }),
      'no number': async ({ size, afterId }) => ({ items: after(afterId).slice(0, size) }),
    };
    for (const [title, read] of Object.entries(backends)) {
      const all = await readAll((asked) => read(asked) as Promise<Page<Row>>, { most: 50_000 });
      expect(all, title).to.deep.equal(rows);
    }
    let asked = 0;
    const again = async (): Promise<Page<Row>> => {
      asked += 1;
      return { items: rows.slice(0, 500), total: 1200 };
    };
    expect((await readAll(again, { most: 50_000 })).length).to.equal(500);
    expect(asked).to.equal(2);
    const endless = await readAll(
      async ({ size, afterId = 'r' }) => ({
        items: Array.from({ length: size }, (_, index) => ({ id: `${afterId}-${index}` })),
        total: Infinity,
      }),
      { most: 1000 },
    );
    expect(endless.length).to.equal(1000);
  });
});
