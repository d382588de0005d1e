import { setTimeout as pause } from 'node:timers/promises';
import { hasErrorCode } from '@enrollkit/core';
import { v7 as uuid } from 'uuid';
import type { WebhookFaultCode } from '../http/issue-codes.js';
import { Alarm } from '../jobs/alarm.js';
import type { ServerParts } from '../parts/server-parts.js';
import { disableEndpoint } from './disable-endpoint.js';
import {
  dueDeliveries,
  endTurn,
  holdTurn,
  recordAttempt,
  takeTurns,
  type DueDelivery,
  type Turn,
} from './delivery-queue.js';
import { eventBody } from './event-data.js';
import { postEvent, TIMEOUT_MS, type Message, type PostOptions, type PostOutcome } from './post-event.js';
import { restMs, retryAfterMs } from './retry-schedule.js';

export interface SendWebhooksOptions extends Omit<PostOptions, 'allowPrivate'> {
  readonly signal: AbortSignal;
  /** From 0 to 1. Default: a random number. */
  readonly random?: () => number;
  /** Calls back when there may be something to send, until the answer is called. */
  readonly listen?: (wake: () => void) => () => void;
  /** Endpoints at a time, and of one provider. */
  readonly most?: number;
  readonly mostOfProvider?: number;
}

/** What a run did. */
export interface SentWebhooks {
  readonly delivered: number;
  readonly failed: number;
}

const MOST_TURNS = 64;
const MOST_TURNS_OF_PROVIDER = 4;
/** Then an endpoint makes room, if somebody waits for it. */
const MOST_IN_A_TURN = 20;
const LONGEST_TURN_MS = 30_000;
/** An attempt, and as long again. After that another server goes on for one that has died. */
const LEASE_MS = 2 * TIMEOUT_MS;
/** In case nobody told that there is something to do. */
const LOOK_MS = 5_000;
/** Then the run ends, so that everybody sees that the job runs; what is still under way has a moment to end by itself. */
const LONGEST_RUN_MS = 2 * 60_000;
const GRACE_MS = 1_000;

/**
 * Sends what is due until nothing is. Each endpoint has a turn of its own, next to those of the others: one that is slow or
 * dead holds up itself. Within a turn one event is sent after the other, the oldest first; what failed is tried again by its
 * schedule, and what happened later doesn't wait for it.
 */
export async function sendWebhooks(parts: ServerParts, options: SendWebhooksOptions): Promise<SentWebhooks> {
  const { signal, listen, most = MOST_TURNS, mostOfProvider = MOST_TURNS_OF_PROVIDER } = options;
  const { tables } = parts.database;
  const counts = { delivered: 0, failed: 0 };
  const alarm = new Alarm();
  const unsubscribe = listen?.(() => alarm.ring());
  const stopping = new AbortController();
  const running = new Set<Promise<void>>();
  const endsAt = Date.parse(parts.clock()) + LONGEST_RUN_MS;
  const isOver = (): boolean => Date.parse(parts.clock()) > endsAt;
  const turnOptions = { ...options, signal: AbortSignal.any([signal, stopping.signal]), counts, isOver };
  let failure: { readonly error: unknown } | undefined;

  const begin = (turn: Turn): void => {
    const over = takeTurn(parts, turn, turnOptions)
      .catch((error: unknown) => {
        failure ??= { error };
      })
      .finally(() => {
        running.delete(over);
        alarm.ring();
      });
    running.add(over);
  };

  try {
    for (;;) {
      signal.throwIfAborted();
      if (failure) throw failure.error;
      if (isOver()) {
        // One that doesn't answer is broken off and begun again by the next run: it must not keep that waiting.
        await Promise.race([Promise.all(running), pause(GRACE_MS, undefined, { signal, ref: false })]);
        return counts;
      }
      const limits = { most: most - running.size, mostOfProvider, leaseMs: LEASE_MS };
      const turns = await takeTurns(tables, { ...limits, now: parts.clock(), lease: uuid() });
      for (const turn of turns) begin(turn);
      if (running.size === 0) return counts;
      await alarm.rings(LOOK_MS, signal);
    }
  } finally {
    unsubscribe?.();
    stopping.abort();
    await Promise.all(running);
  }
}

interface TurnOptions extends SendWebhooksOptions {
  readonly counts: { delivered: number; failed: number };
  /** Whether to make room after this attempt. */
  readonly isOver: () => boolean;
}

async function takeTurn(parts: ServerParts, turn: Turn, options: TurnOptions): Promise<void> {
  const { clock, database } = parts;
  const { tables } = database;
  const endsAt = Date.parse(clock()) + LONGEST_TURN_MS;
  try {
    for (const due of await dueDeliveries(tables, turn, { now: clock(), most: MOST_IN_A_TURN })) {
      if (options.signal.aborted || !(await sendOne(parts, turn, due, options))) break;
      if (Date.parse(clock()) > endsAt || options.isOver()) break;
    }
  } finally {
    await endTurn(tables, turn, clock());
  }
}

/** Whether the endpoint may be sent more. Read again each time: it may have been changed, switched off or removed. */
async function sendOne(parts: ServerParts, turn: Turn, due: DueDelivery, options: TurnOptions): Promise<boolean> {
  const { clock, database } = parts;
  const { counts } = options;
  const body = await eventBody(parts, due).catch((error: unknown) => unreadable(parts, due, error));
  const target = await holdTurn(database.tables, turn, { now: clock(), leaseMs: LEASE_MS });
  if (!target) return false;
  const outcome = await postIfReadable(parts, { id: due.id, body, ...target }, options);
  if (outcome.fault === undefined) {
    await recordAttempt(database.tables, turn, due, { ...outcome, now: clock() });
    counts.delivered += 1;
    return true;
  }
  await recordFailure(parts, turn, due, {
    ...outcome,
    fault: outcome.fault,
    failures: target.failures + 1,
    ...options,
  });
  counts.failed += 1;
  return false;
}

/** A record that can't be read is a fault of this server, and must keep nobody else's events waiting. */
function unreadable({ log }: ServerParts, { id, type }: DueDelivery, error: unknown): undefined {
  if (hasErrorCode(error, 'unavailable') || hasErrorCode(error, 'timeout')) throw error;
  log.error({ event: id, type, err: error }, 'the record of a webhook could not be read');
  return undefined;
}

async function postIfReadable(
  { clock, settings }: ServerParts,
  { body, ...message }: Omit<Message, 'body' | 'atMs'> & { readonly body: string | undefined },
  options: SendWebhooksOptions,
): Promise<PostOutcome> {
  if (body === undefined) return { fault: 'webhook-unreadable' };
  const atMs = Date.parse(clock());
  return postEvent({ ...message, body, atMs }, { ...options, allowPrivate: settings.privateFeeds });
}

interface Failure extends PostOutcome {
  readonly fault: WebhookFaultCode;
  readonly failures: number;
  readonly random?: () => number;
}

/** When to try again; after the last time, and when the receiver says that it is gone, the endpoint is switched off. */
async function recordFailure(
  { clock, database, log }: ServerParts,
  turn: Turn,
  due: DueDelivery,
  { status, fault, failures, retryAfterMs: asked = 0, random = Math.random }: Failure,
): Promise<void> {
  const now = clock();
  const after = (ms: number): string => new Date(Date.parse(now) + Math.max(ms, asked)).toISOString();
  const attempts = due.attempts + 1;
  const wait = retryAfterMs(attempts, random());
  const nextAt = wait === undefined ? undefined : after(wait);
  const isGone = fault === 'webhook-gone';
  const facts = { provider: turn.providerId, webhook: turn.endpointId, code: fault, status };
  log.warn({ ...facts, attempts }, 'a webhook failed');
  const isDisabled = await database.tables.transaction().execute(async (tx) => {
    await recordAttempt(tx, turn, due, { status, fault, nextAt, restsUntil: after(restMs(failures)), now });
    return (isGone || nextAt === undefined) && disableEndpoint(tx, turn, { fault, event: due, isGone, clock });
  });
  if (isDisabled) log.warn(facts, 'a webhook was switched off');
}
