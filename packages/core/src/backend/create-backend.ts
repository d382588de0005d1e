import type { Actor } from '../access/actor.js';
import { scopeOf } from '../access/scope.js';
import type { CertificateMediaType } from '../certificate/certificate.js';
import { CERTIFICATE_MEDIA_TYPES, DEFAULT_MAX_FILE_BYTES } from '../certificate/media-types.js';
import { DEFAULT_TIME_ZONE, type Clock } from '../calendar/time.js';
import type { FullBackend } from './backend.js';
import { hearChanges } from './hear-changes.js';
import type { FileStore, Store } from './store.js';
import type { UseCaseContext } from './use-case-context.js';
import { certificateUseCases } from './use-cases/certificates/certificates.js';
import { certificationUseCases } from './use-cases/certificates/certifications.js';
import { enrollmentUseCases } from './use-cases/bookings/enrollments.js';
import { invoiceUseCases } from './use-cases/bookings/invoices.js';
import { manyUseCases } from './use-cases/many.js';
import { exportUseCases } from './use-cases/bookings/export-enrollments.js';
import { importUseCases } from './use-cases/imports/imports.js';
import { importWorkUseCases } from './use-cases/imports/import-work.js';
import { productUseCases } from './use-cases/products/products.js';
import { startUseCases } from './use-cases/products/starts.js';
import { trainerUseCases } from './use-cases/trainers/trainers.js';

/** What a backend is made of. */
export interface BackendParts {
  readonly store: Store;
  readonly files: FileStore;
  readonly clock: Clock;
  /** Makes a new id. Lists are ordered by id: ids that sort by time show records in the order they came. */
  readonly ids: () => string;
  /** Everything is done, and refused, as this one. */
  readonly actor: Actor;
  /** IANA name of the zone in which the provider's days begin. Default `Europe/Amsterdam`. */
  readonly timeZone?: string;
  /** Largest certificate. Default 10 MB. */
  readonly maxFileBytes?: number;
  /**
   * Whether platform staff verify certifications before others than the provider see their certificates. `false`: a
   * deployment of one provider that has no such staff. Default `true`.
   */
  readonly verifyCertifications?: boolean;
  /** What a certificate may be. Default: every type it can have; an element narrows it. */
  readonly acceptedMediaTypes?: readonly CertificateMediaType[];
}

/**
 * The use cases for one actor on any store: the same in a browser and on a server. Reads answer records with every due rule
 * applied; writes check who asks, the version and the idempotency key in the transaction that writes.
 *
 * @example
 * const backend = createBackend({ store, files, clock, ids, actor: { id: 'u1', role: 'provider' } });
 * await backend.changeStatus('e1', 'no-show', { expectedVersion: 3 });
 */
export function createBackend(parts: BackendParts): FullBackend {
  const { store, actor, clock, timeZone = DEFAULT_TIME_ZONE, verifyCertifications = true } = parts;
  const context: UseCaseContext = {
    store,
    files: parts.files,
    clock,
    ids: parts.ids,
    actor,
    scope: scopeOf(actor, { verifiedOnly: verifyCertifications }),
    timeZone,
    maxFileBytes: parts.maxFileBytes ?? DEFAULT_MAX_FILE_BYTES,
    verifyCertifications,
    accept: parts.acceptedMediaTypes ?? (Object.keys(CERTIFICATE_MEDIA_TYPES) as CertificateMediaType[]),
  };
  return {
    timeZone,
    clock,
    ...enrollmentUseCases(context),
    ...manyUseCases(context),
    ...exportUseCases(context),
    ...invoiceUseCases(context),
    ...certificateUseCases(context),
    ...certificationUseCases(context),
    ...productUseCases(context),
    ...startUseCases(context),
    ...trainerUseCases(context),
    ...importUseCases(context),
    ...importWorkUseCases(context),
    subscribe: (listener) => hearChanges(context, listener),
  };
}
