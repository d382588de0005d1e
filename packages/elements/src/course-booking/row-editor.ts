import type { EnrollkitElement } from '../base/enrollkit-element.js';
import type { CourseBookingTerms } from '../terms/course-booking.js';
import { MOST_PARTICIPANTS, nextKey, readPasted, withPasted } from './booking-draft.js';
import type { BookingRun } from './booking-run.js';

/** Filling in who takes part. */
export class RowEditor {
  readonly #host: EnrollkitElement;
  readonly #run: BookingRun;
  readonly #terms: () => CourseBookingTerms;

  constructor(host: EnrollkitElement, run: BookingRun, terms: () => CourseBookingTerms) {
    this.#host = host;
    this.#run = run;
    this.#terms = terms;
  }

  readonly onInput = (key: number, field: 'name' | 'email', value: string): void => {
    const { outcome: _, ...row } = this.#run.draft.rows.find((each) => each.key === key) ?? { name: '', email: '' };
    this.#run.change({
      rows: this.#run.draft.rows.map((each) => (each.key === key ? { ...row, key, [field]: value } : each)),
    });
  };

  /** Cells of a spreadsheet become rows; a single text is pasted as anywhere. */
  readonly onPaste = (key: number, event: ClipboardEvent): void => {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (!this.#run.isMany || !/[\t\r\n]/.test(text.trim()) || this.#run.busyWith > 0) return;
    event.preventDefault();
    const pasted = readPasted(text);
    const rows = withPasted(this.#run.draft.rows, key, pasted);
    const isCut =
      rows.length === MOST_PARTICIPANTS && this.#run.draft.rows.length + pasted.length > MOST_PARTICIPANTS + 1;
    this.#run.change({ rows });
    const told = isCut
      ? this.#terms().pastedTooMany(String(MOST_PARTICIPANTS))
      : this.#terms().pasted(String(pasted.length));
    this.#host.announce(told);
  };

  readonly onAdd = (): void => {
    const key = nextKey(this.#run.draft.rows);
    this.#run.change({ rows: [...this.#run.draft.rows, { key, name: '', email: '' }] });
    void this.#focus(`#name-${key}`);
  };

  readonly onRemove = (key: number): void => {
    const index = this.#run.draft.rows.findIndex((row) => row.key === key);
    const rows = this.#run.draft.rows.filter((row) => row.key !== key);
    this.#run.change({ rows });
    const next = rows[Math.min(index, rows.length - 1)];
    void this.#focus(`#name-${next?.key}`);
  };

  async #focus(selector: string): Promise<void> {
    await this.#host.updateComplete;
    this.#host.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }
}
