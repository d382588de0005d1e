import type { QueueDatabase } from './queue-database.js';

/** How long a tab without locks may be silent before another one takes over. */
const LEASE_MS = 30_000;

/**
 * Runs `work` in one tab at a time. A tab that comes second waits and then looks itself: what it has added since may have
 * been overlooked. `work` answers whether it is done; so does this.
 */
export async function inOneTab(
  name: string,
  { database, signal }: { readonly database: QueueDatabase; readonly signal: AbortSignal },
  work: () => Promise<boolean>,
): Promise<boolean> {
  const locks = (navigator as Partial<Navigator>).locks;
  return locks ? locks.request(name, { signal }, work) : withLease(name, database, work);
}

/** Browsers offer no locks to pages that came over plain http. Who finds the lease taken tries again by its timer. */
async function withLease(name: string, database: QueueDatabase, work: () => Promise<boolean>): Promise<boolean> {
  if (!(await database.lease(name, Date.now(), Date.now() + LEASE_MS))) return false;
  const renew = () => void database.lease(name, Infinity, Date.now() + LEASE_MS).catch(() => undefined);
  const timer = setInterval(renew, LEASE_MS / 3);
  try {
    return await work();
  } finally {
    clearInterval(timer);
    await database.lease(name, Infinity, 0);
  }
}
