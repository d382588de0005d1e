import { join } from 'node:path';

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
