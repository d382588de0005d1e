import { evaluateEnrollment, type Enrollment, type Instant, type StatusAuthority } from '@enrollkit/core';
import { formatDay, formatDays, formatInstant, SHORT_DAY } from '../../base/language/formats.js';
import { sayTerm, wordOf, type Speech } from '../../enrollment-status/say.js';
import type { EnrollmentStatusTerms } from '../../terms/enrollment-status.js';
import { shownStatus, type ShownStatus } from '../../enrollment-status/status-icons.js';

/** A row as it is shown: everything in words. */
export interface RowView {
  readonly status: ShownStatus;
  readonly word: string;
  readonly next: string;
  /** When the calendar changes it. */
  readonly turnsAt: Instant | undefined;
  readonly start: string;
  readonly certificate: string;
  readonly invoice: string;
  readonly booked: string;
  readonly changed: string;
}

export interface ViewContext {
  readonly speech: Speech<EnrollmentStatusTerms>;
  readonly now: Instant;
  readonly rules: StatusAuthority;
}

/** What rows say, worked out once for each record: scrolling back costs nothing. */
export class RowViews {
  #views = new WeakMap<Enrollment, RowView>();
  #madeFor: readonly unknown[] = [];

  /** Before a render. Another language, or a rule that came due, makes all of them anew. */
  prepare({ speech: { terms, locale, timeZone }, rules }: ViewContext): void {
    const madeFor = [terms, locale, timeZone, rules];
    if (madeFor.every((part, index) => part === this.#madeFor[index])) return;
    this.#madeFor = madeFor;
    this.forget();
  }

  forget(): void {
    this.#views = new WeakMap();
  }

  get(enrollment: Enrollment, context: ViewContext): RowView {
    let view = this.#views.get(enrollment);
    if (!view) this.#views.set(enrollment, (view = viewOf(enrollment, context)));
    return view;
  }
}

function viewOf(enrollment: Enrollment, { speech, now, rules }: ViewContext): RowView {
  const { locale, timeZone } = speech;
  const evaluation = evaluateEnrollment(enrollment, { now, timeZone, rules });
  const [why, next] = evaluation.explanation;
  const status = shownStatus(enrollment, evaluation.status);
  const day = (at: Instant | undefined): string => (at === undefined ? '' : formatInstant(at, locale, timeZone));
  const told = next ?? why;
  return {
    status,
    word: wordOf(status, speech),
    next: told ? sayTerm(told, speech) : '',
    turnsAt: evaluation.next?.at,
    // Only when their column is there: dates are what costs most to put in words.
    get start() {
      return startOf(enrollment, locale);
    },
    get certificate() {
      return day(enrollment.certificateUploadedAt);
    },
    get invoice() {
      return day(enrollment.invoiceUploadedAt);
    },
    get booked() {
      return day(enrollment.acceptedAt ?? enrollment.requestedAt ?? enrollment.createdAt);
    },
    get changed() {
      return day(enrollment.updatedAt);
    },
  };
}

function startOf({ startDate, endDate, startDateIsMonthOnly }: Enrollment, locale: string): string {
  if (startDate === undefined) return '';
  if (startDateIsMonthOnly) return formatDay(startDate, locale, true);
  if (endDate === undefined) return formatDay(startDate, locale, false, SHORT_DAY);
  return formatDays(startDate, endDate, locale, false, SHORT_DAY);
}
