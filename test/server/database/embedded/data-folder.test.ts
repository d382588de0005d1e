import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { dataFolder } from '../../../../packages/server/src/database/embedded/data-folder.js';

it('says at every moment that somebody runs the database, also while that is written again', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'enrollkit-note-'));
  const folder = dataFolder(directory);
  await folder.note();
  const written = new AbortController();
  const writing = (async () => {
    for (let count = 0; count < 500; count += 1) await folder.note();
    written.abort();
  })();
  const seen = new Set<string>();
  while (!written.signal.aborted) seen.add(await readFile(join(directory, 'postgres.running'), 'utf8'));
  await writing;
  // Of an empty one others would think that the database is theirs.
  for (const note of seen) expect(JSON.parse(note)).toMatchObject({ host: expect.any(String) as unknown });
  await rm(directory, { recursive: true });
});
