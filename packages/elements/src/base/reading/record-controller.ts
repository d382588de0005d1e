import type { Backend, Change, ReadOptions } from '@enrollkit/core';
import { initialState, Task, TaskStatus } from '@lit/task';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { HostBackend } from '../backend/backend-context.js';
import { subscribeToChanges } from '../backend/change-hub.js';
import { isRetryable, problemOf, type Problem } from '../backend/problem.js';
import { badAnswer } from './bad-answer.js';
import { forgetReads, shareRead } from './shared-reads.js';
import { warnOnce } from '../warn-once.js';

/** What an element knows about its record. `problem` beside a record: the last re-read failed, older data is shown. */
export type RecordState<Shown> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly record: Shown; readonly problem: Problem | undefined }
  | { readonly kind: 'missing' }
  | { readonly kind: 'failed'; readonly problem: Problem };

/** What an element tells of itself and its place on the page. */
interface RecordHost extends ReactiveControllerHost {
  readonly localName: string;
  readonly isConnected: boolean;
  readonly pageIsReady: boolean;
  readonly resolvedBackend: HostBackend | undefined;
}

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
  readonly #host: RecordHost;
  readonly #options: RecordOptions<Port, Shown>;
  #kept: { readonly backend: HostBackend | undefined; readonly id: string; readonly record: Shown } | undefined;
  readonly #task: Task<readonly [HostBackend | undefined, string | undefined, boolean, number], undefined>;
  #round = 0;
  #subscribedTo: HostBackend | undefined;
  #unsubscribe: (() => void) | undefined;

  constructor(host: RecordHost, options: RecordOptions<Port, Shown>) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
    this.#task = new Task(host, {
      args: () => [host.resolvedBackend, options.id(), host.pageIsReady, this.#round] as const,
      task: ([backend, id, pageIsReady], { signal }) =>
        id !== undefined && (backend || pageIsReady) && host.isConnected
          ? this.#ask(backend, id, signal)
          : initialState,
    });
  }

  /** What to show now. */
  get state(): RecordState<Shown> {
    const kept = this.#keptNow;
    const problem = this.#problem;
    if (problem === 'not-found') return { kind: 'missing' };
    if (kept) return { kind: 'ready', record: kept.record, problem };
    return problem ? { kind: 'failed', problem } : { kind: 'loading' };
  }

  /** Reads again. */
  reload(): void {
    if (this.#subscribedTo) forgetReads(this.#subscribedTo);
    // Not every backend stops when it is told to; what it answers then is not looked at.
    this.#task.abort();
    this.#round += 1;
    this.#host.requestUpdate();
  }

  /** Shows the answer of a write at once. A read that was under way is older than it, so it starts anew. */
  accept(record: Shown, id = this.#options.id()): void {
    if (id !== undefined) this.#kept = { backend: this.#host.resolvedBackend, id, record };
    this.reload();
  }

  hostConnected(): void {
    window.addEventListener('online', this.#retryOnline);
    // Changes while it was away weren't heard, and what was being read was given up.
    this.reload();
  }

  hostUpdate(): void {
    const { resolvedBackend: backend, isConnected } = this.#host;
    if (!isConnected || backend === this.#subscribedTo) return;
    this.#letGo();
    this.#subscribedTo = backend;
    this.#unsubscribe = backend && subscribeToChanges(backend, this.#hear);
  }

  hostDisconnected(): void {
    window.removeEventListener('online', this.#retryOnline);
    this.#letGo();
    this.#task.abort();
  }

  get #problem(): Problem | undefined {
    return this.#task.status === TaskStatus.ERROR ? problemOf(this.#task.error) : undefined;
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
    const problem = this.#problem;
    if (problem && isRetryable(problem)) this.reload();
  };

  #letGo(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
    this.#subscribedTo = undefined;
  }

  /** A read that was given up answers nothing, whatever its backend makes of that. */
  async #ask(
    backend: HostBackend | undefined,
    id: string,
    signal: AbortSignal,
  ): Promise<undefined | typeof initialState> {
    try {
      const record = await this.#read(backend, id, signal);
      if (signal.aborted) return initialState;
      this.#kept = { backend, id, record };
      return undefined;
    } catch (error) {
      if (signal.aborted) return initialState;
      throw error;
    }
  }

  async #read(backend: HostBackend | undefined, id: string, signal: AbortSignal): Promise<Shown> {
    const { needs, read } = this.#options;
    const missing = needs.filter((port) => typeof backend?.[port] !== 'function');
    if (!backend || missing.length > 0) {
      const tag = this.#host.localName;
      warnOnce(
        backend
          ? `The backend of <${tag}> has no ${missing.join(', ')}.`
          : `<${tag}> has no backend. Put it in <enrollkit-backend>, set its .backend, or call setDefaultBackend().`,
      );
      throw Object.assign(new Error('No backend to ask.'), { code: 'not-configured' });
    }
    const record = await shareRead(backend, [...needs, id].join(' '), signal, (shared) =>
      read(backend as Pick<Backend, Port>, id, { signal: shared }),
    );
    if (typeof record !== 'object' || record === null) throw badAnswer('record');
    return record;
  }
}
