import {
  bookingStateOf,
  hasErrorCode,
  type Backend,
  type Enrollment,
  type EnrollkitError,
  type NewEnrollment,
} from '@enrollkit/core';
import { tellChange } from '../base/backend/change-hub.js';
import { keptWrite } from '../base/backend/kept-write.js';
import { isRetryable, problemOf, type Problem } from '../base/backend/problem.js';
import type { EnrollkitElement } from '../base/enrollkit-element.js';
import { tell } from '../base/events.js';
import { newKey } from '../base/new-key.js';
import { warnOnce } from '../base/warn-once.js';
import type { BookedDetail, BookingErrorDetail } from './course-booking-events.js';

/** What became of one participant. */
export type Answer =
  | { readonly kind: 'booked'; readonly enrollment: Enrollment }
  | { readonly kind: 'queued'; readonly sent: Promise<unknown> }
  | { readonly kind: 'price-changed'; readonly before: number; readonly now: number }
  | { readonly kind: 'failed'; readonly problem: Problem; readonly issues: readonly string[] };

/** Sends bookings, each under a key of its own, so that one that was sent twice is made once. */
export class BookingSender {
  readonly #host: EnrollkitElement;
  /** By what was sent: another name or start is another booking. */
  #keys: Record<string, string> = {};

  constructor(host: EnrollkitElement) {
    this.#host = host;
  }

  get keys(): Readonly<Record<string, string>> {
    return this.#keys;
  }

  /** `keys` as they were before the page was loaded anew; none for what is to be booked once more. */
  begin(keys: Readonly<Record<string, string>> = {}): void {
    this.#keys = { ...keys };
  }

  /** Has a key ready before anything is sent, for whoever keeps them. */
  prepare(booking: NewEnrollment): void {
    this.#keys[JSON.stringify(booking)] ??= newKey();
  }

  async send(booking: NewEnrollment): Promise<Answer> {
    const backend = this.#host.resolvedBackend as Backend;
    this.prepare(booking);
    try {
      const enrollment = await backend.createEnrollment(booking, {
        idempotencyKey: this.#keys[JSON.stringify(booking)] ?? newKey(),
      });
      return this.booked(booking, enrollment);
    } catch (error) {
      const sent = keptWrite(error);
      return sent ? { kind: 'queued', sent } : this.failed(booking, error);
    }
  }

  /** Tells the page and the other elements on it. */
  booked(booking: NewEnrollment, enrollment: Enrollment): Answer {
    const { productId, startingDateId } = booking;
    tellChange(this.#host.resolvedBackend as Backend, { kind: 'enrollment', id: enrollment.id });
    tell<BookedDetail>(this.#host, 'ek-booked', {
      productId,
      enrollmentId: enrollment.id,
      ...(startingDateId !== undefined && { startingDateId }),
      bookingState: bookingStateOf(enrollment),
    });
    return { kind: 'booked', enrollment };
  }

  failed({ productId }: NewEnrollment, error: unknown): Answer {
    const problem = problemOf(error);
    const issues = issuesOf(error);
    const codes = issues.map(({ code }) => code);
    if (problem === 'internal') warnOnce('not-booked', [this.#host.localName], error);
    tell<BookingErrorDetail>(this.#host, 'ek-booking-error', { productId, code: problem, issues: codes });
    const changed = hasErrorCode(error, 'conflict') && issues.find(({ code }) => code === 'price-changed');
    if (changed) {
      const { expectedTotalMinor, totalMinor } = changed.params;
      return { kind: 'price-changed', before: Number(expectedTotalMinor), now: Number(totalMinor) };
    }
    return { kind: 'failed', problem, issues: codes };
  }
}

/** Whether the others would meet the same: nothing more is sent then. */
export function stopsTheRest(answer: Answer): boolean {
  if (answer.kind === 'price-changed') return true;
  if (answer.kind !== 'failed') return false;
  return (
    isRetryable(answer.problem) || ['unauthorized', 'forbidden', 'blocked', 'not-configured'].includes(answer.problem)
  );
}

/** A host's own error may have anything in it. */
function issuesOf(error: unknown): EnrollkitError['issues'] {
  const { issues } = (error ?? {}) as { readonly issues?: unknown };
  return Array.isArray(issues)
    ? issues.filter(
        (issue): issue is EnrollkitError['issues'][number] =>
          typeof (issue as { code?: unknown } | null)?.code === 'string',
      )
    : [];
}
