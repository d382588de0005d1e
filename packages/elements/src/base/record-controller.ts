import type { Backend, Change, ReadOptions } from '@enrollkit/core';
import { Task, TaskStatus } from '@lit/task';
import type { ReactiveController } from 'lit';
import type { HostBackend } from './backend-context.js';
import { subscribeToChanges } from './change-hub.js';
import type { EnrollkitElement } from './enrollkit-element.js';
import { isRetryable, problemOf, type Problem } from './problem.js';
import { forgetReads, shareRead } from './shared-reads.js';
import { warnOnce } from './warn-once.js';

/** What an element knows about its record. `problem` beside a record: the last re-read failed, older data is shown. */
export type RecordState<Shown> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly record: Shown; readonly refreshing: boolean; readonly problem?: Problem }
  | { readonly kind: 'missing' }
  | { readonly kind: 'failed'; readonly problem: Problem };

interface RecordOptions<Port extends keyof Backend, Shown> {
  /** What to read; `undefined` while the host hasn't said. */
  readonly id: () => string | undefined;
  /** The methods that the backend must have. */
  readonly needs: readonly Port[];
  readonly read: (backend: Pick<Backend, Port>, id: string, options: ReadOptions) => Promise<Shown>;
  /** Whether a change touches what is shown. */
  readonly concerns: (change: Change, id: string) => boolean;
}

/**
 * Reads a record, reads it again after every change and when the network is back, and keeps the old data on screen
 * meanwhile so that nothing flickers.
 */
export class RecordController<Port extends keyof Backend, Shown> implements ReactiveController {
  readonly #host: EnrollkitElement;
  readonly #options: RecordOptions<Port, Shown>;
  readonly #task: Task<readonly [HostBackend | undefined, string | undefined, boolean, number], Shown | undefined>;
  #kept: { readonly backend: HostBackend | undefined; readonly id: string; readonly record: Shown } | undefined;
  #round = 0;
  #subscribedTo: HostBackend | undefined;
  #unsubscribe: (() => void) | undefined;

  constructor(host: EnrollkitElement, options: RecordOptions<Port, Shown>) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
    this.#task = new Task(host, {
      args: () => [host.resolvedBackend, options.id(), host.pageIsReady, this.#round] as const,
      task: ([backend, id, pageIsReady], { signal }) => this.#read(backend, id, pageIsReady, signal),
    });
  }

  /** What to show now. */
  get state(): RecordState<Shown> {
    const kept = this.#keptNow;
    const { status, error } = this.#task;
    if (status === TaskStatus.ERROR) {
      const problem = problemOf(error);
      if (problem === 'not-found') return { kind: 'missing' };
      return kept ? { kind: 'ready', record: kept.record, refreshing: false, problem } : { kind: 'failed', problem };
    }
    if (!kept) return { kind: 'loading' };
    return { kind: 'ready', record: kept.record, refreshing: status === TaskStatus.PENDING };
  }

  /** Reads again. */
  reload(): void {
    if (this.#subscribedTo) forgetReads(this.#subscribedTo);
    this.#round += 1;
    this.#host.requestUpdate();
  }

  /** Shows the answer of a write at once. A read that was under way is older than it, so it starts anew. */
  accept(record: Shown): void {
    const id = this.#options.id();
    if (id !== undefined) this.#kept = { backend: this.#host.resolvedBackend, id, record };
    this.reload();
  }

  hostConnected(): void {
    window.addEventListener('online', this.#retryOnline);
    // Changes while it was away weren't heard, and what was being read was given up.
    this.reload();
  }

  hostUpdate(): void {
    const backend = this.#host.resolvedBackend;
    if (backend === this.#subscribedTo || !this.#host.isConnected) return;
    this.#letGo();
    this.#subscribedTo = backend;
    this.#unsubscribe = backend && subscribeToChanges(backend, this.#hear);
  }

  hostDisconnected(): void {
    window.removeEventListener('online', this.#retryOnline);
    this.#letGo();
    this.#task.abort();
  }

  get #keptNow(): { readonly record: Shown } | undefined {
    const kept = this.#kept;
    return kept?.id === this.#options.id() && kept?.backend === this.#host.resolvedBackend ? kept : undefined;
  }

  readonly #hear = (change: Change): void => {
    const id = this.#options.id();
    if (id !== undefined && this.#options.concerns(change, id)) this.reload();
  };

  readonly #retryOnline = (): void => {
    const { status, error } = this.#task;
    if (status === TaskStatus.ERROR && isRetryable(problemOf(error))) this.reload();
  };

  #letGo(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
    this.#subscribedTo = undefined;
  }

  async #read(
    backend: HostBackend | undefined,
    id: string | undefined,
    pageIsReady: boolean,
    signal: AbortSignal,
  ): Promise<Shown | undefined> {
    if (id === undefined || (!backend && !pageIsReady)) return undefined;
    const missing = this.#options.needs.filter((port) => typeof backend?.[port] !== 'function');
    if (missing.length > 0) {
      const tag = this.#host.localName;
      warnOnce(
        backend
          ? `The backend of <${tag}> has no ${missing.join(', ')}.`
          : `<${tag}> has no backend. Put it in <enrollkit-backend>, set its .backend, or call setDefaultBackend().`,
      );
      throw Object.assign(new Error('No backend to ask.'), { code: 'not-configured' });
    }
    const asked = backend as HostBackend;
    const { read, needs } = this.#options;
    const round = this.#round;
    const record = await shareRead(asked, [...needs, id].join(' '), signal, (shared) =>
      read(asked as Pick<Backend, Port>, id, { signal: shared }),
    );
    if (typeof record !== 'object' || record === null) {
      throw Object.assign(new Error('The backend answered no record.'), { code: 'bad-answer' });
    }
    // Not every backend stops when it is told to: an answer that comes after a newer question is not kept.
    if (!signal.aborted && round === this.#round) this.#kept = { backend, id, record };
    return record;
  }
}
