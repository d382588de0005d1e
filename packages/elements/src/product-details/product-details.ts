import type { PeOrganisation, Region } from '@enrollkit/core';
import {
  html,
  nothing,
  type CSSResultGroup,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import { EnrollkitElement } from '../base/enrollkit-element.js';
import { productReading } from '../base/reading/product-reading.js';
import { RecordController } from '../base/reading/record-controller.js';
import { renderRecord } from '../base/reading/render-record.js';
import { isOnServer, onServer } from '../base/on-server.js';
import { renderHtml } from '../base/render-html.js';
import { baseStyles } from '../base/styles/base.styles.js';
import { roomStyles } from '../base/styles/room.styles.js';
import { warnOnce } from '../base/warn-once.js';
import type { DetailedProduct, ShownTrainer } from './details-view.js';
import { loadTrainers } from './load-trainers.js';
import { readParts } from './parts.js';
import { productDetailsTerms } from './product-details-terms.js';
import { productDetailsStyles } from './product-details.styles.js';
import { renderFacts } from './render-facts.js';
import { renderImages, renderVideo } from './render-media.js';

export type { DetailedProduct, ShownTrainer } from './details-view.js';

/**
 * Everything else that a product says of itself: what it is about, how long it takes, what it leads to, who gives it.
 * Nothing is shown for what is absent, and `only` picks parts.
 *
 * @summary What a course is about, part by part.
 * @tag product-details
 *
 * @csspart details - The whole.
 * @csspart images - The pictures.
 * @csspart image - One of them.
 * @csspart video - What starts the video.
 * @csspart player - The video itself, once somebody wants to see it.
 * @csspart description - The text about the course.
 * @csspart facts - The names and values.
 * @csspart fact - One of them. Also a part named as in `only`.
 * @csspart trainer - A trainer.
 * @csspart photo - The picture of a trainer.
 * @csspart problem - Why nothing can be shown.
 * @csspart button - Any button.
 * @csspart retry-button - Tries to read again.
 * @csspart icon - Any icon.
 *
 * @cssprop [--ek-product-details-border-color=var(--ek-border)] - Colour of the hairlines.
 * @cssprop [--ek-product-details-max-inline-size=44em] - Width beyond which lines are hard to read.
 *
 * @cssState loading - The product is being read.
 * @cssState failed - There is no product to show: it is missing or can't be read.
 */
export class ProductDetails extends EnrollkitElement {
  static override properties: PropertyDeclarations = {
    productId: { attribute: 'product-id' },
    product: { attribute: false },
    site: {},
    only: {},
    trainers: { attribute: false },
    peOrganisations: { attribute: false },
    loadedTrainers: { state: true },
    regions: { state: true },
    isPlaying: { state: true },
  };

  static override styles: CSSResultGroup = [baseStyles, roomStyles, productDetailsStyles];

  /** The product that the backend is asked for. */
  productId: string | undefined;

  /** The product itself, for a host that has it already. Goes before `product-id`; no backend is needed then. */
  product: DetailedProduct | undefined;

  /** The site of the page: the backend shows products of groups on their own sites only. */
  site: string | undefined;

  /**
   * The parts to show, and no others: `images`, `video`, `description`, `kind`, `level`, `language`, `duration`, `schedule`,
   * `regions`, `participants`, `completion`, `points`, `registers`, `purpose`, `price-info`, `trainers`, `contact`, `brochure`,
   * `website`.
   */
  only: string | undefined;

  /** Who gives the course, for a host that knows. Without it the backend is asked for trainers who confirmed their profile. */
  trainers: readonly ShownTrainer[] | undefined;

  /** The organisations that PE points are of, by id and name: they are shown by that name. Without it: as the product says. */
  peOrganisations: readonly PeOrganisation[] | undefined;

  private loadedTrainers: readonly ShownTrainer[] = [];
  private regions: readonly Region[] = [];
  private isPlaying = false;

  readonly #record = new RecordController(
    this,
    productReading<DetailedProduct>(this, (product) => product),
  );
  #shown: DetailedProduct | undefined;
  #description: HTMLElement | TemplateResult | undefined;

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const { state } = this.#record;
    const product = state.kind === 'ready' ? state.record : undefined;
    if (product !== this.#shown) this.#take(product);
    const { unknown } = readParts(this.only);
    if (unknown.length > 0) warnOnce('part-unknown', [this.localName, unknown.join(' ')]);
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    this.toggleRecordStates(this.#record.state);
  }

  /** Another product, or the same one read anew. */
  #take(product: DetailedProduct | undefined): void {
    if (product?.videoUrl !== this.#shown?.videoUrl) this.isPlaying = false;
    if (product?.id !== this.#shown?.id) this.loadedTrainers = [];
    this.#shown = product;
    this.#description = undefined;
    this.regions = [];
    if (product) {
      void this.#findTrainers(product);
      void this.#findRegions(product);
    }
  }

  /** The button goes, and the focus with it to what comes in its place. */
  async #play(): Promise<void> {
    this.isPlaying = true;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('[part~="player"]')?.focus();
  }

  async #findTrainers(product: DetailedProduct): Promise<void> {
    if (this.trainers || !readParts(this.only).parts.has('trainers')) return;
    const found = product.trainers ?? (await loadTrainers(this.resolvedBackend, product.trainerEmails ?? []));
    if (product === this.#shown) this.loadedTrainers = found;
  }

  /** The places of starts say where it is; which region that is, is known by a table that loads when it is needed. */
  async #findRegions(product: DetailedProduct): Promise<void> {
    const { startingDates = [], regions = [], startRegions } = product;
    this.regions = startRegions ?? regions;
    if (startRegions || startingDates.length === 0 || !readParts(this.only).parts.has('regions')) return;
    try {
      const { regionsOf } = await import('@enrollkit/core/regions');
      if (product === this.#shown) this.regions = regionsOf({ startingDates, regions });
    } catch {
      // A build in one file leaves the table out: the starts themselves name their places.
    }
  }

  protected override render(): TemplateResult {
    const { label } = this.terms(productDetailsTerms);
    return html`<div
      class="details"
      part="details"
      role="group"
      aria-label=${label}
      aria-busy=${this.#record.state.kind === 'loading'}
    >
      ${renderRecord(this, this.#record, {
        loading: () => this.#renderSkeleton(),
        ready: (product) => this.#renderProduct(product),
      })}
    </div>`;
  }

  #renderProduct(product: DetailedProduct): TemplateResult {
    const { parts } = readParts(this.only);
    const view = {
      product,
      terms: this.terms(productDetailsTerms),
      locale: this.localeTag,
      trainers: this.trainers ?? this.loadedTrainers,
      regions: this.regions,
      peOrganisations: this.peOrganisations ?? [],
      isPlaying: this.isPlaying,
      onPlay: () => void this.#play(),
    };
    return html`${parts.has('images') ? renderImages(view) : nothing}
    ${parts.has('video') ? renderVideo(view) : nothing}
    ${parts.has('description') ? this.#renderDescription(product) : nothing} ${renderFacts(view, parts)}`;
  }

  #renderDescription({ description = '', language }: DetailedProduct): TemplateResult | typeof nothing {
    if (description.trim() === '') return nothing;
    this.#description ??= descriptionOf(description, language);
    return html`${this.#description}`;
  }

  #renderSkeleton(): TemplateResult {
    const bar = (text: string): TemplateResult => html`<span class="skeleton"><span>${text}</span></span>`;
    return html`<span class="visually-hidden">${this.common.loading}</span>
      <div class="description" aria-hidden="true">
        ${bar('Xxxxxxx xxxx xxxxxxxx xx xxxxxx xxxx xxxxxxxxx')} ${bar('Xxx xxxxxxxxx xxxx xxxxxx xxxxx')}
        ${bar('Xxxxxxx xxx xxxxxxx')}
      </div>`;
  }
}

/** In the language of the course, which need not be the page's (WCAG 3.1.2). */
function descriptionOf(description: string, language: string | undefined): HTMLElement | TemplateResult {
  if (isOnServer) {
    const text = onServer.textOf(description);
    return html`<div class="description" part="description" lang=${language || nothing} dir="auto">${text}</div>`;
  }
  const block = document.createElement('div');
  block.className = 'description';
  block.setAttribute('part', 'description');
  if (language) block.lang = language;
  block.dir = 'auto';
  block.append(renderHtml(description));
  return block;
}

declare global {
  interface HTMLElementTagNameMap {
    'product-details': ProductDetails;
  }
}
