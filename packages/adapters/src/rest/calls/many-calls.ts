import {
  EnrollkitError,
  errorIssue,
  hasErrorCode,
  MOST_AT_ONCE,
  type CertificateAnswer,
  type ManyPort,
  type StatusAnswer,
  type WriteProblem,
} from '@enrollkit/core';
import { errorFromProblem, type Problem } from '@enrollkit/core/wire';
import type { Api } from './api.js';
import { addToForm, certificateChange } from './certificate-calls.js';
import { changeOf, wireStatus, type EnrollmentCalls } from './enrollment-calls.js';
import { fileProgress } from './file-progress.js';
import { badAnswer, readJson } from '../http/read-answer.js';
import { readCertificate, readEnrollment } from './shapes.js';

/** Many at once. Enrollments that are read are read as single ones are: together, as far as an address goes. */
export function manyCalls(
  { client, changes }: Api,
  { getEnrollment }: Pick<EnrollmentCalls, 'getEnrollment'>,
): ManyPort {
  return {
    async getEnrollments(ids, options) {
      expectAtMost(ids, 'ids');
      return Promise.all(
        ids.map((id) =>
          getEnrollment(id, options).catch((error: unknown) => {
            if (hasErrorCode(error, 'not-found')) return undefined;
            throw error;
          }),
        ),
      );
    },

    async changeStatuses(asked, options = {}) {
      expectAtMost(asked, 'changes');
      if (asked.length === 0) return [];
      const body = asked.map(({ id, to, expectedVersion, cause, note, idempotencyKey }) => ({
        id,
        participation_status: wireStatus(to),
        ...(expectedVersion !== undefined && { expected_version: expectedVersion }),
        ...(cause && { cause }),
        ...(note !== undefined && { note }),
        ...(idempotencyKey !== undefined && { idempotency_key: idempotencyKey }),
      }));
      return changes.write(
        async () =>
          readAnswers(await readJson(await client.send({ method: 'PATCH', path: 'bookings', body }, options))),
        (answers) => answers.flatMap((answer) => ('enrollment' in answer ? [changeOf(answer.enrollment)] : [])),
      );
    },

    async uploadCertificates(uploads, options = {}) {
      expectAtMost(uploads, 'uploads');
      if (uploads.length === 0) return [];
      const totalBytes = uploads.reduce((sum, { file }) => sum + file.size, 0);
      // Always, because what is told how far it is may take as long as it goes on.
      const onProgress = fileProgress({ size: totalBytes }, { onProgress: () => undefined, ...options });
      return changes.write(
        async () => {
          const body = new FormData();
          for (const [index, upload] of uploads.entries()) {
            await addToForm(body, upload, (name) => `certificates[${index}][${name}]`);
          }
          const request = { method: 'POST', path: 'certificates', body } as const;
          const answers = readUploaded(await readJson(await client.send(request, { ...options, ...onProgress })));
          options.onProgress?.({ sentBytes: totalBytes, totalBytes });
          return answers;
        },
        (answers) =>
          answers.flatMap((answer) => {
            if (!('certificate' in answer)) return [];
            const { certificate } = answer;
            return [certificateChange(certificate), { kind: 'enrollment', id: certificate.enrollmentId } as const];
          }),
      );
    },
  };
}

interface WireAnswer {
  readonly booking?: unknown;
  readonly certificate?: unknown;
  readonly outcome?: unknown;
  readonly problem?: Partial<Problem>;
}

function readAnswers(data: unknown): readonly StatusAnswer[] {
  return itemsOf(data).map(({ booking, problem }) =>
    booking === undefined ? { problem: readProblem(problem, readEnrollment) } : { enrollment: readEnrollment(booking) },
  );
}

function readUploaded(data: unknown): readonly CertificateAnswer[] {
  return itemsOf(data).map(({ outcome, certificate, problem }): CertificateAnswer => {
    if (outcome === 'created') return { certificate: readCertificate(certificate) };
    if (outcome !== 'duplicate') return { problem: readProblem(problem, readCertificate) };
    const current = readCertificate(certificate);
    return { problem: { code: 'duplicate', message: 'This file is there already', issues: [], current } };
  });
}

function itemsOf(data: unknown): readonly WireAnswer[] {
  const { items } = (data ?? {}) as { readonly items?: unknown };
  if (!Array.isArray(items)) throw badAnswer('Expected what became of each of them');
  return items as readonly WireAnswer[];
}

function readProblem(problem: Partial<Problem> | undefined, readCurrent: (current: unknown) => unknown): WriteProblem {
  if (typeof problem !== 'object') throw badAnswer('Expected a record or a problem');
  const current = problem.current === undefined ? undefined : readCurrent(problem.current);
  const { code, message, issues } = errorFromProblem(problem, problem.status ?? 500);
  return { code, message, issues, ...(current !== undefined && { current }) };
}

function expectAtMost(list: readonly unknown[], path: string): void {
  if (list.length <= MOST_AT_ONCE) return;
  const issue = errorIssue('too-many-items', path, { max: MOST_AT_ONCE, found: list.length });
  throw new EnrollkitError('invalid', `${path}: ${issue.code}`, { issues: [issue] });
}
