import { hasErrorCode, type Backend, type Enrollment, type ParticipationStatus } from '@enrollkit/core';
import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import { AttemptKey } from '../../base/backend/attempt-key.js';
import { tellChange } from '../../base/backend/change-hub.js';
import type { EnrollkitElement } from '../../base/enrollkit-element.js';
import { ask, tell } from '../../base/events.js';
import { keptWrite } from '../../base/backend/kept-write.js';
import { problemOf, type Problem } from '../../base/backend/problem.js';
import { addStyles } from '../../base/styles/add-styles.js';
import type { EnrollmentStatusTerms } from '../../terms/enrollment-status.js';
import type { StatusChangeDetail } from '../enrollment-status-events.js';
import { readEnrollment } from '../read-enrollment.js';
import { renderEditor } from './render-editor.js';
import { statusMoreStyles } from '../more/status-more.styles.js';
import { statusMoreTerms } from '../more/status-more-terms.js';

export interface EditorOptions {
  /** What is on screen: the record as stored, and its status by the rules. */
  readonly shown: () => { readonly enrollment: Enrollment; readonly status: ParticipationStatus } | undefined;
  /** What the backend says of the enrollment `id` now; `undefined` when it must be read again. */
  readonly accept: (enrollment: Enrollment | undefined, id: string) => void;
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
  readonly #attempt = new AttemptKey();

  constructor(host: EnrollkitElement, options: EditorOptions) {
    this.#host = host;
    this.#options = options;
    addStyles(host, statusMoreStyles);
    host.addController(this);
  }

  get terms(): EnrollmentStatusTerms {
    return statusMoreTerms(this.#host.localeTag);
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
    this.#host.announce(this.terms.changedMeanwhile(this.#wordOf(theirs)));
    this.cancel();
  }

  hostUpdated(): void {
    const { kept, open, busy } = this;
    const host = this.#host;
    host.toggleState('editing', open);
    host.toggleState('busy', busy);
    host.toggleState('queued', kept !== undefined);

    const panel = open ? host.renderRoot.querySelector<HTMLElement>('.panel') : null;
    // Where the platform has no popovers the panel is simply there, below the label.
    if (!panel?.showPopover || panel.matches(':popover-open')) return;
    panel.showPopover();
    (panel.querySelector<HTMLElement>('input:checked') ?? panel.querySelector('input'))?.focus();
  }

  hostDisconnected(): void {
    this.close();
  }

  /** The panel, when it is open. */
  render(): TemplateResult | typeof nothing {
    return this.open ? renderEditor(this.#host, this, this.terms) : nothing;
  }

  renderKept(): TemplateResult | typeof nothing {
    const { kept, terms } = this;
    if (!kept) return nothing;
    return html`<p class="note" part="queued"><bdi>${terms.kept(this.#wordOf(kept))}</bdi></p>`;
  }

  #wordOf(status: ParticipationStatus): string {
    return this.#host.common.statuses[status];
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
    this.#host.renderRoot.querySelector<HTMLElement>('.edit')?.focus();
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
      host.announce(this.terms.changed(this.#wordOf(to)));
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
    this.#host.announce(this.terms.kept(this.#wordOf(to)));
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
      const options = { expectedVersion: version, idempotencyKey: this.#attempt.for(id, version, to) };
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
