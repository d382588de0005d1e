import { bookingStateOf, DEFAULT_MAX_FILE_BYTES, dayOf, type Enrollment } from '@enrollkit/core';
import {
  html,
  nothing,
  type CSSResultGroup,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import { EnrollkitElement } from '../base/enrollkit-element.js';
import { tell } from '../base/events.js';
import type { FileWording } from '../base/files/file-wording.js';
import { Announcements } from '../base/files/announcements.js';
import { FileDrop } from '../base/files/file-drop.js';
import { fileRowsStyles } from '../base/files/file-rows.styles.js';
import { fileUploadTerms } from '../base/files/file-upload-terms.js';
import { uploadQueueStyles } from '../base/files/upload-queue.styles.js';
import type { TransferredFiles } from '../base/files/transferred-files.js';
import type { UploadItem } from '../base/files/upload-item.js';
import { formatDay } from '../base/language/formats.js';
import { may } from '../base/reading/may.js';
import { readOneEnrollment } from '../base/reading/read-enrollments.js';
import { RecordController } from '../base/reading/record-controller.js';
import { renderProblem, renderRecord } from '../base/reading/render-record.js';
import { baseStyles } from '../base/styles/base.styles.js';
import { dropZoneStyles } from '../base/styles/drop-zone.styles.js';
import type { InvoiceUploadTerms } from '../terms/invoice-upload.js';
import { InvoiceActions } from './invoice-actions.js';
import { InvoiceSession, type InvoiceSessionHost } from './invoice-session.js';
import type { InvoiceUploadedDetail } from './invoice-upload-events.js';
import { invoiceUploadTerms } from './invoice-upload-terms.js';
import { invoiceUploadStyles } from './invoice-upload.styles.js';
import { renderInvoiceForm, renderInvoiceSkeleton, renderUploaded } from './render-invoice.js';

export type * from './invoice-upload-events.js';

const LIMITS = { accept: ['application/pdf'], maxSizeBytes: DEFAULT_MAX_FILE_BYTES } as const;

/**
 * The invoice of an enrollment: a PDF, checked by its bytes before it is sent, after which the enrollment is completed once
 * its end date has passed. Who keeps invoices elsewhere only tells that there is one.
 *
 * @summary Uploads the invoice of an enrollment, or records that there is one.
 * @tag invoice-upload
 *
 * @slot heading - Replaces the heading, for a host with its own heading levels.
 *
 * @fires {CustomEvent<InvoiceUploadedDetail>} ek-invoice-uploaded - The backend has stored the invoice, or that there is one.
 *
 * @csspart base - Everything.
 * @csspart heading - The heading.
 * @csspart state - Whether there is an invoice, and since when.
 * @csspart notice - Why none can be uploaded, or what should be known about a file.
 * @csspart form - Where a file is chosen and sent.
 * @csspart drop-zone - Where a file is dropped or chosen.
 * @csspart queue - The file that was chosen.
 * @csspart item - The same, with its state.
 * @csspart progress - How much of it was sent.
 * @csspart upload-button - Begins to send.
 * @csspart elsewhere-button - Records that the invoice was sent in another way.
 * @csspart another-button - Makes room for another invoice.
 * @csspart download-button - Saves the latest one.
 * @csspart button - Any button.
 * @csspart retry-button - Reads again after a problem.
 * @csspart problem - What went wrong and what to do.
 *
 * @cssprop [--ek-accent=AccentColor] - Colour of what can be pressed, and of progress.
 * @cssprop [--ek-field-border] - Border of the drop zone.
 * @cssprop [--ek-invoice-upload-zone-height=6em] - Least height of the drop zone.
 * @cssprop [--ek-invoice-upload-zone-background] - Background of the drop zone.
 *
 * @cssState loading - Nothing is known yet.
 * @cssState failed - The enrollment is missing or can't be read.
 * @cssState dragging - A file is held over the element.
 * @cssState busy - An invoice is being sent.
 */
export class InvoiceUpload extends EnrollkitElement implements InvoiceSessionHost {
  static override properties: PropertyDeclarations = {
    enrollmentId: { attribute: 'enrollment-id' },
    isReplacing: { state: true },
  };

  static override styles: CSSResultGroup = [
    baseStyles,
    dropZoneStyles,
    fileRowsStyles,
    uploadQueueStyles,
    invoiceUploadStyles,
  ];

  /** Whose invoice it is. */
  enrollmentId: string | undefined;

  private isReplacing = false;

  readonly #record = new RecordController(this, {
    id: () => this.enrollmentId,
    attribute: 'enrollment-id',
    needs: ['getEnrollment'],
    read: (backend, id, options): Promise<Enrollment> => readOneEnrollment(backend, id, options),
    concerns: (change, id) => change.kind === 'enrollment' && change.id === id,
  });
  /** For every enrollment its own, so that a file never ends up at another one. */
  #session: InvoiceSession | undefined;
  readonly #announcements = new Announcements((sentence) => this.announce(sentence));
  readonly #actions = new InvoiceActions(this, {
    onRecorded: (enrollment) => {
      this.say(this.#terms.recorded);
      this.#accept(enrollment);
      this.#tell(enrollment);
    },
    reload: () => this.#record.reload(),
  });

  constructor() {
    super();
    new FileDrop(this, {
      isOpen: () => this.#isOpen,
      onFiles: (transferred) => this.#take(transferred),
      onDragging: (isDragging) => this.toggleState('dragging', isDragging),
    });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has('enrollmentId')) {
      this.#session = this.enrollmentId === undefined ? undefined : new InvoiceSession(this, this.enrollmentId);
      this.isReplacing = false;
      this.#actions.problem = undefined;
    }
    this.toggleRecordStates(this.#record.state);
    this.toggleState('busy', this.#session?.manager.isRunning ?? false);
  }

  /** @internal */
  wording(): FileWording {
    const { obstacles } = this.#terms;
    const problems = { 'enrollment-cancelled': obstacles.cancelled, 'booking-not-accepted': obstacles['not-accepted'] };
    const files = this.terms(fileUploadTerms);
    return { files, problems, common: this.common, locale: this.localeTag, ...LIMITS };
  }

  /** @internal */
  say(sentence: string): void {
    this.#announcements.say(sentence);
  }

  /** @internal */
  invoiceKept(): void {
    this.requestUpdate();
  }

  /** @internal */
  invoiceStored(session: InvoiceSession, enrollment: Enrollment, file: File): void {
    if (session === this.#session) this.#accept(enrollment);
    this.#tell(enrollment, file);
  }

  #tell({ id: enrollmentId, status }: Enrollment, file?: File): void {
    const detail = { enrollmentId, status, ...(file && { file }) };
    tell<InvoiceUploadedDetail>(this, 'ek-invoice-uploaded', detail);
  }

  get #terms(): InvoiceUploadTerms {
    return this.terms(invoiceUploadTerms);
  }

  get #shown(): Enrollment | undefined {
    const { state } = this.#record;
    return state.kind === 'ready' ? state.record : undefined;
  }

  /** Why there can't be an invoice, when that is so. */
  get #obstacle(): keyof InvoiceUploadTerms['obstacles'] | undefined {
    const state = this.#shown && bookingStateOf(this.#shown);
    if (state === 'requested') return 'not-accepted';
    return state === 'accepted' || state === undefined ? undefined : 'cancelled';
  }

  get #mayRecord(): boolean {
    return this.#shown !== undefined && !this.#obstacle && may('enrollment.record-invoice', this.#shown);
  }

  /** Whether a file is welcome now. */
  get #isOpen(): boolean {
    if (!this.#mayRecord || !this.resolvedBackend?.uploadInvoice) return false;
    return this.isReplacing || this.#shown?.invoiceUploadedAt === undefined;
  }

  #accept(enrollment: Enrollment): void {
    this.#record.accept(enrollment, enrollment.id);
    this.isReplacing = false;
    if (enrollment.status === 'completed') this.say(this.#terms.completed);
    void this.#focus('[part="state"]');
  }

  /** One at a time: another choice takes the place of the one before. */
  #take({ files, folders }: TransferredFiles): void {
    const session = this.#session;
    if (!session || session.manager.isRunning) return;
    for (const { id } of session.manager.items) session.manager.remove(id);
    session.add(files[0] ? { files: files.slice(0, 1), folders: [] } : { files: [], folders: folders.slice(0, 1) });
  }

  async #start(): Promise<void> {
    const session = this.#session;
    await session?.checked;
    if (session && session === this.#session) session.start({});
  }

  readonly #onSubmit = (event: Event): void => {
    event.preventDefault();
    if (this.#session?.manager.items.length) void this.#start();
    else void this.#focus('#file');
  };

  async #focus(selector: string): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }

  protected override render(): TemplateResult {
    const terms = this.#terms;
    return html`<section class="root" part="base" aria-label=${terms.heading}>
      <slot name="heading"><h2 part="heading">${terms.heading}</h2></slot>
      ${renderRecord(this, this.#record, {
        loading: () => renderInvoiceSkeleton(this.common),
        ready: (enrollment) => this.#renderEnrollment(enrollment),
      })}
    </section>`;
  }

  #renderEnrollment(enrollment: Enrollment): TemplateResult {
    const terms = this.#terms;
    const { problem } = this.#actions;
    const { invoiceUploadedAt: at } = enrollment;
    const day = at && formatDay(dayOf(at, this.timeZone), this.localeTag);
    const isHandled = may('enrollment.record-invoice', enrollment);
    const obstacle = isHandled ? this.#obstacle : undefined;
    return html`<div>
        <p part="state" tabindex="-1"><bdi>${day ? terms.uploadedOn(day) : terms.none}</bdi></p>
        <div role="alert">${problem ? renderProblem(this, problem) : nothing}</div>
      </div>
      ${obstacle && !day ? html`<p class="muted" part="notice"><bdi>${terms.obstacles[obstacle]}</bdi></p>` : nothing}
      ${day && isHandled ? this.#renderUploaded(enrollment) : nothing}
      ${this.#isOpen || (!day && this.#mayRecord) ? this.#renderForm(!day) : nothing}`;
  }

  #renderUploaded(enrollment: Enrollment): TemplateResult | typeof nothing {
    const { uploadInvoice, openInvoiceFile } = this.resolvedBackend ?? {};
    const name = `${this.#terms.heading.toLowerCase()}-${enrollment.id}.pdf`;
    const canReplace = uploadInvoice && !this.#obstacle && !this.isReplacing;
    return renderUploaded({
      terms: this.#terms,
      // One that was only recorded is somewhere else.
      onDownload:
        openInvoiceFile && enrollment.invoiceFile !== 'elsewhere'
          ? () => void this.#actions.download(enrollment, name)
          : undefined,
      onReplace: canReplace
        ? () => {
            this.isReplacing = true;
            void this.#focus('#file');
          }
        : undefined,
    });
  }

  #renderForm(isFirst: boolean): TemplateResult | typeof nothing {
    const { uploadInvoice, recordInvoice } = this.resolvedBackend ?? {};
    const enrollment = this.#shown;
    if (!this.#session || !enrollment) return nothing;
    return renderInvoiceForm({
      terms: this.#terms,
      wording: this.wording(),
      session: this.#session,
      isFirst,
      onFiles: uploadInvoice && ((files) => this.#take({ files, folders: [] })),
      onSubmit: this.#onSubmit,
      onRetry: () => void this.#start(),
      onLeave: (item) => this.#leave(item),
      onElsewhere: isFirst && recordInvoice ? () => void this.#actions.record(enrollment) : undefined,
      isRecording: this.#actions.isRecording,
    });
  }

  #leave({ id }: UploadItem): void {
    this.#session?.manager.remove(id);
    void this.#focus('#file');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'invoice-upload': InvoiceUpload;
  }
}
