import { createBackend, type AuditEntry } from '@enrollkit/core';
import { openIndexedDbStore } from '@enrollkit/adapters/indexeddb';
import type { MakeFullWorld } from '../../contract/world.js';
import { allRows, deleteDatabase, emptyDatabase } from './raw-database.js';

let count = 0;

/** A database name that no other test uses. */
export function freshName(): string {
  return `test-${crypto.randomUUID()}-${(count += 1)}`;
}

/** Databases that a world has left, empty: making one takes an engine longer than most cases take in it. */
const free: string[] = [];

/** What the worlds leave behind is of no use to the next page. */
export async function deleteWorlds(): Promise<void> {
  await Promise.all(free.splice(0).map(deleteDatabase));
}

export const makeIndexedDbWorld: MakeFullWorld = async (parts) => {
  const name = free.pop() ?? freshName();
  let opened = openIndexedDbStore({ name });
  /** Whoever opens a database first makes it, and here that is the kit. */
  const isMade = () => opened.store.read(async () => undefined);
  return {
    as: (actor) => createBackend({ ...parts, store: opened.store, files: opened.files, actor }),
    hasFile: async (sha256) => (await opened.files.open(sha256)) !== undefined,
    reopen: async () => {
      opened.close();
      opened = openIndexedDbStore({ name });
    },
    store: () => opened.store,
    async trail() {
      await isMade();
      return allRows<AuditEntry>(name, 'audit');
    },
    dispose: async () => {
      await isMade();
      opened.close();
      await emptyDatabase(name);
      free.push(name);
    },
  };
};
