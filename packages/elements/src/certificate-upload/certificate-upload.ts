import {
  certificateUploadAvailability,
  type Certificate,
  type Certification,
  type UploadAvailability,
} from '@enrollkit/core';
import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { baseStyles } from '../base/styles/base.styles.js';
import { dottedStyles } from '../base/styles/dotted.styles.js';
import { dropZoneStyles } from '../base/styles/drop-zone.styles.js';
import { EnrollkitElement } from '../base/enrollkit-element.js';
import { may } from '../base/reading/may.js';
import { RecordController } from '../base/reading/record-controller.js';
import { renderRecord } from '../base/reading/render-record.js';
import { warnOnce } from '../base/warn-once.js';
import { NEEDED_PORTS, readCertificateRecord, type CertificateRecord } from './uploaded/certificate-record.js';
import { certificateUploadStyles } from './certificate-upload.styles.js';
import { certificateWording, type Wording } from './certificate-wording.js';
import { Announcements } from '../base/files/announcements.js';
import { FileDrop } from '../base/files/file-drop.js';
import { fileRowsStyles } from '../base/files/file-rows.styles.js';
import { linkAddress } from '../base/link-address.js';
import { readLimits } from './read-limits.js';
import type { TransferredFiles } from '../base/files/transferred-files.js';
import { UploadFormController } from './form/upload-form-controller.js';
import { isOutOfHand, type UploadItem } from '../base/files/upload-item.js';
import { renderUploadNotice } from './form/upload-notice.js';
import type { CertificateSession, CertificateSessionHost } from './sending/certificate-session.js';
import type { ShownRecord } from './uploaded/certificate-shelf.js';
import { SendingDesk, sendingPart, type QueueActs } from './sending-desk.js';

export type * from './certificate-upload-events.js';

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
 * @csspart notice - Why nothing can be uploaded, or what should be known about a file.
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
 * @csspart none - That there are none, for whoever can't upload.
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
export class CertificateUpload extends EnrollkitElement implements CertificateSessionHost {
  static override properties: PropertyDeclarations = {
    enrollmentId: { attribute: 'enrollment-id' },
    setupUrl: { attribute: 'setup-url' },
    accept: {},
    maxSize: { attribute: 'max-size' },
  };

  static override styles = [baseStyles, dropZoneStyles, certificateUploadStyles, dottedStyles, fileRowsStyles];

  /** Whose certificates these are. */
  enrollmentId: string | undefined;

  /** Where a certification is linked to the product; offered while there is none. */
  setupUrl: string | undefined;

  /** File types, as `application/pdf image/png` or `.pdf, .jpg`. Without it: PDF. */
  accept: string | undefined;

  /** Largest file, in bytes or as `10MB`. Without it: 10 MB. */
  maxSize: string | number | undefined;

  readonly #record = new RecordController(this, {
    id: () => this.enrollmentId,
    attribute: 'enrollment-id',
    needs: NEEDED_PORTS,
    read: readCertificateRecord,
    concerns: (change, id) =>
      change.id === id || change.enrollmentId === id || change.kind === 'certification' || change.kind === 'product',
  });
  readonly #shownRecord: ShownRecord = {
    shown: () => this.#shown,
    accept: (record) => this.#record.accept(record),
  };
  readonly #desk = new SendingDesk(this, this.#shownRecord);
  readonly #form = new UploadFormController(this, {
    check: (...draft) => sendingPart.loaded?.checkCertificateDraft(...draft) ?? [],
    onFiles: (files) => void this.#take({ files, folders: [] }),
    onSubmit: () => void this.#start(),
  });
  readonly #queueActs: QueueActs = {
    onRetry: (item) => void this.#start(item),
    onReplace: (item) => this.#replaceItem(item),
  };
  #replaced: UploadItem | undefined;
  readonly #announcements = new Announcements((sentence) => this.announce(sentence));

  constructor() {
    super();
    new FileDrop(this, {
      isOpen: () => this.#certifications.length > 0,
      onFiles: (transferred) => void this.#take(transferred),
      onDragging: (isDragging) => this.toggleState('dragging', isDragging),
    });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has('enrollmentId')) {
      this.#desk.session = undefined;
      this.#form.reset();
    }
    if (this.#session) this.#session.record = this.#shown;
    if (this.#certifications.length > 0 && !this.#desk.isMissing) void this.#desk.prepare();
    this.toggleRecordStates(this.#record.state);
    this.toggleState('busy', this.#session?.manager.isRunning ?? false);
    this.#checkLimits();
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    await this.#desk.settled;
    return super.getUpdateComplete();
  }

  get #session(): CertificateSession | undefined {
    return this.#desk.session;
  }

  /** @internal */
  wording(): Wording {
    const facts = { common: this.common, locale: this.localeTag, ...readLimits(this) };
    const { t, files } = this.#desk.terms;
    return certificateWording(t, files, facts);
  }

  /** @internal */
  say(sentence: string): void {
    this.#announcements.say(sentence);
  }

  /** @internal */
  uploadKept(session: CertificateSession): void {
    if (session === this.#session) this.#resetWhenSent(session);
  }

  /** @internal */
  uploadDone(session: CertificateSession, item: UploadItem, certificate: Certificate): void {
    if (session !== this.#session) return;
    sendingPart.loaded?.showUploaded(this, this.#shownRecord, { item, certificate });
    this.#resetWhenSent(session);
  }

  /** What was filled in is for these files; a confirmed consent above all must not pass on to the next ones. */
  #resetWhenSent({ manager }: CertificateSession): void {
    if (manager.items.every(isOutOfHand)) this.#form.reset();
  }

  get #shown(): CertificateRecord | undefined {
    const { state } = this.#record;
    return state.kind === 'ready' ? state.record : undefined;
  }

  /** Absent also for whoever may only look: then nothing stands in the way, and nothing is offered. */
  get #availability(): UploadAvailability | undefined {
    const record = this.#shown;
    return record && may('certificate.upload', record.enrollment) ? certificateUploadAvailability(record) : undefined;
  }

  /** What can be uploaded for; empty when nothing can. */
  get #certifications(): readonly Certification[] {
    const availability = this.#availability;
    return availability?.possible && this.resolvedBackend?.uploadCertificate ? availability.certifications : [];
  }

  #checkLimits(): void {
    const { invalid } = readLimits(this);
    this.toggleState('invalid', invalid.length > 0);
    for (const value of invalid) warnOnce('upload-limits-unreadable', [this.localName, value]);
  }

  async #take(transferred: TransferredFiles): Promise<void> {
    const session = await this.#desk.opened();
    if (!session) return;
    session.makeRoom(this.#replaced);
    this.#replaced = undefined;
    session.add(transferred);
    void this.updateComplete.then(() => {
      this.renderRoot.querySelector('[part="item"]:last-child')?.scrollIntoView({ block: 'nearest' });
    });
  }

  get #chosenFile(): File | undefined {
    return this.#session?.manager.items.find((item) => !isOutOfHand(item))?.file;
  }

  /** Sends everything, or only one file, when all is filled in. */
  async #start(only?: UploadItem): Promise<void> {
    const session = await this.#desk.opened();
    await session?.checked;
    const record = this.#shown;
    if (!record || !session || session !== this.#session) return;
    const fields = this.#form.complete({ record, certifications: this.#certifications, file: this.#chosenFile });
    if (fields) session.start(fields, only);
  }

  #replaceItem(item: UploadItem): void {
    this.#replaced = item;
    this.renderRoot.querySelector<HTMLInputElement>('#file')?.click();
  }

  #renderForm(record: CertificateRecord): TemplateResult | typeof nothing {
    const certifications = this.#certifications;
    const queue = this.#desk.renderQueue(this.#queueActs);
    return certifications.length > 0
      ? this.#form.render({ record, certifications, file: this.#chosenFile }, queue)
      : queue;
  }

  override render(): TemplateResult {
    const { t } = this.#desk.terms;
    const [only, second] = this.#certifications;
    const availability = this.#availability;
    const reason = availability?.possible === false ? availability.reason : undefined;
    return html`<section class="root" part="base" aria-label=${t.heading}>
      <div class="header">
        <slot name="heading"><h2 part="heading">${t.heading}</h2></slot>
        ${only && !second ? html`<span part="certification" translate="no">${only.name}</span>` : nothing}
      </div>
      ${renderUploadNotice(t, reason, linkAddress(this.setupUrl, this.baseURI))}
      ${renderRecord(this, this.#record, {
        loading: () => this.#form.renderPlaceholder(),
        ready: (record) => html`${this.#renderForm(record)} ${this.#desk.renderUploaded(record)}`,
      })}
      ${this.#desk.shelf?.renderDialog() ?? nothing}
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'certificate-upload': CertificateUpload;
  }
}
