import type { Backend, Certificate, CertificateAnswer, CertificateRequest, Instant, Issue } from '@enrollkit/core';
import type { HostBackend } from '../../base/backend/backend-context.js';
import { tellChange } from '../../base/backend/change-hub.js';
import { keptWrite } from '../../base/backend/kept-write.js';
import { problemOf } from '../../base/backend/problem.js';
import type { CertificateFields } from '../../certificate-upload/sending/certificate-session.js';
import { toProblem } from '../../base/files/upload-problem.js';
import { badAnswer } from '../../base/reading/bad-answer.js';
import { readCertificate } from '../../certificate-upload/uploaded/certificate-record.js';
import type { CertificateBundleTerms } from '../../terms/certificate-bundle.js';
import type { CommonTerms } from '../../terms/common.js';
import type { BundleItem } from '../bundle-item.js';
import { stopOf, type Stop } from './say-stop.js';

/** Requests at once: browsers have six connections for a server, and the page needs some. Bundles keep the server busier. */
const AT_ONCE = { files: 3, bundles: 2 };
/** In one bundle, where the backend takes bundles: each that is answered moves the bar on, and pausing waits for no more. */
const BUNDLE = { files: 20, bytes: 8_000_000 };

/** What stops all is told in words of its own. */
type ToldStop = keyof CommonTerms['errors'] | keyof CertificateBundleTerms['stops'];

/** With these nothing else would pass either: it waits for a person instead of failing three hundred times. */
const STOPS_ALL: ReadonlySet<string> = new Set<ToldStop>([
  'offline',
  'unauthorized',
  'no-token',
  'unavailable',
  'timeout',
  'rate-limited',
  'storage-full',
  'storage-unavailable',
  'blocked',
  'not-configured',
  // A page where people sign in to a network, for one: every file would be sent to it.
  'bad-answer',
]);

export interface SendJob {
  readonly item: BundleItem;
  readonly fields: CertificateFields;
}

export type ItemChange = Pick<BundleItem, 'state'> & Partial<Pick<BundleItem, 'problem' | 'certificateId'>>;

export interface SenderOptions {
  readonly backend: () => HostBackend | undefined;
  readonly onChange: (id: string, change: ItemChange) => void;
  /** Of what is on its way so many more files have gone: on a slow line a bundle takes minutes. */
  readonly onProgress: () => void;
  /** It goes no further for now: everything has its answer, it was paused, or something stops all. */
  readonly onRest: (stop: Stop | undefined) => void;
  /** Nothing is on its way any more. */
  readonly onIdle: () => void;
  readonly now: () => Instant;
}

/** Sends files three at a time, or in bundles where the backend takes them, and can be paused between them. */
export class BundleSender {
  readonly #options: SenderOptions;
  #waiting: SendJob[] = [];
  #running = 0;
  /** How many files' worth of each bundle on its way has gone. */
  readonly #gone = new Map<readonly SendJob[], number>();
  #isPaused = false;
  /** A bundle was refused as a whole: by something before the backend that takes no requests of that size, for one. */
  #isOneByOne = false;
  /** Then one finds out why, and the others wait for it. */
  #isTrying = false;

  constructor(options: SenderOptions) {
    this.#options = options;
  }

  get isRunning(): boolean {
    return this.#running > 0;
  }

  /** Files' worth of bytes that have gone, and have no answer yet. */
  get underWay(): number {
    return [...this.#gone.values()].reduce((sum, count) => sum + count, 0);
  }

  /** As soon as it may. Answers whether it could. */
  async start(jobs: readonly SendJob[], mayBegin: Promise<boolean>): Promise<boolean> {
    this.#isPaused = this.#isOneByOne = this.#isTrying = false;
    this.#waiting = [...jobs];
    for (const { item } of jobs) this.#options.onChange(item.id, { state: 'waiting' });
    const isBegun = await mayBegin;
    if (isBegun) this.#next();
    else this.#takeBack();
    return isBegun;
  }

  /** What is on its way arrives; nothing new is begun. */
  pause(stop?: Stop): void {
    this.#takeBack();
    if (this.#isPaused) return;
    this.#isPaused = true;
    this.#options.onRest(stop);
  }

  #takeBack(): void {
    for (const { item } of this.#waiting.splice(0)) this.#options.onChange(item.id, { state: 'ready' });
  }

  get #atOnce(): number {
    return this.#isTrying ? 1 : this.#isInBundles ? AT_ONCE.bundles : AT_ONCE.files;
  }

  get #isInBundles(): boolean {
    return !this.#isOneByOne && typeof this.#options.backend()?.uploadCertificates === 'function';
  }

  #next(): void {
    const inBundles = this.#isInBundles;
    while (this.#running < this.#atOnce && this.#waiting.length > 0) {
      const jobs = this.#waiting.splice(0, inBundles ? bundleLength(this.#waiting) : 1);
      const [only] = jobs;
      if (inBundles) void this.#sendBundle(jobs);
      else if (only) void this.#send(only);
    }
    if (this.#running > 0) return;
    if (!this.#isPaused) this.#options.onRest(undefined);
    this.#options.onIdle();
  }

  async #sendBundle(jobs: readonly SendJob[]): Promise<void> {
    this.#running += 1;
    for (const { item } of jobs) this.#options.onChange(item.id, { state: 'sending' });
    try {
      const backend = this.#options.backend() as Backend;
      const answers: unknown = await backend.uploadCertificates(jobs.map(toRequest), {
        onProgress: ({ sentBytes, totalBytes }) => this.#went(jobs, sentBytes / totalBytes),
      });
      if (!Array.isArray(answers) || answers.length !== jobs.length) throw badAnswer('answer for each certificate');
      jobs.forEach(({ item }, index) => this.#answered(item, backend, (answers as CertificateAnswer[])[index]));
    } catch (error) {
      for (const { item } of jobs) this.#options.onChange(item.id, { state: 'waiting' });
      this.#waiting.unshift(...jobs);
      // Who asks to be left alone is asked nothing more.
      if (problemOf(error) === 'rate-limited') this.pause(stopOf('rate-limited', error, this.#options.now()));
      else if (this.#isPaused) this.#takeBack();
      // One by itself finds out why; each is kept by a backend that keeps what it can't send now.
      this.#isOneByOne = this.#isTrying = true;
    }
    this.#gone.delete(jobs);
    this.#running -= 1;
    this.#next();
  }

  /** Told a file at a time, as if they went one by one. */
  #went(jobs: readonly SendJob[], share: number): void {
    const count = Math.floor(Math.min(1, share) * jobs.length);
    if (!(count > (this.#gone.get(jobs) ?? 0))) return;
    this.#gone.set(jobs, count);
    this.#options.onProgress();
  }

  #answered(item: BundleItem, backend: HostBackend, answer: CertificateAnswer | undefined): void {
    try {
      if (answer && 'certificate' in answer) this.#sent(item, backend, answer.certificate);
      else this.#failed(item, answer?.problem);
    } catch (error) {
      this.#failed(item, error);
    }
  }

  async #send({ item, fields }: SendJob): Promise<void> {
    this.#running += 1;
    this.#options.onChange(item.id, { state: 'sending' });
    try {
      const backend = this.#options.backend();
      if (!backend?.uploadCertificate) throw Object.assign(new Error('No backend.'), { code: 'not-configured' });
      const idempotencyKey = keyOf(item, fields);
      const sent = backend.uploadCertificate({ ...fields, file: item.file }, idempotencyKey ? { idempotencyKey } : {});
      this.#sent(item, backend, await sent);
    } catch (error) {
      this.#failed(item, error);
    }
    this.#isTrying = false;
    this.#running -= 1;
    this.#next();
  }

  #sent(item: BundleItem, backend: HostBackend, answer: unknown): void {
    const certificate: Certificate = readCertificate(answer);
    this.#options.onChange(item.id, { state: 'sent', certificateId: certificate.id });
    tellChange(backend, { kind: 'certificate', id: certificate.id, enrollmentId: certificate.enrollmentId });
    tellChange(backend, { kind: 'enrollment', id: certificate.enrollmentId });
  }

  #failed(item: BundleItem, error: unknown): void {
    const kept = keptWrite(error);
    if (kept) {
      void this.#untilSent(item, kept);
      return;
    }
    const problem = problemOf(error);
    if (isThere(error)) this.#options.onChange(item.id, { state: 'there', ...existingOf(error) });
    else if (STOPS_ALL.has(problem)) {
      this.#options.onChange(item.id, { state: 'ready' });
      this.pause(stopOf(problem, error, this.#options.now()));
    } else this.#options.onChange(item.id, { state: 'failed', problem: toProblem(error) });
  }

  /** The backend has it in its own hands, and sends it when there is a connection. */
  async #untilSent(item: BundleItem, kept: Promise<unknown>): Promise<void> {
    this.#options.onChange(item.id, { state: 'queued' });
    try {
      const backend = this.#options.backend();
      if (backend) this.#sent(item, backend, await kept);
    } catch (error) {
      this.#options.onChange(
        item.id,
        isThere(error) ? { state: 'there', ...existingOf(error) } : { state: 'failed', problem: toProblem(error) },
      );
    }
  }
}

/** At least one, however large it is. */
function bundleLength(jobs: readonly SendJob[]): number {
  let [length, bytes] = [0, 0];
  for (const { item } of jobs) {
    bytes += item.file.size;
    if (length === BUNDLE.files || (length > 0 && bytes > BUNDLE.bytes)) break;
    length += 1;
  }
  return length;
}

function toRequest({ item, fields }: SendJob): CertificateRequest {
  const idempotencyKey = keyOf(item, fields);
  return { ...fields, file: item.file, ...(idempotencyKey !== undefined && { idempotencyKey }) };
}

/** The same for the same file to the same booking, also after a reload: it is never a second certificate. */
function keyOf({ sha256 }: BundleItem, { enrollmentId, certificationId }: CertificateFields): string | undefined {
  if (sha256 === undefined) return undefined;
  // A header takes these letters only, and this many; what comes first is never cut off.
  return `bundle.${sha256}.${encodeURIComponent(enrollmentId)}.${encodeURIComponent(certificationId)}`.slice(0, 200);
}

/** The backend has these bytes for this booking, or has had them under another date. */
function isThere(error: unknown): boolean {
  const { code, issues } = (error ?? {}) as { readonly code?: unknown; readonly issues?: readonly Issue[] };
  return code === 'duplicate' || (code === 'invalid' && issues?.[0]?.code === 'idempotency-key-reused');
}

function existingOf(error: unknown): Pick<BundleItem, 'certificateId'> {
  const { current } = (error ?? {}) as { readonly current?: { readonly id?: unknown } };
  return typeof current?.id === 'string' ? { certificateId: current.id } : {};
}
