import { join } from 'node:path';
import { findPostgresBinaries } from '../../../../packages/server/src/database/embedded/postgres-binaries.js';
import { runProgram } from '../../../../packages/server/src/database/embedded/run-program.js';
import { unprivilegedUser } from '../../../../packages/server/src/database/embedded/unprivileged-user.js';

/** Breaks every connection to the embedded database and what they were at, as a crash does. */
export async function restartPostgres(dataDir: string): Promise<void> {
  const { pgCtl } = await findPostgresBinaries();
  const folder = join(dataDir, 'postgres');
  const args = ['restart', '-w', '-m', 'immediate', '-D', join(folder, 'data'), '-l', join(folder, 'log')];
  await runProgram(pgCtl, args, { user: await unprivilegedUser(), cwd: folder });
}
