import { compareEnrollments, type Enrollment, type EnrollmentQuery, type Page } from '@enrollkit/core';
import type { ReactiveController } from 'lit';
import { problemOf, type Problem } from '../../base/backend/problem.js';
import type { EnrollkitElement } from '../../base/enrollkit-element.js';
import { RecordController, type RecordState } from '../../base/reading/record-controller.js';
import { KnownRows } from './known-rows.js';
import { LiveRows } from './live-rows.js';
import { RowRecount } from './row-recount.js';
import { inserted, PageFrontier } from './page-frontier.js';
import { meeting, RowQuestion, type RowsOptions } from './row-question.js';
import { readAfter, readEvery, readPage } from './row-reader.js';

/** More rows than anybody goes through, or prints: work and memory have an end. */
const MOST_ROWS = 50_000;

/**
 * The rows of a list, as many as are needed: sorted and searched here when all fit on the first page, by the backend when not.
 * A row that changes stays where it is until somebody sorts or filters anew: nothing moves away under a person's hands.
 */
export class RosterRows implements ReactiveController {
  readonly #host: EnrollkitElement;
  readonly #options: RowsOptions;
  readonly #question: RowQuestion;
  readonly #first: RecordController<'listEnrollments', Page<Enrollment>>;
  readonly #known = new KnownRows();
  /** How far pages were read. */
  readonly #frontier = new PageFrontier();
  /** As they came. */
  #loaded: readonly string[] = [];
  /** As they are shown. */
  #view: readonly string[] = [];
  #places: Map<string, number> | undefined;
  #total = 0;
  #isComplete = false;
  #taken: Page<Enrollment> | undefined;
  #shownBy: string | undefined;
  #more: AbortController | undefined;
  #reading: Promise<void> | undefined;
  #moreProblem: Problem | undefined;
  #wanted = 0;
  readonly #recount: RowRecount;

  constructor(host: EnrollkitElement, options: RowsOptions) {
    this.#host = host;
    this.#options = options;
    this.#question = new RowQuestion(options);
    this.#first = new RecordController<'listEnrollments', Page<Enrollment>>(host, {
      id: () => JSON.stringify(this.#question.query),
      attribute: 'product-id or starting-date-id',
      needs: ['listEnrollments'],
      read: async (backend, id, read) =>
        readPage(await backend.listEnrollments(JSON.parse(id) as EnrollmentQuery, read)),
      concerns: () => false,
    });
    this.#recount = new RowRecount({
      ask: () => host.resolvedBackend?.listEnrollments?.({ ...this.#question.query, size: 1 }),
      of: () => this.#taken,
      take: (total) => {
        this.#total = Math.max(total, this.#loaded.length);
        host.requestUpdate();
      },
    });
    new LiveRows(host, {
      isKnown: (id) => this.#known.get(id) !== undefined,
      accept: (found) => this.#acceptLive(found),
      reload: () => this.reload(),
    });
    host.addController(this);
  }

  /** What is known of the first page: as long as there is none there is nothing to show. */
  get state(): RecordState<Page<Enrollment>> {
    const { state } = this.#first;
    // While another question is asked the old rows stay on screen.
    return state.kind === 'loading' && this.#taken ? { kind: 'ready', record: this.#taken, problem: undefined } : state;
  }

  /** Whether what is shown is older than what was asked for. */
  get isBusy(): boolean {
    return this.#first.state.kind === 'loading' || this.#reading !== undefined;
  }

  /** Why the rest can't be read. */
  get problem(): Problem | undefined {
    return this.#moreProblem;
  }

  /** How many rows there are to scroll through; those that aren't here yet have no record. */
  get count(): number {
    return this.#isComplete ? this.#view.length : Math.max(this.#total, this.#view.length);
  }

  /** How many there are, where that is more than are shown or were counted. */
  get beyond(): { readonly total: number; readonly hasMore: boolean } | undefined {
    const hasMore = this.#taken?.hasMore === true;
    const isCut = this.#isComplete && !this.#question.isLocal && this.#total > this.#view.length;
    return isCut || hasMore ? { total: this.#total, hasMore } : undefined;
  }

  /** How many there are without any filter, as far as that is known. */
  get unfiltered(): number | undefined {
    return this.#question.isLocal ? this.#loaded.length : undefined;
  }

  /** All that is here, in the order shown. */
  get shown(): readonly Enrollment[] {
    return this.#view.flatMap((id) => this.#known.get(id) ?? []);
  }

  at(index: number): Enrollment | undefined {
    const id = this.#view[index];
    return id === undefined ? undefined : this.#known.get(id);
  }

  get(id: string): Enrollment | undefined {
    return this.#known.get(id);
  }

  /** Where a row stands; -1 when it isn't shown. */
  placeOf(id: string): number {
    this.#places ??= new Map(this.#view.map((each, index) => [each, index]));
    return this.#places.get(id) ?? -1;
  }

  readonly reload = (): void => {
    this.#letGo();
    this.#first.reload();
  };

  /** What a write has answered. It is shown in the place that it has. */
  accept(enrollments: readonly Enrollment[]): void {
    for (const enrollment of enrollments) this.#known.accept(enrollment);
    this.#host.requestUpdate();
  }

  /** Sees to it that the rows up to this one come. */
  want(index: number): void {
    this.#wanted = Math.max(this.#wanted, Math.min(index, MOST_ROWS));
    this.#goOn();
  }

  /** The row at a place, when it has come. */
  async load(index: number): Promise<void> {
    this.want(index + 1);
    while (this.#reading && !this.at(index)) await this.#reading;
  }

  /** Every row that is asked for: for what is done with all of them. Rejects when they can't be read. */
  async loadAll(): Promise<readonly Enrollment[]> {
    this.#moreProblem = undefined;
    await this.load(MOST_ROWS - 1);
    const problem = this.problem;
    if (problem) throw Object.assign(new Error('The rest is missing.'), { code: problem });
    return this.shown;
  }

  /** Everybody whom the host shows, whatever a person has filtered. Rejects when they can't be read. */
  async everyone(): Promise<readonly Enrollment[]> {
    if (this.#question.isLocal) return this.#loaded.flatMap((id) => this.#known.get(id) ?? []);
    const backend = this.#host.resolvedBackend;
    return backend ? readEvery(backend, this.#options.base(), MOST_ROWS) : [];
  }

  hostUpdate(): void {
    const { state } = this.#first;
    if (state.kind === 'ready' && state.record !== this.#taken) this.#take(state.record);
    this.#showLocally();
  }

  hostDisconnected(): void {
    this.#letGo();
  }

  /** What is on its way belongs to another question by now. */
  #letGo(): void {
    this.#more?.abort();
    this.#more = this.#reading = this.#moreProblem = undefined;
    this.#recount.stop();
  }

  #take(page: Page<Enrollment>): void {
    this.#taken = page;
    this.#letGo();
    this.#wanted = 0;
    this.#loaded = this.#known.begin(page.items);
    this.#frontier.begin(page.items);
    this.#total = page.total;
    this.#isComplete = page.total <= this.#loaded.length;
    this.#shownBy = undefined;
    // Who filters is decided only now, and what was asked for may be another question.
    if (this.#question.settle(this.#isComplete)) this.#host.requestUpdate();
    this.#arrange(this.#loaded);
  }

  /** Sorts and filters what is all here. */
  #showLocally(): void {
    if (!this.#question.isLocal) return;
    const filter = this.#options.filter();
    const order = this.#options.order();
    const shownBy = JSON.stringify([filter, order]);
    if (shownBy === this.#shownBy) return;
    this.#shownBy = shownBy;
    const meets = meeting(this.#question.narrowing);
    const rows = this.#loaded.flatMap((id) => this.#known.get(id) ?? []).filter(meets);
    this.#arrange(rows.sort(compareEnrollments(order)).map(({ id }) => id));
  }

  #arrange(view: readonly string[]): void {
    this.#view = view;
    this.#places = undefined;
  }

  #goOn(): void {
    const isEnough = this.#isComplete || this.#wanted < this.#loaded.length;
    if (this.#reading || this.#moreProblem || isEnough) return;
    const reading = this.#readMore().then(() => {
      if (this.#reading === reading) this.#reading = undefined;
      this.#host.requestUpdate();
      this.#goOn();
    });
    this.#reading = reading;
  }

  async #readMore(): Promise<void> {
    const backend = this.#host.resolvedBackend;
    const { query } = this.#question;
    if (!backend || this.#loaded.length === 0) {
      this.#isComplete = true;
      return;
    }
    const { signal } = (this.#more = new AbortController());
    try {
      const after = this.#frontier.lastUnmoved((id) => this.#known.get(id), compareEnrollments(query.orderBy));
      const rows = await readAfter(backend, query, after.id, signal);
      if (signal.aborted) return;
      const fresh = rows.filter(({ id }) => !this.#known.get(id));
      for (const row of fresh) this.#known.put(row);
      this.#frontier.goOn(rows);
      this.#loaded = [...this.#loaded, ...fresh.map(({ id }) => id)];
      // Whoever goes on before the end of what is here reads some of it again.
      const isStuck = fresh.length === 0 && !after.isBefore;
      const most = Math.min(this.#total, MOST_ROWS);
      this.#isComplete = isStuck || rows.length < (query.size ?? 0) || this.#loaded.length >= most;
      this.#arrange(this.#loaded);
    } catch (error) {
      if (!signal.aborted) this.#moreProblem = problemOf(error);
    }
  }

  /** Goes on where it stopped, after a problem. */
  readonly retryMore = (): void => {
    this.#moreProblem = undefined;
    this.#goOn();
    this.#host.requestUpdate();
  };

  /** Whether there is no row but those that are here: then a row that nobody knows is a new one. */
  get #isWhole(): boolean {
    return this.#isComplete && this.beyond === undefined;
  }

  /** What has changed elsewhere. New rows are put where they belong, as far as the list has come. */
  #acceptLive(found: ReadonlyMap<string, Enrollment | undefined>): void {
    const { status: _, bookingState: __, ...place } = this.#options.base();
    const belongs = meeting(place);
    const { gone, changed, unknown } = this.#known.sortOut(found, belongs, this.#first.state.kind === 'loading');
    for (const id of gone) this.#drop(id);
    this.accept(changed);
    this.#add(unknown.filter((row) => row !== undefined && belongs(row)) as readonly Enrollment[]);
    // It may be new, or one that nobody has scrolled to yet, or no longer there.
    if (unknown.length > 0 && !this.#isWhole) this.#recount.ask();
    this.#host.requestUpdate();
  }

  #drop(id: string): void {
    this.#known.drop(id);
    this.#frontier.drop(id);
    this.#loaded = this.#loaded.filter((each) => each !== id);
    this.#total -= 1;
    this.#arrange(this.#view.filter((each) => each !== id));
  }

  #add(fresh: readonly Enrollment[]): void {
    const filter = this.#options.filter();
    const meets = meeting(this.#question.narrowing);
    const compare = compareEnrollments(this.#options.order());
    const inList = fresh.filter(meeting(this.#options.base()));
    // What stands behind the rows that have been read comes with them.
    const isRead = (row: Enrollment): boolean => this.#isWhole || this.#frontier.covers(row, compare);
    const rows = this.#question.isLocal ? inList : inList.filter((row) => meets(row) && isRead(row));
    // What must be done only the backend knows; those are there when they are asked for again.
    if (filter.task !== undefined || rows.length === 0) return;
    for (const row of rows) this.#known.put(row);
    this.#total += rows.length;
    this.#loaded = [...this.#loaded, ...rows.map(({ id }) => id)];
    const view = inserted(this.shown, rows.filter(meets), compare).map(({ id }) => id);
    if (!this.#question.isLocal) this.#loaded = view;
    this.#arrange(view);
  }
}
