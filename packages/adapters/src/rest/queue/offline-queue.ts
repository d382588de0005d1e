import { EnrollkitError, type Clock } from '@enrollkit/core';
import type { CallOptions } from '../http/client.js';
import { newKey } from '../http/new-key.js';
import { isUnreached } from './judge-failure.js';
import { OutcomeChannel, type Hint, type Outcome } from './outcome-channel.js';
import { QueueDatabase } from './queue-database.js';
import { QueueSender, type QueueOwner, type SenderParts } from './queue-sender.js';
import { toQueuedWrite, type QueuedWrite, type WriteCall, type WriteRow } from './queued-write.js';

/** The writes of this person that wait in this browser, for a page that wants to show or decide about them. */
export interface WriteQueue {
  /** In the order in which they came. */
  items(): Promise<readonly QueuedWrite[]>;
  /** Calls `listener` whenever the list has changed, in this tab or another, until the answer is called. */
  subscribe(listener: (items: readonly QueuedWrite[]) => void): () => void;
  /** Sends one that was refused again. After a conflict it is sent whatever the version: somebody has looked at it. */
  retry(id: number): Promise<void>;
  /** Gives one up. It can have been done already when its answer got lost. */
  discard(id: number): Promise<void>;
}

export interface QueueParts extends Pick<SenderParts, 'clock' | 'retry' | 'owner' | 'perform'> {
  readonly database: string;
  readonly clock: Clock;
  /** The record as it is after a write that another tab sent; `recordId` names one that it made. */
  readonly lookUp: (call: WriteCall, recordId: string | undefined) => Promise<unknown>;
  /** Who wrote last, without asking; nothing is kept as long as nobody knows. */
  readonly currentOwner: () => QueueOwner | undefined;
}

/** One of several writes, with a key of its own. */
export interface KeyedWrite {
  readonly call: WriteCall;
  readonly idempotencyKey: string;
  readonly expectedVersion?: number;
}

const KEPT = 'Kept in this browser until there is a connection';
/** So long what one file has found out of the connection holds for the next: three hundred needn't each try four times. */
const JUST_NOW_MS = 15_000;
const GIVEN_UP = { code: 'aborted', message: 'It was given up', issues: [] } as const;

/** Keeps writes that couldn't be sent and sends them as soon as there is a connection, also after a reload. */
export class OfflineQueue implements WriteQueue {
  readonly #parts: QueueParts;
  readonly #database: QueueDatabase;
  readonly #channel: OutcomeChannel;
  readonly #sender: QueueSender;
  readonly #listeners = new Set<(items: readonly QueuedWrite[]) => void>();
  /** What is waited for here. */
  readonly #calls = new Map<number, WriteCall>();
  /** False only when it is known that nothing is kept. */
  #mayHaveRows = true;
  /** When the server was not reached, and why, unless it has been since. */
  #unreached: { readonly atMs: number; readonly error: EnrollkitError } | undefined;

  constructor(parts: QueueParts) {
    const { database: name } = parts;
    this.#parts = parts;
    this.#database = new QueueDatabase(name);
    this.#channel = new OutcomeChannel(name, {
      onChange: () => this.#changed(),
      findOutcome: (hint) => this.#findOutcome(hint),
    });
    this.#sender = new QueueSender({ ...parts, name, database: this.#database, channel: this.#channel });
    globalThis.addEventListener('online', this.#online);
    // What an earlier visit left. A browser without storage has nothing, and can keep nothing.
    this.#hasRows()
      .then((hasRows) => hasRows && this.#sender.wake())
      .catch(() => undefined);
  }

  /** Does the write now, or keeps it and rejects with `queued`. */
  async send(call: WriteCall, options: CallOptions): Promise<unknown> {
    const sending = { ...options, idempotencyKey: options.idempotencyKey ?? newKey() };
    const owner = this.#parts.currentOwner();
    // What came earlier for the same enrollment goes first.
    if (owner && !options.signal?.aborted && (await this.#areWaiting([{ call }], owner))) {
      return this.#keep(call, sending);
    }
    const unreached = this.#unreachedFor(call);
    if (owner && unreached && !options.signal?.aborted) return this.#keep(call, sending, unreached);
    try {
      const answer = await this.#parts.perform(call, sending);
      this.#replaced([call]);
      return answer;
    } catch (error) {
      if (!isUnreached(error) || options.signal?.aborted) throw error;
      this.#unreached = { atMs: Date.now(), error };
      return this.#keep(call, sending, error);
    }
  }

  /**
   * Does several writes in the one call that `perform` makes, or keeps each and rejects with `queued`; then `sent` has for each
   * its answer, or the error that it ended with.
   */
  async sendMany<Answer extends object>(
    writes: readonly KeyedWrite[],
    perform: () => Promise<readonly Answer[]>,
    options: CallOptions,
  ): Promise<readonly Answer[]> {
    const owner = this.#parts.currentOwner();
    // What came earlier for the same enrollment goes first.
    const isWaiting = owner && (await this.#areWaiting(writes, owner));
    let cause: EnrollkitError | undefined;
    if (!isWaiting || options.signal?.aborted) {
      try {
        const answers = await perform();
        this.#replaced(writes.flatMap(({ call }, index) => ('problem' in (answers[index] ?? {}) ? [] : [call])));
        return answers;
      } catch (error) {
        if (!isUnreached(error) || options.signal?.aborted) throw error;
        cause = error;
      }
    }
    const sent: Promise<unknown>[] = [];
    // In their order: two may be of one enrollment.
    for (const { call, ...sending } of writes) {
      const kept = await this.#keep(call, sending, cause).catch((error: unknown) => error as EnrollkitError);
      if (!kept.sent && sent.length === 0) throw kept;
      sent.push((kept.sent ?? Promise.reject(kept)).catch((error: unknown) => error));
    }
    throw new EnrollkitError('queued', KEPT, { cause, sent: Promise.all(sent) });
  }

  /** There is an answer from the server. */
  reached(): void {
    this.#unreached = undefined;
    this.#sender.reached();
  }

  readonly #online = (): void => {
    this.#unreached = undefined;
    this.#sender.online();
  };

  /** Files come by the hundred, and wait for the same connection. What a person does once is tried. */
  #unreachedFor({ method }: WriteCall): EnrollkitError | undefined {
    const { atMs = -Infinity, error } = this.#unreached ?? {};
    return method === 'uploadCertificate' && Date.now() - atMs < JUST_NOW_MS ? error : undefined;
  }

  async items(): Promise<readonly QueuedWrite[]> {
    // As a rule there are none: then nobody need be asked whose they are.
    if (!(await this.#hasRows())) return [];
    const owner = this.#parts.currentOwner() ?? (await this.#parts.owner());
    if (!owner) return [];
    const rows = await this.#database.list(owner.scope);
    return rows.map((row) => toQueuedWrite(row, { isFromHere: this.#calls.has(row.id) }));
  }

  subscribe(listener: (items: readonly QueuedWrite[]) => void): () => void {
    const own = (items: readonly QueuedWrite[]): void => listener(items);
    this.#listeners.add(own);
    return () => void this.#listeners.delete(own);
  }

  async retry(id: number): Promise<void> {
    await this.#database.change(id, ({ problem, expectedVersion, ...row }) => ({
      ...row,
      ...(expectedVersion !== undefined && problem?.code !== 'conflict' && { expectedVersion }),
      state: 'waiting',
    }));
    this.#channel.tell();
    this.#sender.wake();
  }

  async discard(id: number): Promise<void> {
    await this.#database.remove(id);
    this.#channel.tell({ id, problem: GIVEN_UP });
  }

  close(): void {
    globalThis.removeEventListener('online', this.#online);
    this.#sender.close();
    this.#channel.close();
    this.#database.close();
    this.#listeners.clear();
  }

  async #keep(
    call: WriteCall,
    options: CallOptions & { readonly idempotencyKey: string },
    cause?: EnrollkitError,
  ): Promise<never> {
    const owner = this.#parts.currentOwner();
    if (!owner) throw cause ?? new EnrollkitError('unauthorized', 'Nobody is signed in');
    const row = await this.#store(call, options, owner).catch((error: unknown) => {
      throw cause ?? new EnrollkitError('storage-unavailable', 'The browser could not keep it', { cause: error });
    });
    this.#calls.set(row.id, call);
    const sent = this.#channel.waitFor(row.id);
    this.#channel.tell();
    if (cause) this.#sender.wakeLater();
    else this.#sender.wake();
    throw new EnrollkitError('queued', KEPT, { cause, sent });
  }

  async #store(
    { enrollmentId, method, ...call }: WriteCall,
    { idempotencyKey, expectedVersion }: CallOptions & { readonly idempotencyKey: string },
    { scope }: QueueOwner,
  ): Promise<WriteRow> {
    const draft = 'draft' in call ? call.draft : undefined;
    const { name = '', type = '' } = draft?.file ?? {};
    const row = {
      scope,
      enrollmentId,
      method,
      ...('to' in call && { to: call.to, ...(call.cause && { cause: call.cause }) }),
      ...('note' in call && { note: call.note }),
      ...(draft && { draft: { ...draft, file: { name, type } } }),
      idempotencyKey,
      ...(expectedVersion !== undefined && { expectedVersion }),
      queuedAt: this.#parts.clock(),
      state: 'waiting',
    } as const;
    return this.#database.add(row, await draft?.file.arrayBuffer());
  }

  /** What another tab says has happened is looked up: in the database, and on the server. */
  async #findOutcome({ id, recordId, isDiscarded }: Hint): Promise<Outcome | undefined> {
    const row = await this.#database.find(id);
    if (row) return row.state === 'failed' && row.problem ? { id, problem: row.problem } : undefined;
    if (isDiscarded) return { id, problem: GIVEN_UP };
    const call = this.#calls.get(id);
    return call && { id, result: await this.#parts.lookUp(call, recordId) };
  }

  async #areWaiting(writes: readonly Pick<KeyedWrite, 'call'>[], { scope }: QueueOwner): Promise<boolean> {
    if (!this.#mayHaveRows) return false;
    const ids = new Set(writes.map(({ call }) => call.enrollmentId));
    const rows = await this.#database.list(scope).catch(() => []);
    return rows.some((row) => ids.has(row.enrollmentId) && row.state === 'waiting');
  }

  /** Of what was refused before nobody need be told any more. */
  #replaced(done: readonly WriteCall[]): void {
    const owner = this.#parts.currentOwner();
    if (!owner || !this.#mayHaveRows) return;
    this.#database.removeReplaced(owner.scope, done).then(
      (isAny) => isAny && this.#channel.tell(),
      () => undefined,
    );
  }

  async #hasRows(): Promise<boolean> {
    this.#mayHaveRows = (await this.#database.count()) > 0;
    return this.#mayHaveRows;
  }

  #changed(): void {
    this.#mayHaveRows = true;
    if (this.#listeners.size === 0) return;
    this.items().then(
      (items) => this.#listeners.forEach((listener) => listener(items)),
      // Without the database there is no list to tell of.
      () => undefined,
    );
  }
}
