import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bundleForNode } from '../../../support/bundle-for-node.js';

let folder: string;
beforeAll(async () => {
  // Below the repository, where packages are found.
  folder = await mkdtemp(join(import.meta.dirname, '../../../../.cache/import-thread-'));
  const thread = join(import.meta.dirname, '../../../../packages/server/src/imports/thread/import-thread.ts');
  await bundleForNode(thread, join(folder, 'import-thread.js'));
  await bundleForNode(join(import.meta.dirname, '../support/heavy-import.ts'), join(folder, 'main.js'));
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function plan(...budget: readonly number[]): Promise<string> {
  return (await promisify(execFile)(process.execPath, [join(folder, 'main.js'), ...budget.map(String)])).stdout;
}

it('plans in a thread, which asks the backend for what it needs', async () => {
  expect(await plan(256)).toBe('planned, 50 to create');
});

it('ends the thread alone when a feed takes more memory than any needs', async () => {
  expect(await plan(4)).toMatch(/^TooHeavyError/);
});

it('ends the thread alone when it asks for nothing longer than any feed needs', async () => {
  // No thread so much as begins in a millisecond.
  expect(await plan(256, 1)).toMatch(/^TooHeavyError: .*silent for 1 ms/);
});
