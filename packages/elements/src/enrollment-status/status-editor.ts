import { hasErrorCode, type Backend, type Enrollment, type ParticipationStatus } from '@enrollkit/core';
import type { ReactiveController } from 'lit';
import { tellChange } from '../base/backend/change-hub.js';
import type { EnrollkitElement } from '../base/enrollkit-element.js';
import { ask, tell } from '../base/events.js';
import { keptWrite } from '../base/backend/kept-write.js';
import { newKey } from '../base/new-key.js';
import { problemOf, type Problem } from '../base/backend/problem.js';
import type { StatusChangeDetail } from './enrollment-status-events.js';
import { readEnrollment } from './read-enrollment.js';

interface EditorOptions {
  /** What is on screen: the record as stored, and its status by the rules. */
  readonly shown: () => { readonly enrollment: Enrollment; readonly status: ParticipationStatus } | undefined;
  /** What the backend says of the enrollment `id` now; `undefined` when it must be read again. */
  readonly accept: (enrollment: Enrollment | undefined, id: string) => void;
  readonly returnFocus: () => void;
  readonly sayChanged: (status: ParticipationStatus) => string;
  readonly sayKept: (status: ParticipationStatus) => string;
  readonly sayChangedMeanwhile: (status: ParticipationStatus) => string;
  readonly announce: (sentence: string) => void;
}

/** Choosing another status and having it stored: what is chosen, what is under way, what went wrong. */
export class StatusEditor implements ReactiveController {
  open = false;
  choice: ParticipationStatus | undefined;
  busy = false;
  problem: Problem | undefined;

  readonly #host: EnrollkitElement;
  readonly #options: EditorOptions;
  /** The status that the person saw when the pencil was pressed. */
  #seen: ParticipationStatus | undefined;
  #kept: { readonly id: string; readonly to: ParticipationStatus } | undefined;
  /** Its key stays for a retry of the same change, so that it is never stored twice. */
  #attempt: { readonly of: string; readonly key: string } | undefined;

  constructor(host: EnrollkitElement, options: EditorOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** The status that somebody else gave it while this person was choosing. */
  get theirs(): ParticipationStatus | undefined {
    const status = this.#options.shown()?.status;
    return this.open && status !== this.#seen ? status : undefined;
  }

  /** What was chosen and waits for a connection. */
  get kept(): ParticipationStatus | undefined {
    return this.#kept?.id === this.#options.shown()?.enrollment.id ? this.#kept?.to : undefined;
  }

  hostUpdate(): void {
    const { theirs } = this;
    if (this.busy || !theirs || (theirs !== 'cancelled' && theirs !== this.choice)) return;
    // There is nothing left to choose: say what happened, and let go.
    this.#options.announce(this.#options.sayChangedMeanwhile(theirs));
    this.cancel();
  }

  hostDisconnected(): void {
    this.close();
  }

  /** What the pencil does: opens, and closes what is open. */
  readonly toggle = (): void => {
    if (this.kept) return;
    if (this.open) {
      this.cancel();
      return;
    }
    this.#seen = this.choice = this.#options.shown()?.status;
    this.open = true;
    this.problem = undefined;
    this.#host.requestUpdate();
  };

  readonly cancel = (): void => {
    this.close();
    this.#options.returnFocus();
  };

  readonly onKeydown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    // The key was for the panel: a dialog of the page around it stays open.
    event.stopPropagation();
    event.preventDefault();
    this.cancel();
  };

  /** The platform closes the panel after a press elsewhere. */
  readonly onToggle = (event: ToggleEvent): void => {
    if (event.newState === 'closed' && this.open) this.close();
  };

  readonly onInput = (event: Event): void => {
    event.stopPropagation();
    if (!this.busy) this.choice = (event.target as HTMLInputElement).value as ParticipationStatus;
    this.#host.requestUpdate();
  };

  readonly onSubmit = (event: Event): void => {
    event.preventDefault();
    const shown = this.#options.shown();
    if (this.busy) return;
    if (!shown || !this.choice || this.choice === shown.status) this.cancel();
    else void this.#change(shown.enrollment, shown.status, this.choice);
  };

  async #change(enrollment: Enrollment, from: ParticipationStatus, to: ParticipationStatus): Promise<void> {
    const host = this.#host;
    const backend = host.resolvedBackend as Backend;
    const detail = { enrollmentId: enrollment.id, from, to };
    if (!ask<StatusChangeDetail>(host, 'ek-status-change', detail)) {
      this.cancel();
      return;
    }

    this.busy = true;
    this.problem = undefined;
    host.requestUpdate();
    try {
      const stored = await this.#store(backend, enrollment, to).catch((error: unknown) =>
        this.#untilSent(error, enrollment, to),
      );
      this.busy = false;
      this.#seen = to;
      this.#options.accept(stored, enrollment.id);
      if (this.open) this.cancel();
      this.#options.announce(this.#options.sayChanged(to));
      await host.updateComplete;
      tellChange(backend, { kind: 'enrollment', id: enrollment.id });
      tell<StatusChangeDetail>(host, 'ek-status-changed', { ...detail });
    } catch (error) {
      this.busy = false;
      host.requestUpdate();
      // Another enrollment is on screen by now: this one's problem would be told of the wrong one.
      if (this.#options.shown()?.enrollment.id !== enrollment.id) return;
      // Who closed the panel while waiting gets it back, with the choice and what happened to it.
      this.open = true;
      const theirs = currentOf(error);
      if (theirs) this.#options.accept(theirs, enrollment.id);
      if (!theirs || theirs.status === from) this.problem = problemOf(error);
    }
  }

  /** Without a connection the backend may keep the change: that is no problem, and the choice stays to be seen. */
  async #untilSent(error: unknown, { id }: Enrollment, to: ParticipationStatus): Promise<Enrollment | undefined> {
    const sent = keptWrite(error);
    if (!sent) throw error;
    const kept = { id, to };
    this.#kept = kept;
    this.busy = false;
    if (this.open) this.cancel();
    this.#host.requestUpdate();
    this.#options.announce(this.#options.sayKept(to));
    try {
      const answer = (await sent) as Enrollment | undefined;
      return answer && readEnrollment(answer);
    } finally {
      if (this.#kept === kept) this.#kept = undefined;
    }
  }

  /** When only something else than the status was changed meanwhile, the choice still holds: written over that, once. */
  async #store(backend: Backend, enrollment: Enrollment, to: ParticipationStatus): Promise<Enrollment | undefined> {
    const write = async ({ id, version }: Enrollment): Promise<Enrollment | undefined> => {
      const of = JSON.stringify([id, version, to]);
      if (this.#attempt?.of !== of) this.#attempt = { of, key: newKey() };
      const options = { expectedVersion: version, idempotencyKey: this.#attempt.key };
      const answer = (await backend.changeStatus(id, to, options)) as Enrollment | undefined;
      // A host's own backend may answer nothing: then it is read again.
      return answer && readEnrollment(answer);
    };
    try {
      return await write(enrollment);
    } catch (error) {
      const theirs = currentOf(error);
      if (theirs?.status !== enrollment.status) throw error;
      return write(theirs);
    }
  }

  /** Gives up what was being chosen. */
  close(): void {
    this.open = false;
    this.problem = undefined;
    this.#host.requestUpdate();
  }
}

function currentOf(error: unknown): Enrollment | undefined {
  if (!hasErrorCode(error, 'conflict') || !error.current) return undefined;
  try {
    return readEnrollment(error.current as Enrollment);
  } catch {
    // It isn't the record that it should be: then only the conflict itself is known.
    return undefined;
  }
}
