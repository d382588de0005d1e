import { can, type Action } from '../../../access/can.js';
import { bookedPrice, type BookedPrice } from '../../../booking/booked-price.js';
import { dayOf } from '../../../calendar/time-zone.js';
import type { EnrollmentOutcome } from '../../../enrollment/acts/act-on-enrollment.js';
import { checkEnrollmentDates } from '../../../enrollment/acts/check-enrollment-dates.js';
import { acceptEnrollment, requestBooking } from '../../../enrollment/acts/decide-booking.js';
import type { Enrollment, EnrollmentDates } from '../../../enrollment/enrollment.js';
import { errorIssue, type Issue } from '../../../issue.js';
import { calculatePrice } from '../../../price/calculate-price.js';
import { checkBookable } from '../../../product/check-bookable.js';
import type { StoredProduct } from '../../../product/product.js';
import { offerOf } from '../../../product/start-offer.js';
import type { CalendarDay, Instant } from '../../../calendar/time.js';
import type { Change } from '../../ports/change-port.js';
import type { NewEnrollment } from '../../ports/enrollment-port.js';
import { EnrollkitError } from '../../../errors.js';
import { forbidden, invalid } from '../../refusals.js';
import type { WriteTables } from '../../store.js';
import type { UseCaseContext } from '../../use-case-context.js';
import type { Outcome } from '../../write.js';
import { enrollmentChange, enrollmentResource, keepOutcome, upToDate } from './enrollment-records.js';
import { productChange } from '../products/product-records.js';
import { hasSeats, withSeatsLeft } from './seats.js';
import { startingDateDays } from '../products/starting-dates.js';
import { withdrawWhenReached } from '../products/starts.js';

/** Books: keeps what was chosen and what it costs, and accepts it at once or asks for it. */
export async function bookEnrollment(
  tables: WriteTables,
  context: UseCaseContext,
  { asked, now }: { readonly asked: NewEnrollment; readonly now: Instant },
): Promise<Outcome<Enrollment>> {
  const { actor, timeZone } = context;
  const product = await bookedProduct(tables, asked);
  const draft = draftOf(asked, product, { id: asked.id ?? context.ids(), now });
  expectAllowed(context, asked, draft);
  await expectFreeId(tables, context, draft.id, now);
  if (!product && actor.role !== 'provider')
    throw invalid('unknown-product', 'productId', { productId: asked.productId });

  // What was booked elsewhere before is judged by the day on which that was.
  const today = dayOf(asked.acceptedAt ?? now, timeZone);
  const seen = product && (await withSeatsLeft(tables, product));
  const found = [
    ...(seen
      ? checkBookable(seen, {
          today,
          startingDateId: asked.startingDateId,
          site: asked.site,
          isProvider: actor.role === 'provider',
          overbook: asked.overbook,
        })
      : []),
    ...checkEnrollmentDates(draft),
  ];
  const booked =
    product && found.length === 0
      ? priceAsBooked(product, asked, { now, isOutsider: actor.role !== 'provider' })
      : undefined;
  const booking: Enrollment = booked ? { ...draft, booked } : draft;
  const isOverbooked = asked.overbook === true && seen !== undefined && isFull(seen, asked);

  const act = { now, timeZone, by: actor.id, name: actor.name };
  const isRequest = asked.request === true || booked?.display === 'on-request';
  const issues = seen && !isRequest && lacksStart(context, seen, { asked, today }) ? [...found, START_REQUIRED] : found;
  const outcome =
    issues.length > 0
      ? refusedWith(draft, issues)
      : isRequest
        ? requestBooking(booking, act)
        : acceptEnrollment(booking, act);
  const result = await keepOutcome(tables, isOverbooked ? sayOverbooked(outcome) : outcome, {
    now,
    timeZone,
    action: isOverbooked ? 'enrollment.overbook' : 'enrollment.create',
  });
  const { startingDateId } = result;
  const withdrawn =
    product && startingDateId !== undefined ? await withdrawWhenReached(tables, product, startingDateId) : [];
  return { result, changes: [enrollmentChange(result), ...withdrawn, ...seatChanges(product)] };
}

const START_REQUIRED = errorIssue('start-required', 'startingDateId');

/** Others than the provider book a start where there are any to come: who named none would get round the seats of all. */
function lacksStart(
  { actor }: UseCaseContext,
  product: StoredProduct,
  { asked, today }: { readonly asked: NewEnrollment; readonly today: CalendarDay },
): boolean {
  if (actor.role === 'provider' || asked.startingDateId !== undefined) return false;
  return product.startingDates.some((start) => offerOf(product, start, today).availability !== 'past');
}

/** Whoever shows what is left of a start hears that it has changed. */
export function seatChanges(product: StoredProduct | undefined): readonly Change[] {
  return product && hasSeats(product) ? [productChange(product)] : [];
}

/** What is booked. A host that keeps no products here knows what it does. */
export async function bookedProduct(
  tables: Pick<WriteTables, 'products'>,
  { productId, providerId }: { readonly productId: string; readonly providerId?: string },
): Promise<StoredProduct | undefined> {
  const product = await tables.products.get(productId);
  return product?.providerId === providerId ? product : undefined;
}

function draftOf(
  asked: NewEnrollment,
  product: StoredProduct | undefined,
  made: { id: string; now: Instant },
): Enrollment {
  const {
    selectedCosts: _costs,
    audience: _audience,
    site: _site,
    expectedTotalMinor: _total,
    request: _request,
    overbook: _overbook,
    ...same
  } = asked;
  return {
    ...same,
    ...datesOf(product, asked),
    id: made.id,
    status: 'unknown',
    history: [],
    createdAt: made.now,
    version: 0,
  };
}

function expectAllowed({ actor }: UseCaseContext, asked: NewEnrollment, draft: Enrollment): void {
  const isGiven = (...fields: readonly (keyof NewEnrollment)[]): boolean =>
    fields.some((field) => asked[field] !== undefined);
  const needed: readonly (Action | false)[] = [
    'enrollment.create',
    isGiven('acceptedAt') && 'enrollment.accept',
    isGiven('startDate', 'endDate', 'startDateIsMonthOnly', 'endDateIsMonthOnly') && 'enrollment.move-dates',
    asked.overbook === true && 'enrollment.overbook',
  ];
  for (const action of needed) {
    if (action && !can(actor, action, enrollmentResource(draft))) throw forbidden(action);
  }
}

/**
 * The price that is kept. Without one that can be known nobody books but the provider, who knows it from elsewhere and
 * chooses nothing.
 */
function priceAsBooked(
  product: StoredProduct,
  asked: NewEnrollment,
  { now, isOutsider }: { readonly now: Instant; readonly isOutsider: boolean },
): BookedPrice | undefined {
  const { selectedCosts, audience, site, expectedTotalMinor } = asked;
  const choice = {
    ...(selectedCosts && { selectedCosts }),
    ...(audience && { audience }),
    ...(site !== undefined && { site }),
  };
  const unknown = calculatePrice(product, choice).issues.find(({ code }) => code === 'selected-cost-unknown');
  if (unknown) throw new EnrollkitError('invalid', `${unknown.path}: ${unknown.code}`, { issues: [unknown] });
  const booked = bookedPrice(product, choice, now);
  if (!booked) {
    const isChosen = isOutsider || selectedCosts !== undefined || expectedTotalMinor !== undefined;
    if (isChosen) throw invalid('price-unknown', 'productId', { productId: product.id });
    return undefined;
  }
  if (expectedTotalMinor !== undefined && expectedTotalMinor !== booked.totalMinor) {
    const params = { expectedTotalMinor, totalMinor: booked.totalMinor };
    throw new EnrollkitError('conflict', `The total is ${booked.totalMinor}, ${expectedTotalMinor} was expected`, {
      issues: [errorIssue('price-changed', 'expectedTotalMinor', params)],
    });
  }
  return booked;
}

function isFull(product: StoredProduct, { startingDateId, site }: NewEnrollment): boolean {
  return checkBookable(product, { startingDateId, site }).some(({ code }) => code === 'start-full');
}

function sayOverbooked(outcome: EnrollmentOutcome): EnrollmentOutcome {
  const { bookingHistory = [] } = outcome.enrollment;
  const last = bookingHistory.at(-1);
  if (!last) return outcome;
  return {
    ...outcome,
    enrollment: {
      ...outcome.enrollment,
      bookingHistory: [...bookingHistory.slice(0, -1), { ...last, overbooked: true }],
    },
  };
}

function refusedWith(enrollment: Enrollment, issues: readonly Issue[]): EnrollmentOutcome {
  return { enrollment, changes: [], issues };
}

/** The days of the starting date that is named, unless the enrollment brings its own. */
function datesOf(product: StoredProduct | undefined, asked: NewEnrollment): EnrollmentDates {
  const { startingDateId, startDate, endDate } = asked;
  if (!product || startingDateId === undefined || startDate !== undefined || endDate !== undefined) return {};
  const startingDate = product.startingDates.find(({ id }) => id === startingDateId);
  if (!startingDate) throw invalid('unknown-starting-date', 'startingDateId', { startingDateId });
  return startingDateDays(startingDate);
}

async function expectFreeId(tables: WriteTables, context: UseCaseContext, id: string, now: Instant): Promise<void> {
  const row = await tables.enrollments.get(id);
  if (!row) return;
  if (!can(context.actor, 'enrollment.read', enrollmentResource(row))) throw invalid('id-taken', 'id', { id });
  const current = upToDate(row, context, now);
  throw new EnrollkitError('conflict', `There is an enrollment ${id} already`, { current });
}
