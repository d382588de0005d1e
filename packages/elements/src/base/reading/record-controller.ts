import type { Backend, Change, ProductReadOptions } from '@enrollkit/core';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { NO_BACKEND, type HostBackend } from '../backend/backend-context.js';
import { subscribeToChanges } from '../backend/change-hub.js';
import { Patience } from '../backend/patience.js';
import { isRetryable, problemOf, type Problem } from '../backend/problem.js';
import { onPage } from '../page-events.js';
import { warnOnce } from '../warn-once.js';
import { badAnswer } from './bad-answer.js';
import { forgetReads, shareRead } from './shared-reads.js';

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
  readonly resolvedBackend: HostBackend | undefined;
  readonly isBackendPromised: boolean;
}

export interface RecordOptions<Port extends keyof Backend, Shown> {
  /** What to read; empty while the host hasn't said. */
  readonly id: () => string | undefined;
  /** The site of the page, for records that some sites only may read. */
  readonly site?: () => string | undefined;
  /** Where the host says it, for the warning when it never does. */
  readonly attribute: string;
  /** A record that the page has already: it is shown without asking, until a change of it is heard. */
  readonly given?: () => Shown | undefined;
  /** The methods that the backend must have; asked anew where they depend on what is to be read. */
  readonly needs: readonly Port[] | (() => readonly Port[]);
  readonly read: (backend: Pick<Backend, Port>, id: string, options: ProductReadOptions) => Promise<Shown>;
  /** Whether a change touches what is shown. */
  readonly concerns: (change: Change, id: string) => boolean;
}

/** What it takes to read. Anything more in it would only make it read twice. */
type Question = readonly [HostBackend | undefined, string | undefined, number, Problem | undefined, string | undefined];

/**
 * Reads a record, reads it again after every change and when the network is back, and keeps the old data on screen
 * meanwhile so that nothing flickers.
 */
export class RecordController<Port extends keyof Backend, Shown> implements ReactiveController {
  readonly #host: RecordHost;
  readonly #options: RecordOptions<Port, Shown>;
  readonly #patience: Patience;
  #asked: Question | readonly [] = [];
  #reading: AbortController | undefined;
  #problem: Problem | undefined;
  #kept: { readonly backend: HostBackend | undefined; readonly id: string; readonly record: Shown } | undefined;
  /** The given record that is out of date by now. */
  #outdated: Shown | undefined;
  #round = 0;
  readonly #cleanUps: (() => void)[] = [];
  #subscribedTo: HostBackend | undefined;
  #unsubscribe: (() => void) | undefined;

  constructor(host: RecordHost, options: RecordOptions<Port, Shown>) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
    this.#patience = new Patience(host, () => this.#lack !== undefined);
  }

  /** What to show now. */
  get state(): RecordState<Shown> {
    const given = this.#given;
    if (given) return { kind: 'ready', record: given, problem: undefined };
    const record = this.#keptNow?.record ?? this.#options.given?.();
    const problem = this.#problem;
    if (problem === 'not-found') return { kind: 'missing' };
    if (record) return { kind: 'ready', record, problem };
    return problem ? { kind: 'failed', problem } : { kind: 'loading' };
  }

  /** Reads again. */
  reload(): void {
    if (this.#subscribedTo) forgetReads(this.#subscribedTo);
    // Not every backend stops when it is told to; what it answers then is not looked at.
    this.#reading?.abort();
    this.#round += 1;
    this.#host.requestUpdate();
  }

  /** Shows the answer of a write at once. A read that was under way is older than it, so it starts anew. */
  accept(record: Shown, id = this.#options.id()): void {
    if (id) this.#kept = { backend: this.#host.resolvedBackend, id, record };
    this.#outdated = this.#options.given?.();
    this.reload();
  }

  /** Shows what the element has made of the record by itself, such as a list of which one row was read again. */
  show(record: Shown): void {
    const id = this.#options.id();
    if (id) this.#kept = { backend: this.#host.resolvedBackend, id, record };
    this.#host.requestUpdate();
  }

  hostConnected(): void {
    this.#cleanUps.push(onPage(window, 'online', this.#retryOnline), onPage(window, 'pageshow', this.#onPageShow));
    // Changes while it was away weren't heard, and what was being read was given up.
    this.reload();
  }

  hostUpdate(): void {
    const { resolvedBackend, isConnected } = this.#host;
    if (isConnected && resolvedBackend !== this.#subscribedTo) {
      this.#letGo();
      this.#subscribedTo = resolvedBackend;
      this.#unsubscribe = resolvedBackend && subscribeToChanges(resolvedBackend, this.#hear);
    }
    const question = this.#question;
    if (question.every((part, index) => part === this.#asked[index])) return;
    this.#asked = question;
    this.#reading?.abort();
    const [backend, id, , lack, site] = question;
    this.#problem = lack;
    if (lack) this.#warnOf(lack);
    else if (backend && id && isConnected) void this.#ask(backend, id, site);
  }

  hostDisconnected(): void {
    for (const cleanUp of this.#cleanUps.splice(0)) cleanUp();
    this.#letGo();
    this.#reading?.abort();
  }

  /** The record that the page gave, as long as it isn't out of date. */
  get #given(): Shown | undefined {
    const given = this.#options.given?.();
    return given === this.#outdated ? undefined : given;
  }

  /** Why nothing can be asked, when that is so. */
  get #lack(): Problem | undefined {
    const { resolvedBackend, isBackendPromised } = this.#host;
    if (this.#given) return undefined;
    if (!resolvedBackend && !isBackendPromised) return 'not-configured';
    return this.#options.id() ? undefined : 'nothing-chosen';
  }

  get #question(): Question {
    if (this.#given) return [undefined, undefined, 0, undefined, undefined];
    const lack = this.#patience.isOver ? this.#lack : undefined;
    return [this.#host.resolvedBackend, this.#options.id(), this.#round, lack, this.#options.site?.()];
  }

  get #keptNow(): { readonly record: Shown } | undefined {
    const kept = this.#kept;
    return kept?.id === this.#options.id() && kept?.backend === this.#host.resolvedBackend ? kept : undefined;
  }

  readonly #hear = (change: Change): void => {
    const id = this.#options.id();
    if (!id || !this.#options.concerns(change, id)) return;
    this.#outdated = this.#options.given?.();
    this.reload();
  };

  readonly #retryOnline = (): void => {
    const problem = this.#problem;
    if (problem && isRetryable(problem)) this.reload();
  };

  /** A page that comes back by the back button was asleep, and heard of no change. */
  readonly #onPageShow = ({ persisted }: PageTransitionEvent): void => {
    if (persisted) this.reload();
  };

  #letGo(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
    this.#subscribedTo = undefined;
  }

  #warnOf(lack: Problem): void {
    const tag = this.#host.localName;
    if (lack === 'not-configured') warnOnce('no-backend', [tag]);
    else warnOnce('nothing-to-show', [tag, this.#options.attribute]);
  }

  /** A read that was given up answers nothing, whatever its backend makes of that. */
  async #ask(backend: HostBackend, id: string, site: string | undefined): Promise<void> {
    const { signal } = (this.#reading = new AbortController());
    try {
      const record = await this.#read(backend, { id, site, signal });
      if (signal.aborted) return;
      this.#kept = { backend, id, record };
    } catch (error) {
      if (signal.aborted) return;
      this.#problem = problemOf(error);
    }
    this.#host.requestUpdate();
  }

  async #read(
    backend: HostBackend,
    { id, site, signal }: { readonly id: string; readonly site: string | undefined; readonly signal: AbortSignal },
  ): Promise<Shown> {
    const { needs: needed, read } = this.#options;
    const needs = typeof needed === 'function' ? needed() : needed;
    const missing = needs.filter((port) => typeof backend[port] !== 'function');
    if (missing.length > 0) {
      // Who put that one in place has said why.
      if (backend !== NO_BACKEND) warnOnce('backend-lacks', [this.#host.localName, missing.join(', ')]);
      throw Object.assign(new Error('No backend to ask.'), { code: 'not-configured' });
    }
    const record = await shareRead(backend, JSON.stringify([needs, id, site]), signal, (shared) =>
      read(backend as Pick<Backend, Port>, id, { signal: shared, ...(site && { site }) }),
    );
    if (typeof record !== 'object' || record === null) throw badAnswer('record');
    return record;
  }
}
