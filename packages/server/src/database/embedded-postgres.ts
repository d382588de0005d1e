import { readFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { EnrollkitError } from '@enrollkit/core';
import type { Logger } from 'pino';
import { clusterPaths, makeCluster, readPassword } from './make-cluster.js';
import { findPostgresBinaries, type PostgresBinaries } from './postgres-binaries.js';
import { answers, findPostmaster } from './postmaster.js';
import { reachablePrograms } from './reachable-programs.js';
import { ProgramError, runProgram } from './run-program.js';
import { unprivilegedUser } from './unprivileged-user.js';

export interface EmbeddedPostgresOptions {
  /** The database lies below it, in `postgres`. */
  readonly dataDir: string;
  readonly log: Logger;
  /** Default: those that came from npm. */
  readonly binaries?: PostgresBinaries;
}

export interface EmbeddedPostgres {
  readonly url: string;
  /** Ends the database, when it was started here. One that was running already goes on. */
  stop(): Promise<void>;
}

/** Recovering after a crash replays what was written since the last checkpoint. */
const START_SECONDS = 120;
const ATTEMPTS = 5;

/**
 * A real PostgreSQL below `dataDir`, made on first use. Its process is apart from this one's and outlasts it: when this one
 * is killed, the next start finds it running and goes on with it; when PostgreSQL itself was killed, it recovers. Several
 * servers on one folder share it.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { log } = options;
  const found = options.binaries ?? (await findPostgresBinaries());
  const user = await unprivilegedUser();
  const dataDir = resolve(options.dataDir);
  const binaries = user ? await reachablePrograms(found, { user, folder: join(dataDir, 'postgres-programs') }) : found;
  const folder = join(dataDir, 'postgres');
  await makeCluster(folder, binaries, user);

  const { data, log: logFile } = clusterPaths(folder);
  const password = await readPassword(folder);
  const urlAt = (port: number) => `postgres://enrollkit:${password}@127.0.0.1:${port}/postgres`;
  const run = (...args: readonly string[]) => runProgram(binaries.pgCtl, args, { user, cwd: folder });

  for (let attempt = 1; ; attempt += 1) {
    const running = await findPostmaster(data);
    if (running && (await answers(urlAt(running.port), START_SECONDS * 1000))) {
      log.info({ pid: running.pid, port: running.port }, 'Found the embedded database running');
      return { url: urlAt(running.port), stop: async () => undefined };
    }
    const port = await freePort();
    try {
      await run('start', '-w', '-t', String(START_SECONDS), '-D', data, '-l', logFile, '-o', `-p ${port}`);
      log.info({ port }, 'Started the embedded database');
      return {
        url: urlAt(port),
        stop: async () => {
          await run('stop', '-w', '-m', 'fast', '-D', data);
          log.info('Stopped the embedded database');
        },
      };
    } catch (cause) {
      // Another server may have been first, the port may be taken by now, or the old processes are still on their way out.
      if (attempt < ATTEMPTS) continue;
      throw new EnrollkitError('storage-unavailable', await startFailure(cause, logFile), { cause });
    }
  }
}

async function startFailure(cause: unknown, logFile: string): Promise<string> {
  const lines = (await readFile(logFile, 'utf8').catch(() => '')).trim().split('\n');
  const said = cause instanceof ProgramError ? cause.message : String(cause);
  return `The embedded PostgreSQL doesn't start: ${said}\n${logFile} ends with:\n${lines.slice(-5).join('\n')}`;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done, fail) => {
    server.once('error', fail);
    server.listen(0, '127.0.0.1', done);
  });
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}
