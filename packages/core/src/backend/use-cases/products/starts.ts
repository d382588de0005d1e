import { SEAT_TAKING_STATES } from '../../../booking/booking-state.js';
import { dayOf } from '../../../calendar/time-zone.js';
import { cancelWithStart } from '../../../enrollment/acts/decide-booking.js';
import { isShortOf, planStartCancellations } from '../../../product/plan-start-cancellations.js';
import type { StartingDate, StartState, StoredProduct } from '../../../product/product.js';
import type { Instant } from '../../../calendar/time.js';
import { throwIfAborted } from '../../../abort.js';
import type { Change } from '../../ports/change-port.js';
import type { VersionedWriteOptions } from '../../../call-options.js';
import { expectVersion, invalid } from '../../refusals.js';
import type { StartPort } from '../../ports/start-port.js';
import type { WriteTables } from '../../store.js';
import { presentMoment, type UseCaseContext } from '../../use-case-context.js';
import { write, type Outcome } from '../../write.js';
import { enrollmentChange, keepOutcome, upToDate } from '../bookings/enrollment-records.js';
import { keepProduct, loadProduct } from './product-records.js';
import type { AuditAction, WritingMethod } from '../../audit.js';
import { countBooked } from '../bookings/seats.js';

/** The use cases about starts that too few people enrolled for. */
export function startUseCases(context: UseCaseContext): StartPort {
  const { store, timeZone } = context;

  return {
    async planStarts(productId, { signal, ...options }) {
      throwIfAborted(signal);
      const today = dayOf(presentMoment(context), timeZone);
      return store.read(async (tables) => {
        const product = await loadProduct(tables, context, { id: productId, action: 'product.cancel-start' });
        const booked = new Map<string, number>();
        for (const { id, minSeats } of product.startingDates) {
          if (id !== undefined && minSeats) booked.set(id, await countBooked(tables, product, id));
        }
        // Unlike an assignment, this also takes an id that every object has a property of.
        const bookedByStart = Object.fromEntries(booked);
        return planStartCancellations(product, { ...options, bookedByStart, today, timeZone });
      });
    },

    announceCancellation: async (productId, startingDateId, options = {}) =>
      actOnStart(context, { method: 'announceCancellation', productId, startingDateId, options }, async (found) => {
        const { tables, product, state, now } = found;
        if (state.cancelledAt !== undefined || state.cancellationAnnouncedAt !== undefined) return undefined;
        await expectShort(found);
        return keepStart(
          tables,
          product,
          { startingDateId, cancellationAnnouncedAt: now },
          'product.announce-cancellation',
        );
      }),

    withdrawCancellation: async (productId, startingDateId, options = {}) =>
      actOnStart(context, { method: 'withdrawCancellation', productId, startingDateId, options }, async (found) => {
        const { tables, product, state } = found;
        if (state.cancelledAt !== undefined) throw invalid('start-cancelled', 'startingDateId', { startingDateId });
        return state.cancellationAnnouncedAt === undefined
          ? undefined
          : keepStart(tables, product, { startingDateId }, 'product.withdraw-cancellation');
      }),

    cancelStart: async (productId, startingDateId, options = {}) =>
      actOnStart(context, { method: 'cancelStart', productId, startingDateId, options }, async (found) => {
        const { tables, product, state, now } = found;
        if (state.cancelledAt !== undefined) return undefined;
        if (state.cancellationAnnouncedAt === undefined) {
          throw invalid('cancellation-not-announced', 'startingDateId', { startingDateId });
        }
        await expectShort(found);
        const kept = await keepStart(tables, product, { ...state, cancelledAt: now }, 'product.cancel-start');
        const cancelled = await cancelEnrollments(tables, context, { product, startingDateId, now });
        return { ...kept, changes: [...kept.changes, ...cancelled] };
      }),
  };
}

interface FoundStart {
  readonly tables: WriteTables;
  readonly product: StoredProduct;
  readonly start: StartingDate;
  readonly state: StartState;
  readonly now: Instant;
}

/** Does one thing to one start. What changes nothing is no new version. */
async function actOnStart(
  context: UseCaseContext,
  request: { method: WritingMethod; productId: string; startingDateId: string; options: VersionedWriteOptions },
  act: (found: FoundStart) => Promise<Outcome<StoredProduct> | undefined>,
): Promise<StoredProduct> {
  const { method, productId, startingDateId, options } = request;
  return write(context, { method, args: [productId, startingDateId], options }, async (tables, now) => {
    const product = await loadProduct(tables, context, { id: productId, action: 'product.cancel-start' });
    expectVersion(product, options);
    const start = product.startingDates.find(({ id }) => id === startingDateId);
    if (!start) throw invalid('unknown-starting-date', 'startingDateId', { startingDateId });
    const state = stateOf(product, startingDateId);
    return (await act({ tables, product, start, state, now })) ?? { result: product, changes: [] };
  });
}

/**
 * Takes back the announcement that a start will be cancelled, when it has the people it needs: one more has just enrolled.
 */
export async function withdrawWhenReached(
  tables: WriteTables,
  product: StoredProduct,
  startingDateId: string,
): Promise<readonly Change[]> {
  const start = product.startingDates.find(({ id }) => id === startingDateId);
  const { cancellationAnnouncedAt, cancelledAt } = stateOf(product, startingDateId);
  if (!start || cancellationAnnouncedAt === undefined || cancelledAt !== undefined) return [];
  if (isShortOf(start, await countBooked(tables, product, startingDateId))) return [];
  return (await keepStart(tables, product, { startingDateId }, 'product.withdraw-cancellation')).changes;
}

function stateOf(product: StoredProduct, startingDateId: string): StartState {
  return product.startStates.find((state) => state.startingDateId === startingDateId) ?? { startingDateId };
}

async function keepStart(
  tables: WriteTables,
  product: StoredProduct,
  state: StartState,
  action: AuditAction<'product'>,
): Promise<Outcome<StoredProduct>> {
  const others = product.startStates.filter(({ startingDateId }) => startingDateId !== state.startingDateId);
  const isPlain = state.cancellationAnnouncedAt === undefined && state.cancelledAt === undefined;
  return keepProduct(tables, product, { startStates: isPlain ? others : [...others, state] }, action);
}

async function expectShort({ tables, product, start }: FoundStart): Promise<void> {
  const startingDateId = start.id ?? '';
  // Nobody can book it any more: that it stays short says nothing. A person says whether it goes on.
  if (product.state === 'deleted') throw invalid('product-deleted', 'productId');
  if (start.startGuaranteed) throw invalid('start-guaranteed', 'startingDateId', { startingDateId });
  const booked = await countBooked(tables, product, startingDateId);
  if (!isShortOf(start, booked)) throw invalid('minimum-reached', 'startingDateId', { startingDateId, booked });
}

async function cancelEnrollments(
  tables: WriteTables,
  context: UseCaseContext,
  { product, startingDateId, now }: { product: StoredProduct; startingDateId: string; now: Instant },
): Promise<readonly Change[]> {
  const { timeZone } = context;
  const { id: productId, providerId } = product;
  const scope = { providerId: providerId ?? null };
  const { items } = await tables.enrollments.list({
    scope,
    productId,
    startingDateId,
    bookingState: SEAT_TAKING_STATES,
  });
  const changes: Change[] = [];
  for (const row of items) {
    const enrollment = upToDate(row, context, now);
    const outcome = cancelWithStart(enrollment, { now, timeZone });
    // Who has a result already keeps it.
    if (outcome.enrollment.status !== 'cancelled') continue;
    changes.push(enrollmentChange(await keepOutcome(tables, outcome, { now, timeZone, action: 'enrollment.cancel' })));
  }
  return changes;
}
