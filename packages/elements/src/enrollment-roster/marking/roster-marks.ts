import {
  RESULT_STATUSES,
  STATUSES_BY_HAND,
  type Enrollment,
  type ParticipationStatus,
  type StatusRequest,
} from '@enrollkit/core';
import { tellChange } from '../../base/backend/change-hub.js';
import { letGoOf } from '../../base/backend/let-go.js';
import type { EnrollkitElement } from '../../base/enrollkit-element.js';
import { ask, tell } from '../../base/events.js';
import { newKey } from '../../base/new-key.js';
import type { RosterChangeDetail, RosterChangedDetail } from '../enrollment-roster-events.js';
import { DoneActions, type Action } from './done-actions.js';
import { canMark, type About, type Outcome, type RowMark, type Stored, type Wanted } from './row-mark.js';
import { storeChanges, type ChangeAnswer } from './store-changes.js';

interface MarkOptions {
  readonly note?: string;
  /** Changes also what has a result already. Not said: one row is changed, and of several those with a result keep it. */
  readonly overwrite?: boolean;
}

interface MarkedRows {
  get(id: string): Enrollment | undefined;
  accept(enrollments: readonly Enrollment[]): void;
}

/** Setting the status of many rows at once, each for itself, and taking the last of it back. */
export class RosterMarks {
  readonly #host: EnrollkitElement;
  readonly #rows: MarkedRows;
  readonly #say: (outcome: Outcome) => string;
  readonly #marks = new Map<string, RowMark>();
  readonly #done = new DoneActions();
  #outcome: Outcome | undefined;
  #underWay = 0;
  #lastAction = 0;
  /** The actions one after the other: each builds on what the one before it stored. */
  #turn: Promise<void> = Promise.resolve();

  constructor(host: EnrollkitElement, rows: MarkedRows, say: (outcome: Outcome) => string) {
    this.#host = host;
    this.#rows = rows;
    this.#say = say;
  }

  of(id: string): RowMark | undefined {
    return this.#marks.get(id);
  }

  get failed(): readonly RowMark[] {
    return [...this.#marks.values()].filter(({ state }) => state === 'failed');
  }

  get isBusy(): boolean {
    return this.#underWay > 0;
  }

  get hasUnsaved(): boolean {
    return [...this.#marks.values()].some(({ state }) => state !== 'queued');
  }

  get outcome(): Outcome | undefined {
    return this.#outcome;
  }

  get canUndo(): boolean {
    return this.#done.canUndo;
  }

  /** Sets these to a status. Of several those that have another result keep it, unless told otherwise. */
  async mark(targets: readonly Enrollment[], to: ParticipationStatus, options: MarkOptions = {}): Promise<void> {
    const able = targets.filter(canMark);
    const others = able.filter((target) => this.#statusOf(target) !== to);
    const keepsResults = !(options.overwrite ?? targets.length === 1);
    const kept = keepsResults ? others.filter((target) => RESULT_STATUSES.includes(this.#statusOf(target))) : [];
    const note = options.note ? { note: options.note } : {};
    const changes = others
      .filter((target) => !kept.includes(target))
      .map((target) => ({ enrollmentId: target.id, from: this.#statusOf(target), to, ...note }));
    await this.#perform(changes, { kind: 'marked', to, kept, unable: targets.length - able.length, ...note });
  }

  /** Takes the last action back as a whole, by a new change: what happened stays in the history. */
  async undo(): Promise<void> {
    await this.#inTurn(async () => {
      const action = this.#done.last;
      if (!action) return;
      const back = action.filter(({ from }) => (STATUSES_BY_HAND as readonly string[]).includes(from));
      const versions = new Map(action.map(({ enrollmentId, version }) => [enrollmentId, version]));
      const changes = back.map(({ enrollmentId, from, to }) => ({ enrollmentId, from: to, to: from }));
      const about = { kind: 'undone', kept: [], unable: action.length - back.length } as const;
      const chosen = this.#choose(changes, about, true);
      if (!chosen) return;
      this.#done.dropLast();
      await this.#store(chosen, about, versions);
    });
  }

  /** Tries what went wrong again, over what somebody else made of it. */
  async retry(marks: readonly RowMark[]): Promise<void> {
    await this.setEach(
      marks.map(({ enrollmentId, from, to, note, theirs, version }) => {
        const row = this.#rows.get(enrollmentId);
        const now = row ? this.#statusOf(row) : (theirs ?? from);
        return { enrollmentId, from: now, to, version, ...(note !== undefined && { note }) };
      }),
    );
  }

  /** Sets each to a status of its own, as a list says that was looked at before: also rows that haven't been read. */
  async setEach(changes: readonly Wanted[]): Promise<void> {
    const [first] = changes;
    const isOne = first && changes.every(({ to }) => to === first.to);
    await this.#perform(changes, {
      ...(isOne ? { kind: 'marked', to: first.to } : { kind: 'listed' }),
      kept: [],
      unable: 0,
    });
  }

  /** Lets go of what was chosen for a row. */
  dismiss(id: string): void {
    const mark = this.#marks.get(id);
    if (mark) void letGoOf(this.#host.resolvedBackend, { enrollmentId: id, to: mark.to });
    this.#marks.delete(id);
    this.#host.requestUpdate();
  }

  /** There is nothing more to say about the last action. */
  forgetOutcome(): void {
    this.#outcome = undefined;
  }

  /** What the row will be: whoever goes on marking builds on what was chosen. */
  #statusOf({ id, status }: Enrollment): ParticipationStatus {
    const mark = this.#marks.get(id);
    return mark && mark.state !== 'failed' ? mark.to : status;
  }

  /** Shows at once what was chosen, and stores it when its turn has come. */
  async #perform(changes: readonly Wanted[], about: About): Promise<void> {
    const chosen = this.#choose(changes, about, false);
    if (chosen) await this.#inTurn(() => this.#store(chosen, about));
  }

  /** Nothing, when the page says no. */
  #choose(changes: readonly Wanted[], { note }: About, isUndo: boolean): readonly RowMark[] | undefined {
    const asked = changes.map(({ enrollmentId, from, to }) => ({ enrollmentId, from, to }));
    const detail = { changes: asked, ...(note && { note }), undo: isUndo };
    if (asked.length > 0 && !ask<RosterChangeDetail>(this.#host, 'ek-roster-change', detail)) return undefined;
    const action = (this.#lastAction += 1);
    const chosen = changes.map((change): RowMark => ({ ...change, action, state: 'saving' }));
    for (const mark of chosen) this.#marks.set(mark.enrollmentId, mark);
    this.#outcome = undefined;
    this.#host.requestUpdate();
    return chosen;
  }

  async #inTurn(work: () => Promise<void>): Promise<void> {
    this.#underWay += 1;
    this.#host.requestUpdate();
    const mine = this.#turn.then(work).finally(() => {
      this.#underWay -= 1;
      this.#host.requestUpdate();
    });
    // What went wrong in one action is told to whoever began it, and the next one still has its turn.
    this.#turn = mine.catch(() => undefined);
    await mine;
  }

  /** With versions it is an undo, of rows as they were then. */
  async #store(
    chosen: readonly RowMark[],
    about: About,
    versions?: ReadonlyMap<string, number | undefined>,
  ): Promise<void> {
    const backend = this.#host.resolvedBackend;
    if (!backend) return;
    const isUndo = versions !== undefined;
    const action = isUndo ? undefined : this.#done.begin();
    const { stored, waiting }: Action = action ?? { stored: [], waiting: new Set() };
    let told: number | undefined;
    const tellOutcome = (): void => {
      const fresh = stored.slice(told);
      told = stored.length;
      this.#tellOutcome(chosen, about, { stored, fresh, isUndo });
    };
    const byId = new Map(chosen.map((mark) => [mark.enrollmentId, mark]));
    const requests = chosen.flatMap((mark) => {
      const { enrollmentId: id, from } = mark;
      if (isUndo) return [requestOf(mark, versions.get(id))];
      const now = this.#rows.get(id);
      if (!now || now.status === from) return [requestOf(mark, now?.version ?? mark.version)];
      // Meanwhile it became something else than what the choice was made about.
      this.#settle(mark, { ...mark, state: 'failed', problem: 'conflict', theirs: now.status });
      return [];
    });
    const again: StatusRequest[] = [];
    const onAnswer = (request: StatusRequest, answer: ChangeAnswer): void => {
      const mark = byId.get(request.id);
      const isLate = answer.kind !== 'queued' && waiting.delete(request.id);
      if (answer.kind === 'queued') waiting.add(request.id);
      if (mark) this.#take(mark, request, { answer, stored, again: isUndo ? undefined : again });
      // There is a connection again, and all of it has gone: that is told, too.
      if (isLate && told !== undefined && waiting.size === 0) tellOutcome();
    };
    await storeChanges(backend, requests, { key: newKey(), onAnswer });
    // Only something else about these was changed meanwhile: the choice still holds, and is written over that, once.
    const second = again.splice(0);
    if (second.length > 0) await storeChanges(backend, second, { key: newKey(), onAnswer });
    tellOutcome();
  }

  #take(
    mark: RowMark,
    request: StatusRequest,
    {
      answer,
      stored,
      again,
    }: {
      readonly answer: ChangeAnswer;
      readonly stored: Stored[];
      readonly again: StatusRequest[] | undefined;
    },
  ): void {
    const { enrollmentId: id } = mark;
    if (answer.kind === 'queued') this.#settle(mark, { ...mark, state: 'queued' });
    else if (answer.kind === 'stored' || answer.current?.status === mark.to) {
      // A call that was cut off may have done its work: then what is there is what was chosen.
      const enrollment = answer.kind === 'stored' ? answer.enrollment : answer.current;
      this.#settle(mark, undefined);
      const { from, to } = mark;
      const known = enrollment ?? this.#rows.get(id);
      // A backend that answers nothing has done as it was told.
      if (known) this.#rows.accept([enrollment ?? { ...known, status: to }]);
      stored.push({ enrollmentId: id, from, to, version: enrollment?.version });
      const backend = this.#host.resolvedBackend;
      if (backend) tellChange(backend, { kind: 'enrollment', id });
    } else {
      const { current, problem } = answer;
      if (current) this.#rows.accept([current]);
      if (current?.status === mark.from && again && request.expectedVersion !== current.version) {
        again.push(requestOf(mark, current.version));
        return;
      }
      const theirs = current && { theirs: current.status, version: current.version };
      this.#settle(mark, { ...mark, state: 'failed', problem, ...theirs });
    }
    this.#host.requestUpdate();
  }

  /** What became of a choice, unless something else was chosen for that row meanwhile. */
  #settle({ enrollmentId: id, action }: RowMark, next: RowMark | undefined): void {
    if (this.#marks.get(id)?.action !== action) return;
    if (next) this.#marks.set(id, next);
    else this.#marks.delete(id);
  }

  #tellOutcome(
    chosen: readonly RowMark[],
    about: About,
    { stored, fresh, isUndo }: Readonly<Record<'stored' | 'fresh', readonly Stored[]>> & { readonly isUndo: boolean },
  ): void {
    const marks = chosen.flatMap(({ enrollmentId, action }) => {
      const mark = this.#marks.get(enrollmentId);
      return mark?.action === action ? [mark] : [];
    });
    const failed = marks.filter(({ state }) => state === 'failed');
    const queued = marks.filter(({ state }) => state === 'queued').length;
    // Of what was done before something else only the page hears.
    if (chosen[0] === undefined || chosen[0].action === this.#lastAction) {
      this.#outcome = { ...about, done: stored.length, queued, failed: failed.length };
      this.#host.announce(this.#say(this.#outcome));
    }
    this.#host.requestUpdate();
    if (chosen.length === 0) return;
    tell<RosterChangedDetail>(this.#host, 'ek-roster-changed', {
      changes: fresh.map(({ enrollmentId, from, to }) => ({ enrollmentId, from, to })),
      failed: failed.map(({ enrollmentId, from, to, problem }) => ({
        enrollmentId,
        from,
        to,
        problem: problem ?? 'internal',
      })),
      undo: isUndo,
    });
  }
}

function requestOf({ enrollmentId, to, note }: Wanted, version: number | undefined): StatusRequest {
  return {
    id: enrollmentId,
    to,
    ...(version !== undefined && { expectedVersion: version }),
    ...(note !== undefined && { note }),
  };
}
