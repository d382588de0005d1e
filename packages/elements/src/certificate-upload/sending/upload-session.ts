import { hasErrorCode, inspectFile, type Certificate, type FileInspection } from '@enrollkit/core';
import type { HostBackend } from '../../base/backend/backend-context.js';
import { tellChange } from '../../base/backend/change-hub.js';
import { ask, tell } from '../../base/events.js';
import { formatPercentage } from '../../base/language/formats.js';
import { keptWrite } from '../../base/backend/kept-write.js';
import { newKey } from '../../base/new-key.js';
import type {
  CertificateAcceptDetail,
  CertificateErrorDetail,
  CertificateProgressDetail,
  CertificateUploadedDetail,
} from '../certificate-upload-events.js';
import { readCertificate } from '../uploaded/certificate-record.js';
import { describeProblem, type Wording } from '../describe-problem.js';
import { findDuplicate } from './find-duplicate.js';
import { guardLeaving } from './leave-guard.js';
import type { TransferredFiles } from '../../base/files/transferred-files.js';
import {
  UploadManager,
  type UploadCheck,
  type UploadEvent,
  type UploadFields,
  type UploadItem,
  type UploadRequest,
} from './upload-manager.js';
import type { UploadProblem } from './upload-problem.js';

/** What a session asks of its element. */
export interface SessionHost extends EventTarget {
  readonly resolvedBackend: HostBackend | undefined;
  wording(): Wording;
  say(sentence: string): void;
  /** Called after every change of the list. */
  requestUpdate(): void;
  uploadKept(session: UploadSession): void;
  uploadDone(session: UploadSession, item: UploadItem, certificate: Certificate): void;
}

/**
 * All uploads to one enrollment, told to the page and to who listens. When the element goes on to another enrollment, what
 * was started here is still finished here.
 */
export class UploadSession {
  readonly manager: UploadManager;
  readonly #host: SessionHost;
  readonly #enrollmentId: string;
  /** What the backend had at the last look. */
  certificates: readonly Certificate[] = [];
  #checks: Promise<unknown> = Promise.resolve();
  #doneSinceStart = 0;
  #lastStep = 0;

  constructor(host: SessionHost, enrollmentId: string) {
    this.#host = host;
    this.#enrollmentId = enrollmentId;
    this.manager = new UploadManager({
      newId: newKey,
      check: (file, others) => this.#check(file, others),
      send: (request) => this.#send(request),
      onChange: (item, event) => this.#changed(item, event),
      onDone: (item, certificate) => this.#done(item, certificate),
    });
  }

  /** Resolves when every file that was added is checked. */
  get checked(): Promise<unknown> {
    return this.#checks;
  }

  /** Takes files that the page allows; folders are refused by name. */
  add({ files, folders }: TransferredFiles): void {
    for (const folder of folders) this.manager.refuse(folder, { code: 'file-is-folder', params: {} });
    const allowed = files.filter((file) =>
      ask<CertificateAcceptDetail>(this.#host, 'ek-certificate-accept', { enrollmentId: this.#enrollmentId, file }),
    );
    const check = this.manager.add(allowed).then(() => this.#sayAdded(allowed));
    this.#checks = Promise.all([this.#checks, check]);
  }

  /** Sends everything that is ready or has failed, or only one file of these. */
  start(fields: UploadFields, only?: UploadItem): void {
    const items = this.manager.items.filter(({ state }) => state === 'ready' || state === 'failed');
    const count = only ? 1 : items.length;
    if (!this.manager.isRunning) this.#doneSinceStart = 0;
    if (count > 0) this.#host.say(this.#host.wording().t.announceStarted(count));
    if (only) this.manager.retry(only.id, fields);
    else this.manager.start(fields);
  }

  /** The uploaded certificate that has the bytes of a refused file, when it belongs to this enrollment. */
  existingOf({ problem }: UploadItem): Certificate | undefined {
    if (problem?.code !== 'duplicate') return undefined;
    const id = problem.params.certificateId ?? currentOf(problem)?.id;
    return this.certificates.find((certificate) => certificate.id === id);
  }

  /** One sentence on what happened and what to do. */
  describe({ problem }: UploadItem): string {
    if (!problem) return '';
    const elsewhere = problem.code === 'duplicate' && currentOf(problem)?.enrollmentId;
    const code = elsewhere && elsewhere !== this.#enrollmentId ? 'duplicate-elsewhere' : problem.code;
    return describeProblem({ ...problem, code }, this.#host.wording());
  }

  /** What should be known about a file that can be sent, in a sentence each. */
  describeNotices({ notices = [] }: UploadItem): readonly string[] {
    return notices.map((notice) => describeProblem(notice, this.#host.wording()));
  }

  async #check(file: File, others: readonly File[]): Promise<UploadCheck | undefined> {
    const { issues, notices } = await this.#inspect(file);
    if (issues) return issues[0];
    const duplicate = await findDuplicate(file, this.certificates, others);
    if (!duplicate) return notices && { notices };
    return 'chosen' in duplicate
      ? { code: 'duplicate-chosen', params: {} }
      : { code: 'duplicate', params: { certificateId: duplicate.certificate.id } };
  }

  async #inspect(file: File): Promise<Partial<FileInspection>> {
    try {
      return await inspectFile(file, this.#host.wording());
    } catch (error) {
      // The backend looks at every file too.
      if (hasErrorCode(error, 'offline')) return {};
      throw error;
    }
  }

  async #send({ draft, idempotencyKey, signal, onProgress }: UploadRequest): Promise<Certificate> {
    const backend = this.#host.resolvedBackend;
    if (!backend?.uploadCertificate)
      throw Object.assign(new Error('The backend has no uploadCertificate.'), { code: 'not-configured' });
    try {
      const answer = await backend.uploadCertificate(draft, {
        idempotencyKey,
        signal,
        onProgress: ({ sentBytes }) => onProgress(sentBytes),
      });
      return this.#stored(backend, answer);
    } catch (error) {
      const sent = keptWrite(error)?.then((answer) => this.#stored(backend, answer));
      throw sent ? Object.assign(new Error('Kept by the backend.', { cause: error }), { code: 'queued', sent }) : error;
    }
  }

  #stored(backend: HostBackend, answer: unknown): Certificate {
    const certificate = readCertificate(answer);
    tellChange(backend, { kind: 'certificate', id: certificate.id, enrollmentId: this.#enrollmentId });
    tellChange(backend, { kind: 'enrollment', id: this.#enrollmentId });
    return certificate;
  }

  #changed(item: UploadItem, event: UploadEvent): void {
    guardLeaving(this, this.manager.isRunning);
    this.#host.requestUpdate();
    const { t } = this.#host.wording();
    if (event === 'progress') this.#progressed(item);
    else if (event === 'queued') this.#kept(item);
    else if (event === 'stopped') this.#host.say(t.announceStopped(item.file.name));
    else if (item.problem && event !== 'removed') this.#stuck(item, item.problem);
  }

  #progressed({ file, sentBytes }: UploadItem): void {
    tell<CertificateProgressDetail>(this.#host, 'ek-certificate-progress', {
      enrollmentId: this.#enrollmentId,
      file,
      sentBytes,
      totalBytes: file.size,
    });
    // Quarters of a lone file are news; of several at once they would be noise, so then only each end is said.
    const step = Math.floor((sentBytes / file.size) * 4);
    const isAlone = this.manager.items.filter(({ state }) => state === 'uploading').length === 1;
    if (isAlone && step > this.#lastStep && step < 4) {
      const { t, locale } = this.#host.wording();
      this.#host.say(t.announceProgress(file.name, formatPercentage(step / 4, locale)));
    }
    this.#lastStep = step;
  }

  #kept({ file }: UploadItem): void {
    const { t, common } = this.#host.wording();
    this.#host.say(t.announceProblem(file.name, common.errors.queued));
    this.#host.uploadKept(this);
  }

  #stuck(item: UploadItem, { code, params, error }: UploadProblem): void {
    const { file } = item;
    this.#host.say(this.#host.wording().t.announceProblem(file.name, this.describe(item)));
    tell<CertificateErrorDetail>(this.#host, 'ek-certificate-error', {
      enrollmentId: this.#enrollmentId,
      file,
      code,
      params,
      ...(error === undefined ? {} : { error }),
    });
  }

  #done(item: UploadItem, certificate: Certificate): void {
    guardLeaving(this, this.manager.isRunning);
    this.#doneSinceStart += 1;
    const { t } = this.#host.wording();
    const isLastOfSeveral = !this.manager.isRunning && this.#doneSinceStart > 1;
    this.#host.say(isLastOfSeveral ? t.announceAllDone(this.#doneSinceStart) : t.announceDone(item.file.name));
    this.#host.uploadDone(this, item, certificate);
    tell<CertificateUploadedDetail>(this.#host, 'ek-certificate-uploaded', {
      enrollmentId: this.#enrollmentId,
      certificate,
    });
  }

  #sayAdded(added: readonly File[]): void {
    const { t } = this.#host.wording();
    const ready = this.manager.items.filter(({ state, file }) => state === 'ready' && added.includes(file));
    if (ready.length === 0) return;
    const notices = ready.flatMap((item) =>
      this.describeNotices(item).map((sentence) => t.announceProblem(item.file.name, sentence)),
    );
    this.#host.say([t.announceAdded(ready.length), ...notices].join(' '));
  }
}

function currentOf({ error }: UploadProblem): Certificate | undefined {
  return hasErrorCode(error, 'duplicate') ? (error.current as Certificate | undefined) : undefined;
}
