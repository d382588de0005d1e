import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { isConnectionLoss } from '../database-error.js';
import { runProgram } from './run-program.js';

/** A running PostgreSQL server on a data directory. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
}

/** The one that runs on this directory, if any. A file that a killed one left behind is none. */
export async function findPostmaster(directory: string): Promise<Postmaster | undefined> {
  const file = join(directory, 'postmaster.pid');
  const lines = (await readFile(file, 'utf8').catch(() => '')).split('\n');
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  if (!pid || !port || !isAlive(pid)) return undefined;
  // After a restart of the machine another program has its number.
  return (await isPostmaster(pid, directory)) ? { pid, port } : undefined;
}

/** Whether it answers, and to this password. Waits while it is starting or recovering, up to `timeoutMs`. */
export async function answers(url: string, timeoutMs: number): Promise<boolean> {
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.end();
      return true;
    } catch (error) {
      if (!isConnectionLoss(error) || performance.now() > deadline) return false;
    }
    await pause(100);
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Process numbers come again: only the command line tells whose this is. */
async function isPostmaster(pid: number, directory: string): Promise<boolean> {
  if (process.platform === 'win32') return true;
  const commandLine =
    process.platform === 'linux'
      ? await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
      : await runProgram('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { user: undefined }).catch(() => '');
  return commandLine.includes('postgres') && commandLine.includes(directory);
}
