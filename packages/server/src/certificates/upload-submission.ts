import {
  normalizeEmail,
  type FullBackend,
  type Certificate,
  type CertificateRequest,
  type ReadOptions,
  type UploadOptions,
} from '@enrollkit/core';
import { toCamelKeys } from '@enrollkit/core/wire';
import { findBookingId } from '../bookings/find-booking-id.js';
import { badRequest } from '../http/problem.js';
import { inUploadTurn } from '../files/at-most.js';
import { expectKey } from '../http/request/call-options.js';
import { parseWire } from '../http/request/parse-wire.js';
import type { Submission } from './submission.js';
import { certificateFields } from './certificate-schemas.js';

/** What core asks for in its own words may be missing here. */
const SENT_FIELDS = certificateFields.extend({
  certification_id: certificateFields.shape.certification_id.default(''),
  valid_from: certificateFields.shape.valid_from.default(''),
});

/** Stores one certificate that was sent, when it is the turn of whose it is. Rejects as `uploadCertificate` of the backend does. */
export async function uploadSubmission(
  backend: FullBackend,
  submission: Submission,
  { owner, ...options }: UploadOptions & { readonly owner: string | undefined },
): Promise<Certificate> {
  const { idempotencyKey: own, ...draft } = await toRequest(backend, submission, options);
  const key = own ?? options.idempotencyKey;
  return inUploadTurn(
    () => backend.uploadCertificate(draft, { ...options, ...(key !== undefined && { idempotencyKey: key }) }),
    owner,
  );
}

/** What was sent, as the backend takes it. Rejects with what is wrong with it, as far as that can be said here. */
export async function toRequest(
  backend: FullBackend,
  { fields, file }: Submission,
  { signal }: ReadOptions,
): Promise<CertificateRequest> {
  const options = signal ? { signal } : {};
  const { booking_id, email, ...rest } = parseWire(SENT_FIELDS, fields);
  expectKey(rest.idempotency_key, 'idempotency_key');
  if (!file) throw badRequest('file-required', 'file');
  if (booking_id === undefined && email === undefined) throw badRequest('required', 'booking_id');
  if (booking_id === undefined && rest.certification_id === '') {
    throw badRequest('certification-required', 'certification_id');
  }
  const enrollmentId =
    booking_id ??
    (await findBookingId(backend, { email: email ?? '', certificationId: rest.certification_id }, options));
  if (booking_id !== undefined && email !== undefined) await expectParticipant(backend, { booking_id, email }, options);

  const request = toCamelKeys({ shows_results: false, ...rest }) as Omit<CertificateRequest, 'enrollmentId' | 'file'>;
  return { ...request, enrollmentId, file: file() };
}

/** A certificate under somebody else's address is a certificate for the wrong person. */
async function expectParticipant(
  backend: FullBackend,
  { booking_id, email }: { readonly booking_id: string; readonly email: string },
  options: ReadOptions,
): Promise<void> {
  const { participant } = await backend.getEnrollment(booking_id, options);
  if (normalizeEmail(participant.email) !== normalizeEmail(email)) throw badRequest('email-mismatch', 'email');
}
