import type { Enrollment } from '@enrollkit/core';
import { html, nothing, type TemplateResult } from 'lit';
import { problemOf } from '../../base/backend/problem.js';
import type { EnrollkitElement } from '../../base/enrollkit-element.js';
import type { EnrollmentRosterTerms } from '../../terms/enrollment-roster.js';
import type { RosterFilters } from '../filters/roster-filters.js';
import type { RosterMarks } from '../marking/roster-marks.js';
import type { RosterRows } from '../rows/roster-rows.js';
import type { ImportPanel } from './import-panel.js';

interface ToolsOptions {
  readonly terms: () => EnrollmentRosterTerms;
  readonly isEditable: () => boolean;
  readonly rows: () => RosterRows;
  readonly marks: () => RosterMarks;
  readonly filters: () => RosterFilters;
}

/** What is done with the list as a whole: saved as a file, set by one, printed. Loaded when somebody wants it. */
export class RosterTools {
  readonly #host: EnrollkitElement;
  readonly #options: ToolsOptions;
  #importPanel: ImportPanel | undefined;

  constructor(host: EnrollkitElement, options: ToolsOptions) {
    this.#host = host;
    this.#options = options;
  }

  renderButtons(): TemplateResult | typeof nothing {
    const terms = this.#options.terms();
    if (this.#options.rows().count === 0) return nothing;
    const tool = (name: string, word: string, act: () => void): TemplateResult =>
      html`<button class="button" part="button ${name}-button" type="button" @click=${act}>${word}</button>`;
    return html`${tool('export', terms.export, this.#onExport)}
    ${this.#options.isEditable() ? tool('open-import', terms.import, this.#onImport) : nothing}
    ${tool('print', terms.print, this.#onPrint)}`;
  }

  renderPanel(): TemplateResult | typeof nothing {
    return this.#importPanel?.render() ?? nothing;
  }

  readonly #onExport = (): void =>
    void this.#withAll(async (rows) => {
      const terms = this.#options.terms();
      const { exportRows } = await import('./export-rows.js');
      exportRows(this.#host, terms, rows);
      this.#host.announce(terms.exported(this.#options.filters().counted(rows.length)));
    });

  readonly #onPrint = (): void =>
    void this.#withAll(() => {
      // Every row has come; the list puts them all into the page when the browser says that it prints.
      window.print();
    });

  readonly #onImport = (): void => void this.#openImport();

  async #openImport(): Promise<void> {
    try {
      const { ImportPanel: Panel } = await import('./import-panel.js');
      this.#importPanel ??= new Panel(this.#host, {
        terms: this.#options.terms,
        everyone: () => this.#options.rows().everyone(),
        marks: this.#options.marks(),
        onClose: () => this.#host.renderRoot.querySelector<HTMLElement>('[part~="open-import-button"]')?.focus(),
      });
      this.#importPanel.show();
    } catch {
      this.#host.announce(this.#host.common.errors.internal);
    }
  }

  /** What is done with everybody waits until everybody is there; the list says why when they don't come. */
  async #withAll(work: (rows: readonly Enrollment[]) => Promise<void> | void): Promise<void> {
    try {
      await work(await this.#options.rows().loadAll());
    } catch (error) {
      const { errors } = this.#host.common;
      const known: Readonly<Partial<Record<string, string>>> = errors;
      this.#host.announce(known[problemOf(error)] ?? errors.internal);
    }
  }
}
