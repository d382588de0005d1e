import type { Submission } from '../certificates/submission.js';
import { badRequest } from '../http/problem.js';
import { sentOnly } from '../http/request/query-fields.js';
import { numberOf, type RecordNumbers } from './record-numbers.js';

type Sent = Readonly<Record<string, unknown>>;

/** How they say which booking is meant: the older documentation has the first, the newer one the second. */
const BOOKING_FIELDS = ['conversion_id', 'booking_id'] as const;

/**
 * Answers how to say in the words of this server what its clients sent: whole numbers become the ids of this provider's
 * records, and what isn't a field of the marketplace's API is left out, as it does. Refuses what has no address: numbers are
 * easily mistaken for one another, and a certificate must not reach the wrong person.
 */
export async function numberedSubmissions(
  numbers: RecordNumbers,
  { providerId, items }: { readonly providerId: string; readonly items: readonly Submission[] },
): Promise<(item: Submission) => Submission> {
  const sent = items.map(({ fields }) => sentOf(fields) ?? {});
  const [bookings, certifications] = await Promise.all([
    numbers.idsOf({ providerId, kind: 'booking' }, numbersIn(sent, BOOKING_FIELDS)),
    numbers.idsOf({ providerId, kind: 'certification' }, numbersIn(sent, ['certification_id'])),
  ]);

  return (item) => {
    const filled = sentOf(item.fields);
    if (!filled) throw badRequest('wrong-type', '', { expected: 'object' });
    const { certification_id, conversion_id, booking_id, email, valid_from, valid_until } = filled;
    if (email === undefined) throw badRequest('required', 'email');
    if (certification_id === undefined) throw badRequest('required', 'certification_id');
    if (conversion_id !== undefined && booking_id !== undefined && numberOf(conversion_id) !== numberOf(booking_id)) {
      throw badRequest('not-allowed', 'conversion_id', { allowed: String(numberOf(booking_id)) });
    }
    const [bookingField] = BOOKING_FIELDS.filter((field) => filled[field] !== undefined);
    const fields = {
      email,
      certification_id: idIn(certifications, certification_id, 'certification_id'),
      booking_id: bookingField && idIn(bookings, filled[bookingField], bookingField),
      valid_from,
      valid_until,
    };
    return { ...item, fields: sentOnly(fields) };
  };
}

/** What was left empty wasn't filled in. */
function sentOf(fields: unknown): Sent | undefined {
  if (typeof fields !== 'object' || fields === null || Array.isArray(fields)) return undefined;
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== ''));
}

function numbersIn(sent: readonly Sent[], names: readonly string[]): number[] {
  return sent.flatMap((fields) => names.flatMap((name) => numberOf(fields[name]) ?? []));
}

function idIn(ids: ReadonlyMap<number, string>, sent: unknown, field: string): string {
  const number = numberOf(sent);
  if (number === undefined) throw badRequest('number-invalid', field);
  const id = ids.get(number);
  if (id === undefined) throw badRequest('number-unknown', field);
  return id;
}
