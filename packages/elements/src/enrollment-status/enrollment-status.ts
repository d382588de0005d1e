import { evaluateStatus, type Enrollment, type ParticipationStatus, type StatusAuthority } from '@enrollkit/core';
import { css, html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { baseStyles } from '../base/styles/base.styles.js';
import { EnrollkitElement } from '../base/enrollkit-element.js';
import { RecordController } from '../base/reading/record-controller.js';
import { readOneEnrollment } from '../base/reading/read-enrollments.js';
import { renderProblem, renderRecord } from '../base/reading/render-record.js';
import { canEdit } from './editor/can-edit.js';
import { DecisionOffer } from './decision/decision-offer.js';
import { enrollmentStatusStyles } from './enrollment-status.styles.js';
import { enrollmentStatusTerms } from './enrollment-status-terms.js';
import { readEnrollment } from './read-enrollment.js';
import { renderExplanation, saysWhy } from './more/render-explanation.js';
import type { Lived } from './more/render-history.js';
import { renderLoading, renderRow, type PencilView } from './render-row.js';
import { wordOf, type Speech } from './say.js';
import type { StatusEditor } from './editor/status-editor.js';
import { shownStatus } from './status-icons.js';
import { statusLabelStyles } from './status-label.styles.js';
import { loadWhenNear } from './load-when-near.js';
import { morePart } from './more/more-part.js';
import { letSleep, wakeUpAfter } from './wake-up.js';

export type * from './enrollment-status-events.js';

/**
 * @summary Shows the participation status of an enrollment, why it is so and what comes next; with a pencil to change it. A
 *   request that nobody has decided on yet says so, and can be accepted or declined here.
 * @tag enrollment-status
 *
 * @fires {CustomEvent<StatusChangeDetail>} ek-status-change - A person chose another status. Cancelable.
 * @fires {CustomEvent<StatusChangeDetail>} ek-status-changed - The backend has stored the change.
 * @fires {CustomEvent<BookingDecisionDetail>} ek-booking-decide - A person accepts or declines a request. Cancelable.
 * @fires {CustomEvent<BookingDecisionDetail>} ek-booking-decided - The backend has stored the decision.
 *
 * @csspart base - Everything.
 * @csspart label - Icon and word.
 * @csspart icon - Any icon.
 * @csspart edit-button - The pencil.
 * @csspart next - The sentence on what happens next.
 * @csspart why-button - Opens the explanation.
 * @csspart why - The explanation.
 * @csspart queued - What was chosen and waits for a connection.
 * @csspart history - What happened so far.
 * @csspart panel - What the pencil opens.
 * @csspart decision - Accepting and declining a request.
 * @csspart accept-button - Accepts it.
 * @csspart decline-button - Declines it; first opens the field for the reason.
 * @csspart field - The reason for declining.
 * @csspart button - Any button with words.
 * @csspart update-button - Stores the choice.
 * @csspart cancel-button - Closes without changing.
 * @csspart retry-button - Tries again after a problem.
 * @csspart problem - What went wrong and what to do.
 *
 * @cssprop [--ek-accent=AccentColor] - Colour of what can be pressed.
 * @cssprop [--ek-on-accent] - Text on the accent colour. Black or white by itself.
 * @cssprop [--ek-started] - Tone of Started.
 * @cssprop [--ek-success] - Tone of Completed.
 * @cssprop [--ek-warning] - Tone of No-show.
 * @cssprop [--ek-danger] - Tone of Did not pass, and of problems.
 * @cssprop [--ek-surface=Canvas] - Background of the panel.
 * @cssprop [--ek-on-surface=CanvasText] - Text in the panel.
 * @cssprop [--ek-radius=6px] - Rounding of corners.
 * @cssprop [--ek-density=1] - Spacing; 0.75 is compact.
 * @cssprop [--ek-enrollment-status-tone] - One tone for the label, whatever the status.
 *
 * @cssState loading - Nothing is known yet.
 * @cssState failed - The enrollment is missing or can't be read.
 * @cssState editing - The choices are shown.
 * @cssState busy - A change is being stored.
 * @cssState queued - A change is kept in the browser until there is a connection.
 */
export class EnrollmentStatus extends EnrollkitElement {
  static override properties: PropertyDeclarations = {
    enrollmentId: { attribute: 'enrollment-id' },
    enrollment: { attribute: false },
    editable: { type: Boolean },
    showHistory: { type: Boolean, attribute: 'show-history' },
    compact: { type: Boolean },
    rules: {},
    explained: { state: true },
    missingPart: { state: true },
  };

  /** One sheet: the browser looks through each of them for every element of a long list. */
  static override styles = css`
    ${baseStyles}${statusLabelStyles}${enrollmentStatusStyles}
  `;

  /** Which enrollment to show. */
  enrollmentId: string | undefined;

  /** The enrollment itself, for a page that has it already. Goes before `enrollment-id`; nothing is asked until it changes. */
  enrollment: Enrollment | undefined;

  /** Offers the pencil, and the decision on a request, to whoever may change it as far as the backend says. */
  editable = false;

  /** Always shows the history, not only after asking why. */
  showHistory = false;

  /** Label and pencil only, for lists. */
  compact = false;

  /** `host`: shows the status as the backend has it; the kit's rules change nothing. Else as the backend says. */
  rules: StatusAuthority | undefined;

  private explained = false;
  /** What was asked for last could not be loaded. */
  private missingPart = false;

  readonly #record = new RecordController(this, {
    id: () => this.enrollment?.id ?? this.enrollmentId,
    attribute: 'enrollment-id',
    given: () => this.#given,
    needs: ['getEnrollment'],
    read: async (backend, id, options) => readEnrollment(await readOneEnrollment(backend, id, options)),
    concerns: (change, id) => (change.kind === 'enrollment' ? change.id : change.enrollmentId) === id,
  });
  /** Made where it can be asked for: not in lists. */
  #decision: DecisionOffer | undefined;
  /** Made when the pencil is pressed for the first time: in a long list most never are. */
  #editor: StatusEditor | undefined;
  #loading: Promise<boolean> | undefined;
  #id: string | undefined;
  #given: Enrollment | undefined;
  #shown: Lived | undefined;

  /** The status shown now; `undefined` as long as there is none. */
  get status(): ParticipationStatus | undefined {
    return this.#shown?.status;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    letSleep(this);
  }

  /** Waits for what is seen at first of what else comes when somebody asks for it. */
  // oxlint-disable-next-line typescript/no-invalid-void-type -- Lit's own type
  protected override scheduleUpdate(): void | Promise<unknown> {
    const { state } = this.#record;
    const known = this.enrollment ?? (state.kind === 'ready' ? state.record : undefined);
    const needsMore = !this.compact && (this.showHistory || saysWhy(this.#authority, known));
    if (!needsMore || morePart.loaded || this.missingPart) return super.scheduleUpdate();
    const loading = this.#getMore();
    // What the page gave the element before it was defined isn't known before the first update.
    return known ? loading.then(() => super.scheduleUpdate()) : super.scheduleUpdate();
  }

  /** With what a person has asked for. */
  protected override async getUpdateComplete(): Promise<boolean> {
    const isComplete = await super.getUpdateComplete();
    if (!this.#loading) return isComplete;
    await this.#loading;
    return super.getUpdateComplete();
  }

  async #getMore(): Promise<void> {
    this.missingPart = false;
    if (morePart.loaded) return;
    this.missingPart = !(await (this.#loading = morePart.load()));
    this.#loading = undefined;
    this.requestUpdate();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has('enrollment')) this.#take(this.enrollment);
    const id = this.enrollment?.id ?? this.enrollmentId;
    if (id !== this.#id) this.#editor?.close();
    this.#id = id;
    const { state } = this.#record;
    this.#shown = state.kind === 'ready' ? this.#evaluate(state.record) : undefined;
  }

  /** A page that draws itself anew may still have the record of before the last change. */
  #take(enrollment: Enrollment | undefined): void {
    const known = this.#shown?.enrollment;
    if (enrollment && enrollment.id === known?.id && enrollment.version < known.version) return;
    this.#given = enrollment && readEnrollment(enrollment);
  }

  protected override updated(): void {
    this.toggleRecordStates(this.#record.state);
  }

  get #authority(): StatusAuthority {
    return this.rules ?? this.resolvedBackend?.rules ?? 'kit';
  }

  /** Applies the rules here too, so that the status turns on time on a page that stays open, with any backend. */
  #evaluate(enrollment: Enrollment): Lived {
    const now = this.now();
    const evaluation = evaluateStatus(enrollment, { now, timeZone: this.timeZone, rules: this.#authority });
    if (evaluation.next && this.isConnected) wakeUpAfter(Date.parse(evaluation.next.at) - Date.parse(now), this);
    else letSleep(this);
    return { enrollment, ...evaluation };
  }

  override render(): TemplateResult {
    const { state } = this.#record;
    // Lists have thousands: nothing around the row, and no panel before there can be anything in it.
    if (this.compact && state.kind === 'ready') {
      const { problem } = state;
      if (!this.#editor && !problem && !this.missingPart) return this.#renderStatus(nothing);
      const told = problem ? renderProblem(this, problem, () => this.#record.reload()) : nothing;
      return this.#renderStatus(html`${this.#renderNews()}${told}`);
    }
    return html`<div part="base">
      ${renderRecord(this, this.#record, {
        loading: () => this.#renderLoading(),
        ready: () => this.#renderStatus(html`${this.#renderNews()}${this.#renderExplanation()}`),
      })}
    </div>`;
  }

  #renderLoading(): TemplateResult {
    return renderLoading(this.#speech, this.compact ? undefined : this.now());
  }

  #renderStatus(below: TemplateResult | typeof nothing): TemplateResult {
    const shown = this.#shown;
    if (!shown) return this.#renderLoading();
    const status = shownStatus(shown.enrollment, shown.status);
    const pencil = this.editable && canEdit(this, shown) ? this.#pencil : undefined;
    return renderRow({ status, word: wordOf(status, this.#speech), isAll: this.compact, pencil, below });
  }

  get #pencil(): PencilView {
    const editor = this.#editor;
    loadWhenNear(this.ownerDocument);
    return {
      name: this.terms(enrollmentStatusTerms).edit,
      isWaiting: editor?.kept !== undefined,
      panel: editor?.render() ?? nothing,
      onPress: () => void this.#edit(),
    };
  }

  async #edit(): Promise<void> {
    const wasOpen = this.#editor?.open === true;
    await this.#getMore();
    if (!morePart.loaded || !this.isConnected) return;
    const editor = (this.#editor ??= new morePart.loaded.StatusEditor(this, {
      shown: () => this.#shown,
      accept: (enrollment, id) => (enrollment ? this.#record.accept(enrollment, id) : this.#record.reload()),
    }));
    // Pressed again and again while it was loaded, it opens all the same.
    if (editor.open === wasOpen) editor.toggle();
  }

  /** What became of what a person did. */
  #renderNews(): TemplateResult {
    const missing = this.missingPart ? html`<div role="alert">${renderProblem(this, 'not-loaded')}</div>` : nothing;
    return html`${this.#editor?.renderKept() ?? nothing}${missing}`;
  }

  #renderExplanation(): TemplateResult | typeof nothing {
    const shown = this.#shown;
    if (!shown) return nothing;
    const { explained: isExplained, showHistory } = this;
    const onWhy = (): void => {
      this.explained = !isExplained;
      void this.#getMore();
    };
    return html`${this.editable ? this.#renderDecision(shown.enrollment) : nothing}
    ${renderExplanation(this, shown, { speech: this.#speech, isExplained, showHistory, onWhy })}`;
  }

  #renderDecision(enrollment: Enrollment): TemplateResult | typeof nothing {
    this.#decision ??= new DecisionOffer(this, {
      accept: (record, id) => (record ? this.#record.accept(readEnrollment(record), id) : this.#record.reload()),
    });
    return this.#decision.render(enrollment);
  }

  get #speech(): Speech {
    return {
      terms: this.terms(enrollmentStatusTerms),
      common: this.common,
      locale: this.localeTag,
      timeZone: this.timeZone,
    };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'enrollment-status': EnrollmentStatus;
  }
}
