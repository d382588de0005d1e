import { recordInvoice, moveDates } from '../../../enrollment/acts/record-facts.js';
import {
  acceptEnrollment,
  cancelEnrollment,
  declineEnrollment,
  withdrawEnrollment,
} from '../../../enrollment/acts/decide-booking.js';
import { throwIfAborted } from '../../../abort.js';
import type { EnrollmentPort } from '../../ports/enrollment-port.js';
import type { ManyPort } from '../../ports/many-port.js';
import { ENROLLMENT_DATES, NEW_ENROLLMENT, WITHDRAWAL } from '../../input/enrollment-input.js';
import { parseInput } from '../../input/parse-input.js';
import { withTenant } from '../../tenant.js';
import { presentMoment, type UseCaseContext } from '../../use-case-context.js';
import { write } from '../../write.js';
import { act, checkNote, seatIssues, takesSeat } from './act-on-enrollment.js';
import { answerAllowed } from './allowed.js';
import { bookedProduct, bookEnrollment } from './book-enrollment.js';
import { correctionUseCases } from './correct-enrollments.js';
import { loadEnrollment } from './enrollment-records.js';
import { listEnrollments } from './list-enrollments.js';
import { statusChange } from './status-change.js';

/** The use cases about enrollments. */
export function enrollmentUseCases(context: UseCaseContext): Omit<EnrollmentPort, keyof ManyPort> {
  const { store, actor, timeZone } = context;
  const doer = { by: actor.id, name: actor.name };

  return {
    async getEnrollment(id, options = {}) {
      throwIfAborted(options.signal);
      const now = presentMoment(context);
      return answerAllowed(
        context,
        store.read((tables) => loadEnrollment(tables, context, { id, action: 'enrollment.read', now }), {
          isOneQuestion: true,
        }),
      );
    },

    listEnrollments: listEnrollments(context),

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
          const product = await bookedProduct(tables, enrollment);
          if (!product) return outcome;
          const issues = await seatIssues(tables, { product, enrollment }, { ...when, timeZone, overbook });
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

    async changeStatus(id, to, { note, ...options } = {}) {
      const { cause } = options;
      const change = statusChange(context, { to, ...(cause && { cause }), ...(note !== undefined && { note }) });
      const args = note === undefined ? to : [to, note];
      return act(context, { id, method: 'changeStatus', action: 'enrollment.change-status', args, options }, change);
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

    ...correctionUseCases(context),
  };
}
