import { html, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { ChangeCrowd } from '../base/backend/change-crowd.js';
import { EnrollkitElement } from '../base/enrollkit-element.js';
import { FileDrop } from '../base/files/file-drop.js';
import { linkAddress } from '../base/link-address.js';
import { RecordController } from '../base/reading/record-controller.js';
import { renderRecord } from '../base/reading/render-record.js';
import { warnOnce } from '../base/warn-once.js';
import { fileUploadTerms } from '../base/files/file-upload-terms.js';
import { certificateUploadTerms } from '../certificate-upload/certificate-upload-terms.js';
import { certificateWording } from '../certificate-upload/certificate-wording.js';
import { renderUploadNotice } from '../certificate-upload/form/upload-notice.js';
import { readLimits } from '../certificate-upload/read-limits.js';
import { guardLeaving } from '../base/files/leave-guard.js';
import { BundleRun } from './bundle-run.js';
import type { BundleWording } from './bundle-wording.js';
import { certificateBundleSheets } from './certificate-bundle-sheets.js';
import { certificateBundleTerms } from './certificate-bundle-terms.js';
import { defaultPdfReader, type PdfReader } from './pdf/pdf-reader.js';
import { NEEDED_PORTS, readRoster, restrictedTo, type BundleRecord } from './read-roster.js';
import { renderBundle } from './render-bundle.js';
import { BundleReview } from './review/bundle-review.js';
import { BundleNews } from './sending/bundle-news.js';
import { OnlineAgain } from './sending/online-again.js';
import { renderForgetDialog } from './sending/render-bar.js';
import { withStop } from './sending/say-stop.js';
import { tryToSend } from './sending/try-to-send.js';
import { Presence } from './windows/presence.js';

export type * from './certificate-bundle-events.js';

/** While files are looked at there is news all the time; eyes need less. */
const SHOW_EVERY_MS = 100;

/**
 * @summary Matches many certificates to the participants of a course, has them checked, and sends them.
 * @tag certificate-bundle
 *
 * @slot heading - Replaces the heading, for a host with its own heading levels.
 * @slot setup - Replaces the link to where a certification is linked to the product.
 *
 * @fires {CustomEvent<BundleMatchedDetail>} ek-bundle-matched - Every file that was given has been looked at.
 * @fires {CustomEvent<BundleProgressDetail>} ek-bundle-progress - One more file has come to its end.
 * @fires {CustomEvent<BundleDoneDetail>} ek-bundle-done - Everything that was to be sent has come to its end.
 *
 * @csspart base - Everything.
 * @csspart heading - The heading.
 * @csspart notice - Why nothing can be uploaded.
 * @csspart drop-zone - Where files are dropped or chosen.
 * @csspart folder-button - Chooses a folder.
 * @csspart privacy - That nothing is sent before it is checked.
 * @csspart looking - How many files have been looked at.
 * @csspart tabs - The tabs.
 * @csspart tab - One of them.
 * @csspart panel - The files of a tab.
 * @csspart list - The list of these.
 * @csspart item - One file.
 * @csspart why - Why it is this participant's.
 * @csspart state - How far it is.
 * @csspart suggestion - Somebody whose it may be.
 * @csspart picker - The choice of a participant.
 * @csspart form - What is filled in for all.
 * @csspart field - A date, choice or search.
 * @csspart error - What is wrong with a field.
 * @csspart visibility - Who can see the certificates.
 * @csspart bar - The buttons, and how far sending is.
 * @csspart progress - How far sending is.
 * @csspart outcome - What became of it.
 * @csspart send-button - Begins to send, or goes on.
 * @csspart pause-button - Pauses sending.
 * @csspart report-button - Saves the report.
 * @csspart forget-button - Removes all files from the browser.
 * @csspart dialog - The question before that.
 * @csspart button - Any button.
 * @csspart retry-button - Reads again after a problem.
 * @csspart problem - What went wrong and what to do.
 *
 * @cssprop [--ek-field-border] - Border of fields and drop zone.
 * @cssprop [--ek-certificate-bundle-zone-height=8em] - Least height of the drop zone.
 * @cssprop [--ek-certificate-bundle-zone-background] - Background of the drop zone.
 *
 * @cssState loading - Nothing is known yet.
 * @cssState failed - The participants can't be read.
 * @cssState dragging - Files are held over the element.
 * @cssState busy - Files are looked at or sent.
 * @cssState invalid - `accept` or `max-size` can't be understood; what can't is left out.
 */
export class CertificateBundle extends EnrollkitElement {
  static override properties: PropertyDeclarations = {
    productId: { attribute: 'product-id' },
    startingDateId: { attribute: 'starting-date-id' },
    certificationId: { attribute: 'certification-id' },
    setupUrl: { attribute: 'setup-url' },
    accept: {},
    maxSize: { attribute: 'max-size' },
    pdfReader: { attribute: false },
  };

  static override styles = certificateBundleSheets;

  /** The product whose participants get certificates. */
  productId: string | undefined;

  /** One start of it. Without it: everybody who is enrolled for the product. */
  startingDateId: string | undefined;

  /** The certification that all of them are for. Without it: what the product leads to. */
  certificationId: string | undefined;

  /** Where a certification is linked to the product; offered while there is none. */
  setupUrl: string | undefined;

  /** File types, as `application/pdf image/png` or `.pdf, .jpg`. Without it: PDF. */
  accept: string | undefined;

  /** Largest file, in bytes or as `10MB`. Without it: 10 MB. */
  maxSize: string | number | undefined;

  /** Who reads the text of PDFs. Without it: `setDefaultPdfReader()`, else only names are looked at. */
  pdfReader: PdfReader | undefined;

  readonly #record = new RecordController(this, {
    id: () => this.#bundleId,
    attribute: 'product-id',
    needs: NEEDED_PORTS,
    read: (backend, _, options) =>
      readRoster(
        backend,
        { productId: this.productId ?? '', startingDateId: this.startingDateId || undefined },
        options,
      ),
    concerns: (change) => {
      // While it sends every file is a change, and its own.
      const isOther = !this.#run?.isUnderWay && (change.kind !== 'product' || change.id === this.productId);
      if (isOther) this.#changes.hear();
      return false;
    },
  });
  readonly #changes = new ChangeCrowd(() => this.#record.reload());
  readonly #review = new BundleReview(this);
  readonly #news = new BundleNews(this, {
    run: () => this.#run,
    wording: () => this.#wording,
    onMatched: (counts) => this.#review.showFirstToDo(counts),
    onDone: () => this.#record.reload(),
  });
  #run: BundleRun | undefined;
  #keptAs = '';
  #shownRecord: BundleRecord | undefined;
  /** After a first try the form says what is missing, and keeps saying so until it isn't. */
  #wasTried = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    new Presence(this, () => this.#run);
    new OnlineAgain(this, { run: () => this.#run, news: this.#news });
    new FileDrop(this, {
      isOpen: () => this.#isOpen,
      onFiles: (transferred) => void this.#run?.take(transferred),
      onDragging: (isDragging) => this.toggleState('dragging', isDragging),
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    guardLeaving(this, false);
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#changes.stop();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    this.#beginWith();
    const record = this.#shown;
    if (record && record !== this.#shownRecord) {
      this.#shownRecord = record;
      void this.#run?.rematch();
    }
    this.toggleRecordStates(this.#record.state);
    this.toggleState('busy', this.#run?.isSending === true || this.#run?.isLooking === true);
    const { invalid } = readLimits(this);
    this.toggleState('invalid', invalid.length > 0);
    for (const value of invalid) warnOnce('upload-limits-unreadable', [this.localName, value]);
  }

  get #bundleId(): string | undefined {
    if (!this.productId) return undefined;
    return JSON.stringify([this.productId, this.startingDateId || '', this.certificationId || '']);
  }

  /** Each course date has files of its own, here and in the browser's database. */
  #beginWith(): void {
    const keptAs = this.#bundleId ?? '';
    if (keptAs === this.#keptAs) return;
    this.#keptAs = keptAs;
    this.#run?.leave();
    this.#shownRecord = undefined;
    this.#wasTried = false;
    this.#review.reset();
    this.#run = keptAs
      ? new BundleRun(
          {
            backend: () => this.resolvedBackend,
            record: () => this.#shown,
            limits: () => readLimits(this),
            reader: () => this.pdfReader ?? defaultPdfReader(),
            onChange: () => this.#changed(),
            onMatched: () => this.#news.matched(),
            onReviewLost: () => this.#news.reviewLost(),
            onOutcome: (outcome) => this.#news.came(outcome),
            onRest: () => this.#news.rested(),
            onTurn: () => this.#news.turned(),
            now: () => this.now(),
          },
          keptAs,
        )
      : undefined;
  }

  get #shown(): BundleRecord | undefined {
    const { state } = this.#record;
    return state.kind === 'ready' ? restrictedTo(state.record, this.certificationId) : undefined;
  }

  get #isOpen(): boolean {
    const record = this.#shown;
    const isWanted = record !== undefined && record.people.size > 0 && record.certifications.length > 0;
    return isWanted && record.mayUpload && !this.#run?.isUnderWay;
  }

  get #wording(): BundleWording {
    const facts = { common: this.common, locale: this.localeTag, ...readLimits(this) };
    const wording = certificateWording(this.terms(certificateUploadTerms), this.terms(fileUploadTerms), facts);
    const all = { ...wording, bundle: this.terms(certificateBundleTerms) };
    return { ...all, common: withStop(all, this.#run?.stop, { timeZone: this.timeZone, now: this.now() }) };
  }

  #changed(): void {
    guardLeaving(this, this.isConnected && this.#run?.isAtRisk === true);
    if (!this.#run?.isLooking) this.requestUpdate();
    else
      this.#timer ??= setTimeout(() => {
        this.#timer = undefined;
        this.requestUpdate();
      }, SHOW_EVERY_MS);
  }

  #send(): void {
    if (!this.#run) return;
    this.#wasTried = tryToSend(this, {
      run: this.#run,
      review: this.#review,
      news: this.#news,
      wording: this.#wording,
    });
    this.requestUpdate();
  }

  override render(): TemplateResult {
    const { bundle, t } = this.#wording;
    const record = this.#shown;
    const isUnlinked = record?.certifications.length === 0;
    return html`<section class="root" part="base" aria-label=${bundle.heading}>
      <slot name="heading"><h2 part="heading">${bundle.heading}</h2></slot>
      ${renderUploadNotice(t, isUnlinked ? 'no-certification-linked' : undefined, linkAddress(this.setupUrl, this.baseURI))}
      ${renderRecord(this, this.#record, {
        loading: () => html`<p class="skeleton sketch" aria-busy="true">${this.common.loading}</p>`,
        ready: () => (isUnlinked || !record || !this.#run ? html`` : this.#renderBundle(this.#run, record)),
      })}
      ${renderForgetDialog(bundle, { onForget: () => void this.#forget() })}
    </section>`;
  }

  #renderBundle(run: BundleRun, record: BundleRecord): TemplateResult {
    return renderBundle({
      run,
      record,
      wording: this.#wording,
      review: this.#review,
      wasTried: this.#wasTried,
      onSend: () => this.#send(),
      onForget: () => this.renderRoot.querySelector('dialog')?.showModal(),
    });
  }

  async #forget(): Promise<void> {
    await this.#run?.forget();
    this.announce(this.#wording.bundle.announceForgotten);
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('#files')?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'certificate-bundle': CertificateBundle;
  }
}
