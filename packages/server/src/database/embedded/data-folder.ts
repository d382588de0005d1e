import { constants, readlinkSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { EnrollkitError } from '@enrollkit/core';
import { tryFileLock, waitForFileLock, type FileLock } from './file-lock.js';

/** Who may do what with the embedded database of a folder, in whichever container they are. */
export interface DataFolder {
  /** One at a time: makes, starts or stops the database. */
  alone<Result>(work: () => Promise<Result>): Promise<Result>;
  /** Counts this one among those who use the database, until it is released. */
  use(): Promise<FileLock>;
  /** Whether nobody uses it. */
  isUnused(): Promise<boolean>;
  /** What the running PostgreSQL holds, with all its processes. Undefined: it runs, or not all of them have ended. */
  tryRunning(): Promise<FileLock | undefined>;
  /** Says who runs the database, again and again while it runs: others see that by what is written. */
  note(): Promise<void>;
  /** Nobody runs it any more. */
  forgetNote(): Promise<void>;
  /** Rejects when somebody elsewhere runs the database. */
  expectNobodyElsewhere(options: { readonly isLocked: boolean }): Promise<void>;
}

/** Longer than making a cluster and recovering one take. */
const PATIENCE_MS = 180_000;
/** Who runs the database writes more often than this. */
const NOTE_TIMEOUT_MS = 5000;
const LOOK_AGAIN_MS = 200;
/** Notes are all as long, and written over each other: who read an empty one in between would take it for signed off. */
const NOTE_LENGTH = 1024;
const IN_PLACE = constants.O_WRONLY | constants.O_CREAT;

/** The locks of a data directory. Each is a file of its own, because macOS locks whole files only. */
export function dataFolder(dataDir: string): DataFolder {
  const path = (name: string) => join(dataDir, `postgres.${name}`);
  const notePath = path('running');
  const readNote = () => readFile(notePath, 'utf8').catch(() => '');
  let count = 0;

  const refuse = (note: string): never => {
    const { host } = parseNote(note);
    const where = host === undefined ? 'in another container or on another machine' : `on ${host}`;
    const message =
      `A server ${where} runs the database in ${dataDir} already, and a second one there would ruin it: ` +
      'stop that one first, give this one a directory of its own (ENROLLKIT_DATA_DIR), or give both the same DATABASE_URL';
    throw new EnrollkitError('storage-unavailable', message);
  };

  return {
    async alone(work) {
      const door = await waitForFileLock(path('lock'), PATIENCE_MS);
      if (!door) throw new EnrollkitError('storage-unavailable', `Others keep starting and stopping ${dataDir}`);
      try {
        return await work();
      } finally {
        await door.release();
      }
    },

    async use() {
      const lock = await tryFileLock(path('users'), { shared: true });
      // Only `isUnused` takes it for itself, and nobody does that while another one is alone.
      if (!lock) throw new EnrollkitError('storage-unavailable', `Something else locks ${path('users')}`);
      return lock;
    },

    async isUnused() {
      const lock = await tryFileLock(path('users'));
      await lock?.release();
      return lock !== undefined;
    },

    tryRunning: () => tryFileLock(notePath),
    note: () =>
      writeFile(notePath, JSON.stringify({ ...HERE, count: (count += 1) }).padEnd(NOTE_LENGTH), {
        flag: IN_PLACE,
        mode: 0o600,
      }),
    forgetNote: () => writeFile(notePath, ''),

    async expectNobodyElsewhere({ isLocked }) {
      const note = await readNote();
      const { host, processes } = parseNote(note);
      const isFromHere = host === HERE.host && processes === HERE.processes;
      if (note === '' || isFromHere) return;
      if (isLocked) refuse(note);
      // Not locked, and not signed off either: after a power cut, or on a network disk that keeps locks to itself.
      const deadline = performance.now() + NOTE_TIMEOUT_MS;
      while (performance.now() < deadline) {
        await pause(LOOK_AGAIN_MS);
        if ((await readNote()) !== note) refuse(note);
      }
    },
  };
}

interface Note {
  readonly host: string;
  /** Where process numbers mean the same. */
  readonly processes: string;
}

const HERE: Note = { host: hostname(), processes: processNamespace() };

function processNamespace(): string {
  try {
    return readlinkSync('/proc/self/ns/pid');
  } catch {
    // Only Linux has containers.
    return '';
  }
}

function parseNote(note: string): Partial<Note> {
  try {
    return JSON.parse(note) as Partial<Note>;
  } catch {
    return {};
  }
}
