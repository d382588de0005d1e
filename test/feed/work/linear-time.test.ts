import { hasErrorCode } from '@enrollkit/core';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countSteps, endCounting } from './count-steps.js';
import { hostileFeed, hostileShape, type HostileShape } from './hostile-shapes.js';

/** Smaller than what is read at a time: there the rest of it could be gone through again and again. */
const LENGTH = 6_000;
const SHAPES = 200;

/** What anybody can have done with a feed, and how it is done. */
type Work = (feed: string) => Promise<unknown>;
const works: Record<'checking' | 'writing' | 'comparing' | 'sanitizing', Work> = {} as never;

beforeAll(async () => {
  const feed = await import('@enrollkit/feed');
  const { nl } = await import('@enrollkit/feed/terms/nl.js');
  const { sanitizeDescription } = await import('@enrollkit/feed/html/without-dom.js');
  const options = { today: '2027-01-01', site: 'x' } as const;
  const drain = async (pieces: AsyncIterable<unknown>): Promise<void> => {
    for await (const _piece of pieces);
  };
  // A feed may be refused as a whole, and nothing else may go wrong.
  const orRefused =
    (work: Work): Work =>
    (text) =>
      work(text).catch((error: unknown) => {
        if (!hasErrorCode(error, 'invalid')) throw error;
      });
  works.checking = orRefused((text) => drain(feed.findingsToCsv(feed.checkProducts(text, options), nl)));
  works.writing = orRefused((text) => drain(feed.formatFeed(text)));
  works.comparing = orRefused(async (text) => feed.compareWithIndex(text, await feed.indexFeed(text)));
  works.sanitizing = async (text) => sanitizeDescription(text);
  // What was run while it was imported, and what runs once: it is nobody's work.
  for (const work of Object.values(works)) await countSteps(() => work(''));
});

afterAll(endCounting);

/** What each begins and ends with takes steps of its own, the same for whatever is in between. */
const around = new Map<string, number>();

async function growth(name: keyof typeof works, shape: HostileShape): Promise<number> {
  const work = works[name];
  const length = Math.ceil(LENGTH / shape.unit.length) * shape.unit.length;
  const key = JSON.stringify([name, shape.start, shape.end]);
  const none = around.get(key) ?? (await countSteps(() => work(hostileFeed({ ...shape, unit: ' ' }, 1))));
  around.set(key, none);
  const once = await countSteps(() => work(hostileFeed(shape, length)));
  const twice = await countSteps(() => work(hostileFeed(shape, 2 * length)));
  return (twice - none) / Math.max(once - none, LENGTH);
}

describe('the work that a feed makes grows with its length, not with its square', () => {
  // Counting every step takes V8 far longer than taking it.
  it.each(['checking', 'writing', 'comparing', 'sanitizing'] as const)('in %s', { timeout: 300_000 }, async (name) => {
    await fc.assert(
      fc.asyncProperty(hostileShape, async (shape) => {
        expect(await growth(name, shape)).toBeLessThan(2.2);
      }),
      { numRuns: SHAPES, seed: 9, endOnFailure: false },
    );
  });
});
