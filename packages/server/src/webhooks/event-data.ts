import { dayOf, EnrollkitError, hasErrorCode, type FullBackend, type Store } from '@enrollkit/core';
import {
  toSnakeKeys,
  toWireBooking,
  toWireCertificate,
  toWireChange,
  toWireSession,
  type WireChange,
} from '@enrollkit/core/wire';
import { auditedBackend } from '../audit/audited-backend.js';
import { describeImportIssue } from '../imports/import-texts.js';
import { openBackend, serverActor } from '../parts/open-backend.js';
import type { ServerParts } from '../parts/server-parts.js';
import { kindOf, TEST_EVENT, type EventType, type WireKind } from './event-types.js';

/** Who reads what receivers are told: the provider's own, and no more than its API gives. */
const ACTOR = 'webhooks';

/** An event that is to be sent. */
export interface EventToSend {
  readonly provider_id: string;
  readonly id: string;
  readonly type: string;
  readonly record_id: string;
  readonly enrollment_id: string | null;
  readonly at: string;
}

interface Reading {
  readonly backend: FullBackend;
  readonly store: Store;
  readonly id: string;
  readonly today: string;
}

/** Each kind of record as `GET` answers it. */
const READ = {
  booking: async ({ backend, id }) => toWireBooking(await backend.getEnrollment(id)),
  certificate: async ({ backend, id, today }) => toWireCertificate(await backend.getCertificate(id), today),
  certification: async ({ store, id }) => {
    const found = await store.read(({ certifications }) => certifications.get(id));
    if (!found) throw new EnrollkitError('not-found', 'No such certification');
    return toSnakeKeys(found);
  },
  product: async ({ backend, id }) => toSnakeKeys(await backend.getProduct(id)),
  trainer: async ({ backend, id }) => toSnakeKeys(await backend.getTrainer(id)),
  // Its findings may be a megabyte: whoever wants them asks for them.
  import: async ({ backend, id }) => {
    const { findings: _, ...session } = await backend.getImport(id);
    return toWireSession(session, describeImportIssue('en'));
  },
} as const satisfies Readonly<Record<WireKind, (reading: Reading) => Promise<object>>>;

/**
 * What is sent of an event: when what happened, to which record, and the record as it is now, by the provider's own API. So what
 * comes late or twice says nothing old, and nothing is kept here that would have to be erased.
 */
export async function eventBody(parts: ServerParts, event: EventToSend): Promise<string> {
  const { type, at: timestamp } = event;
  const data = type === TEST_EVENT ? { kind: 'webhook', id: event.record_id } : await dataOf(parts, event);
  return JSON.stringify({ type, timestamp, data });
}

type RecordData = WireChange & { readonly record: object | null };

async function dataOf(parts: ServerParts, event: EventToSend): Promise<RecordData> {
  const kind = kindOf(event.type as EventType);
  const { record_id: id, provider_id: providerId, enrollment_id: enrollmentId } = event;
  const change = toWireChange({
    kind: kind === 'booking' ? 'enrollment' : kind,
    id,
    ...(providerId !== '' && { providerId }),
    ...(kind === 'certificate' && enrollmentId !== null && { enrollmentId }),
  });
  const actor = serverActor(ACTOR, providerId);
  const backend = auditedBackend(openBackend(parts, actor), { parts, actor, requestId: event.id });
  const today = dayOf(parts.clock(), parts.settings.timeZone);
  try {
    const store = parts.stores.for(actor);
    return { ...change, record: await READ[kind]({ backend, store, id, today }) };
  } catch (error) {
    // Gone since, as certificates are when their person is erased.
    if (hasErrorCode(error, 'not-found')) return { ...change, record: null };
    throw error;
  }
}
