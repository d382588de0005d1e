import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { bundleForNode } from '../../../support/bundle-for-node.js';
import { programsFolder } from '../../../support/programs-folder.js';

/** The server, ready to be started as a process of its own as often as a test likes. */
export interface ServerProgram {
  start(env: Readonly<Record<string, string>>): Promise<ServerProcess>;
  /** Runs a command to its end, as in a shell. */
  command(args: readonly string[], env: Readonly<Record<string, string>>): Promise<CommandResult>;
  /** Ends what still runs. */
  end(): Promise<void>;
}

export interface CommandResult {
  readonly out: string;
  readonly err: string;
  readonly code: number | null;
}

export interface ServerProcess {
  /** Where the API is. */
  readonly url: string;
  /** Ends it as `kill -9` does, in the middle of whatever it does. */
  kill(): Promise<void>;
  /** Asks it to end. */
  stop(): Promise<void>;
  /** How much memory it has now, and had at most, in megabytes. */
  memory(): Promise<{ readonly now: number; readonly peak: number }>;
  /** From now on the peak is counted anew. */
  forgetPeak(): Promise<void>;
}

/**
 * As its README tells who has little memory. Node 24 leaves four times as much garbage lying about as Node 20 by default,
 * which would hide what the server holds.
 */
export const YOUNG_GENERATION = ['--max-semi-space-size=16'];

export async function bundleServer(): Promise<ServerProgram> {
  const file = await serverFile();
  const running = new Set<ChildProcess>();

  return {
    async start(env) {
      const child = spawn(process.execPath, [...YOUNG_GENERATION, file], {
        env: {
          PATH: process.env.PATH,
          PORT: '0',
          ENROLLKIT_RATE_LIMIT_PER_MINUTE: '1000000',
          ENROLLKIT_DRAIN_SECONDS: '0',
          ...env,
        },
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      running.add(child);
      const ended = once(child, 'exit').then(() => void running.delete(child));
      const end = async (signal: NodeJS.Signals): Promise<void> => {
        child.kill(signal);
        await ended;
      };
      return {
        url: await Promise.race([
          listeningUrl(child),
          ended.then(() => Promise.reject(new Error('The server ended.'))),
        ]),
        kill: () => end('SIGKILL'),
        stop: () => end('SIGTERM'),
        async memory() {
          const status = await readFile(`/proc/${child.pid}/status`, 'utf8');
          const read = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1]) / 1024;
          return { now: read('VmRSS'), peak: read('VmHWM') };
        },
        forgetPeak: () => writeFile(`/proc/${child.pid}/clear_refs`, '5'),
      };
    },
    async command(args, env) {
      const child = spawn(process.execPath, [file, ...args], {
        env: { PATH: process.env.PATH, ...env },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      const ended = once(child, 'close') as Promise<[number | null]>;
      const [[code], out, err] = await Promise.all([ended, text(child.stdout), text(child.stderr)]);
      return { out, err, code };
    },
    async end() {
      for (const child of running) {
        const ended = once(child, 'exit');
        child.kill('SIGKILL');
        await ended;
      }
    },
  };
}

/** One for all test files of a run, made by the first that wants it. The global setup removes it at the end. */
async function serverFile(): Promise<string> {
  const file = join(programsFolder(), 'server.mjs');
  if (existsSync(file)) return file;
  // Two may make it at the same time: each is whole when it gets its name.
  // The program of its threads is looked for beside it.
  const thread = join(import.meta.dirname, '../../../../packages/server/src/imports/thread/import-thread.ts');
  const ownThread = join(programsFolder(), `import-thread-${process.pid}.js`);
  await bundleForNode(thread, ownThread);
  await writeFile(join(programsFolder(), 'package.json'), '{ "type": "module" }');
  await rename(ownThread, join(programsFolder(), 'import-thread.js'));
  const own = join(programsFolder(), `server-${process.pid}.mjs`);
  await bundleForNode(join(import.meta.dirname, 'server-program.ts'), own);
  await rename(own, file);
  return file;
}

/** Its log says so. What follows in the log is read too, or the server would wait for room in the pipe. */
async function listeningUrl({ stdout }: ChildProcess): Promise<string> {
  if (!stdout) throw new Error('No output');
  const lines = createInterface(stdout);
  return new Promise((resolve) => {
    lines.on('line', (line) => {
      const entry = JSON.parse(line) as { readonly msg?: string; readonly url?: string };
      if (entry.msg === 'listening' && entry.url !== undefined) resolve(entry.url);
    });
  });
}
