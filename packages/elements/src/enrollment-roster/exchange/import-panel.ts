import { planStatusList, readStatusList, type Enrollment, type ListIssue, type PlannedRow } from '@enrollkit/core';
import { html, nothing, type TemplateResult } from 'lit';
import { problemOf, type Problem } from '../../base/backend/problem.js';
import type { EnrollkitElement } from '../../base/enrollkit-element.js';
import { formatBytes, formatDecimal } from '../../base/language/formats.js';
import { kept } from '../../base/language/kept-words.js';
import { renderProblem } from '../../base/reading/render-record.js';
import type { EnrollmentRosterTerms } from '../../terms/enrollment-roster.js';
import type { Counted } from '../../terms/feed-check.js';
import type { RosterMarks } from '../marking/roster-marks.js';
import { csvWords } from './csv-words.js';
import { readListText } from './read-list-text.js';

/** Longer lists are no lists of people. */
const MOST_BYTES = 5_000_000;
/** More rows nobody looks through; those that can't be done come first. */
const MOST_SHOWN = 300;

export interface ImportOptions {
  readonly terms: () => EnrollmentRosterTerms;
  readonly everyone: () => Promise<readonly Enrollment[]>;
  readonly marks: RosterMarks;
  readonly onClose: () => void;
}

interface Plan {
  readonly name: string;
  readonly rows: readonly PlannedRow[];
  readonly issues: readonly ListIssue[];
}

/** Why a file isn't read at all. */
type FileFault = 'importTooLarge' | 'importWorkbook';

/** A list of people and their statuses: looked at row by row before anything is done. */
export class ImportPanel {
  readonly #host: EnrollkitElement;
  readonly #options: ImportOptions;
  #isOpen = false;
  #plan: Plan | undefined;
  #isReading = false;
  #problem: Problem | undefined;
  #fault: FileFault | undefined;

  constructor(host: EnrollkitElement, options: ImportOptions) {
    this.#host = host;
    this.#options = options;
  }

  show(): void {
    this.#isOpen = true;
    this.#plan = this.#problem = this.#fault = undefined;
    this.#host.requestUpdate();
    void this.#host.updateComplete.then(() => this.#dialog?.showModal());
  }

  render(): TemplateResult | typeof nothing {
    if (!this.#isOpen) return nothing;
    const terms = this.#options.terms();
    return html`<dialog
      class="details"
      part="import"
      aria-labelledby="import-title"
      @close=${this.#onClose}
      @keydown=${keepKeys}
    >
      <div class="details-head">
        <h2 id="import-title">${terms.importTitle}</h2>
        <button class="button" part="button close-button" type="button" @click=${this.#close}>${terms.close}</button>
      </div>
      <p><bdi>${terms.importHint}</bdi></p>
      <label class="line">
        <span>${terms.importFile}</span>
        <input class="file" type="file" accept=".csv,.txt,text/csv,text/plain" @change=${this.#onFile} />
      </label>
      <div role="status">${this.#isReading ? this.#host.common.loading : nothing}</div>
      <div role="alert">
        ${this.#fault ? html`<p class="fault"><bdi>${this.#sayFault(this.#fault, terms)}</bdi></p>` : nothing}
        ${this.#problem ? renderProblem(this.#host, this.#problem) : nothing}
      </div>
      ${this.#plan ? this.#renderPlan(this.#plan, terms) : nothing}
    </dialog>`;
  }

  #renderPlan({ rows, issues }: Plan, terms: EnrollmentRosterTerms): TemplateResult {
    if (issues.length > 0) {
      return html`${issues.map((issue) => html`<p class="fault"><bdi>${this.#say(issue, terms)}</bdi></p>`)}`;
    }
    const of = (outcome: PlannedRow['outcome']): readonly PlannedRow[] => rows.filter((row) => row.outcome === outcome);
    const [change, same, refused] = [of('change'), of('same'), of('refused')];
    const shown = [...refused, ...change, ...same].slice(0, MOST_SHOWN);
    const left = rows.length - shown.length;
    return html`<p part="import-summary">
        <bdi
          >${terms.importSummary(this.#counted(change.length), this.#counted(same.length), this.#counted(refused.length))}</bdi
        >
      </p>
      <button
        class="button primary"
        part="button import-button"
        type="button"
        ?disabled=${change.length === 0}
        @click=${() => void this.#apply(change)}
      >
        ${terms.importApply(this.#counted(change.length))}
      </button>
      <table class="plan" part="import-plan">
        <thead>
          <tr>
            <th scope="col">${terms.importLine}</th>
            <th scope="col">${terms.fields.participant}</th>
            <th scope="col">${terms.fields.status}</th>
          </tr>
        </thead>
        <tbody>
          ${shown.map((row) => this.#renderRow(row, terms))}
        </tbody>
      </table>
      ${left > 0 ? html`<p class="muted"><bdi>${terms.importMore(this.#counted(left))}</bdi></p>` : nothing}`;
  }

  #renderRow({ line, key, enrollment, status, note, outcome, issues }: PlannedRow, terms: EnrollmentRosterTerms) {
    const { statuses } = this.#host.common;
    const to = status ? statuses[status] : '';
    const said =
      outcome === 'refused'
        ? issues.map((issue) => this.#say(issue, terms)).join(' ')
        : outcome === 'same' || !enrollment
          ? terms.importSame(to)
          : terms.importChange(statuses[enrollment.status], to);
    return html`<tr class=${outcome}>
      <td>${formatDecimal(String(line), this.#host.localeTag)}</td>
      <td>${kept(enrollment?.participant.name ?? key?.value ?? terms.none)}</td>
      <td><bdi>${said}</bdi>${note && outcome === 'change' ? html` <bdi class="muted">${note}</bdi>` : nothing}</td>
    </tr>`;
  }

  #sayFault(fault: FileFault, terms: EnrollmentRosterTerms): string {
    return fault === 'importWorkbook'
      ? terms.importWorkbook
      : terms.importTooLarge(formatBytes(MOST_BYTES, this.#host.localeTag));
  }

  #say({ code, params }: ListIssue, terms: EnrollmentRosterTerms): string {
    const status = params.status as keyof EnrollmentRosterTerms['keys'] | undefined;
    const words = status ? this.#host.common.statuses[status] : '';
    return terms.importIssues[code]({
      value: String(params.value ?? ''),
      number: String(params.max ?? params.line ?? params.count ?? ''),
      status: words,
    });
  }

  readonly #onFile = (event: Event): void => {
    const [file] = (event.target as HTMLInputElement).files ?? [];
    if (file) void this.#read(file);
  };

  async #read(file: File): Promise<void> {
    const terms = this.#options.terms();
    this.#plan = this.#problem = this.#fault = undefined;
    if (file.size > MOST_BYTES) this.#fault = 'importTooLarge';
    this.#isReading = this.#fault === undefined;
    this.#host.requestUpdate();
    if (this.#fault) return;
    try {
      const text = readListText(await file.arrayBuffer());
      if (text === undefined) this.#fault = 'importWorkbook';
      else {
        const list = readStatusList(text, [csvWords(terms, this.#host.common)]);
        const rows = list.issues.length > 0 ? [] : planStatusList(list, await this.#options.everyone());
        this.#plan = { name: file.name, rows, issues: list.issues };
      }
    } catch (error) {
      this.#problem = problemOf(error);
    }
    this.#isReading = false;
    this.#host.requestUpdate();
  }

  async #apply(rows: readonly PlannedRow[]): Promise<void> {
    // As it was looked at: what somebody else makes of a row meanwhile is a conflict, and is shown.
    const changes = rows.flatMap(({ change, enrollment }) => {
      if (!change || !enrollment) return [];
      const { id: enrollmentId, expectedVersion: version, ...to } = change;
      return [{ enrollmentId, from: enrollment.status, version, ...to }];
    });
    this.#close();
    await this.#options.marks.setEach(changes);
  }

  #counted(count: number): Counted {
    return { count, text: formatDecimal(String(count), this.#host.localeTag) };
  }

  get #dialog(): HTMLDialogElement | null {
    return this.#host.renderRoot.querySelector('dialog[part="import"]');
  }

  readonly #close = (): void => this.#dialog?.close();

  readonly #onClose = (): void => {
    this.#isOpen = false;
    this.#host.requestUpdate();
    this.#options.onClose();
  };
}

function keepKeys(event: KeyboardEvent): void {
  if (event.key === 'Escape') event.stopPropagation();
}
