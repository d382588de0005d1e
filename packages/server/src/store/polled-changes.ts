import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import { toPayload, type ChangeChannel } from './change-channel.js';
import { ChangeHearers } from './change-hearers.js';

/**
 * How long what was told is looked for: longer than a statement may take, because what is written first may be there last. Who
 * didn't ask for that long may have missed something.
 */
const WINDOW_SECONDS = 40;
/** What nobody looks for any more is removed this often. */
const SWEEP_EVERY_MS = 60_000;

interface Told {
  readonly id: string;
  readonly payload: string;
}

/**
 * The same as `openChangeChannel` for a database that tells nothing (`LISTEN` is silent): what is published is written to a
 * table, which every server asks for what is new. Whoever listens hears it so much later.
 */
export async function openPolledChanges(
  pool: Pool,
  log: Logger,
  { pollSeconds }: { readonly pollSeconds: number },
): Promise<ChangeChannel> {
  const hearers = new ChangeHearers(log);
  /** When each was heard that is in the window, or was lately. */
  const heard = new Map<string, number>();
  let waiting: string[] = [];
  let count = 0;
  let askedAt = performance.now();
  let sweptAt = performance.now();
  let isClosed = false;
  let isFailing = false;

  const look = async (): Promise<readonly Told[]> => {
    const now = performance.now();
    for (const [id, at] of heard) if (now - at > 2 * WINDOW_SECONDS * 1000) heard.delete(id);
    const { rows } = await pool.query<Told>(
      `select id, payload from changes_told
       where at > clock_timestamp() - make_interval(secs => $1) and id <> all($2::text[]) order by at, position`,
      [WINDOW_SECONDS, [...heard.keys()]],
    );
    for (const { id } of rows) heard.set(id, now);
    return rows;
  };

  const tell = async (): Promise<void> => {
    if (waiting.length === 0) return;
    const payloads = waiting;
    waiting = [];
    try {
      await pool.query(
        `insert into changes_told (id, at, position, payload)
         select told.id, clock_timestamp(), told.position, told.payload
         from unnest($1::text[], $2::text[]) with ordinality as told (id, payload, position)`,
        [payloads.map(() => randomUUID()), payloads],
      );
    } catch (error) {
      // Some may be heard twice then, and twice is harmless: whoever hears it reads the record.
      waiting = [...payloads, ...waiting];
      throw error;
    }
  };

  const sweep = async (now: number): Promise<void> => {
    if (now - sweptAt < SWEEP_EVERY_MS) return;
    sweptAt = now;
    await pool.query('delete from changes_told where at < clock_timestamp() - make_interval(secs => $1)', [
      2 * WINDOW_SECONDS,
    ]);
  };

  const ask = async (): Promise<void> => {
    const now = performance.now();
    try {
      await tell();
      const told = await look();
      const hasMissed = now - askedAt > WINDOW_SECONDS * 1000;
      askedAt = now;
      isFailing = false;
      for (const { payload } of told) hearers.hear(payload);
      if (hasMissed) hearers.miss();
      await sweep(now);
    } catch (error) {
      if (!isFailing) log.warn({ code: (error as { code?: string }).code }, 'changes can’t be asked for');
      isFailing = true;
    }
  };

  // What was told before is no news, and nobody listens yet.
  await look();
  let asking: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout;
  const plan = (): void => {
    timer = setTimeout(() => {
      asking = asking.then(ask).finally(() => {
        if (!isClosed) plan();
      });
    }, pollSeconds * 1000);
    timer.unref();
  };
  plan();

  return {
    changes: {
      publish(change) {
        const payload = toPayload(change, (count += 1));
        if (payload === undefined) log.warn({ kind: change.kind }, 'a change has ids that are too long to be told');
        else waiting.push(payload);
        // Written at once, so that others hear it when they ask next.
        asking = asking.then(tell).catch(() => undefined);
      },
      subscribe: hearers.subscribe,
      onGap: hearers.onGap,
    },
    async close() {
      isClosed = true;
      clearTimeout(timer);
      await asking;
    },
  };
}
