import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import type { Logger } from 'pino';
import type { ServerParts } from '../parts/server-parts.js';

/** What a load balancer asks before it sends anybody here. */
export interface Health {
  readonly routes: Hono;
  /** From now on the answer is no: this server is about to stop. */
  drain(): void;
}

type Parts = Readonly<Record<string, 'ok' | 'failing'>>;

/** Everybody may ask this: however many do, the parts are looked at this often at most. */
const FRESH_MS = 2000;
/** A part that takes longer is not there. */
const PATIENCE_MS = 3000;

/**
 * `/healthz` answers 200 when everything works that a request needs, and else 503 with the part that doesn't;
 * `/healthz/live` answers as long as the process does.
 */
export function createHealth({ database, files, log }: Pick<ServerParts, 'database' | 'files' | 'log'>): Health {
  let isDraining = false;
  const lookAtParts = sharedFor(FRESH_MS, async (): Promise<Parts> => {
    const [databaseState, filesState] = await Promise.all([
      stateOf('database', () => database.pool.query('select 1'), log),
      stateOf('files', () => storeAndRemove(files), log),
    ]);
    return { database: databaseState, files: filesState };
  });

  const routes = new Hono();
  routes.get('/healthz/live', (c) => c.json({ status: 'ok' }, 200, { 'Cache-Control': 'no-store' }));
  routes.get('/healthz', async (c) => {
    const parts = await lookAtParts();
    const isWell = Object.values(parts).every((state) => state === 'ok');
    const status = isDraining ? 'stopping' : isWell ? 'ok' : 'failing';
    return c.json({ status, parts }, status === 'ok' ? 200 : 503, { 'Cache-Control': 'no-store' });
  });
  return { routes, drain: () => (isDraining = true) };
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

/** Whoever asks while `work` is busy or its answer is fresh gets the same answer. */
function sharedFor<Value>(freshMs: number, work: () => Promise<Value>): () => Promise<Value> {
  let shared: Promise<Value> | undefined;
  return () => {
    if (!shared) {
      shared = work();
      const forget = (): void => void setTimeout(() => (shared = undefined), freshMs).unref();
      shared.then(forget, forget);
    }
    return shared;
  };
}
