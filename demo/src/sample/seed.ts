import { openIndexedDbBackend } from '@enrollkit/adapters/indexeddb';
import { dayOf, type Instant } from '@enrollkit/core';
import { ACTORS } from '../roles.js';
import { isPlayed, playSampleData } from './play.js';

const TIME_ZONE = 'Europe/Amsterdam';

/**
 * Fills the browser's database once, also when two tabs open at the same time. A page that was closed halfway begins again.
 */
export async function seedSampleData(database: string): Promise<void> {
  await navigator.locks.request(`${database}-sample-data`, async () => {
    if (await isSeeded(database)) return;
    await eraseSampleData(database);
    await seed(database);
  });
}

/** Throws the whole database away. */
export function eraseSampleData(database: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(database);
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error ?? new Error('The database could not be deleted.'));
  });
}

async function isSeeded(database: string): Promise<boolean> {
  const provider = openIndexedDbBackend({ database, timeZone: TIME_ZONE, actor: ACTORS.provider });
  try {
    return await isPlayed(provider);
  } finally {
    provider.close();
  }
}

async function seed(database: string): Promise<void> {
  const time = { now: new Date().toISOString() };
  const options = { database, timeZone: TIME_ZONE, clock: (): Instant => time.now };
  const provider = openIndexedDbBackend({ ...options, actor: ACTORS.provider });
  const staff = openIndexedDbBackend({ ...options, actor: { id: 'platform', role: 'platform-staff' } });
  try {
    await playSampleData({
      provider,
      staff,
      setTime: (now) => (time.now = now),
      today: dayOf(time.now, TIME_ZONE),
      readFile: async (name) => (await fetch(`/${name}`)).blob(),
    });
  } finally {
    provider.close();
    staff.close();
  }
}
