import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { bundleServer } from '../faults/support/server-process.js';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'enrollkit-folder-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

const migrate = async (dataDir: string) => (await bundleServer()).command(['migrate'], { ENROLLKIT_DATA_DIR: dataDir });

test.each([
  ['a file is in its place', async () => writeFile(join(root, 'data'), ''), 'data', /a file is in the way/],
  ['a file is on its way', async () => writeFile(join(root, 'file'), ''), 'file/data', /a file is in the way/],
  ['a link leads nowhere', async () => symlink('/nowhere/at/all', join(root, 'data')), 'data', /leads nowhere/],
  ['the name is too long', async () => undefined, 'x'.repeat(300), /too long/],
])('says what is wrong with the data directory when %s', async (_, prepare, name, sentence) => {
  await prepare();
  const { code, err } = await migrate(join(root, name));
  expect(code).toBe(1);
  expect(err).toMatch(sentence);
  expect(err).toContain('ENROLLKIT_DATA_DIR');
  // A sentence, and not where in the program.
  expect(err.trim().split('\n')).toHaveLength(1);
});

test('says what is wrong with the data directory when the system lets nobody write there', async () => {
  expect((await migrate('/sys/enrollkit')).err).toMatch(/can't be used: .*ENROLLKIT_DATA_DIR/);
});
