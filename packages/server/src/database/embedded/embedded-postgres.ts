import { mkdir, readFile, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { EnrollkitError } from '@enrollkit/core';
import type { Logger } from 'pino';
import { dataFolder, type DataFolder } from './data-folder.js';
import { clusterPaths, makeCluster, readPassword } from './make-cluster.js';
import { findPostgresBinaries, type PostgresBinaries } from './postgres-binaries.js';
import { answers, findPostmaster, type Postmaster } from './postmaster.js';
import { reachablePrograms } from './reachable-programs.js';
import { ProgramError, runProgram } from './run-program.js';
import { supervise, type SupervisionPace } from './supervise.js';
import { unprivilegedUser, type UnprivilegedUser } from './unprivileged-user.js';

export interface EmbeddedPostgresOptions {
  /** The database lies below it, in `postgres`. */
  readonly dataDir: string;
  readonly log: Logger;
  /** Default: those that came from npm. */
  readonly binaries?: PostgresBinaries;
}

export interface EmbeddedPostgres {
  readonly url: string;
  /** Starts it again each time that it ended, until `stop`; tells once when that doesn't succeed. */
  supervise(onGivenUp: (reason: unknown) => void, pace?: SupervisionPace): void;
  /** Lets go of it, and ends it when nobody else on this folder uses it. */
  stop(): Promise<void>;
}

/** Recovering after a crash replays what was written since the last checkpoint. */
const START_SECONDS = 120;
const ATTEMPTS = 5;
const LOOK_AGAIN_MS = 100;

/**
 * A real PostgreSQL below `dataDir`, made on first use. Its process is apart from this one's and outlasts it: when this one
 * is killed, the next start finds it running and goes on with it; when PostgreSQL itself was killed, it recovers. Several
 * servers on one folder share it when they see each other's processes, and else the second is refused.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { log } = options;
  const found = options.binaries ?? (await findPostgresBinaries());
  const user = await unprivilegedUser();
  const dataDir = resolve(options.dataDir);
  await mkdir(dataDir, { recursive: true });
  const binaries = user ? await reachablePrograms(found, { user, folder: join(dataDir, 'postgres-programs') }) : found;
  const folder = dataFolder(dataDir);
  const cluster = join(dataDir, 'postgres');

  const { users, runner, port } = await folder.alone(async () => {
    await makeCluster(cluster, binaries, user);
    const users = await folder.use();
    try {
      const runner = new Runner({ folder, cluster, binaries, user, log, password: await readPassword(cluster) });
      return { users, runner, port: await runner.ensureRunning() };
    } catch (error) {
      await users.release();
      throw error;
    }
  });
  const ending = new AbortController();
  let supervision: Promise<void> | undefined;
  let stopped: Promise<void> | undefined;

  return {
    url: runner.urlAt(port),
    supervise(onGivenUp, pace) {
      supervision ??= supervise({
        isRunning: () => runner.isRunning(),
        // The same port again: that is where everybody's connections go.
        restart: () => folder.alone(() => runner.ensureRunning(port)),
        onGivenUp,
        log,
        signal: ending.signal,
        pace,
      });
    },
    stop: () =>
      (stopped ??= (async () => {
        ending.abort();
        await supervision;
        await folder.alone(async () => {
          await users.release();
          if (await folder.isUnused()) await runner.stop();
          else log.info('others use the embedded database: it goes on running');
        });
      })()),
  };
}

interface RunnerParts {
  readonly folder: DataFolder;
  /** Where the cluster is. */
  readonly cluster: string;
  readonly password: string;
  readonly binaries: PostgresBinaries;
  readonly user: UnprivilegedUser | undefined;
  readonly log: Logger;
}

/** Starts and stops the PostgreSQL of one folder. To be asked by one at a time. */
class Runner {
  readonly #parts: RunnerParts;
  readonly #data: string;

  constructor(parts: RunnerParts) {
    this.#parts = parts;
    this.#data = clusterPaths(parts.cluster).data;
  }

  urlAt(port: number): string {
    return `postgres://enrollkit:${this.#parts.password}@127.0.0.1:${port}/postgres`;
  }

  /** Also says so to others, see `DataFolder.note`. */
  async isRunning(): Promise<boolean> {
    await this.#parts.folder.note();
    return (await findPostmaster(this.#data)) !== undefined;
  }

  /** Answers the port of the one that runs, or starts it. */
  async ensureRunning(port?: number): Promise<number> {
    const { folder, log } = this.#parts;
    const deadline = performance.now() + START_SECONDS * 1000;
    for (;;) {
      const lock = await folder.tryRunning();
      try {
        await folder.expectNobodyElsewhere({ isLocked: lock === undefined });
        const running = await findPostmaster(this.#data);
        if (running && (await answers(this.urlAt(running.port), START_SECONDS * 1000))) {
          log.info({ pid: running.pid, port: running.port }, 'found the embedded database running');
          return running.port;
        }
        if (lock) return await this.#start(lock.fd, port);
      } finally {
        // PostgreSQL holds it now, with every process of its own.
        await lock?.release();
      }
      // It was killed, and what it had started is on its way out.
      if (performance.now() > deadline) throw new EnrollkitError('storage-unavailable', await this.#failure(BUSY));
      await pause(LOOK_AGAIN_MS);
    }
  }

  async stop(): Promise<void> {
    const { folder, log } = this.#parts;
    const running = await findPostmaster(this.#data);
    if (running) await this.#stop(running);
    await folder.forgetNote();
    log.info('stopped the embedded database');
  }

  async #start(lockFd: number, port: number | undefined): Promise<number> {
    const { folder, log } = this.#parts;
    await folder.note();
    // Whoever has the lock knows that no PostgreSQL runs here, whatever else has got its process number since.
    await rm(join(this.#data, 'postmaster.pid'), { force: true });
    for (let attempt = 1; ; attempt += 1) {
      const tried = port ?? (await freePort());
      const { log: logFile } = clusterPaths(this.#parts.cluster);
      try {
        const args = ['-w', '-t', String(START_SECONDS), '-D', this.#data, '-l', logFile, '-o', `-p ${tried}`];
        await this.#pgCtl(['start', ...args], lockFd);
        log.info({ port: tried }, 'started the embedded database');
        return tried;
      } catch (cause) {
        // The port may be taken by now.
        if (port === undefined && attempt < ATTEMPTS) continue;
        throw new EnrollkitError('storage-unavailable', await this.#failure(cause), { cause });
      }
    }
  }

  async #stop({ pid }: Postmaster): Promise<void> {
    try {
      await this.#pgCtl(['stop', '-w', '-m', 'fast', '-D', this.#data]);
    } catch (error) {
      // Ended by itself meanwhile.
      if ((await findPostmaster(this.#data))?.pid === pid) throw error;
    }
  }

  async #pgCtl(args: readonly string[], lockFd?: number): Promise<void> {
    const { binaries, user, cluster } = this.#parts;
    await runProgram(binaries.pgCtl, args, { user, cwd: cluster, ...(lockFd !== undefined && { inherits: lockFd }) });
  }

  async #failure(cause: unknown): Promise<string> {
    const { log: logFile } = clusterPaths(this.#parts.cluster);
    const lines = (await readFile(logFile, 'utf8').catch(() => '')).trim().split('\n');
    const said = cause instanceof ProgramError ? cause.message : String(cause);
    return `The embedded PostgreSQL doesn't start: ${said}\n${logFile} ends with:\n${lines.slice(-5).join('\n')}`;
  }
}

const BUSY = 'another PostgreSQL has its directory and does not answer';

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
