import { EnrollkitError, normalizeEmail, type Enrollment, type FullBackend } from '@enrollkit/core';
import type { LtiParts } from '../lti-parts.js';
import { externalIdOf } from '../launch/external-id.js';
import { openBackend, serverActor } from '../../parts/open-backend.js';
import type { Platform } from '../platforms/platform-table.js';
import { recordSync, type Link } from './link-table.js';
import { keepMember, markGone, type Member } from './member-table.js';
import { readMembers, type NamedPerson } from './names-and-roles.js';

/** How often it goes by itself, once a teacher has looked. */
const EVERY_MS = 6 * 60 * 60_000;

/**
 * Books whoever takes part in the course there and has no booking here yet. Nobody is dropped: who can't be booked stays in
 * the list with the reason, and who has left is shown as such and keeps the booking. Running it again changes nothing.
 */
export async function syncMembers(parts: LtiParts, platform: Platform, link: Link): Promise<void> {
  const { membershipsUrl, productId } = link;
  if (membershipsUrl === undefined || productId === undefined) return;
  const { tables } = parts.database;
  const people = await readMembers(parts, platform, membershipsUrl);
  const backend = openBackend(parts, serverActor('lti', platform.providerId));
  for (const person of people) {
    await keepMember(tables, link, await bookedMember(backend, { platform, link, productId, person }));
  }
  await markGone(
    tables,
    link,
    people.map(({ userId }) => userId),
  );
  const at = parts.clock();
  await recordSync(tables, link, { at, nextAt: new Date(Date.parse(at) + EVERY_MS).toISOString() });
}

async function bookedMember(
  backend: FullBackend,
  about: {
    readonly platform: Platform;
    readonly link: Link;
    readonly productId: string;
    readonly person: NamedPerson;
  },
): Promise<Member> {
  const { platform, link, productId, person } = about;
  const { userId, name, email } = person;
  const member = { userId, isGone: false, ...(name !== undefined && { name }) };
  const found = await findBooking(backend, { platform, productId, person });
  if (found) return { ...member, enrollmentId: found.id };
  if (email === undefined) return { ...member, problem: 'no-email' };
  if (name === undefined) return { ...member, problem: 'no-name' };
  try {
    const booking = await backend.createEnrollment(
      {
        productId,
        ...(link.startingDateId !== undefined && { startingDateId: link.startingDateId }),
        participant: { name, email, externalId: externalIdOf(platform, userId) },
      },
      // Two at once make one booking.
      { idempotencyKey: `lti:${link.id}:${userId}`.slice(0, 200) },
    );
    return { ...member, enrollmentId: booking.id };
  } catch (error) {
    if (error instanceof EnrollkitError && ['invalid', 'conflict'].includes(error.code))
      return { ...member, problem: 'booking-refused' };
    throw error;
  }
}

/** By the key that the platform's people have here, else by an address that the provider takes the platform's word for. */
export async function findBooking(
  backend: Pick<FullBackend, 'listEnrollments'>,
  {
    platform,
    productId,
    person,
  }: { readonly platform: Platform; readonly productId: string | undefined; readonly person: NamedPerson },
): Promise<Enrollment | undefined> {
  const ofProduct = productId === undefined ? {} : { productId };
  const byKey = await backend.listEnrollments({
    ...ofProduct,
    externalId: externalIdOf(platform, person.userId),
    size: 10,
  });
  const byEmail =
    byKey.total === 0 && person.email !== undefined && platform.matchEmail
      ? await backend.listEnrollments({ ...ofProduct, email: normalizeEmail(person.email), size: 10 })
      : byKey;
  // A retake is a new booking: the latest one counts, unless it was cancelled.
  const open = byEmail.items.filter(({ status }) => status !== 'cancelled');
  const latest = (all: readonly Enrollment[]) =>
    all.toSorted((a, b) => ((a.createdAt ?? '') < (b.createdAt ?? '') ? -1 : 1)).at(-1);
  return latest(open) ?? latest(byEmail.items);
}
