import { EnrollkitError, type Clock } from '@enrollkit/core';
import type { CallOptions } from '../http/client.js';
import { retryDelayMs, type RetryOptions } from '../http/retry.js';
import { judgeFailure, type Verdict } from './judge-failure.js';
import { inOneTab } from './one-tab.js';
import type { OutcomeChannel } from './outcome-channel.js';
import type { QueueDatabase } from './queue-database.js';
import type { QueueProblem, WriteCall, WriteRow } from './queued-write.js';

/** Whose writes are sent, and how it is made sure that they are. */
export interface QueueOwner {
  readonly scope: string;
  /** Sent with nobody else's token than this one's. */
  readonly onBehalfOf?: string;
}

export interface SenderParts {
  readonly name: string;
  readonly database: QueueDatabase;
  readonly channel: OutcomeChannel;
  readonly clock: Clock;
  readonly retry: Pick<RetryOptions, 'firstDelayMs' | 'random'>;
  readonly owner: () => Promise<QueueOwner | undefined>;
  readonly perform: (call: WriteCall, options: CallOptions) => Promise<unknown>;
}

const MAX_DELAY_MS = 5 * 60_000;
/** A server forgets idempotency keys after a month: what is older might be done a second time. */
const MAX_AGE_MS = 28 * 86_400_000;

/** As many as the client sends at once. */
const AT_ONCE = 3;

/**
 * Sends what is kept: in order for each enrollment, several of these at once, in one tab at a time, each with the idempotency key of its first
 * attempt, so that one whose answer got lost is not done twice.
 */
export class QueueSender {
  readonly #parts: SenderParts;
  readonly #closed = new AbortController();
  #running: Promise<void> | undefined;
  #isAskedAgain = false;
  #failures = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #stopped = false;

  constructor(parts: SenderParts) {
    this.#parts = parts;
  }

  /** There is an answer from the server after there was none. */
  readonly reached = (): void => {
    if (this.#stopped && !this.#running) this.wake();
  };

  /** The browser says that there is a connection: what failed before says nothing of it. */
  readonly online = (): void => {
    this.#failures = 0;
    this.wake();
  };

  /** Sends now, or looks once more when it is sending already. */
  readonly wake = (): void => {
    if (this.#closed.signal.aborted) return;
    this.#stopTimer();
    this.#isAskedAgain = true;
    // A failing database or lock is tried again with the rest.
    this.#running ??= this.#run()
      .catch(() => this.wakeLater())
      .finally(() => (this.#running = undefined));
  };

  /** Three hundred that are kept in one minute are one failure, and not three hundred: who waits already waits no longer. */
  wakeLater(): void {
    if (this.#timer !== undefined) return;
    const delayMs = retryDelayMs(this.#failures, { ...this.#parts.retry, retries: Infinity, maxDelayMs: MAX_DELAY_MS });
    this.#failures += 1;
    this.#timer = setTimeout(this.wake, delayMs);
  }

  close(): void {
    this.#closed.abort();
    this.#stopTimer();
  }

  #stopTimer(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  async #run(): Promise<void> {
    const { name, database } = this.#parts;
    const { signal } = this.#closed;
    let isAllSent = true;
    while (this.#isAskedAgain) {
      this.#isAskedAgain = false;
      isAllSent = await inOneTab(name, { database, signal }, () => this.#sendAll());
    }
    if (isAllSent) this.#failures = 0;
    else this.wakeLater();
  }

  /** Whether nothing is left that could be sent. */
  async #sendAll(): Promise<boolean> {
    const { database, owner } = this.#parts;
    const sender = await owner();
    this.#stopped = false;
    if (!sender) return true;
    const byEnrollment = new Map<string, WriteRow[]>();
    for (const row of await database.list(sender.scope)) {
      if (row.state !== 'waiting') continue;
      const rows = byEnrollment.get(row.enrollmentId) ?? [];
      rows.push(row);
      byEnrollment.set(row.enrollmentId, rows);
    }
    const left = byEnrollment.values();
    let isAllSent = true;
    /** Several of these share what is left. */
    const sendSome = async (): Promise<void> => {
      for (const rows of left) {
        if (this.#stopped || this.#closed.signal.aborted) return;
        // A database that fails is tried again with the rest.
        const verdict = await this.#sendInOrder(rows, sender).catch(() => 'later' as const);
        if (verdict === 'later' || verdict === 'stop') isAllSent = false;
        if (verdict === 'stop') this.#stopped = true;
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, sendSome));
    return isAllSent;
  }

  /** What comes after one that must be tried again may rely on it. */
  async #sendInOrder(rows: readonly WriteRow[], sender: QueueOwner): Promise<Verdict> {
    for (const { id } of rows) {
      if (this.#closed.signal.aborted) break;
      // Given up meanwhile, or sent by another tab.
      const row = await this.#parts.database.find(id);
      if (row?.state !== 'waiting') continue;
      const verdict = await this.#sendOne(row, sender);
      if (verdict === 'later' || verdict === 'stop') return verdict;
    }
    return 'done';
  }

  async #sendOne(row: WriteRow, { onBehalfOf }: QueueOwner): Promise<Verdict> {
    const { perform, clock } = this.#parts;
    if (Date.parse(clock()) - Date.parse(row.queuedAt) > MAX_AGE_MS) {
      return this.#refuse(row, { code: 'timeout', message: 'It was kept for too long to be sent safely', issues: [] });
    }
    const { idempotencyKey, expectedVersion } = row;
    try {
      const result = await perform(await this.#callOf(row), {
        idempotencyKey,
        signal: this.#closed.signal,
        ...(expectedVersion !== undefined && { expectedVersion }),
        ...(onBehalfOf !== undefined && { onBehalfOf }),
      });
      return await this.#finish(row, result);
    } catch (error) {
      const { code, message, issues, current } = (error ?? {}) as QueueProblem & { readonly current?: unknown };
      const verdict = judgeFailure({ code, method: row.method });
      if (verdict === 'done') return this.#finish(row, current);
      return verdict === 'refused' ? this.#refuse(row, { code, message, issues }, current) : verdict;
    }
  }

  async #callOf({ id, method, enrollmentId, to, cause, note, draft }: WriteRow): Promise<WriteCall> {
    const noted = note === undefined ? {} : { note };
    if (method === 'cancelEnrollment') return { method, enrollmentId, ...noted };
    if (method === 'changeStatus' && to !== undefined)
      return { method, enrollmentId, to, ...(cause && { cause }), ...noted };
    const bytes = await this.#parts.database.file(id);
    if (!draft || !bytes) throw new EnrollkitError('not-found', `What was kept as ${method} isn't whole any more`);
    const file = new File([bytes], draft.file.name, { type: draft.file.type });
    return { method: 'uploadCertificate', enrollmentId, draft: { ...draft, file } };
  }

  async #finish(row: WriteRow, result: unknown): Promise<'done'> {
    const { database } = this.#parts;
    const { id, scope } = row;
    await database.remove(id);
    await database.removeReplaced(scope, [row]);
    this.#failures = 0;
    this.#parts.channel.tell({ id, result });
    return 'done';
  }

  /** It stays, with what is wrong, until somebody decides. */
  async #refuse({ id }: WriteRow, problem: QueueProblem, current?: unknown): Promise<'refused'> {
    await this.#parts.database.change(id, (row) => ({ ...row, state: 'failed', problem }));
    this.#parts.channel.tell({ id, problem: { ...problem, ...(current !== undefined && { current }) } });
    return 'refused';
  }
}
