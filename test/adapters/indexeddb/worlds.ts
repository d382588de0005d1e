import { createBackend, type AuditEntry } from '@enrollkit/core';
import { openIndexedDbStore } from '@enrollkit/adapters/indexeddb';
import type { MakeFullWorld } from '../../contract/world.js';
import { allRows, deleteDatabase } from './raw-database.js';

let count = 0;

/** A database name that no other test uses. */
export function freshName(): string {
  return `test-${crypto.randomUUID()}-${(count += 1)}`;
}

export const makeIndexedDbWorld: MakeFullWorld = async (parts) => {
  const name = freshName();
  let opened = openIndexedDbStore({ name });
  return {
    as: (actor) => createBackend({ ...parts, store: opened.store, files: opened.files, actor }),
    hasFile: async (sha256) => (await opened.files.open(sha256)) !== undefined,
    reopen: async () => {
      opened.close();
      opened = openIndexedDbStore({ name });
    },
    store: () => opened.store,
    async trail() {
      // Whoever opens a database first makes it, and here that is the kit.
      await opened.store.read(async () => undefined);
      return allRows<AuditEntry>(name, 'audit');
    },
    dispose: async () => {
      opened.close();
      await deleteDatabase(name);
    },
  };
};
