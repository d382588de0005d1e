import { hasErrorCode, inspectFile, type FileInspection, type UploadOptions } from '@enrollkit/core';
import type { HostBackend } from '../backend/backend-context.js';
import { keptWrite } from '../backend/kept-write.js';
import { formatPercentage } from '../language/format-percentage.js';
import { newKey } from '../new-key.js';
import { describeFileProblem } from './describe-file-problem.js';
import type { FileWording } from './file-wording.js';
import { guardLeaving } from './leave-guard.js';
import type { TransferredFiles } from './transferred-files.js';
import { UploadManager, type UploadCheck, type UploadEvent, type UploadRequest } from './upload-manager.js';
import type { UploadItem } from './upload-item.js';
import type { UploadProblem } from './upload-problem.js';

/** What a session asks of its element. */
export interface SessionHost {
  readonly resolvedBackend: HostBackend | undefined;
  wording(): FileWording;
  say(sentence: string): void;
  /** Called after every change of the list. */
  requestUpdate(): void;
}

/** A file with what else is sent. */
export interface Upload<Fields> {
  readonly file: File;
  readonly fields: Fields;
  readonly options: Required<Pick<UploadOptions, 'idempotencyKey' | 'signal' | 'onProgress'>>;
}

/** What is particular about uploading one kind of file. */
export interface UploadPurpose<Fields, Stored> {
  /** Asks the page. */
  readonly accepts: (file: File) => boolean;
  /** What is wrong with a file that is whole, or should be known about it. */
  readonly findMore?: (file: File, others: readonly UploadItem[]) => Promise<UploadCheck | undefined>;
  readonly send: (backend: HostBackend, upload: Upload<Fields>) => Promise<unknown>;
  /** Reads the answer and tells the other elements; later too, for what was kept until there was a connection. */
  readonly stored: (backend: HostBackend, answer: unknown) => Stored;
  /** The problem as it is for this record. */
  readonly refine?: (problem: UploadProblem) => UploadProblem;
  readonly onProgress?: (file: File, sentBytes: number) => void;
  readonly onProblem?: (file: File, problem: UploadProblem) => void;
  /** The backend keeps one until there is a connection. */
  readonly onKept: () => void;
  readonly onDone: (item: UploadItem, stored: Stored) => void;
}

/**
 * All uploads to one record, told to the page and to whoever listens. When the element goes on to another record, what was
 * started here is still finished here.
 */
export class UploadSession<Fields, Stored> {
  readonly manager: UploadManager<Fields, Stored>;
  readonly #host: SessionHost;
  readonly #purpose: UploadPurpose<Fields, Stored>;
  #checks: Promise<unknown> = Promise.resolve();
  #doneSinceStart = 0;
  #lastStep = 0;

  constructor(host: SessionHost, purpose: UploadPurpose<Fields, Stored>) {
    this.#host = host;
    this.#purpose = purpose;
    this.manager = new UploadManager({
      newId: newKey,
      check: (file, others) => this.#check(file, others),
      send: (request) => this.#send(request),
      onChange: (item, event) => this.#changed(item, event),
      onDone: (item, stored) => this.#done(item, stored),
    });
  }

  /** Resolves when every file that was added is checked. */
  get checked(): Promise<unknown> {
    return this.#checks;
  }

  /** Takes files that the page allows; folders are refused by name. */
  add({ files, folders }: TransferredFiles): void {
    for (const folder of folders) this.manager.refuse(folder, { code: 'file-is-folder', params: {} });
    const allowed = files.filter((file) => this.#purpose.accepts(file));
    const check = this.manager.add(allowed).then(() => this.#sayAdded(allowed));
    this.#checks = Promise.all([this.#checks, check]);
  }

  /** In place of one file; else for another choice, with which what was wrong with the one before is over. */
  makeRoom(replaced?: UploadItem): void {
    const gone = replaced ? [replaced] : this.manager.items.filter(({ state }) => state === 'refused');
    for (const { id } of gone) this.manager.remove(id);
  }

  /** Sends everything that is ready or has failed, or only one file of these. */
  start(fields: Fields, only?: UploadItem): void {
    const items = this.manager.items.filter(({ state }) => state === 'ready' || state === 'failed');
    const count = only ? 1 : items.length;
    if (!this.manager.isRunning) this.#doneSinceStart = 0;
    if (count > 0) this.#host.say(this.#host.wording().files.announceStarted(count));
    if (only) this.manager.retry(only.id, fields);
    else this.manager.start(fields);
  }

  /** One sentence on what happened and what to do. */
  describe({ problem }: UploadItem): string {
    if (!problem) return '';
    return describeFileProblem(this.#purpose.refine?.(problem) ?? problem, this.#host.wording());
  }

  /** What should be known about a file that can be sent, in a sentence each. */
  describeNotices({ notices = [] }: UploadItem): readonly string[] {
    return notices.map((notice) => describeFileProblem(notice, this.#host.wording()));
  }

  async #check(file: File, others: readonly UploadItem[]): Promise<UploadCheck | undefined> {
    const { issues, notices = [] } = await this.#inspect(file);
    if (issues) return issues[0];
    const more = await this.#purpose.findMore?.(file, others);
    if (more && 'code' in more) return more;
    return { notices: [...notices, ...(more?.notices ?? [])] };
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

  async #send({ file, fields, idempotencyKey, signal, onProgress }: UploadRequest<Fields>): Promise<Stored> {
    const backend = this.#host.resolvedBackend ?? {};
    const { send, stored } = this.#purpose;
    const options = { idempotencyKey, signal, onProgress: progressTo(onProgress) };
    try {
      return stored(backend, await send(backend, { file, fields, options }));
    } catch (error) {
      const sent = keptWrite(error)?.then((answer) => stored(backend, answer));
      throw sent ? Object.assign(new Error('Kept by the backend.', { cause: error }), { code: 'queued', sent }) : error;
    }
  }

  #changed(item: UploadItem, event: UploadEvent): void {
    guardLeaving(this, this.manager.isRunning);
    this.#host.requestUpdate();
    const { files } = this.#host.wording();
    if (event === 'progress') this.#progressed(item);
    else if (event === 'queued') this.#kept(item);
    else if (event === 'stopped') this.#host.say(files.announceStopped(item.file.name));
    else if (item.problem && event !== 'removed') this.#stuck(item, item.problem);
  }

  #progressed({ file, sentBytes }: UploadItem): void {
    this.#purpose.onProgress?.(file, sentBytes);
    // Quarters of a lone file are news; of several at once they would be noise, so then only each end is said.
    const step = Math.floor((sentBytes / file.size) * 4);
    const isAlone = this.manager.items.filter(({ state }) => state === 'uploading').length === 1;
    if (isAlone && step > this.#lastStep && step < 4) {
      const { files, locale } = this.#host.wording();
      this.#host.say(files.announceProgress(file.name, formatPercentage(step / 4, locale)));
    }
    this.#lastStep = step;
  }

  #kept({ file }: UploadItem): void {
    const { files, common } = this.#host.wording();
    this.#host.say(files.announceProblem(file.name, common.errors.queued));
    this.#purpose.onKept();
  }

  #stuck(item: UploadItem, problem: UploadProblem): void {
    this.#host.say(this.#host.wording().files.announceProblem(item.file.name, this.describe(item)));
    this.#purpose.onProblem?.(item.file, problem);
  }

  #done(item: UploadItem, stored: Stored): void {
    guardLeaving(this, this.manager.isRunning);
    this.#doneSinceStart += 1;
    const { files } = this.#host.wording();
    const isLastOfSeveral = !this.manager.isRunning && this.#doneSinceStart > 1;
    this.#host.say(isLastOfSeveral ? files.announceAllDone(this.#doneSinceStart) : files.announceDone(item.file.name));
    this.#purpose.onDone(item, stored);
  }

  #sayAdded(added: readonly File[]): void {
    const { files } = this.#host.wording();
    const ready = this.manager.items.filter(({ state, file }) => state === 'ready' && added.includes(file));
    if (ready.length === 0) return;
    const notices = ready.flatMap((item) =>
      this.describeNotices(item).map((sentence) => files.announceProblem(item.file.name, sentence)),
    );
    this.#host.say([files.announceAdded(ready.length), ...notices].join(' '));
  }
}

function progressTo(onProgress: (sentBytes: number) => void): NonNullable<UploadOptions['onProgress']> {
  return ({ sentBytes }) => onProgress(sentBytes);
}
