import { can, type Actor, type FullBackend, type Instant } from '@enrollkit/core';
import type { Tokens } from '../../access/tokens.js';
import { openBackend, serverActor } from '../../parts/open-backend.js';
import { externalIdOf } from '../launch/external-id.js';
import type { Session } from '../launch/session-table.js';
import type { LtiParts } from '../lti-parts.js';
import type { Platform } from '../platforms/platform-table.js';
import { findLink, type Link } from '../services/link-table.js';
import { findMember, listMembers, type MemberProblem } from '../services/member-table.js';
import { findBooking } from '../services/sync-members.js';
import { findProducts, type FoundProducts } from './find-products.js';
import { elementOf, LTI_ELEMENTS, type LtiElement } from './lti-elements.js';

/** Members on a page: as many as a token can name. */
const PAGE_SIZE = 50;

/** What a page shows. */
export type View =
  | { readonly kind: 'nothing'; readonly why: 'no-booking' | 'no-role' | 'no-product' }
  | { readonly kind: 'product'; readonly element: LtiElement; readonly productId: string; readonly site?: string }
  | {
      readonly kind: 'booking';
      readonly element: LtiElement;
      readonly productId?: string;
      readonly enrollmentId: string;
    }
  | {
      readonly kind: 'course';
      readonly element: LtiElement;
      readonly productId: string;
      readonly canSync: boolean;
      readonly syncedAt?: Instant;
      /** Why the last reading of the members failed. */
      readonly problem?: string;
      readonly members: readonly {
        readonly name?: string;
        readonly enrollmentId?: string;
        readonly problem?: MemberProblem;
        readonly isGone: boolean;
      }[];
      readonly total: number;
      readonly size: number;
      readonly offset: number;
    }
  | ({ readonly kind: 'choose' } & FoundProducts);

/** What a page gets when it opens, and again when its token runs out. */
export interface OpenPage {
  readonly view: View;
  readonly token: string;
  readonly expiresAt: Instant;
}

/**
 * What somebody sees who opened a page, and a token for exactly that: a participant's own booking of this product; for who
 * teaches, the bookings of this course's members, a page of them at a time. Nobody else's, whatever the provider has.
 */
export async function openPage(
  parts: LtiParts & { readonly tokens: Tokens },
  session: Session,
  platform: Platform,
  { offset }: { readonly offset: number },
): Promise<OpenPage> {
  const view = await viewOf(parts, session, platform, offset);
  const seconds = Math.min(15 * 60, parts.settings.maxTokenSeconds);
  const { token, expiresAt } = await parts.tokens.sign(actorOf(session, platform, enrollmentsIn(view)), seconds);
  return { view, token, expiresAt };
}

async function viewOf(parts: LtiParts, session: Session, platform: Platform, offset: number): Promise<View> {
  const { person, page } = session;
  const { tables } = parts.database;
  if (page.kind === 'deep-linking') return { kind: 'choose', ...(await findProducts(tables, session.providerId)) };
  const backend = openBackend(parts, serverActor('lti', session.providerId));
  const element = elementOf(page.element);
  const { productId, site } = page;
  if (LTI_ELEMENTS[element].shows === 'product') {
    if (productId === undefined) return { kind: 'nothing', why: 'no-product' };
    return { kind: 'product', element, productId, ...(site !== undefined && { site }) };
  }
  const link =
    page.linkId === undefined ? undefined : await findLink(tables, { providerId: session.providerId, id: page.linkId });
  if (person.role === undefined || !link) return { kind: 'nothing', why: 'no-role' };
  if (person.role === 'participant') return ownView(parts, { backend, session, platform, link, element });
  if (productId === undefined) return { kind: 'nothing', why: 'no-product' };
  const { members, total } = await listMembers(tables, link, { size: PAGE_SIZE, offset });
  return {
    kind: 'course',
    element,
    productId,
    canSync: link.membershipsUrl !== undefined,
    ...(link.syncedAt !== undefined && { syncedAt: link.syncedAt }),
    ...(link.syncProblem !== undefined && { problem: link.syncProblem }),
    members: members.map(({ userId: _, ...shown }) => shown),
    total,
    size: PAGE_SIZE,
    offset,
  };
}

async function ownView(
  parts: LtiParts,
  about: {
    readonly backend: FullBackend;
    readonly session: Session;
    readonly platform: Platform;
    readonly link: Link;
    readonly element: LtiElement;
  },
): Promise<View> {
  const { backend, session, platform, link, element } = about;
  const { person, page } = session;
  const found = await findBooking(backend, { platform, productId: page.productId, person });
  // Only what the participant may read: the address on a booking may have been changed since.
  const isReadable =
    found &&
    can(personActor(session, platform), 'enrollment.read', {
      kind: 'enrollment',
      enrollmentId: found.id,
      participant: found.participant,
      ...(found.providerId !== undefined && { providerId: found.providerId }),
    });
  if (!found || !isReadable) {
    const member = await findMember(parts.database.tables, link, person.userId);
    return { kind: 'nothing', why: member?.enrollmentId === undefined ? 'no-booking' : 'no-role' };
  }
  return { kind: 'booking', element, productId: found.productId, enrollmentId: found.id };
}

function enrollmentsIn(view: View): readonly string[] {
  if (view.kind === 'booking') return [view.enrollmentId];
  if (view.kind !== 'course') return [];
  return view.members.flatMap(({ enrollmentId }) => enrollmentId ?? []);
}

/** Who asks with the page's token. */
function actorOf(session: Session, platform: Platform, enrollmentIds: readonly string[]): Actor {
  const { person, providerId, platformId } = session;
  if (person.role !== 'provider') return { ...personActor(session, platform), enrollmentIds };
  return {
    id: `lti:${platformId}:${person.userId}`,
    role: 'provider',
    ...(person.name !== undefined && { name: person.name }),
    ...(providerId !== '' && { providerId }),
    enrollmentIds,
  };
}

function personActor({ person, providerId, platformId }: Session, platform: Platform): Actor {
  return {
    id: `lti:${platformId}:${person.userId}`,
    role: 'participant',
    providerId,
    externalId: externalIdOf(platform, person.userId),
    ...(person.name !== undefined && { name: person.name }),
    ...(person.email !== undefined && platform.matchEmail && { email: person.email }),
  };
}
