import { throwIfAborted } from '../../../abort.js';
import type { UploadOptions } from '../../../call-options.js';
import type { Instant } from '../../../calendar/time.js';
import type { Certificate } from '../../../certificate/certificate.js';
import type { Enrollment } from '../../../enrollment/enrollment.js';
import { EnrollkitError, ERROR_CODES, hasErrorCode } from '../../../errors.js';
import type { Change } from '../../ports/change-port.js';
import type { CertificateAnswer, CertificateRequest } from '../../ports/many-port.js';
import { invalid } from '../../refusals.js';
import type { CertificateRow, ReadTables, StoredAnswer, WriteTables } from '../../store.js';
import { presentMoment, type UseCaseContext } from '../../use-case-context.js';
import { answerKey, forgetOldAnswers, requestOf } from '../../write.js';
import { certificateChange } from './certificate-records.js';
import { enrollmentChange, nextVersion, rowToKeep } from '../bookings/enrollment-records.js';
import {
  argsOf,
  checkDraft,
  groundsFor,
  groundsOfStaged,
  judgeStaged,
  keepStaged,
  stageCertificate,
  toKeep,
  type StagedCertificate,
  type StagedGrounds,
} from './upload-certificate.js';

/** Certificates in one transaction: the database waits for its disk once for all of them, and nobody else waits long. */
const GROUP_SIZE = 25;
/** Files looked into and stored at once: each takes a part of a megabyte meanwhile, and waits for the disk. */
const STAGED_AT_ONCE = 4;

interface Upload {
  readonly request: CertificateRequest;
  readonly options: UploadOptions;
  /** Of the answer that is kept. */
  readonly key: string | undefined;
}

/** Stores many certificates, each as `uploadCertificate` would: with the same key, request and line in the trail. */
export async function uploadCertificates(
  context: UseCaseContext,
  requests: readonly CertificateRequest[],
  options: UploadOptions,
): Promise<readonly CertificateAnswer[]> {
  const uploads = requests.map((request, index) => toUpload(context, request, { index, options }));
  const answers: CertificateAnswer[] = [];
  const progress = progressOf(requests, options);
  for (const group of groupsOf(uploads)) {
    throwIfAborted(options.signal);
    answers.push(...(await uploadGroup(context, group, options)));
    progress(answers.length);
  }
  return answers;
}

function toUpload(
  context: UseCaseContext,
  request: CertificateRequest,
  { index, options: { signal, idempotencyKey: whole } }: { readonly index: number; readonly options: UploadOptions },
): Upload {
  const own = request.idempotencyKey ?? (whole === undefined ? undefined : `${whole}.${index}`);
  const options = { ...(signal && { signal }), ...(own !== undefined && { idempotencyKey: own }) };
  return { request, options, key: answerKey(context, options) };
}

/** Two certificates of one enrollment are never in one group: the second is judged by what the first has made of it. */
function groupsOf(uploads: readonly Upload[]): readonly (readonly Upload[])[] {
  const groups: Upload[][] = [];
  let taken = new Set<string>();
  for (const upload of uploads) {
    const names = [`id ${upload.request.enrollmentId}`, ...(upload.key === undefined ? [] : [`key ${upload.key}`])];
    const last = groups.at(-1);
    if (last && last.length < GROUP_SIZE && !names.some((name) => taken.has(name))) last.push(upload);
    else {
      groups.push([upload]);
      taken = new Set();
    }
    for (const name of names) taken.add(name);
  }
  return groups;
}

function progressOf(requests: readonly CertificateRequest[], { onProgress }: UploadOptions): (count: number) => void {
  const bytesOf = (some: readonly CertificateRequest[]): number =>
    some.reduce((sum, { file }) => sum + ((file as { size?: number } | undefined)?.size ?? 0), 0);
  return (count) => onProgress?.({ sentBytes: bytesOf(requests.slice(0, count)), totalBytes: bytesOf(requests) });
}

/** First everything that can be said without the bytes, then the bytes, then all of them in one transaction. */
async function uploadGroup(
  context: UseCaseContext,
  group: readonly Upload[],
  { signal }: UploadOptions,
): Promise<readonly CertificateAnswer[]> {
  const answers = new Map<Upload, CertificateAnswer>();
  const now = presentMoment(context);
  const acceptable = await context.store.read(async (tables) => {
    answers.clear();
    const [before, grounds] = await Promise.all([
      answersTo(tables, group),
      groundsFor(
        tables,
        group.map(({ request }) => request),
      ),
    ]);
    return group.filter((upload, at) => {
      // What was answered before is not judged by how things are today.
      if (before.has(upload.key)) return true;
      const facts = { grounds: grounds[at], now };
      return refusable(answers, upload, () => checkDraft(context, upload.request, facts)) !== undefined;
    });
  });

  const staged = new Map<Upload, StagedCertificate>();
  const left = acceptable.values();
  const stageNext = async (): Promise<void> => {
    for (const upload of left) {
      const { idempotencyKey: _, ...draft } = upload.request;
      const ready = await answered(answers, upload, () =>
        stageCertificate(context, draft, { ...(signal && { signal }) }),
      );
      if (ready) staged.set(upload, ready);
    }
  };
  await Promise.all(Array.from({ length: STAGED_AT_ONCE }, stageNext));

  const ready = acceptable.flatMap((upload) => {
    const certificate = staged.get(upload);
    return certificate ? [{ upload, certificate }] : [];
  });
  const kept = ready.length === 0 ? [] : await keepGroup(context, ready, signal);
  ready.forEach(({ upload }, index) => answers.set(upload, kept[index] as CertificateAnswer));
  return group.map((upload) => answers.get(upload) as CertificateAnswer);
}

/** The first answers to those that came before, by their keys. */
async function answersTo(
  { answers }: Pick<ReadTables, 'answers'>,
  group: readonly Pick<Upload, 'key'>[],
): Promise<ReadonlyMap<string | undefined, StoredAnswer>> {
  const keys = group.flatMap(({ key }) => (key === undefined ? [] : [key]));
  const given = keys.length === 0 ? [] : await answers.getAll(keys);
  return new Map(given.map((answer) => [answer.key, answer]));
}

interface Ready {
  readonly upload: Upload;
  readonly certificate: StagedCertificate;
}

/**
 * All of a group in one transaction. When that fails for another reason than the database itself, each is tried alone: one
 * that can't be written stops none of the others.
 */
async function keepGroup(
  context: UseCaseContext,
  group: readonly Ready[],
  signal: UploadOptions['signal'],
): Promise<readonly CertificateAnswer[]> {
  try {
    return await keepTogether(context, group, signal);
  } catch (error) {
    if (hasErrorCode(error, 'aborted')) throw error;
    const problem = problemOf(error);
    const isForAll = ERROR_CODES[problem.code].retryable && problem.code !== 'internal';
    if (group.length === 1 || isForAll) return group.map(() => ({ problem }));
    const answers = new Map<Ready, CertificateAnswer>();
    for (const each of group) {
      const { certificate, upload } = each;
      const stored = await answered(answers, each, () => keepStaged(context, certificate, upload.options));
      if (stored) answers.set(each, { certificate: stored });
    }
    return group.map((each) => answers.get(each) as CertificateAnswer);
  }
}

async function keepTogether(
  context: UseCaseContext,
  group: readonly Ready[],
  signal: UploadOptions['signal'],
): Promise<readonly CertificateAnswer[]> {
  const { store, actor } = context;
  const now = presentMoment(context);
  const intent = { useCase: 'uploadCertificate', actor: { id: actor.id, role: actor.role }, at: now } as const;
  const done = await store.write(intent, async (tables) => {
    const answers = new Map<Ready, CertificateAnswer>();
    const uploads = group.map(({ upload }) => upload);
    const certificates = group.map(({ certificate }) => certificate);
    const [before, grounds] = await Promise.all([answersTo(tables, uploads), groundsOfStaged(tables, certificates)]);
    const toWrite = group.flatMap((each, at): readonly ToWrite[] => {
      const first = before.get(each.upload.key);
      if (first) answers.set(each, firstAnswer(first, each));
      const facts = { ...(grounds[at] as StagedGrounds), now };
      const found = first ? undefined : refusable(answers, each, () => judge(context, each, facts));
      return found ? [found] : [];
    });
    for (const { each, certificate } of toWrite) answers.set(each, { certificate });
    const changes = toWrite.length === 0 ? [] : await writeAll(tables, context, toWrite, now);
    // The last moment at which stopping leaves nothing behind.
    throwIfAborted(signal);
    return { answers: group.map((each) => answers.get(each) as CertificateAnswer), changes };
  });
  for (const change of done.changes) store.changes.publish(change);
  return done.answers;
}

interface ToWrite {
  readonly each: Ready;
  readonly row: CertificateRow;
  readonly certificate: Certificate;
  readonly enrollment: Enrollment;
}

function judge(context: UseCaseContext, each: Ready, facts: StagedGrounds & { readonly now: Instant }): ToWrite {
  const judged = judgeStaged(context, each.certificate, facts);
  const { outcome, ...kept } = toKeep(context, each.certificate, { ...judged, now: facts.now });
  return { each, ...kept, enrollment: nextVersion(outcome, facts.now) };
}

async function writeAll(
  tables: WriteTables,
  context: UseCaseContext,
  toWrite: readonly ToWrite[],
  now: Instant,
): Promise<readonly Change[]> {
  const { timeZone } = context;
  const rows = toWrite.map(({ enrollment }) => rowToKeep(enrollment, { timeZone, now }));
  // In one order, whoever keeps the same files at the same time: nobody waits for somebody who waits for them.
  const files = toWrite
    .map(({ each }) => each.certificate.staged)
    .sort((one, other) => (one.sha256 < other.sha256 ? -1 : 1));
  const given = toWrite.flatMap(({ each, certificate: result }): StoredAnswer[] =>
    each.upload.key === undefined ? [] : [{ key: each.upload.key, request: askedOf(each), result, at: now }],
  );
  const certificates = toWrite.map(({ row }) => row);
  // Side by side: each is a question to a database that may be far away.
  await Promise.all([
    tables.enrollments.putAll(rows, 'enrollment.change-status'),
    tables.keepFiles(files),
    tables.certificates.putAll(certificates, 'certificate.upload'),
  ]);
  if (given.length > 0) {
    await forgetOldAnswers(tables, now);
    await tables.answers.putAll(given);
  }
  return toWrite.flatMap(({ row, enrollment }) => [certificateChange(row), enrollmentChange(enrollment)]);
}

function firstAnswer(first: StoredAnswer, each: Ready): CertificateAnswer {
  if (first.request === askedOf(each)) return { certificate: first.result as Certificate };
  return { problem: invalid('idempotency-key-reused', 'idempotencyKey') };
}

/** The same request as `uploadCertificate` makes of it. */
function askedOf({ upload: { options }, certificate }: Ready): string {
  return requestOf({ method: 'uploadCertificate', args: argsOf(certificate), options });
}

/** What comes of `work`; whatever it fails with is its own answer. Nobody is there to be answered when it was stopped. */
async function answered<Each, Result>(
  answers: Map<Each, CertificateAnswer>,
  each: Each,
  work: () => Promise<Result>,
): Promise<Result | undefined> {
  try {
    return await work();
  } catch (error) {
    if (hasErrorCode(error, 'aborted')) throw error;
    answers.set(each, { problem: problemOf(error) });
    return undefined;
  }
}

/** The same within a transaction: what is wrong with the database is nobody's own, and it may be run again. */
function refusable<Each, Result>(
  answers: Map<Each, CertificateAnswer>,
  each: Each,
  work: () => Result,
): Result | undefined {
  try {
    return work();
  } catch (error) {
    const isRefusal = error instanceof EnrollkitError && !ERROR_CODES[error.code].retryable;
    if (!isRefusal || hasErrorCode(error, 'internal') || hasErrorCode(error, 'aborted')) throw error;
    answers.set(each, { problem: error });
    return undefined;
  }
}

/** Whatever isn't the kit's error is a fault of this place, and known only to whoever looks for its cause. */
function problemOf(error: unknown): EnrollkitError {
  if (error instanceof EnrollkitError) return error;
  return new EnrollkitError('internal', 'The certificate could not be stored', { cause: error });
}
