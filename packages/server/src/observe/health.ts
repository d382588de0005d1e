import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import type { Logger } from 'pino';
import type { Job } from '../jobs/job.js';
import type { ServerParts } from '../parts/server-parts.js';
import { sharedFor } from './shared-for.js';

/** What a load balancer asks before it sends anybody here. */
export interface Health {
  readonly routes: Hono;
  /** From now on the answer is no: this server is about to stop. */
  drain(): void;
}

/** How a part is. `late`: it works, and needs somebody to look at it. */
type State = 'ok' | 'late' | 'failing';

interface Found {
  readonly parts: Readonly<Record<string, State>>;
  /** By how many seconds jobs are late that should have begun. */
  readonly late: Readonly<Record<string, number>>;
}

/** Everybody may ask this: however many do, the parts are looked at this often at most. */
const FRESH_MS = 2000;
/** A part that takes longer is not there. */
const PATIENCE_MS = 3000;
/** A job may begin so much later than planned, and one that comes back seldom by as much as its own rhythm. */
const LATE_SECONDS = 300;

/**
 * `/healthz` answers 200 when everything works that a request needs, and else 503 with the part that doesn't; jobs that are
 * late are told and turn nobody away, because another server would have them as well. `/healthz/live` answers as long as the
 * process does.
 */
export function createHealth(
  { database, files, log }: Pick<ServerParts, 'database' | 'files' | 'log'>,
  jobs: readonly Pick<Job, 'name' | 'everySeconds'>[],
): Health {
  let isDraining = false;
  const lookAtParts = sharedFor(FRESH_MS, async (): Promise<Found> => {
    let late: Found['late'] = {};
    const [databaseState, filesState] = await Promise.all([
      stateOf('database', async () => (late = await findLate(database, jobs)), log),
      stateOf('files', () => storeAndRemove(files), log),
    ]);
    const jobsState = databaseState === 'failing' ? 'failing' : Object.keys(late).length > 0 ? 'late' : 'ok';
    return { parts: { database: databaseState, files: filesState, jobs: jobsState }, late };
  });

  const headers = {
    'Cache-Control': 'no-store',
    // A page that this server doesn't answer to finds out here that it is there, and so what is really wrong.
    'Cross-Origin-Resource-Policy': 'cross-origin',
  };
  const routes = new Hono();
  routes.get('/healthz/live', (c) => c.json({ status: 'ok' }, 200, headers));
  routes.get('/healthz', async (c) => {
    const { parts, late } = await lookAtParts();
    const isWell = Object.values(parts).every((state) => state !== 'failing');
    const status = isDraining ? 'stopping' : isWell ? 'ok' : 'failing';
    return c.json({ status, parts, late }, status === 'ok' ? 200 : 503, headers);
  });
  return { routes, drain: () => (isDraining = true) };
}

async function findLate(
  { pool }: ServerParts['database'],
  jobs: readonly Pick<Job, 'name' | 'everySeconds'>[],
): Promise<Found['late']> {
  const { rows } = await pool.query<{ name: string; seconds: number }>(
    'select name, extract(epoch from clock_timestamp() - next_at)::float8 as seconds from jobs',
  );
  const lateness = new Map(rows.map(({ name, seconds }) => [name, Math.round(seconds)]));
  const late: Record<string, number> = {};
  for (const { name, everySeconds } of jobs) {
    const seconds = lateness.get(name) ?? 0;
    if (seconds > Math.max(LATE_SECONDS, everySeconds)) late[name] = seconds;
  }
  return late;
}

async function storeAndRemove(files: ServerParts['files']): Promise<void> {
  // Bytes of its own each time: two servers that look at once would remove each other's file.
  const { sha256 } = await files.stage(new Blob([`health ${randomUUID()}`]));
  await files.remove(sha256);
}

async function stateOf(part: string, look: () => Promise<unknown>, log: Logger): Promise<'ok' | 'failing'> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('No answer in time.')), PATIENCE_MS);
  });
  try {
    await Promise.race([look(), tooLate]);
    return 'ok';
  } catch (error) {
    log.error({ part, err: error }, 'a part is failing');
    return 'failing';
  } finally {
    clearTimeout(timer);
  }
}
