import { describe, expect, it } from 'vitest';
import { cutSnippet } from '../../../packages/feed/src/worker/findings/cut-snippet.js';
import { LocalEngine } from '../../../packages/feed/src/worker/engine/local-engine.js';
import { createPause } from '../../../packages/feed/src/worker/engine/pause.js';
import { feedOf, productXml } from '../read/product-xml.js';

const REQUEST = { strict: false, today: '2026-11-22', maxBytes: 1e8 } as const;
const FIRST = { offset: 0, limit: 50 } as const;

async function checked(source: string, pause = createPause(1_000)): Promise<LocalEngine> {
  const engine = new LocalEngine({ pause, isOnPage: true });
  await engine.check(source, REQUEST, {});
  return engine;
}

describe('what a page is given of a hostile feed', () => {
  it('is short, however long the names in it are', async () => {
    const long = '🔥'.repeat(2_000);
    const engine = await checked(feedOf(productXml({ ID: long, Name: `x${long}` })));
    await engine.compare(feedOf(productXml()), { maxBytes: 1e8 }, {});
    const answers = await Promise.all([
      engine.listGroups({ by: 'product', locale: 'nl', ...FIRST }),
      engine.listFindings({ by: 'product', key: '0', locale: 'nl', ...FIRST }),
      engine.listChanges({ kind: 'create', ...FIRST }),
      engine.listProducts({ text: '', ...FIRST }).then(({ items }) => items.map(({ name }) => name)),
    ]);
    for (const answer of answers) {
      const text = JSON.stringify(answer);
      expect(text).toContain('🔥…');
      // A half of a character would be written as an escape.
      expect(text).not.toContain('\\ud83d');
      expect(text.length).toBeLessThan(2_000);
    }
  });

  it('is searched in pieces, also when nothing in it matches', async () => {
    let pauses = 0;
    const engine = await checked(feedOf(productXml(), productXml({ ID: 'P-2', Name: 'Frezen' })), () => {
      pauses += 1;
      return undefined;
    });
    pauses = 0;
    const groups = await engine.listGroups({ by: 'kind', locale: 'nl', text: 'staat er niet in', ...FIRST });
    expect(groups.total).toBe(0);
    expect(pauses).toBeGreaterThanOrEqual(2);
  });
});

describe('the line of a finding', () => {
  it('is never cut in the middle of a character', () => {
    for (const before of ['', 'x']) {
      const text = `<${before}${'🔥'.repeat(200)}>`;
      for (const index of [0, 200 + before.length + 1]) {
        const { before: head, marked, after } = cutSnippet({ text, index });
        for (const part of [head, marked, after]) expect(part).not.toMatch(/\p{Surrogate}/u);
      }
    }
  });
});
