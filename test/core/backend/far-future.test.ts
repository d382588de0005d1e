import { createBackend } from '@enrollkit/core';
import { expect, it } from 'vitest';
import { newEnrollment } from '../../contract/records.js';
import { memoryStore } from '../../support/memory-store.js';

it('does not wait for a moment after the year 9999, which sorts before every other', async () => {
  const { store, files } = memoryStore();
  const backend = createBackend({
    store,
    files,
    clock: () => '2026-08-20T10:00:00.000Z',
    ids: () => 'e1',
    actor: { id: 'p1', role: 'provider' },
    timeZone: 'America/New_York',
  });
  await backend.createEnrollment({ ...newEnrollment(), startDate: '2026-08-10' });
  // As systems write "no end", and as it was taken before years had limits.
  const actor = { id: 'p1', role: 'provider' } as const;
  const intent = { useCase: 'moveDates', actor, at: '2026-08-20T10:00:00.000Z' } as const;
  await store.write(intent, async ({ enrollments }) => {
    await enrollments.put({ ...(await enrollments.get('e1'))!, endDate: '9999-12-31' }, 'enrollment.move-dates');
  });
  await backend.recordInvoice('e1');

  const due = await store.read(({ enrollments }) => enrollments.list({ ruleDueBy: '2026-08-20T10:00:00.000Z' }));
  expect(due.total).toBe(0);
  const { items } = await backend.listEnrollments({ status: 'started' });
  expect(items.map(({ id }) => id)).toEqual(['e1']);
});
