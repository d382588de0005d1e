import { keptWrite } from '../backend/kept-write.js';
import type { UploadItem, UploadState } from './upload-item.js';
import { canSucceedLater, toProblem, type UploadProblem } from './upload-problem.js';

/** `Fields` is what is the same for every file that is started together. */
export interface UploadRequest<Fields> {
  readonly file: File;
  readonly fields: Fields;
  /** The same for the same file with the same fields, so that trying again never makes a second certificate. */
  readonly idempotencyKey: string;
  readonly signal: AbortSignal;
  readonly onProgress: (sentBytes: number) => void;
}

export interface UploadManagerOptions<Fields, Stored> {
  /** How many at once. Default 3. */
  readonly concurrency?: number;
  readonly newId: () => string;
  /** Answers what is wrong with a file, what should be known about it, or nothing. `others` came earlier. */
  readonly check: (file: File, others: readonly UploadItem[]) => Promise<UploadCheck | undefined>;
  readonly send: (request: UploadRequest<Fields>) => Promise<Stored>;
  /** Called after every change; `item` is as it became, or as it was when it left the list. */
  readonly onChange: (item: UploadItem, event: UploadEvent) => void;
  readonly onDone: (item: UploadItem, stored: Stored) => void;
}

export type UploadCheck = UploadProblem | { readonly notices: readonly UploadProblem[] };

export type UploadEvent = UploadState | 'progress' | 'stopped' | 'removed';

interface Attempt<Fields> {
  readonly fields: Fields;
  readonly idempotencyKey: string;
  readonly abort: AbortController;
}

/**
 * The list of files on their way to one record: checks, queues, sends, stops and tries again. Knows no page. It never
 * tries again by itself; whether that makes sense is for the person who reads why it failed.
 */
export class UploadManager<Fields, Stored> {
  readonly #options: UploadManagerOptions<Fields, Stored>;
  readonly #attempts = new Map<string, Attempt<Fields>>();
  #items: readonly UploadItem[] = [];

  constructor(options: UploadManagerOptions<Fields, Stored>) {
    this.#options = options;
  }

  /** In the order in which they were added. */
  get items(): readonly UploadItem[] {
    return this.#items;
  }

  /** Whether anything would be lost by leaving now. */
  get isRunning(): boolean {
    return this.#items.some(({ state }) => state === 'uploading' || state === 'waiting');
  }

  /** Takes files in and checks them. Nothing is sent before {@link start}. */
  async add(files: readonly File[]): Promise<void> {
    await Promise.all(files.map((file) => this.#take(file)));
  }

  /** Puts a file on the list as refused, so that the person reads why. */
  refuse(file: File, problem: UploadProblem): void {
    this.#append({ id: this.#options.newId(), file, state: 'refused', sentBytes: 0, problem });
  }

  /** Sends everything that is ready or has failed before. */
  start(fields: Fields): void {
    for (const { id, state } of this.#items) {
      if (state === 'ready' || state === 'failed') this.#enqueue(id, fields);
    }
    this.#sendNext();
  }

  /** Tries one file again. */
  retry(id: string, fields: Fields): void {
    if (this.#find(id)?.state === 'failed') this.#enqueue(id, fields);
    this.#sendNext();
  }

  /** Stops one file; it stays on the list, ready to be sent after all. */
  stop(id: string): void {
    const item = this.#find(id);
    if (item?.state !== 'waiting' && item?.state !== 'uploading') return;
    this.#change(id, { state: 'ready', sentBytes: 0 }, 'stopped');
    this.#attempts.get(id)?.abort.abort();
    this.#sendNext();
  }

  /** Takes a file off the list, stopping it first when it is on its way. */
  remove(id: string): void {
    this.stop(id);
    this.#forget(id, 'removed');
  }

  async #take(file: File): Promise<void> {
    const others = this.#items.filter(({ state }) => state !== 'refused');
    const id = this.#options.newId();
    this.#append({ id, file, state: 'checking', sentBytes: 0 });
    const found = await this.#options.check(file, others);
    if (found && 'code' in found) this.#change(id, { state: 'refused', problem: found });
    else this.#change(id, { state: 'ready', ...found });
  }

  #enqueue(id: string, fields: Fields): void {
    const earlier = this.#attempts.get(id);
    const isSame = earlier !== undefined && JSON.stringify(earlier.fields) === JSON.stringify(fields);
    const idempotencyKey = isSame ? earlier.idempotencyKey : this.#options.newId();
    this.#attempts.set(id, { fields, idempotencyKey, abort: new AbortController() });
    this.#change(id, { state: 'waiting', sentBytes: 0 });
  }

  #sendNext(): void {
    const { concurrency = 3 } = this.#options;
    for (const { id, state } of this.#items) {
      if (this.#items.filter((item) => item.state === 'uploading').length >= concurrency) return;
      if (state === 'waiting') void this.#send(id);
    }
  }

  async #send(id: string): Promise<void> {
    const attempt = this.#attempts.get(id);
    const item = this.#change(id, { state: 'uploading' });
    if (!attempt || !item) return;
    const isCurrent = () => this.#attempts.get(id) === attempt && !attempt.abort.signal.aborted;
    try {
      const stored = await this.#options.send({
        file: item.file,
        fields: attempt.fields,
        idempotencyKey: attempt.idempotencyKey,
        signal: attempt.abort.signal,
        onProgress: (sentBytes) => {
          if (isCurrent()) this.#change(id, { state: 'uploading', sentBytes }, 'progress');
        },
      });
      // Also when it was stopped too late: the backend has it, and that is what the list must show.
      this.#finish(item, stored);
    } catch (error) {
      const sent = keptWrite(error);
      if (sent) void this.#untilSent(item, sent as Promise<Stored>);
      else if (isCurrent()) this.#fail(id, error);
    }
    this.#sendNext();
  }

  /** The backend has it in its own hands now: it can't be stopped, and needs no second try. */
  async #untilSent(item: UploadItem, sent: Promise<Stored>): Promise<void> {
    this.#change(item.id, { state: 'queued', sentBytes: 0 });
    try {
      this.#finish(item, await sent);
    } catch (error) {
      this.#fail(item.id, error);
    }
  }

  #finish(item: UploadItem, stored: Stored): void {
    this.#attempts.get(item.id)?.abort.abort();
    this.#forget(item.id);
    this.#options.onDone(item, stored);
  }

  #fail(id: string, error: unknown): void {
    const state = canSucceedLater(error) ? 'failed' : 'refused';
    this.#change(id, { state, sentBytes: 0, problem: toProblem(error) });
  }

  #find(id: string): UploadItem | undefined {
    return this.#items.find((item) => item.id === id);
  }

  #append(item: UploadItem): void {
    this.#items = [...this.#items, item];
    this.#options.onChange(item, item.state);
  }

  /** Replaces state, progress and problem as a whole, so that an old problem never stays behind. Notices are the file's. */
  #change(
    id: string,
    change: Pick<UploadItem, 'state' | 'problem' | 'notices'> & { sentBytes?: number },
    event: UploadEvent = change.state,
  ): UploadItem | undefined {
    const old = this.#find(id);
    if (!old) return undefined;
    const { file, sentBytes, notices } = old;
    const item: UploadItem = { id, file, sentBytes, ...(notices && { notices }), ...change };
    this.#items = this.#items.map((each) => (each.id === id ? item : each));
    this.#options.onChange(item, event);
    return item;
  }

  #forget(id: string, event?: UploadEvent): void {
    const item = this.#find(id);
    this.#items = this.#items.filter((each) => each.id !== id);
    this.#attempts.delete(id);
    if (item && event) this.#options.onChange(item, event);
  }
}
