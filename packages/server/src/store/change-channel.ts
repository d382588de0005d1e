import { setTimeout as pause } from 'node:timers/promises';
import type { Change } from '@enrollkit/core';
import pg, { type Client, type Pool } from 'pg';
import type { Logger } from 'pino';
import type { SharedChanges } from '../parts/server-parts.js';
import { ChangeHearers } from './change-hearers.js';

/** What PostgreSQL calls the channel. */
export const CHANNEL = 'enrollkit_changes';

/** PostgreSQL's limit is 8000. */
const MOST_BYTES = 7900;
const RECONNECT_MS = 500;
/** Who only waits must ask now and then, or never notices that the other side is gone without a word. */
const OWN_OPTIONS = {
  application_name: 'enrollkit changes',
  keepAlive: true,
  keepAliveInitialDelayMillis: 15_000,
};

export interface ChangeChannel {
  readonly changes: SharedChanges;
  close(): Promise<void>;
}

/**
 * Tells changes to every process on this database, through one connection of its own. While that is broken, listeners hear
 * nothing and what is published here waits; once it is there again, they are told that they may have missed something.
 */
export async function openChangeChannel(pool: Pool, log: Logger): Promise<ChangeChannel> {
  const hearers = new ChangeHearers(log);
  let waiting: string[] = [];
  let client: Client | undefined;
  let sending: Promise<void> = Promise.resolve();
  let isClosed = false;

  const connect = async (): Promise<void> => {
    const next = new pg.Client({ ...pool.options, ...OWN_OPTIONS });
    next.on('error', (error) =>
      log.warn({ code: (error as { code?: string }).code }, 'lost the connection on which changes are heard'),
    );
    next.on('notification', ({ payload = '' }) => hearers.hear(payload));
    await next.connect();
    await next.query(`listen ${CHANNEL}`);
    next.on('end', () => {
      client = undefined;
      if (!isClosed) void reconnect();
    });
    client = next;
  };

  const reconnect = async (): Promise<void> => {
    while (!isClosed && !client) {
      await pause(RECONNECT_MS);
      try {
        await connect();
        log.info('hears changes again');
        // Not before: who reads again while nothing is heard would miss what changes after that.
        hearers.miss();
        sending = send();
      } catch {
        // Told when it broke; the next try comes.
      }
    }
  };

  /** One after the other, so that everybody hears them in the order in which they were done. */
  const send = async (): Promise<void> => {
    while (client && waiting.length > 0) {
      const [payloads, sender] = [waiting, client];
      waiting = [];
      try {
        await sender.query('select pg_notify($1, payload) from unnest($2::text[]) as payload', [CHANNEL, payloads]);
      } catch {
        // Some may be heard twice then, and twice is harmless: whoever hears it reads the record.
        waiting = [...payloads, ...waiting];
        return;
      }
    }
  };

  await connect();
  let count = 0;
  return {
    changes: {
      publish(change) {
        const payload = toPayload(change, (count += 1));
        if (payload === undefined) {
          log.warn({ kind: change.kind }, 'a change has ids that are too long to be told');
          return;
        }
        waiting.push(payload);
        sending = sending.then(send);
      },
      subscribe: hearers.subscribe,
      onGap: hearers.onGap,
    },
    async close() {
      isClosed = true;
      await sending;
      await client?.end();
    },
  };
}

/**
 * Numbered, because PostgreSQL tells what is the same only once per transaction. Undefined: too long to be told.
 */
export function toPayload(change: Change, number: number): string | undefined {
  const payload = JSON.stringify([number, change]);
  return Buffer.byteLength(payload) > MOST_BYTES ? undefined : payload;
}
