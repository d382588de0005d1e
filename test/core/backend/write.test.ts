import { createBackend } from '@enrollkit/core';
import { expect, test } from 'vitest';
import { memoryStore } from '../../support/memory-store.js';

test('who stops a write while it is done finds nothing of it afterwards', async () => {
  const { store, files } = memoryStore();
  const stopping = new AbortController();
  const backend = createBackend({
    store,
    files,
    clock: () => '2026-08-20T10:00:00.000Z',
    // Asked for in the middle of it.
    ids: () => {
      stopping.abort();
      return 'e1';
    },
    actor: { id: 'p.devries', role: 'provider' },
  });
  const told: unknown[] = [];
  store.changes.subscribe((change) => told.push(change));

  const booking = { productId: 'elsewhere', participant: { name: 'Jan', email: 'jan@example.nl' } };
  await expect(backend.createEnrollment(booking, { signal: stopping.signal })).rejects.toMatchObject({
    code: 'aborted',
  });
  expect(await backend.listEnrollments()).toMatchObject({ total: 0 });
  expect(told).toEqual([]);
});
