import { EnrollkitError, type CertificatePort, type Clock, type EnrollmentPort } from '@enrollkit/core';
import type { RestBackendOptions } from '../rest-backend.js';
import { subjectOf } from '../token/subject-of.js';
import type { TokenSource } from '../token/token-source.js';
import { OfflineQueue, type QueueParts, type WriteQueue } from './offline-queue.js';
import type { QueueOwner } from './queue-sender.js';
import type { WriteCall } from './queued-write.js';

/** For a backend that keeps nothing. */
export const NO_QUEUE: WriteQueue = {
  items: async () => [],
  subscribe: () => () => undefined,
  retry: async () => undefined,
  discard: async () => undefined,
};

const DEFAULT_DATABASE = 'enrollkit-queue';

/** The queue of one person at one server, unless the host or the browser wants none. */
export function openQueue(
  { offlineQueue = {} }: Pick<RestBackendOptions, 'offlineQueue'>,
  parts: {
    readonly baseUrl: string;
    readonly clock: Clock;
    readonly tokens: TokenSource;
    readonly direct: EnrollmentPort & CertificatePort;
    readonly retry: QueueParts['retry'];
  },
): OfflineQueue | undefined {
  if (offlineQueue === false || typeof indexedDB === 'undefined') return undefined;
  const { baseUrl, clock, tokens, direct, retry } = parts;
  const { database = DEFAULT_DATABASE, owner } = offlineQueue;

  const ownerOf = (token: string | undefined): QueueOwner | undefined => {
    if (owner !== undefined) return { scope: JSON.stringify([baseUrl, owner]) };
    const subject = subjectOf(token);
    return subject === undefined ? undefined : { scope: JSON.stringify([baseUrl, subject]), onBehalfOf: subject };
  };
  return new OfflineQueue({
    database,
    clock,
    retry,
    owner: async () => ownerOf(owner === undefined ? await tokens.get() : undefined),
    currentOwner: () => ownerOf(tokens.last),
    perform: (call, options) => perform(direct, call, options),
    lookUp: (call, recordId) => lookUp(direct, call, recordId),
  });
}

const notedOf = ({ note }: { readonly note?: string }) => (note === undefined ? {} : { note });

async function lookUp(
  direct: EnrollmentPort & CertificatePort,
  { method, enrollmentId }: WriteCall,
  recordId: string | undefined,
): Promise<unknown> {
  if (method !== 'uploadCertificate') return direct.getEnrollment(enrollmentId);
  if (recordId === undefined) throw new EnrollkitError('not-found', 'Which certificate was made is not known');
  const certificate = await direct.getCertificate(recordId);
  if (certificate.enrollmentId === enrollmentId) return certificate;
  throw new EnrollkitError('not-found', 'This certificate is of another enrollment');
}

async function perform(
  direct: EnrollmentPort & CertificatePort,
  call: WriteCall,
  options: Parameters<QueueParts['perform']>[1],
): Promise<unknown> {
  switch (call.method) {
    case 'changeStatus':
      return direct.changeStatus(call.enrollmentId, call.to, {
        ...options,
        ...(call.cause && { cause: call.cause }),
        ...notedOf(call),
      });
    case 'cancelEnrollment':
      return direct.cancelEnrollment(call.enrollmentId, { ...options, ...notedOf(call) });
    case 'uploadCertificate':
      return direct.uploadCertificate(call.draft, options);
  }
}
