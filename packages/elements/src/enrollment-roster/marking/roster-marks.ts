import {
  bookingStateOf,
  STATUSES_BY_HAND,
  type Enrollment,
  type ParticipationStatus,
  type StatusRequest,
} from '@enrollkit/core';
import { tellChange } from '../../base/backend/change-hub.js';
import type { Problem } from '../../base/backend/problem.js';
import type { EnrollkitElement } from '../../base/enrollkit-element.js';
import { ask, tell } from '../../base/events.js';
import { newKey } from '../../base/new-key.js';
import { may } from '../../base/reading/may.js';
import type { RosterChange, RosterChangeDetail, RosterChangedDetail } from '../enrollment-roster-events.js';
import { storeChanges, type ChangeAnswer } from './store-changes.js';

/** What a person chose for one row and isn't stored: it is under way, waits for a connection, or went wrong. */
export interface RowMark extends Wanted {
  readonly state: 'saving' | 'queued' | 'failed';
  readonly problem?: Problem;
  /** What somebody else made of it meanwhile. */
  readonly theirs?: ParticipationStatus;
}

/** The last thing that was done with the list, for the sentence about it. */
export interface Outcome {
  /** Set to one status, taken back, or each to its own by a list. */
  readonly kind: 'marked' | 'undone' | 'listed';
  readonly to?: ParticipationStatus;
  readonly done: number;
  readonly queued: number;
  readonly failed: number;
  /** Rows that had a result already and kept it. */
  readonly kept: readonly Enrollment[];
  /** Rows whose status nobody changes by hand: cancelled, or not accepted yet. */
  readonly unable: number;
  readonly note?: string;
}

/** What a person wants for a row. */
interface Wanted extends RosterChange {
  readonly note?: string;
}

interface Stored extends RosterChange {
  /** Of the record as it was stored; unknown where the backend answers nothing. */
  readonly version: number | undefined;
}

interface MarkOptions {
  readonly note?: string;
  /** Changes also what has a result already. Not said: one row is changed, and of several those with a result keep it. */
  readonly overwrite?: boolean;
}

interface MarkedRows {
  get(id: string): Enrollment | undefined;
  accept(enrollments: readonly Enrollment[]): void;
}

/** Statuses that say how it ended: "everybody completed" leaves those that have one alone. */
const RESULTS: ReadonlySet<ParticipationStatus> = new Set(['completed', 'did-not-pass', 'no-show']);

/** Whether a person can change its status by hand. */
function canMark(enrollment: Enrollment): boolean {
  const isThere = enrollment.status !== 'cancelled' && bookingStateOf(enrollment) === 'accepted';
  return isThere && may('enrollment.change-status', enrollment);
}

/** Setting the status of many rows at once, each for itself, and taking the last of it back. */
export class RosterMarks {
  readonly #host: EnrollkitElement;
  readonly #rows: MarkedRows;
  readonly #say: (outcome: Outcome) => string;
  readonly #marks = new Map<string, RowMark>();
  /** What was done since the page was opened, each with all its rows. */
  readonly #actions: Stored[][] = [];
  #outcome: Outcome | undefined;
  #underWay = 0;

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
    return this.#actions.some((action) => action.length > 0);
  }

  /** Sets these to a status. Of several those that have another result keep it, unless told otherwise. */
  async mark(targets: readonly Enrollment[], to: ParticipationStatus, options: MarkOptions = {}): Promise<void> {
    const able = targets.filter((target) => canMark(target) && this.#marks.get(target.id)?.state !== 'saving');
    const others = able.filter((target) => this.#statusOf(target) !== to);
    const keepsResults = !(options.overwrite ?? targets.length === 1);
    const kept = keepsResults ? others.filter((target) => RESULTS.has(this.#statusOf(target))) : [];
    const note = options.note ? { note: options.note } : {};
    const changes = others
      .filter((target) => !kept.includes(target))
      .map((target) => ({ enrollmentId: target.id, from: target.status, to, ...note }));
    await this.#perform(changes, { kind: 'marked', to, kept, unable: targets.length - able.length, ...note });
  }

  /** Takes the last action back as a whole, by a new change: what happened stays in the history. */
  async undo(): Promise<void> {
    const action = this.#takeLastAction();
    if (!action) return;
    const back = action.filter(({ from }) => (STATUSES_BY_HAND as readonly string[]).includes(from));
    const versions = new Map(action.map(({ enrollmentId, version }) => [enrollmentId, version]));
    const changes = back.map(({ enrollmentId, from, to }) => ({ enrollmentId, from: to, to: from }));
    await this.#perform(changes, { kind: 'undone', kept: [], unable: action.length - back.length }, versions);
  }

  /** Tries what went wrong again, over what somebody else made of it. */
  async retry(marks: readonly RowMark[]): Promise<void> {
    await this.setEach(
      marks.map(({ enrollmentId: id, to, note }) => ({ id, to, ...(note !== undefined && { note }) })),
    );
  }

  /** Sets each to a status of its own, as a list says that was looked at before. */
  async setEach(planned: readonly Pick<StatusRequest, 'id' | 'to' | 'note'>[]): Promise<void> {
    const changes = planned.map(({ id, to, note }) => ({
      enrollmentId: id,
      from: this.#rows.get(id)?.status ?? to,
      to,
      ...(note !== undefined && { note }),
    }));
    const [first] = planned;
    const isOne = first && planned.every(({ to }) => to === first.to);
    await this.#perform(changes, {
      ...(isOne ? { kind: 'marked', to: first.to } : { kind: 'listed' }),
      kept: [],
      unable: 0,
    });
  }

  /** Lets go of what was chosen for a row. */
  dismiss(id: string): void {
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

  #takeLastAction(): readonly Stored[] | undefined {
    const last = this.#actions.findLastIndex((action) => action.length > 0);
    return last < 0 ? undefined : this.#actions.splice(last)[0];
  }

  async #perform(
    changes: readonly Wanted[],
    about: Omit<Outcome, 'done' | 'queued' | 'failed'>,
    versions?: ReadonlyMap<string, number | undefined>,
  ): Promise<void> {
    const host = this.#host;
    const backend = host.resolvedBackend;
    const isUndo = versions !== undefined;
    const { note } = about;
    const asked = changes.map(({ enrollmentId, from, to }) => ({ enrollmentId, from, to }));
    const detail = { changes: asked, ...(note && { note }), undo: isUndo };
    if (!backend) return;
    if (asked.length > 0 && !ask<RosterChangeDetail>(host, 'ek-roster-change', detail)) return;

    const byId = new Map(changes.map((change) => [change.enrollmentId, change]));
    const stored: Stored[] = [];
    if (!isUndo) this.#actions.push(stored);
    const requests = changes.map((change) => {
      this.#marks.set(change.enrollmentId, { ...change, state: 'saving' });
      const version = isUndo ? versions.get(change.enrollmentId) : this.#rows.get(change.enrollmentId)?.version;
      return requestOf(change, version);
    });
    this.#outcome = undefined;
    this.#underWay += 1;
    host.requestUpdate();

    const again: StatusRequest[] = [];
    const onAnswer = (request: StatusRequest, answer: ChangeAnswer): void => {
      const change = byId.get(request.id);
      if (change) this.#take(change, request, { answer, stored, again: isUndo ? undefined : again });
    };
    await storeChanges(backend, requests, { key: newKey(), onAnswer });
    // Only something else about these was changed meanwhile: the choice still holds, and is written over that, once.
    const second = again.splice(0);
    if (second.length > 0) await storeChanges(backend, second, { key: newKey(), onAnswer });

    this.#underWay -= 1;
    this.#tellOutcome(asked, about, stored, isUndo);
  }

  #take(
    change: Wanted,
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
    const { enrollmentId: id } = change;
    if (answer.kind === 'queued') this.#marks.set(id, { ...change, state: 'queued' });
    else if (answer.kind === 'stored' || answer.current?.status === change.to) {
      // A call that was cut off may have done its work: then what is there is what was chosen.
      const enrollment = answer.kind === 'stored' ? answer.enrollment : answer.current;
      this.#marks.delete(id);
      if (enrollment) this.#rows.accept([enrollment]);
      const { from, to } = change;
      stored.push({ enrollmentId: id, from, to, version: enrollment?.version });
      const backend = this.#host.resolvedBackend;
      if (backend) tellChange(backend, { kind: 'enrollment', id });
    } else {
      const { current, problem } = answer;
      if (current) this.#rows.accept([current]);
      if (current?.status === change.from && again && request.expectedVersion !== current.version) {
        again.push(requestOf(change, current.version));
        return;
      }
      this.#marks.set(id, { ...change, state: 'failed', problem, ...(current && { theirs: current.status }) });
    }
    this.#host.requestUpdate();
  }

  #tellOutcome(
    asked: readonly RosterChange[],
    about: Omit<Outcome, 'done' | 'queued' | 'failed'>,
    stored: readonly Stored[],
    isUndo: boolean,
  ): void {
    const marks = asked.flatMap(({ enrollmentId }) => this.#marks.get(enrollmentId) ?? []);
    const failed = marks.filter(({ state }) => state === 'failed');
    const queued = marks.filter(({ state }) => state === 'queued').length;
    this.#outcome = { ...about, done: stored.length, queued, failed: failed.length };
    this.#host.announce(this.#say(this.#outcome));
    this.#host.requestUpdate();
    if (asked.length === 0) return;
    tell<RosterChangedDetail>(this.#host, 'ek-roster-changed', {
      changes: stored.map(({ enrollmentId, from, to }) => ({ enrollmentId, from, to })),
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
