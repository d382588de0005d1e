import type { Backend, Enrollment, StoredProduct } from '@enrollkit/core';
import { nothing, type TemplateResult } from 'lit';
import { html, unsafeStatic, type StaticValue } from 'lit/static-html.js';
import type { EnrollkitElement } from '../../base/enrollkit-element.js';
import { formatInstant } from '../../base/language/formats.js';
import { keep, kept, sentence } from '../../base/language/kept-words.js';
import type { EnrollmentRosterTerms } from '../../terms/enrollment-roster.js';
import { startWords } from '../filters/render-filters.js';
import { CorrectionForm } from './correction-form.js';

/** The elements that it is made of. Under their own names they are registered here; another prefix has them all. */
const PARTS: Readonly<Record<string, () => Promise<unknown>>> = {
  'enrollment-status': () => import('../../enrollment-status/define.js'),
  'certificate-upload': () => import('../../certificate-upload/define.js'),
  'price-breakdown': () => import('../../price-breakdown/define.js'),
  'invoice-upload': () => import('../../invoice-upload/define.js'),
};

export interface DetailsOptions {
  readonly terms: () => EnrollmentRosterTerms;
  readonly locale: () => string;
  readonly isEditable: () => boolean;
  readonly get: (id: string) => Enrollment | undefined;
  /** The row before (-1) or after (1); `undefined` at either end. */
  readonly neighbour: (id: string, step: -1 | 1) => string | undefined;
  readonly product: (id: string) => StoredProduct | undefined;
  /** Reads it again: seats are taken meanwhile. */
  readonly refresh: (id: string) => void;
  readonly accept: (enrollment: Enrollment) => void;
  readonly onClose: (id: string) => void;
}

/** Everything about one enrollment, beside the list. */
export class DetailsPanel {
  readonly #host: EnrollkitElement;
  readonly #options: DetailsOptions;
  readonly #form: CorrectionForm;
  #id: string | undefined;

  constructor(host: EnrollkitElement, options: DetailsOptions) {
    this.#host = host;
    this.#options = options;
    this.#form = new CorrectionForm(host, options);
  }

  get id(): string | undefined {
    return this.#id;
  }

  show(id: string): void {
    this.#id = id;
    this.#form.reset();
    void this.#form.prepare();
    const productId = this.#options.get(id)?.productId;
    if (productId !== undefined) this.#options.refresh(productId);
    this.#host.requestUpdate();
    const isPrefixed = !this.#host.localName.startsWith('enrollment-roster');
    if (!isPrefixed) for (const load of Object.values(PARTS)) void load().catch(() => undefined);
    void this.#host.updateComplete.then(() => {
      const dialog = this.#host.renderRoot.querySelector<HTMLDialogElement>('dialog.details');
      if (dialog && !dialog.open) dialog.showModal();
      dialog?.querySelector<HTMLElement>('h2')?.focus();
    });
  }

  render(): TemplateResult | typeof nothing {
    const id = this.#id;
    if (id === undefined) return nothing;
    const { terms: say, neighbour } = this.#options;
    const terms = say();
    const enrollment = this.#options.get(id);
    const step = (by: -1 | 1, word: string): TemplateResult => {
      const next = neighbour(id, by);
      return html`<button
        class="button"
        part="button"
        type="button"
        ?disabled=${next === undefined}
        @click=${() => next !== undefined && this.show(next)}
      >
        ${word}
      </button>`;
    };
    return html`<dialog
      class="details"
      part="details"
      aria-labelledby="details-title"
      @close=${this.#onClose}
      @keydown=${keepKeys}
    >
      <div class="details-head">
        <h2 id="details-title" tabindex="-1">${enrollment ? kept(enrollment.participant.name) : terms.details}</h2>
        <span class="details-steps">${step(-1, terms.previous)} ${step(1, terms.nextRow)}</span>
        <button class="button" part="button close-button" type="button" @click=${this.#close}>${terms.close}</button>
      </div>
      ${enrollment ? this.#renderParts(enrollment, terms) : html`<p>${terms.gone}</p>`}
    </dialog>`;
  }

  #renderParts(enrollment: Enrollment, terms: EnrollmentRosterTerms): TemplateResult {
    const { id, participant } = enrollment;
    const isEditable = this.#options.isEditable();
    const { resolvedBackend: backend, locale } = this.#host;
    const has = (...ports: readonly (keyof Backend)[]): boolean =>
      ports.every((port) => typeof backend?.[port] === 'function');
    const [status, upload, price, invoice] = Object.keys(PARTS).map((name) => this.#tag(name));
    return html`<p class="muted">${kept(participant.email)}</p>
      <${status} .backend=${backend} .locale=${locale} .enrollment=${enrollment} ?editable=${isEditable} show-history></${status}>
      ${isEditable ? this.#form.render(enrollment) : nothing}
      ${this.#renderCorrections(enrollment, terms)}
      ${
        has('getEnrollment', 'getProduct', 'listCertificates', 'listCertifications')
          ? html`<${upload} .backend=${backend} .locale=${locale} .enrollmentId=${id}></${upload}>`
          : nothing
      }
      ${
        has('getEnrollment', 'uploadInvoice')
          ? html`<${invoice} .backend=${backend} .locale=${locale} .enrollmentId=${id}></${invoice}>`
          : nothing
      }
      ${
        enrollment.booked && has('getEnrollment')
          ? html`<${price} .backend=${backend} .locale=${locale} .enrollmentId=${id}></${price}>`
          : nothing
      }`;
  }

  #renderCorrections(
    { corrections = [], productId }: Enrollment,
    terms: EnrollmentRosterTerms,
  ): TemplateResult | typeof nothing {
    if (corrections.length === 0) return nothing;
    const words: Readonly<Record<string, string>> = {
      name: terms.name,
      email: terms.email,
      employerId: terms.employer,
      externalId: terms.reference,
      startingDateId: terms.start,
    };
    const starts = this.#options.product(productId)?.startingDates ?? [];
    const say = (field: string, value: string | undefined): string => {
      const start = field === 'startingDateId' && starts.find(({ id }) => id === value);
      return keep(start ? startWords(start, this.#options.locale()) : (value ?? terms.none));
    };
    return html`<section>
      <h3>${terms.corrections}</h3>
      <ul class="corrections">
        ${corrections.toReversed().flatMap(({ at, name, by, changes }) =>
          changes.map(
            ({ field, from, to }) =>
              html`<li>
                <span class="muted"
                  >${formatInstant(at, this.#options.locale(), this.#host.timeZone)}, ${kept(name ?? by)}</span
                >
                <bdi>${sentence(terms.corrected(words[field] ?? field, say(field, from), say(field, to)))}</bdi>
              </li>`,
          ),
        )}
      </ul>
    </section>`;
  }

  /** Under the prefix that the list has itself. */
  #tag(name: string): StaticValue {
    return unsafeStatic(this.#host.localName.replace(/enrollment-roster$/, name));
  }

  readonly #close = (): void => {
    this.#host.renderRoot.querySelector<HTMLDialogElement>('dialog.details')?.close();
  };

  readonly #onClose = (): void => {
    const id = this.#id;
    this.#id = undefined;
    this.#host.requestUpdate();
    if (id !== undefined) this.#options.onClose(id);
  };
}

/** Escape closes this panel, and no dialog of the page around it. */
function keepKeys(event: KeyboardEvent): void {
  if (event.key === 'Escape') event.stopPropagation();
}
