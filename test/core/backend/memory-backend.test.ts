import { createBackend } from '@enrollkit/core';
import { describe, it } from 'vitest';
import { fullContract } from '../../contract/backend-contract.js';
import { memoryStore } from '../../support/memory-store.js';

fullContract(
  'The use cases on a store in memory',
  async (parts) => {
    const { store, files, trail } = memoryStore();
    return {
      as: (actor) => createBackend({ ...parts, store, files, actor }),
      hasFile: async (sha256) => (await files.open(sha256)) !== undefined,
      reopen: async () => undefined,
      dispose: async () => undefined,
      store: () => store,
      trail: async () => trail(),
    };
  },
  { describe, it },
);
