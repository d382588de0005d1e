import type { AuditAction, WritingMethod } from '../audit.js';
import { can, type Action } from '../../access/can.js';
import { changeStatusByHand } from '../../enrollment/change-status-by-hand.js';
import { checkEnrollmentDates } from '../../enrollment/check-enrollment-dates.js';
import type { Enrollment } from '../../enrollment/enrollment.js';
import type { EnrollmentOutcome } from '../../enrollment/act-on-enrollment.js';
import type { EvaluationOptions } from '../../enrollment/evaluate-enrollment.js';
import { STATUSES } from '../../enrollment/participation-status.js';
import { checkBookable } from '../../product/check-bookable.js';
import type { StoredProduct } from '../../product/product.js';
import { acceptEnrollment, cancelEnrollment, moveDates, recordInvoice } from '../../enrollment/record-facts.js';
import { throwIfAborted } from '../../abort.js';
import type { EnrollmentDates } from '../../enrollment/enrollment.js';
import type { EnrollmentPort, NewEnrollment } from '../ports/enrollment-port.js';
import type { VersionedWriteOptions } from '../../call-options.js';
import { EnrollkitError } from '../../errors.js';
import type { ManyPort } from '../ports/many-port.js';
import { ENROLLMENT_DATES, NEW_ENROLLMENT, STATUS_OPTIONS } from '../input/enrollment-input.js';
import { parseInput } from '../input/parse-input.js';
import { DEFAULT_PAGE_SIZE, ENROLLMENT_QUERY } from '../input/query-input.js';
import { expectVersion, forbidden, invalid } from '../refusals.js';
import type { WriteTables } from '../store.js';
import { withTenant } from '../tenant.js';
import { presentMoment, type UseCaseContext } from '../use-case-context.js';
import { write } from '../write.js';
import { allowedWith, answerAllowed } from './allowed.js';
import { enrollmentChange, enrollmentResource, keepOutcome, loadEnrollment, upToDate } from './enrollment-records.js';
import { settleDueEnrollments } from './settle-due-enrollments.js';
import { startingDateDays } from './starting-dates.js';
import { withdrawWhenReached } from './starts.js';

/** The use cases about enrollments. */
export function enrollmentUseCases(context: UseCaseContext): Omit<EnrollmentPort, keyof ManyPort> {
  const { store, actor, scope, timeZone } = context;

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
        const product = await bookedProduct(tables, asked);
        const draft: Enrollment = {
          ...asked,
          ...datesOf(product, asked),
          id: asked.id ?? context.ids(),
          status: 'unknown',
          history: [],
          createdAt: now,
          version: 0,
        };
        if (!can(actor, 'enrollment.create', enrollmentResource(draft))) throw forbidden('enrollment.create');
        await expectFreeId(tables, context, draft.id, now);
        const issues = [
          ...(product ? checkBookable(product, asked.startingDateId) : []),
          ...checkEnrollmentDates(draft),
        ];
        const outcome = issues.length > 0 ? { enrollment: draft, changes: [], issues } : undefined;
        const result = await keepOutcome(tables, outcome ?? acceptEnrollment(draft, { now, timeZone }), {
          now,
          timeZone,
          action: 'enrollment.create',
        });
        const { startingDateId } = result;
        const hasStart = product && startingDateId !== undefined;
        const withdrawn = hasStart ? await withdrawWhenReached(tables, product, startingDateId) : [];
        return { result, changes: [enrollmentChange(result), ...withdrawn] };
      });
      return answerAllowed(context, made);
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

    async cancelEnrollment(id, options = {}) {
      return act(context, { id, method: 'cancelEnrollment', action: 'enrollment.cancel', options }, cancelEnrollment);
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

interface ActRequest {
  readonly id: string;
  readonly method: WritingMethod;
  /** Of the policy and of the trail. */
  readonly action: Action & AuditAction<'enrollment'>;
  readonly args?: unknown;
  readonly options: VersionedWriteOptions;
}

/** Does one thing to one enrollment. What changes nothing is no new version and nobody hears of it. */
async function act(
  context: UseCaseContext,
  { id, method, action, args, options }: ActRequest,
  perform: (enrollment: Enrollment, when: EvaluationOptions) => EnrollmentOutcome,
): Promise<Enrollment> {
  const { timeZone } = context;
  const acted = write(context, { method, args: [id, args], options }, async (tables, now) => {
    const enrollment = await loadEnrollment(tables, context, { id, action, now });
    expectVersion(enrollment, options);
    const outcome = perform(enrollment, { now, timeZone });
    if (outcome.issues.length === 0 && isSame(outcome.enrollment, enrollment)) {
      return { result: enrollment, changes: [] };
    }
    const result = await keepOutcome(tables, outcome, { now, timeZone, action });
    return { result, changes: [enrollmentChange(result)] };
  });
  return answerAllowed(context, acted);
}

/** Acts keep what they don't change, so identity of the parts tells. */
function isSame(after: Enrollment, before: Enrollment): boolean {
  const fields = Object.keys({ ...before, ...after }) as (keyof Enrollment)[];
  return fields.every((field) => after[field] === before[field]);
}

/** What is booked. A host that keeps no products here knows what it does. */
async function bookedProduct(tables: WriteTables, asked: NewEnrollment): Promise<StoredProduct | undefined> {
  const product = await tables.products.get(asked.productId);
  return product?.providerId === asked.providerId ? product : undefined;
}

/** The days of the starting date that is named, unless the enrollment brings its own. */
function datesOf(product: StoredProduct | undefined, asked: NewEnrollment): EnrollmentDates {
  const { startingDateId, startDate, endDate } = asked;
  if (!product || startingDateId === undefined || startDate !== undefined || endDate !== undefined) return {};
  const startingDate = product.startingDates.find(({ id }) => id === startingDateId);
  if (!startingDate) throw invalid('unknown-starting-date', 'startingDateId', { startingDateId });
  return startingDateDays(startingDate);
}

async function expectFreeId(tables: WriteTables, context: UseCaseContext, id: string, now: string): Promise<void> {
  const row = await tables.enrollments.get(id);
  if (!row) return;
  if (!can(context.actor, 'enrollment.read', enrollmentResource(row))) throw invalid('id-taken', 'id', { id });
  const current = upToDate(row, context, now);
  throw new EnrollkitError('conflict', `There is an enrollment ${id} already`, { current });
}
