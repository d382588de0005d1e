import pg, { type Pool } from 'pg';
import type { Logger } from 'pino';

/**
 * Connections that hold the locks of jobs, apart from those that everybody works with: a job that holds one of those and
 * waits for another, next to others that do the same, would wait for ever.
 */
export function openLockPool(pool: Pool, { jobs, log }: { readonly jobs: number; readonly log: Logger }): Pool {
  const locks = new pg.Pool({ ...pool.options, max: jobs, application_name: 'enrollkit jobs' });
  // Without a listener a connection that breaks while nobody uses it would end the process.
  locks.on('error', (error: Error) =>
    log.warn({ code: (error as { code?: string }).code }, 'lost a connection that holds locks of jobs'),
  );
  return locks;
}
