import {
  certificateUploadAvailability,
  checkCertificateDraft,
  dayOf,
  type Certificate,
  type CertificateInput,
  type Certification,
  type Issue,
  type UploadAvailability,
} from '@enrollkit/core';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { baseStyles } from '../base/base.styles.js';
import { EnrollkitElement } from '../base/enrollkit-element.js';
import { RecordController } from '../base/record-controller.js';
import { renderRecord } from '../base/render-record.js';
import { warnOnce } from '../base/warn-once.js';
import type { CertificateUploadTerms } from '../terms/certificate-upload.js';
import { en } from '../terms/en/certificate-upload.js';
import { localTerms } from '../terms/local-terms.js';
import { nl } from '../terms/nl/certificate-upload.js';
import { NEEDED_PORTS, readCertificateRecord, withCertificate, type CertificateRecord } from './certificate-record.js';
import { CertificateShelf } from './certificate-shelf.js';
import { certificateUploadStyles } from './certificate-upload.styles.js';
import { describeProblem, wordLimits, type Wording } from './describe-problem.js';
import { FileDrop } from './file-drop.js';
import { linkAddress } from './link-address.js';
import { readAccept, readMaxSize } from './read-limits.js';
import type { TransferredFiles } from './transferred-files.js';
import { FIELD_IDS, readForm, renderUploadForm } from './upload-form.js';
import type { UploadFields, UploadItem } from './upload-manager.js';
import { renderUploadQueue } from './upload-queue.js';
import { UploadSession, type SessionHost } from './upload-session.js';
import { renderUploadedList } from './uploaded-list.js';

export type * from './certificate-events.js';

const certificateUploadTerms = localTerms('certificate-upload', { nl, en });

/**
 * @summary Uploads the certificates of an enrollment, after which the participant has completed the course.
 * @tag certificate-upload
 *
 * @slot heading - Replaces the heading, for a host with its own heading levels.
 * @slot setup - Replaces the link to where a certification is linked to the product.
 *
 * @fires {CustomEvent<CertificateAcceptDetail>} ek-certificate-accept - A file was chosen. Cancelable, before it is taken.
 * @fires {CustomEvent<CertificateProgressDetail>} ek-certificate-progress - More bytes of a file were sent.
 * @fires {CustomEvent<CertificateUploadedDetail>} ek-certificate-uploaded - The backend has stored a certificate.
 * @fires {CustomEvent<CertificateErrorDetail>} ek-certificate-error - A file was refused or couldn't be sent.
 *
 * @csspart base - Everything.
 * @csspart heading - The heading.
 * @csspart certification - The certification, when there is one only.
 * @csspart notice - Why nothing can be uploaded.
 * @csspart form - What is filled in.
 * @csspart drop-zone - Where files are dropped or chosen.
 * @csspart field - A date or choice.
 * @csspart error - What is wrong with a field.
 * @csspart visibility - Who can see the certificate.
 * @csspart queue - The files that were chosen.
 * @csspart item - One of them.
 * @csspart progress - How much of it was sent.
 * @csspart uploaded - The certificates that are uploaded.
 * @csspart certificate - One of them.
 * @csspart dialog - The question before a certificate is removed.
 * @csspart button - Any button.
 * @csspart upload-button - Begins to send.
 * @csspart remove-button - Removes after the question.
 * @csspart retry-button - Reads again after a problem.
 * @csspart problem - What went wrong and what to do.
 *
 * @cssprop [--ek-accent=AccentColor] - Colour of what can be pressed, and of progress.
 * @cssprop [--ek-on-accent=AccentColorText] - Text on the accent colour.
 * @cssprop [--ek-danger] - Tone of problems and of removing.
 * @cssprop [--ek-surface=Canvas] - Background of the question before removing.
 * @cssprop [--ek-radius=6px] - Rounding of corners.
 * @cssprop [--ek-density=1] - Spacing; 0.75 is compact.
 * @cssprop [--ek-field-border] - Border of fields and drop zone.
 * @cssprop [--ek-certificate-upload-zone-height=7em] - Least height of the drop zone.
 * @cssprop [--ek-certificate-upload-zone-background] - Background of the drop zone.
 * @cssprop [--ek-certificate-upload-field-background=transparent] - Background of dates and choices.
 *
 * @cssState loading - Nothing is known yet.
 * @cssState failed - The enrollment is missing or can't be read.
 * @cssState dragging - Files are held over the element.
 * @cssState busy - Files are being sent.
 * @cssState invalid - `accept` or `max-size` can't be understood; what can't is left out.
 */
export class CertificateUpload extends EnrollkitElement implements SessionHost {
  static override styles = [baseStyles, certificateUploadStyles];

  /** Whose certificates these are. */
  @property({ attribute: 'enrollment-id' }) enrollmentId: string | undefined;

  /** Where a certification is linked to the product; offered while there is none. */
  @property({ attribute: 'setup-url' }) setupUrl: string | undefined;

  /** File types, as `application/pdf image/png` or `.pdf, .jpg`. Without it: PDF. */
  @property() accept: string | undefined;

  /** Largest file, in bytes or as `10MB`. Without it: 10 MB. */
  @property({ attribute: 'max-size' }) maxSize: string | number | undefined;

  @state() private values: CertificateInput = {};
  /** After a first try the form says what is missing, and keeps saying so until it isn't. */
  @state() private wasTried = false;

  readonly #record = new RecordController(this, {
    id: () => this.enrollmentId,
    needs: NEEDED_PORTS,
    read: readCertificateRecord,
    concerns: (change, id) =>
      change.id === id || change.enrollmentId === id || change.kind === 'certification' || change.kind === 'product',
  });
  readonly #shelf = new CertificateShelf(this, {
    terms: () => this.#t,
    onRemoved: (certificate) => this.#certificateRemoved(certificate),
  });
  /** For every enrollment its own, so that files never end up at another one. */
  #session: UploadSession | undefined;
  #replaced: UploadItem | undefined;
  #sentences: string[] = [];

  constructor() {
    super();
    new FileDrop(this, {
      isOpen: () => this.#certifications.length > 0,
      onFiles: (transferred) => this.#take(transferred),
      onDragging: (isDragging) => this.toggleState('dragging', isDragging),
    });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has('enrollmentId')) this.#beginSession();
    if (this.#session) this.#session.certificates = this.#shown?.certificates ?? [];
    this.toggleState('loading', this.#record.state.kind === 'loading');
    this.toggleState('failed', this.#record.state.kind === 'failed' || this.#record.state.kind === 'missing');
    this.toggleState('busy', this.#session?.manager.isRunning ?? false);
    this.#readLimits();
  }

  /** @internal */
  wording(): Wording {
    const accept = readAccept(this.accept).value;
    const maxSizeBytes = readMaxSize(this.maxSize).value;
    return { t: this.#t, common: this.common, locale: this.localeTag, accept, maxSizeBytes };
  }

  /** @internal Collects what happens at the same time, so that one sentence doesn't silence the other. */
  say(sentence: string): void {
    if (this.#sentences.push(sentence) > 1) return;
    queueMicrotask(() => {
      this.announce(this.#sentences.join(' '));
      this.#sentences = [];
    });
  }

  /** @internal */
  uploadsChanged(session: UploadSession): void {
    if (session === this.#session) this.requestUpdate();
  }

  /** @internal */
  uploadDone(session: UploadSession, item: UploadItem, certificate: Certificate): void {
    if (session !== this.#session || !this.#shown) return;
    const hadFocus = this.#hasFocus(`[data-item="${item.id}"]`);
    this.#record.accept(withCertificate(this.#shown, certificate));
    if (hadFocus) void this.#focusInstead(certificateRow(certificate));
    // What was filled in is for these files; a confirmed consent above all must not pass on to the next ones.
    if (session.manager.items.every(({ state }) => state === 'refused')) this.#resetForm();
  }

  get #t(): CertificateUploadTerms {
    return this.terms(certificateUploadTerms);
  }

  get #shown(): CertificateRecord | undefined {
    const { state } = this.#record;
    return state.kind === 'ready' ? state.record : undefined;
  }

  get #availability(): UploadAvailability | undefined {
    return this.#shown && certificateUploadAvailability(this.#shown);
  }

  /** What can be uploaded for; empty when nothing can. */
  get #certifications(): readonly Certification[] {
    const availability = this.#availability;
    return availability?.possible && this.resolvedBackend?.uploadCertificate ? availability.certifications : [];
  }

  get #form(): HTMLFormElement | null {
    return this.renderRoot.querySelector('form:not([inert] *)');
  }

  #beginSession(): void {
    this.#session = this.enrollmentId === undefined ? undefined : new UploadSession(this, this.enrollmentId);
    this.#resetForm();
  }

  #resetForm(): void {
    this.#form?.reset();
    this.values = {};
    this.wasTried = false;
  }

  #readLimits(): void {
    const bad = [readAccept(this.accept).invalid, readMaxSize(this.maxSize).invalid].filter(
      (each) => each !== undefined,
    );
    this.toggleState('invalid', bad.length > 0);
    for (const value of bad) {
      warnOnce(`<${this.localName}> can't use "${value}" in accept or max-size. Write ".pdf, .png, .jpg" and "10MB".`);
    }
  }

  #take(transferred: TransferredFiles): void {
    if (!this.#session) return;
    if (this.#replaced) this.#session.manager.remove(this.#replaced.id);
    this.#replaced = undefined;
    this.#session.add(transferred);
    void this.updateComplete.then(() => {
      this.renderRoot.querySelector('[part="item"]:last-child')?.scrollIntoView({ block: 'nearest' });
    });
  }

  #valuesOf(form: CertificateInput): CertificateInput {
    const [only, second] = this.#certifications;
    // With one certification nobody has to choose it.
    return only && !second ? { ...form, certificationId: only.id } : form;
  }

  #check(record: CertificateRecord, values: CertificateInput): readonly Issue[] {
    const sendable = this.#session?.manager.items.find((item) => item.state !== 'refused');
    const certification = record.certifications.find(({ id }) => id === values.certificationId);
    // The size was looked at with the bytes, file by file.
    const context = { ...record, certification, maxSizeBytes: Infinity };
    return checkCertificateDraft(sendable ? { ...values, file: sendable.file } : values, context);
  }

  /** Sends everything, or only one file, when all is filled in; else goes to what is missing. */
  async #start(only?: UploadItem): Promise<void> {
    const session = this.#session;
    await session?.checked;
    const [record, form] = [this.#shown, this.#form];
    if (!record || !form || !session || session !== this.#session) return;
    this.values = readForm(form);
    this.wasTried = true;
    const values = this.#valuesOf(this.values);
    const issues = this.#check(record, values);
    if (issues.length > 0) return this.#focusFirst(issues);
    session.start({ ...values, enrollmentId: record.enrollment.id } as UploadFields, only);
  }

  async #focusFirst(issues: readonly Issue[]): Promise<void> {
    await this.updateComplete;
    const path = Object.keys(FIELD_IDS).find((field) => issues.some((issue) => issue.path === field)) ?? 'file';
    this.renderRoot.querySelector<HTMLElement>(`#${FIELD_IDS[path] as string}`)?.focus();
  }

  #hasFocus(row: string): boolean {
    return this.renderRoot.querySelector(`${row} :focus`) !== null;
  }

  /** Moves the focus to where a row was, so that a keyboard doesn't fall back to the top of the page. */
  async #focusInstead(row: string): Promise<void> {
    await this.updateComplete;
    const target =
      this.renderRoot.querySelector<HTMLElement>(row) ?? this.renderRoot.querySelector<HTMLElement>('#file');
    target?.focus();
  }

  #removeItem(item: UploadItem): void {
    const index = this.#session?.manager.items.indexOf(item) ?? 0;
    this.#session?.manager.remove(item.id);
    const left = this.#session?.manager.items.length ?? 0;
    void this.#focusInstead(`[part='item']:nth-child(${Math.min(index + 1, left)})`);
  }

  #replaceItem(item: UploadItem): void {
    this.#replaced = item;
    this.renderRoot.querySelector<HTMLInputElement>('#file')?.click();
  }

  #showExisting(item: UploadItem): void {
    const existing = this.#session?.existingOf(item);
    if (existing) void this.#focusInstead(certificateRow(existing));
  }

  #certificateRemoved(certificate: Certificate): void {
    const record = this.#shown;
    if (!record) return;
    const index = record.certificates.findIndex(({ id }) => id === certificate.id);
    const certificates = record.certificates.filter(({ id }) => id !== certificate.id);
    this.#record.accept({ ...record, certificates });
    this.say(this.#t.announceRemoved(certificate.file.name));
    const next = certificates[Math.min(index, certificates.length - 1)];
    void this.#focusInstead(next ? certificateRow(next) : '#file');
  }

  override render(): TemplateResult {
    const t = this.#t;
    const [only, second] = this.#certifications;
    return html`<section class="root" part="base" aria-label=${t.heading}>
      <div class="header">
        <slot name="heading"><h2 part="heading">${t.heading}</h2></slot>
        ${only && !second ? html`<span part="certification">${only.name}</span>` : nothing}
      </div>
      ${this.#renderNotice()}
      ${renderRecord(this, this.#record, {
        loading: () => this.#renderPlaceholder(),
        ready: (record) => html`
          ${this.#certifications.length > 0 ? this.#renderForm(record) : nothing} ${this.#renderQueue()}
          ${this.#renderUploaded(record)}
        `,
      })}
      ${this.#shelf.renderDialog()} ${this.renderAnnouncement()}
    </section>`;
  }

  #renderNotice(): TemplateResult {
    const t = this.#t;
    const availability = this.#availability;
    const reason = availability?.possible === false ? availability.reason : undefined;
    const href = linkAddress(this.setupUrl, this.baseURI);
    return html`<div class="notice" part="notice" ?hidden=${!reason}>
      <p>${reason === 'enrollment-cancelled' ? t.enrollmentCancelled : t.noCertification}</p>
      <slot name="setup" ?hidden=${reason !== 'no-certification-linked'}>
        ${href ? html`<a href=${href}>${t.toProduct}</a>` : nothing}
      </slot>
    </div>`;
  }

  #renderForm(record: CertificateRecord): TemplateResult {
    const values = this.#valuesOf(this.values);
    const issues = this.wasTried ? this.#check(record, values) : [];
    return this.#renderFields(this.#certifications, values, issues);
  }

  /** The form as it will most likely be: then nothing moves when the data arrives. */
  #renderPlaceholder(): TemplateResult {
    const any: Certification = { id: '', name: '', requiresValidUntil: false, verified: true, version: 0 };
    return html`<p class="visually-hidden">${this.common.loading}</p>
      <div class="placeholder" inert>${this.#renderFields([any], {}, [])}</div>`;
  }

  #renderFields(
    certifications: readonly Certification[],
    values: CertificateInput,
    issues: readonly Issue[],
  ): TemplateResult {
    const wording = this.wording();
    return renderUploadForm({
      t: this.#t,
      certifications,
      values,
      issues,
      accept: wording.accept.join(','),
      limits: this.#t.limits(wordLimits(wording)),
      onFiles: (files) => this.#take({ files, folders: [] }),
      onInput: () => (this.values = this.#form ? readForm(this.#form) : {}),
      onSubmit: () => void this.#start(),
    });
  }

  #renderQueue(): TemplateResult | typeof nothing {
    const session = this.#session;
    if (!session) return nothing;
    return renderUploadQueue({
      t: this.#t,
      locale: this.localeTag,
      retry: this.common.retry,
      items: session.manager.items,
      describe: (item) => session.describe(item),
      hasExisting: (item) => session.existingOf(item) !== undefined,
      onStop: (item) => session.manager.stop(item.id),
      onRetry: (item) => void this.#start(item),
      onReplace: (item) => this.#replaceItem(item),
      onShowExisting: (item) => this.#showExisting(item),
      onRemove: (item) => this.#removeItem(item),
    });
  }

  #renderUploaded(record: CertificateRecord): TemplateResult | typeof nothing {
    const { problem } = this.#shelf;
    return renderUploadedList({
      t: this.#t,
      locale: this.localeTag,
      today: dayOf(this.now(), this.timeZone),
      record,
      problem: problem && {
        id: problem.id,
        sentence: describeProblem({ code: problem.problem, params: {} }, this.wording()),
      },
      onDownload: this.#shelf.download,
      onRemove: this.#shelf.askRemoval,
    });
  }
}

function certificateRow({ id }: Certificate): string {
  return `[data-certificate='${CSS.escape(id)}']`;
}
