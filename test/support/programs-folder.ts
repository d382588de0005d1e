import { existsSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { bundleForNode } from './bundle-for-node.js';

const RUN = 'ENROLLKIT_TEST_RUN';

/** Where the programs of a run are, which Node can't run from TypeScript: below the sources, to find their packages. */
export function programsFolder(run = process.env[RUN]): string {
  if (!run) throw new Error('Tests with a program need the global setup test/support/postgres-setup.ts');
  return join(import.meta.dirname, '../../.cache/test-programs', run);
}

/** From now on programs are those of this run. */
export function beginPrograms(run: string): void {
  process.env[RUN] = run;
}

/** A program of the tests, ready for Node: bundled by the first that wants it, for all test files of a run. */
export async function programOf(entry: string): Promise<string> {
  const name = basename(entry, '.ts');
  const file = join(programsFolder(), `${name}.mjs`);
  if (existsSync(file)) return file;
  // Two may make it at the same time: each is whole when it gets its name.
  const own = join(programsFolder(), `${name}-${process.pid}.mjs`);
  await bundleForNode(entry, own);
  await rename(own, file);
  return file;
}
