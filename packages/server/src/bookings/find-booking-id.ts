import { hasErrorCode, type Backend, type Enrollment, type ReadOptions } from '@enrollkit/core';
import { badRequest } from '../http/problem.js';

const PAGE_SIZE = 500;

/**
 * The one booking that a person's certificate for this certification can belong to: of this address, for a product that
 * leads to it. Cancelled ones count only when there is no other. Rejects with `booking-not-found`, `booking-ambiguous`.
 */
export async function findBookingId(
  backend: Pick<Backend, 'listEnrollments' | 'getProduct'>,
  { email, certificationId }: { readonly email: string; readonly certificationId: string },
  { signal }: ReadOptions,
): Promise<string> {
  const options = signal ? { signal } : {};
  const leadsTo = new Map<string, boolean>();
  const fitting: Enrollment[] = [];
  for (let afterId: string | undefined; ;) {
    const query = { email, size: PAGE_SIZE, ...(afterId !== undefined && { afterId }) };
    const { items, total } = await backend.listEnrollments(query, options);
    for (const enrollment of items) {
      const { productId } = enrollment;
      if (!leadsTo.has(productId)) {
        leadsTo.set(productId, (await certificationsOf(backend, productId, options)).includes(certificationId));
      }
      if (leadsTo.get(productId)) fitting.push(enrollment);
    }
    afterId = items.at(-1)?.id;
    if (afterId === undefined || total <= items.length) break;
  }

  const open = fitting.filter(({ status }) => status !== 'cancelled');
  const [first, ...others] = open.length > 0 ? open : fitting;
  if (!first) throw badRequest('booking-not-found', 'email');
  if (others.length > 0) throw badRequest('booking-ambiguous', 'email', { bookings: others.length + 1 });
  return first.id;
}

async function certificationsOf(
  backend: Pick<Backend, 'getProduct'>,
  productId: string,
  options: ReadOptions,
): Promise<readonly string[]> {
  try {
    return (await backend.getProduct(productId, options)).certificationIds;
  } catch (error) {
    // A booking may name a product that isn't kept here: it leads to nothing.
    if (hasErrorCode(error, 'not-found')) return [];
    throw error;
  }
}
