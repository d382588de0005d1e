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
  const table = new ToldTable(pool);
  let count = 0;
  let askedAt = performance.now();
  let isFailing = false;

  const ask = async (): Promise<void> => {
    const now = performance.now();
    try {
      await table.write();
      const told = await table.findNew();
      const hasMissed = now - askedAt > WINDOW_SECONDS * 1000;
      askedAt = now;
      isFailing = false;
      for (const { payload } of told) hearers.hear(payload);
      if (hasMissed) hearers.miss();
      await table.sweep();
    } catch (error) {
      if (!isFailing) log.warn({ code: (error as { code?: string }).code }, 'changes can’t be asked for');
      isFailing = true;
    }
  };

  // What was told before is no news, and nobody listens yet.
  await table.findNew();
  const rhythm = inRhythm(ask, pollSeconds * 1000);

  return {
    changes: {
      publish(change) {
        const payload = toPayload(change, (count += 1));
        if (payload === undefined) log.warn({ kind: change.kind }, 'a change has ids that are too long to be told');
        else table.waiting.push(payload);
        // Written at once, so that others hear it when they ask next.
        rhythm.next(() => table.write());
      },
      subscribe: hearers.subscribe,
      onGap: hearers.onGap,
    },
    close: () => rhythm.stop(),
  };
}

/** The table through which servers tell each other. */
class ToldTable {
  /** What is to be written. */
  waiting: string[] = [];
  /** When each was heard that is in the window, or was lately. */
  readonly #heard = new Map<string, number>();
  readonly #pool: Pool;
  #sweptAt = performance.now();

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  async write(): Promise<void> {
    if (this.waiting.length === 0) return;
    const payloads = this.waiting;
    this.waiting = [];
    try {
      await this.#pool.query(
        `insert into changes_told (id, at, position, payload)
         select told.id, clock_timestamp(), told.position, told.payload
         from unnest($1::text[], $2::text[]) with ordinality as told (id, payload, position)`,
        [payloads.map(() => randomUUID()), payloads],
      );
    } catch (error) {
      // Some may be heard twice then, and twice is harmless: whoever hears it reads the record.
      this.waiting = [...payloads, ...this.waiting];
      throw error;
    }
  }

  /** What was told in the window and not found before. */
  async findNew(): Promise<readonly Told[]> {
    const now = performance.now();
    for (const [id, at] of this.#heard) if (now - at > 2 * WINDOW_SECONDS * 1000) this.#heard.delete(id);
    const { rows } = await this.#pool.query<Told>(
      `select id, payload from changes_told
       where at > clock_timestamp() - make_interval(secs => $1) and id <> all($2::text[]) order by at, position`,
      [WINDOW_SECONDS, [...this.#heard.keys()]],
    );
    for (const { id } of rows) this.#heard.set(id, now);
    return rows;
  }

  /** Removes what nobody looks for any more, now and then. */
  async sweep(): Promise<void> {
    const now = performance.now();
    if (now - this.#sweptAt < SWEEP_EVERY_MS) return;
    this.#sweptAt = now;
    await this.#pool.query('delete from changes_told where at < clock_timestamp() - make_interval(secs => $1)', [
      2 * WINDOW_SECONDS,
    ]);
  }
}

interface Rhythm {
  /** Does this after what is being done. */
  next(work: () => Promise<void>): void;
  /** Resolves when what is being done has ended. */
  stop(): Promise<void>;
}

/** Does something again and again, one after the other, and with a pause behind each. */
function inRhythm(again: () => Promise<void>, pauseMs: number): Rhythm {
  let doing: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout;
  let isStopped = false;
  const plan = (): void => {
    timer = setTimeout(() => {
      doing = doing.then(again).finally(() => {
        if (!isStopped) plan();
      });
    }, pauseMs);
    timer.unref();
  };
  plan();
  return {
    next: (work) => void (doing = doing.then(work).catch(() => undefined)),
    async stop() {
      isStopped = true;
      clearTimeout(timer);
      await doing;
    },
  };
}
