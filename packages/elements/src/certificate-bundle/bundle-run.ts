import type { HostBackend } from '../base/backend/backend-context.js';
import type { Problem } from '../base/backend/problem.js';
import type { TransferredFiles } from '../base/files/transferred-files.js';
import type { BundleOutcome } from './certificate-bundle-events.js';
import {
  isBeingLookedAt,
  isOnItsWay,
  isOver,
  withoutBytes,
  type BundleItem,
  type OwnFields,
  type SortedItem,
} from './bundle-item.js';
import type { BundleRecord } from './read-roster.js';
import { FileMatching, type MatchingOptions } from './intake/file-matching.js';
import { ItemList } from './item-list.js';
import { checkItem, fieldsOf, NO_FIELDS, type SharedFields } from './review/shared-fields.js';
import { outcomeOf, outcomesOf } from './sending/outcomes.js';
import { BundleSender, type ItemChange, type SendJob } from './sending/bundle-sender.js';
import { KeptBundle } from './sending/kept-bundle.js';

/** What a run asks of its element. */
export interface RunHost extends MatchingOptions {
  readonly backend: () => HostBackend | undefined;
  readonly onChange: () => void;
  /** Every file that was given has been looked at. */
  readonly onMatched: () => void;
  readonly onOutcome: (outcome: BundleOutcome) => void;
  readonly onRest: () => void;
}

const NOBODY: Pick<BundleRecord, 'people' | 'holders'> = { people: new Map(), holders: new Map() };

/** One bundle: its files, whose they are, and sending them. Knows no page. */
export class BundleRun {
  fields: SharedFields = NO_FIELDS;
  /** What was filled in when the page was closed, for the form to begin with. */
  restored: SharedFields | undefined;
  /** Why sending was paused, when no person did it. */
  problem: Problem | undefined;
  phase: 'choosing' | 'sending' | 'paused' | 'done' = 'choosing';

  readonly #host: RunHost;
  readonly #kept: KeptBundle;
  readonly #sender: BundleSender;
  readonly #items: ItemList;
  readonly #matching: FileMatching;
  readonly #restored: Promise<void>;
  #total = 0;

  constructor(host: RunHost, bundle: string) {
    this.#host = host;
    this.#kept = new KeptBundle(bundle);
    this.#items = new ItemList(this.#kept, host.onChange);
    this.#matching = new FileMatching(this.#items, host);
    this.#sender = new BundleSender({
      backend: host.backend,
      onChange: (id, change) => this.#took(id, change),
      onProgress: host.onChange,
      onRest: (problem) => this.#rested(problem),
    });
    this.#restored = this.#restore();
  }

  get items(): readonly BundleItem[] {
    return this.#items.all;
  }

  get sorted(): readonly SortedItem[] {
    return this.#items.sorted(this.#host.record() ?? NOBODY);
  }

  /** Files whose bytes or text are being looked at, and those that are still being unpacked. */
  get isLooking(): boolean {
    return this.#matching.isRunning;
  }

  get looked(): number {
    return this.#items.all.filter((item) => !isBeingLookedAt(item)).length;
  }

  get isSending(): boolean {
    return this.phase === 'sending' || this.#sender.isRunning;
  }

  /** Whether closing the page now loses anything. */
  get isAtRisk(): boolean {
    // What is being looked at is kept when all of it has been.
    return this.isSending || this.isLooking || (!this.#kept.isKept && this.#items.all.some((item) => !isOver(item)));
  }

  get isKept(): boolean {
    return this.#kept.isKept;
  }

  /** What would be sent now. */
  get sendable(): readonly SortedItem[] {
    return this.sorted.filter(
      ({ item, tab }) => tab === 'matched' && (item.state === 'ready' || item.state === 'failed'),
    );
  }

  /** How far sending is, since it was begun. */
  get progress(): { readonly done: number; readonly total: number } {
    const left = this.#items.all.filter(isOnItsWay).length;
    return { done: this.#total - left, total: this.#total };
  }

  /** The same, with what has gone and isn't answered yet. */
  get gone(): number {
    const { done, total } = this.progress;
    return Math.min(total, done + this.#sender.underWay);
  }

  async take(given: TransferredFiles): Promise<void> {
    // What was kept comes first: afterwards it could not be told from what is kept now.
    const taken = this.#restored.then(() => this.#matching.take(given));
    this.#host.onChange();
    await taken;
    this.#host.onChange();
    this.#host.onMatched();
  }

  /** The people may be others now: what no person decided is decided anew. */
  async rematch(): Promise<void> {
    if (this.isSending) return;
    await this.#restored;
    await this.#matching.rematch();
    this.#goOnFrom();
  }

  /** Whose it is, by a person who knows; `undefined` takes that back. */
  choose(id: string, enrollmentId: string | undefined): void {
    const item = this.#items.find(id);
    if (!item || isOver(item) || isOnItsWay(item)) return;
    const { chosenId: _, isConfirmed: __, problem, ...rest } = item;
    // That it was there already was said of somebody else.
    const kept = problem && !problem.code.startsWith('duplicate') ? { problem } : {};
    this.#matching.match(
      { ...rest, ...kept, ...(enrollmentId !== undefined && { chosenId: enrollmentId }) },
      { keep: true },
    );
  }

  change(id: string, change: Partial<Pick<BundleItem, 'isLeftOut' | 'isConfirmed'>>): void {
    const item = this.#items.find(id);
    if (item) this.#items.replace({ ...item, ...change });
  }

  /** Gives one file a value of its own; an empty one is that of all. */
  setOwn(id: string, field: keyof OwnFields, value: string): void {
    const item = this.#items.find(id);
    if (!item) return;
    const { [field]: _, ...rest } = item.own ?? {};
    this.#items.replace({ ...item, own: value ? { ...rest, [field]: value } : rest });
  }

  fill(fields: SharedFields): void {
    this.fields = fields;
    void this.#kept.putFields(fields);
    this.#host.onChange();
  }

  /** What is missing before anything can be sent. */
  check(): {
    readonly shared: ReturnType<typeof checkItem>['shared'];
    readonly own: ReadonlyMap<string, ReturnType<typeof checkItem>['own']>;
  } {
    const record = this.#host.record();
    const checked = this.sendable.flatMap(({ item, person }) =>
      person && record ? [[item.id, checkItem(item, this.fields, { person, record })] as const] : [],
    );
    return {
      shared: checked.flatMap(([, { shared }]) => shared),
      own: new Map(checked.flatMap(([id, { own }]) => (own.length > 0 ? [[id, own] as const] : []))),
    };
  }

  send(): void {
    const certifications = this.#host.record()?.certifications ?? [];
    const jobs = this.sendable.flatMap(({ item, person }): readonly SendJob[] =>
      person ? [{ item, fields: fieldsOf(item, this.fields, { enrollmentId: person.id, certifications }) }] : [],
    );
    if (jobs.length === 0 || this.isSending) return;
    this.problem = undefined;
    this.phase = 'sending';
    this.#total = jobs.length;
    this.#sender.start(jobs);
  }

  /** Nothing, when nothing is being sent: what was chosen stays as it is. */
  pause(): void {
    if (this.phase === 'sending') this.#sender.pause();
  }

  /** Removes every file from here and from the browser's database. */
  async forget(): Promise<void> {
    this.pause();
    this.#items.all = [];
    this.fields = NO_FIELDS;
    this.restored = NO_FIELDS;
    this.problem = undefined;
    this.phase = 'choosing';
    await this.#kept.clear();
    this.#host.onChange();
  }

  async #restore(): Promise<void> {
    const { items, fields } = await this.#kept.load();
    if (fields) this.fields = this.restored = { ...fields, isReviewed: false };
    const begun = items.map((item): BundleItem => {
      if (isOver(item) || item.state === 'failed') return { ...item, isRestored: true };
      // That it was there is said anew, of what is there now.
      const { problem, ...rest } = item;
      return { ...rest, ...(problem && problem.code !== 'duplicate' && { problem }), state: 'ready', isRestored: true };
    });
    this.#items.all = [...begun, ...this.#items.all];
    if (items.length > 0) await this.#matching.matchAll();
    this.#goOnFrom();
  }

  /** How far what was begun before the page was loaded anew is now: what was on its way then may have arrived. */
  #goOnFrom(): void {
    const begun = this.#items.all.filter(({ isRestored }) => isRestored);
    // Before the people are there, nothing can be sent, and all would seem to be done.
    const isKnown = this.#host.record() !== undefined;
    if (isKnown && this.phase === 'choosing' && begun.some(isOver))
      this.phase = this.sendable.length > 0 ? 'paused' : 'done';
    this.#host.onChange();
  }

  #took(id: string, change: ItemChange): void {
    const item = this.#items.find(id);
    if (!item) return;
    const { problem: _, ...rest } = item;
    const isEnd = change.state === 'sent' || change.state === 'there';
    const ended: BundleItem = { ...rest, ...change };
    const next = isEnd ? withoutBytes(ended) : ended;
    this.#items.replace(next, { keep: isEnd || change.state === 'failed' });
    const outcome = outcomeOf(next);
    if (outcome) this.#host.onOutcome(outcome);
  }

  /** What became of everything that was sent. */
  get outcomes(): readonly BundleOutcome[] {
    return outcomesOf(this.#items.all);
  }

  #rested(problem: Problem | undefined): void {
    this.problem = problem;
    const isEnd = !this.#items.all.some(isOnItsWay) && this.sendable.every(({ item }) => item.state === 'failed');
    this.phase = isEnd ? 'done' : 'paused';
    if (this.#items.all.every((item) => item.state === 'sent' || item.state === 'there')) void this.#kept.clear();
    this.#host.onChange();
    this.#host.onRest();
  }
}
