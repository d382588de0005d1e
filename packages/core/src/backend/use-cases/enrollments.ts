import { dayOf } from '../../calendar/time-zone.js';
import { changeStatusByHand } from '../../enrollment/change-status-by-hand.js';
import type { Enrollment } from '../../enrollment/enrollment.js';
import type { EvaluationOptions } from '../../enrollment/evaluate-enrollment.js';
import { STATUSES } from '../../enrollment/participation-status.js';
import type { Issue } from '../../issue.js';
import { checkBookable } from '../../product/check-bookable.js';
import {
  acceptEnrollment,
  cancelEnrollment,
  declineEnrollment,
  withdrawEnrollment,
} from '../../enrollment/decide-booking.js';
import { moveDates, recordInvoice } from '../../enrollment/record-facts.js';
import { throwIfAborted } from '../../abort.js';
import type { EnrollmentPort } from '../ports/enrollment-port.js';
import type { ManyPort } from '../ports/many-port.js';
import { ENROLLMENT_DATES, NEW_ENROLLMENT, NOTE, STATUS_OPTIONS, WITHDRAWAL } from '../input/enrollment-input.js';
import { parseInput } from '../input/parse-input.js';
import { DEFAULT_PAGE_SIZE, ENROLLMENT_QUERY } from '../input/query-input.js';
import { invalid } from '../refusals.js';
import type { WriteTables } from '../store.js';
import { withTenant } from '../tenant.js';
import { presentMoment, type UseCaseContext } from '../use-case-context.js';
import { write } from '../write.js';
import { act, takesSeat } from './act-on-enrollment.js';
import { allowedWith, answerAllowed } from './allowed.js';
import { bookedProduct, bookEnrollment } from './book-enrollment.js';
import { loadEnrollment, upToDate } from './enrollment-records.js';
import { withSeatsLeft } from './seats.js';
import { settleDueEnrollments } from './settle-due-enrollments.js';

/** The use cases about enrollments. */
export function enrollmentUseCases(context: UseCaseContext): Omit<EnrollmentPort, keyof ManyPort> {
  const { store, actor, scope, timeZone } = context;
  const doer = { by: actor.id, name: actor.name };

  return {
    async getEnrollment(id, options = {}) {
      throwIfAborted(options.signal);
      const now = presentMoment(context);
      return answerAllowed(
        context,
        store.read((tables) => loadEnrollment(tables, context, { id, action: 'enrollment.read', now })),
      );
    },

    async listEnrollments(query = {}, options = {}) {
      const asked = parseInput(ENROLLMENT_QUERY, query);
      throwIfAborted(options.signal);
      if (!scope) return { items: [], total: 0 };
      const now = presentMoment(context);
      if (asked.status !== undefined || asked.updatedFrom !== undefined) await settleDueEnrollments(context, now);
      const page = await store.read(({ enrollments }) =>
        enrollments.list({ size: DEFAULT_PAGE_SIZE, ...asked, scope }),
      );
      const items = page.items.map((row) => allowedWith(context, upToDate(row, context, now)));
      return { items, total: page.total };
    },

    async createEnrollment(input, options = {}) {
      const asked = withTenant(parseInput(NEW_ENROLLMENT, input), actor.providerId);
      const made = write(context, { method: 'createEnrollment', args: asked, options }, async (tables, now) => {
        return bookEnrollment(tables, context, { asked, now });
      });
      return answerAllowed(context, made);
    },

    async acceptEnrollment(id, { overbook = false, note, ...options } = {}) {
      const action = overbook ? 'enrollment.overbook' : 'enrollment.accept';
      return act(
        context,
        { id, method: 'acceptEnrollment', action, args: [note, overbook], options, note },
        async (enrollment, when, tables) => {
          const outcome = acceptEnrollment(enrollment, { ...when, ...doer, note: checkNote(note) });
          // A request has its seat already; one that was declined needs one again.
          if (takesSeat(enrollment) || outcome.issues.length > 0) return outcome;
          const issues = await seatIssues(tables, enrollment, { ...when, timeZone, overbook });
          return issues.length > 0 ? { enrollment, changes: [], issues } : outcome;
        },
      );
    },

    async declineEnrollment(id, { note, ...options } = {}) {
      return act(
        context,
        { id, method: 'declineEnrollment', action: 'enrollment.decline', args: note, options, note },
        (enrollment, when) => declineEnrollment(enrollment, { ...when, ...doer, note: checkNote(note) }),
      );
    },

    async withdrawEnrollment(id, statement, options = {}) {
      const asked = parseInput(WITHDRAWAL, statement);
      return act(
        context,
        { id, method: 'withdrawEnrollment', action: 'enrollment.withdraw', args: asked, options },
        (enrollment, when) => withdrawEnrollment(enrollment, { ...when, ...doer, statement: asked }),
      );
    },

    async changeStatus(id, to, options = {}) {
      if (!STATUSES.includes(to)) {
        throw invalid('not-allowed', 'status', { allowed: STATUSES.join(', ') });
      }
      const { cause } = parseInput(STATUS_OPTIONS, { cause: options.cause });
      const by = { by: actor.id, ...(actor.name !== undefined && { name: actor.name }), ...(cause && { cause }) };
      return act(
        context,
        { id, method: 'changeStatus', action: 'enrollment.change-status', args: to, options },
        (enrollment, when) => changeStatusByHand(enrollment, { ...when, ...by, to }),
      );
    },

    async cancelEnrollment(id, { note, ...options } = {}) {
      return act(
        context,
        {
          id,
          method: 'cancelEnrollment',
          action: 'enrollment.cancel',
          ...(note !== undefined && { args: note }),
          options,
          note,
        },
        (enrollment, when) => cancelEnrollment(enrollment, { ...when, ...doer, note: checkNote(note) }),
      );
    },

    async recordInvoice(id, options = {}) {
      return act(context, { id, method: 'recordInvoice', action: 'enrollment.record-invoice', options }, recordInvoice);
    },

    async moveDates(id, dates, options = {}) {
      const asked = parseInput(ENROLLMENT_DATES, dates);
      return act(
        context,
        { id, method: 'moveDates', action: 'enrollment.move-dates', args: asked, options },
        (enrollment, when) => moveDates(enrollment, asked, when),
      );
    },
  };
}

async function seatIssues(
  tables: WriteTables,
  enrollment: Enrollment,
  { now, timeZone, overbook }: EvaluationOptions & { readonly timeZone: string; readonly overbook: boolean },
): Promise<readonly Issue[]> {
  const product = await bookedProduct(tables, enrollment);
  if (!product) return [];
  const { startingDateId, booked } = enrollment;
  return checkBookable(await withSeatsLeft(tables, product), {
    today: dayOf(now, timeZone),
    startingDateId,
    site: booked?.site,
    isProvider: true,
    overbook,
  });
}

/** A note as it is kept: nothing, when nothing is written in it. */
function checkNote(note: string | undefined): string | undefined {
  return note === undefined || note.trim() === '' ? undefined : parseInput(NOTE, { note }).note;
}
