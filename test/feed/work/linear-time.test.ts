import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleForNode } from '../../support/bundle-for-node.js';
import { programsFolder } from '../../support/programs-folder.js';
import type { WorkName } from './feed-works.js';
import { hostileFeed, hostileShape, type HostileShape } from './hostile-shapes.js';
import type { CountedWork } from './step-counter.js';

/** Smaller than what is read at a time: there the rest of it could be gone through again and again. */
const LENGTH = 6_000;
const SHAPES = 200;

let counter: Worker;

beforeAll(async () => {
  const program = (name: string) => join(programsFolder(), `${name}.mjs`);
  // Only our own steps are counted.
  const dependencies = ['feed', 'core'].flatMap((name) => {
    const file = readFileSync(`packages/${name}/package.json`, 'utf8');
    return Object.keys((JSON.parse(file) as { readonly dependencies: Readonly<Record<string, string>> }).dependencies);
  });
  const external = dependencies.filter((name) => !name.startsWith('@enrollkit/'));
  await Promise.all(
    ['feed-works', 'step-counter'].map((name) =>
      bundleForNode(join(import.meta.dirname, `${name}.ts`), program(name), { external }),
    ),
  );
  counter = new Worker(program('step-counter'), { workerData: pathToFileURL(program('feed-works')).href });
  await once(counter, 'message');
});
afterAll(() => counter.terminate());

async function countSteps(name: WorkName, feed: string): Promise<number> {
  counter.postMessage({ name, feed } satisfies CountedWork);
  const [steps] = (await once(counter, 'message')) as [number];
  return steps;
}

/** What each begins and ends with takes steps of its own, the same for whatever is in between. */
const around = new Map<string, number>();

async function growth(name: WorkName, shape: HostileShape): Promise<number> {
  const length = Math.ceil(LENGTH / shape.unit.length) * shape.unit.length;
  const key = JSON.stringify([name, shape.start, shape.end]);
  const none = around.get(key) ?? (await countSteps(name, hostileFeed({ ...shape, unit: ' ' }, 1)));
  around.set(key, none);
  const short = await countSteps(name, hostileFeed(shape, length));
  const long = await countSteps(name, hostileFeed(shape, 2 * length));
  return (long - none) / Math.max(short - none, LENGTH);
}

describe('the work that a feed makes grows with its length, not with its square', () => {
  // Counting every step takes V8 far longer than taking it.
  it.each(['checking', 'writing', 'comparing', 'sanitizing'] as const)('in %s', async (name) => {
    await fc.assert(
      fc.asyncProperty(hostileShape, async (shape) => {
        expect(await growth(name, shape)).toBeLessThan(2.2);
      }),
      { numRuns: SHAPES, seed: 9, endOnFailure: false },
    );
  });
});
