import type { TransferredFiles } from '../base/files/transferred-files.js';
import type { BundleOutcome } from './certificate-bundle-events.js';
import { isOnItsWay, isOver, type BundleItem, type OwnFields, type SortedItem } from './bundle-item.js';
import type { BundleRecord } from './read-roster.js';
import { FileMatching } from './intake/file-matching.js';
import { ItemList } from './item-list.js';
import type { RunHost } from './run-host.js';
import { withChosen, withDecision, withOwn, type ItemDecision } from './review/item-changes.js';
import { LookedOver } from './review/looked-over.js';
import { checkItems, jobsOf, NO_FIELDS, type SharedFields } from './review/shared-fields.js';
import { outcomeOf, outcomesOf } from './sending/outcomes.js';
import { progressOf, type Progress } from './sending/progress.js';
import { BundleSender, type ItemChange } from './sending/bundle-sender.js';
import { KeptBundle } from './sending/kept-bundle.js';
import type { Stop } from './sending/say-stop.js';
import { OtherWindows } from './windows/other-windows.js';
import {
  restOf,
  standingOf,
  withChange,
  withKept,
  withoutBegun,
  withStanding,
  type Standing,
} from './windows/standing.js';

const NOBODY: Pick<BundleRecord, 'people' | 'holders'> = { people: new Map(), holders: new Map() };

/** One bundle: its files, whose they are, and sending them. Knows no page. */
export class BundleRun {
  /** What was filled in when the page was closed, for the form to begin with. */
  restored: SharedFields | undefined;
  /** Why sending was paused, when no person did it. */
  stop: Stop | undefined;
  phase: 'choosing' | 'sending' | 'paused' | 'done' = 'choosing';

  readonly lookedOver: LookedOver;
  readonly #host: RunHost;
  readonly #kept: KeptBundle;
  readonly #sender: BundleSender;
  readonly #items: ItemList;
  readonly #matching: FileMatching;
  readonly #windows: OtherWindows;
  readonly #restored: Promise<void>;
  #fields: SharedFields = NO_FIELDS;
  #total = 0;
  #stopElsewhere: Stop | undefined;

  constructor(host: RunHost, bundle: string) {
    this.#host = host;
    this.#kept = new KeptBundle(bundle);
    this.#windows = new OtherWindows(bundle, {
      standing: () => this.#standing,
      onStanding: (standing) => this.#follow(standing),
      reload: () => this.#read(),
      onTurn: () => this.#turned(),
    });
    this.#items = new ItemList(this.#kept, { onChange: host.onChange, mayKeep: () => !this.isElsewhere });
    this.lookedOver = new LookedOver(() => this.sendable, host.onReviewLost);
    this.#matching = new FileMatching(this.#items, host);
    this.#sender = new BundleSender({
      backend: host.backend,
      onChange: (id, change) => this.#took(id, change),
      onProgress: host.onChange,
      onRest: (stop) => this.#rested(stop),
      onIdle: () => void this.#idle(),
      now: host.now,
    });
    this.#windows.open();
    this.#restored = this.#restore();
  }

  get items(): readonly BundleItem[] {
    return this.#items.all;
  }

  get sorted(): readonly SortedItem[] {
    return this.#items.sorted(this.#host.record() ?? NOBODY);
  }

  /** With whether a person has looked over what would be sent now. */
  get fields(): SharedFields {
    return { ...this.#fields, isReviewed: this.lookedOver.holds };
  }

  /** Files whose bytes or text are being looked at, and those that are still being unpacked. */
  get isLooking(): boolean {
    return this.#matching.isRunning;
  }

  get isSending(): boolean {
    return this.phase === 'sending' || this.#sender.isRunning;
  }

  /** Another window sends these files. */
  get isElsewhere(): boolean {
    return this.#windows.isSending;
  }

  /** Sent from here or elsewhere: until that is over nothing is added or filled in. */
  get isUnderWay(): boolean {
    return this.isSending || this.isElsewhere;
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

  /** How far sending is, since it was begun; `gone`: with what isn't answered yet. */
  get progress(): Progress {
    return progressOf(this.#items.all, { total: this.#total, underWay: this.#sender.underWay });
  }

  async take(given: TransferredFiles): Promise<void> {
    // What was kept comes first: afterwards it could not be told from what is kept now.
    const taken = this.#restored.then(() => this.#matching.take(given));
    this.#host.onChange();
    await taken;
    this.#host.onChange();
    this.#host.onMatched();
    this.lookedOver.tell();
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
    this.lookedOver.through(() => this.#matching.match(withChosen(item, enrollmentId), { keep: true }));
  }

  change(id: string, decision: ItemDecision): void {
    const item = this.#items.find(id);
    if (item) this.lookedOver.through(() => this.#items.replace(withDecision(item, decision)));
  }

  setOwn(id: string, field: keyof OwnFields, value: string): void {
    const item = this.#items.find(id);
    if (item) this.#items.replace(withOwn(item, field, value));
  }

  fill(fields: SharedFields): void {
    this.lookedOver.tick(fields.isReviewed);
    this.#fields = fields;
    void this.#kept.putFields(fields);
    this.#host.onChange();
  }

  /** What is missing before anything can be sent. */
  check(): ReturnType<typeof checkItems> {
    return checkItems(this.sendable, this.#fields, this.#host.record());
  }

  send(): void {
    const jobs = jobsOf(this.sendable, this.#fields, this.#host.record());
    if (jobs.length === 0 || this.isUnderWay) return;
    this.stop = undefined;
    this.phase = 'sending';
    this.#total = jobs.length;
    // When it may not, it is told of the turn of another window.
    void this.#sender.start(jobs, this.#windows.take());
  }

  /** Its element is on a page. */
  arrive(): void {
    this.#windows.open();
    void this.#restored.then(() => this.#windows.look());
  }

  /** Its element is on no page any more: another one may send the rest. */
  leave(): void {
    this.pause();
    this.#windows.close();
  }

  /** Nothing, when nothing is being sent: what was chosen stays as it is. */
  pause(): void {
    if (this.phase === 'sending') this.#sender.pause();
  }

  /** Removes every file from here and from the browser's database. */
  async forget(): Promise<void> {
    this.pause();
    this.#items.all = [];
    this.#fields = this.restored = NO_FIELDS;
    this.lookedOver.forget();
    this.stop = undefined;
    this.phase = 'choosing';
    await this.#kept.clear();
    this.#host.onChange();
  }

  async #restore(): Promise<void> {
    await this.#read();
    await this.#windows.look();
    this.#goOnFrom();
  }

  /** What is kept, as it is now. */
  async #read(): Promise<void> {
    const { items, fields } = await this.#kept.load();
    // What a person has filled in here stays.
    const isFilled = this.#fields !== NO_FIELDS && this.#fields !== this.restored;
    if (fields && !isFilled) this.#fields = this.restored = fields;
    this.#items.all = withKept(this.#items.all, items, this.#items.held);
    if (items.length > 0) await this.#matching.matchAll();
  }

  /** How far what was begun before, or elsewhere, is now: what was on its way then may have arrived. */
  #goOnFrom(): void {
    // Before the people are there, nothing can be sent, and all would seem to be done.
    const isKnown = this.#host.record() !== undefined && !this.isElsewhere;
    if (isKnown && this.phase === 'choosing' && this.#items.all.some(isOver))
      this.phase = this.sendable.length > 0 ? 'paused' : 'done';
    // In between something may have seemed to be somebody else’s.
    this.lookedOver.tell();
    this.#host.onChange();
  }

  /** What other windows are told when they ask. */
  get #standing(): Standing | undefined {
    if (this.isSending) return standingOf(this.#total, this.#items.all);
    return this.stop && restOf(this.stop);
  }

  #follow(standing: Standing): void {
    if (this.isSending) return;
    const { isElsewhere } = this;
    // Why it stops is told before it lets this one go on, or soon after.
    if (standing.rest) this.#stopElsewhere = standing.rest.stop;
    if (standing.rest && !isElsewhere && this.phase === 'paused') this.stop = standing.rest.stop;
    this.#items.all = withStanding(this.#items.all, standing, { isElsewhere });
    if (isElsewhere && !standing.rest) this.#total = standing.total;
    else if (this.phase === 'paused' && this.sendable.length === 0) this.phase = 'done';
  }

  /** Another window has begun or ended, or was there first. */
  #turned(): void {
    if (!this.isElsewhere) this.#items.all = withoutBegun(this.#items.all);
    void this.#items.keepHeld();
    this.#total = 0;
    // What stopped this window is news of before; what stopped the other one stops this one too.
    this.stop = this.isElsewhere ? undefined : this.#stopElsewhere;
    this.#stopElsewhere = undefined;
    this.phase = 'choosing';
    this.#goOnFrom();
    if (this.#windows.isOpen) this.#host.onTurn();
  }

  /** When what has come to its end is written, another window may send the rest. */
  async #idle(): Promise<void> {
    await this.#kept.put();
    if (!this.isSending) this.#windows.release();
  }

  #took(id: string, change: ItemChange): void {
    const item = this.#items.find(id);
    if (!item) return;
    const next = withChange(item, change);
    this.#items.replace(next, { keep: ['sent', 'there', 'failed', 'queued'].includes(change.state) });
    this.#windows.tell(standingOf(this.#total, [next]));
    const outcome = outcomeOf(next);
    if (outcome) this.#host.onOutcome(outcome);
  }

  /** What became of everything that was sent. */
  get outcomes(): readonly BundleOutcome[] {
    return outcomesOf(this.#items.all);
  }

  #rested(stop: Stop | undefined): void {
    this.stop = stop;
    this.#windows.tell(restOf(stop));
    const isEnd = !this.#items.all.some(isOnItsWay) && this.sendable.every(({ item }) => item.state === 'failed');
    this.phase = isEnd ? 'done' : 'paused';
    if (this.#items.all.every((item) => item.state === 'sent' || item.state === 'there')) void this.#kept.clear();
    this.#host.onChange();
    this.#host.onRest();
  }
}
