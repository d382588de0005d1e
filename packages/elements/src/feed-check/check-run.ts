import type { CalendarDay, PeOrganisation } from '@enrollkit/core';
import { warnOnce } from '../base/warn-once.js';
import type { FeedProblemCode } from '../terms/feed-check.js';
import { FeedFault, checkSize, type ChosenFeed } from './input/chosen-feed.js';
import { expectAnswers } from './expect-answers.js';
import type { FeedChecker, FeedCheckResult, FeedInput, FeedProgress, FeedSummary } from './feed-checker.js';
import { fetchFeed } from './input/fetch-feed.js';
import type { FeedProblem } from './feed-wording.js';

/** What the element is doing with a feed. */
export type RunState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'fetching' | 'checking'; readonly feed: ChosenFeed; readonly progress?: RunProgress }
  | { readonly kind: 'done'; readonly feed: ChosenFeed; readonly content: FeedInput; readonly result: FeedCheckResult }
  | { readonly kind: 'failed'; readonly feed: ChosenFeed | undefined; readonly problem: FeedProblem }
  | { readonly kind: 'cancelled'; readonly feed: ChosenFeed };

export type RunProgress = Pick<FeedProgress, 'readBytes'> & Partial<FeedProgress>;

export interface RunSettings {
  readonly checker: FeedChecker | undefined;
  readonly strict: boolean;
  readonly today: CalendarDay;
  readonly site: string | undefined;
  readonly peOrganisations: readonly PeOrganisation[] | undefined;
  readonly encoding: string | undefined;
  readonly maxBytes: number;
}

/** With another of these, another thing may be found. */
export const OUTDATING = [
  'checker',
  'strict',
  'site',
  'peOrganisations',
  'encoding',
] as const satisfies readonly (keyof RunSettings)[];

interface RunOptions {
  readonly settings: () => RunSettings;
  readonly onChange: (state: RunState) => void;
}

const KNOWN: readonly FeedProblemCode[] = ['too-large', 'unreadable', 'broken-archive', 'offline', 'not-configured'];

/** Checks one feed at a time: the next one ends the one before. Knows no screen. */
export class CheckRun {
  readonly #options: RunOptions;
  #state: RunState = { kind: 'idle' };
  #abort: AbortController | undefined;
  /** What it has to tell is gone; `again()` gets it once more. */
  isClosed = false;

  constructor(options: RunOptions) {
    this.#options = options;
  }

  get state(): RunState {
    return this.#state;
  }

  /** The feed that the last run was about. */
  get feed(): ChosenFeed | undefined {
    return this.#state.kind === 'idle' ? undefined : this.#state.feed;
  }

  get isRunning(): boolean {
    return this.#state.kind === 'fetching' || this.#state.kind === 'checking';
  }

  /** Resolves when it has ended: without a summary unless it succeeded. What was fetched once isn't fetched again. */
  async start(feed: ChosenFeed, fetched?: FeedInput): Promise<FeedSummary | undefined> {
    this.close();
    this.isClosed = false;
    const abort = (this.#abort = new AbortController());
    const { signal } = abort;
    // What comes of a run that was ended is nobody's business any more.
    const enter = (state: RunState): void => {
      if (this.#abort === abort) this.#enter(state);
    };
    const settings = this.#options.settings();
    try {
      checkSize(feed, settings.maxBytes);
      const content = fetched ?? (await this.#contentOf(feed, settings, signal, enter));
      enter({ kind: 'checking', feed });
      const result = await check(content, settings, signal, (progress) => {
        // A checker may be late with it.
        if (this.#state.kind === 'checking') enter({ kind: 'checking', feed, progress });
      });
      if (this.#abort === abort) {
        enter({ kind: 'done', feed, content, result });
        return result.summary;
      }
      result.close();
    } catch (error) {
      if (this.#abort === abort) enter({ kind: 'failed', feed, problem: problemOf(error) });
    }
    return undefined;
  }

  /** Checks the same feed once more, as when the settings have changed. */
  async again(): Promise<void> {
    const { feed, state } = this;
    if (feed) await this.start(feed, state.kind === 'done' ? state.content : undefined);
  }

  /** Ends what is going on, at once. */
  cancel(): void {
    const { feed } = this;
    if (!this.isRunning || !feed) return;
    this.#abort?.abort();
    this.#abort = undefined;
    this.#enter({ kind: 'cancelled', feed });
  }

  /** Says why something that was given is no feed to check. */
  refuse(problem: FeedProblem): void {
    this.close();
    this.isClosed = false;
    this.#enter({ kind: 'failed', feed: undefined, problem });
  }

  /** Ends everything and frees what the check keeps. */
  close(): void {
    this.isClosed = this.isRunning || this.#state.kind === 'done';
    this.#abort?.abort();
    this.#abort = undefined;
    if (this.#state.kind === 'done') this.#state.result.close();
  }

  /** Forgets the feed too. */
  reset(): void {
    if (this.#state.kind === 'idle') return;
    this.close();
    this.isClosed = false;
    this.#enter({ kind: 'idle' });
  }

  #enter(state: RunState): void {
    this.#state = state;
    this.#options.onChange(state);
  }

  async #contentOf(
    feed: ChosenFeed,
    { maxBytes }: RunSettings,
    signal: AbortSignal,
    enter: (state: RunState) => void,
  ): Promise<FeedInput> {
    if (feed.kind !== 'address') return feed.content;
    enter({ kind: 'fetching', feed });
    const onProgress = (readBytes: number, totalBytes: number | undefined): void =>
      enter({ kind: 'fetching', feed, progress: { readBytes, ...(totalBytes !== undefined && { totalBytes }) } });
    const content = await fetchFeed(feed.address, { maxBytes, signal, onProgress });
    checkSize({ kind: 'file', name: feed.name, content }, maxBytes);
    return content;
  }
}

async function check(
  content: FeedInput,
  { checker, site, peOrganisations, encoding, ...settings }: RunSettings,
  signal: AbortSignal,
  onProgress: (progress: FeedProgress) => void,
): Promise<FeedCheckResult> {
  if (typeof checker?.check !== 'function') {
    warnOnce('no-checker', []);
    throw new FeedFault({ code: 'not-configured' });
  }
  return expectAnswers(
    await checker.check(content, {
      ...settings,
      ...(site !== undefined && { site }),
      ...(peOrganisations && { peOrganisations }),
      ...(encoding !== undefined && { encoding }),
      signal,
      onProgress,
    }),
  );
}

function problemOf(error: unknown): FeedProblem {
  if (error instanceof FeedFault) return error.problem;
  const { code } = (error ?? {}) as { readonly code?: unknown };
  const known = KNOWN.find((each) => each === code);
  if (known === undefined) warnOnce('feed-not-checked', [], error);
  return { code: known ?? 'internal' };
}
