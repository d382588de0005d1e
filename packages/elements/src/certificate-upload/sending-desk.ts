import { dayOf } from '@enrollkit/core';
import { html, nothing, type TemplateResult } from 'lit';
import type { UploadItem } from '../base/files/upload-item.js';
import { may } from '../base/reading/may.js';
import { renderProblem } from '../base/reading/render-record.js';
import type { EnrollkitElement } from '../base/enrollkit-element.js';
import { partOf } from '../base/part.js';
import { loadTerms } from '../terms/local-terms.js';
import type { CertificateUploadTerms } from '../terms/certificate-upload.js';
import type { FileUploadTerms } from '../terms/file-upload.js';
import { fileFormTerms } from '../base/files/file-form-terms.js';
import { certificateFormTerms } from './certificate-form-terms.js';
import type { Wording } from './certificate-wording.js';
import type { CertificateSession, CertificateSessionHost } from './sending/certificate-session.js';
import type { CertificateRecord } from './uploaded/certificate-record.js';
import { renderUploadedList } from './uploaded/uploaded-list.js';
import type { CertificateShelf, ShownRecord } from './uploaded/certificate-shelf.js';

/** What becomes of files once they are chosen, and of certificates once they are uploaded. */
export const sendingPart = partOf(() => import('./sending/sending.js'));

type DeskHost = EnrollkitElement &
  Omit<CertificateSessionHost, keyof EventTarget | 'wording'> & {
    readonly enrollmentId: string | undefined;
    wording(): Wording;
  };

/** What a person does with a file on the list. */
export interface QueueActs {
  readonly onRetry: (item: UploadItem) => void;
  readonly onReplace: (item: UploadItem) => void;
}

/**
 * Has there be what sends files and removes certificates. It is loaded with the first form and not with the first file, so
 * that hardly anybody ever waits for it.
 */
export class SendingDesk {
  /** It could not be loaded. The next file that is chosen tries again. */
  isMissing = false;
  /** For every enrollment its own, so that files never end up at another one. */
  session: CertificateSession | undefined;
  shelf: CertificateShelf | undefined;
  readonly #host: DeskHost;
  readonly #record: ShownRecord;
  #preparing: Promise<boolean> | undefined;

  constructor(host: DeskHost, record: ShownRecord) {
    this.#host = host;
    this.#record = record;
  }

  /** Begins to load it, in the language of the page too. Answers whether it is there. */
  prepare(): Promise<boolean> {
    return (this.#preparing ??= sendingPart.load().then(async (isThere) => {
      if (isThere) await loadTerms(this.#host.localeTag);
      else this.#preparing = undefined;
      if (this.isMissing === isThere) this.#host.requestUpdate();
      this.isMissing = !isThere;
      return isThere;
    }));
  }

  /** Of what is done with files nothing is said before something can be done. */
  get terms(): { readonly t: CertificateUploadTerms; readonly files: FileUploadTerms } {
    const { localeTag: locale } = this.#host;
    const { loaded } = sendingPart;
    if (loaded) return { t: loaded.certificateUploadTerms(locale), files: loaded.fileUploadTerms(locale) };
    return {
      t: certificateFormTerms(locale) as CertificateUploadTerms,
      files: fileFormTerms(locale) as FileUploadTerms,
    };
  }

  /** Whatever is being loaded is there, or isn't to be had. */
  get settled(): Promise<unknown> | undefined {
    return this.#preparing;
  }

  /** What sends the files of the enrollment that is shown; nothing when another is shown by the time it is there. */
  async opened(): Promise<CertificateSession | undefined> {
    const host = this.#host;
    const { enrollmentId } = host;
    await this.prepare();
    const { loaded } = sendingPart;
    if (!loaded || enrollmentId === undefined || enrollmentId !== host.enrollmentId) return undefined;
    for (const styles of loaded.STYLES) loaded.addStyles(host, styles);
    this.shelf ??= new loaded.CertificateShelf(host, this.#record);
    this.session ??= new loaded.CertificateSession(host, enrollmentId);
    this.session.record = this.#record.shown();
    return this.session;
  }

  /** The files that were chosen. */
  renderQueue(acts: QueueActs): TemplateResult | typeof nothing {
    const { session } = this;
    const host = this.#host;
    const { loaded } = sendingPart;
    if (this.isMissing) return html`<div role="alert">${renderProblem(host, 'not-loaded')}</div>`;
    if (!session || !loaded) return nothing;
    const wording = host.wording();
    return loaded.renderUploadQueue({
      ...acts,
      wording,
      session,
      insteadOf: (item) => loaded.showExisting(host, session, item),
      onRemove: (item) => loaded.takeOff(host, session, item),
    });
  }

  /** The certificates that are uploaded, with what the backend can do about them. */
  renderUploaded(record: CertificateRecord): TemplateResult | typeof nothing {
    const host = this.#host;
    const { resolvedBackend: backend } = host;
    const { t, files, locale } = host.wording();
    const canRemove = backend?.removeCertificate && may('certificate.remove', record.enrollment);
    return renderUploadedList({
      t,
      files,
      locale,
      today: dayOf(host.now(), host.timeZone),
      record,
      problem: this.shelf?.problem,
      onDownload: backend?.openCertificateFile && ((each) => void this.#handle((shelf) => shelf.download(each))),
      onRemove: canRemove ? (each) => void this.#handle((shelf) => shelf.ask(each)) : undefined,
    });
  }

  async #handle(act: (shelf: CertificateShelf) => Promise<void>): Promise<void> {
    await this.opened();
    if (this.shelf) await act(this.shelf);
  }
}
