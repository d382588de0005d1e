import { html, type TemplateResult } from 'lit';
import { warningIcon } from '../base/icons.js';
import { sentence } from '../base/language/kept-words.js';
import type { StartingDatesTerms } from '../terms/starting-dates.js';
import type { OfferedProduct } from './offered-product.js';

/** What begins when the buyer does. */
const AT_ANY_TIME = new Set(['home', 'elearning', 'book', 'learning_bite', 'test']);
const BY_AGREEMENT = new Set(['in-company', 'group', 'coaching', 'treatment']);

/** Why there are no starts to show. */
export function reasonForNone(product: OfferedProduct, terms: StartingDatesTerms): string {
  const { state, startingDates, productType = '' } = product;
  if (state === 'deleted') return terms.deleted;
  if (startingDates.length > 0) return terms.allPast;
  if (AT_ANY_TIME.has(productType)) return terms.anytime;
  return BY_AGREEMENT.has(productType) ? terms.byAgreement : terms.noStarts;
}

/** Three rows with nothing in them yet. */
export function renderSkeleton(loading: string): TemplateResult {
  const row = html`<div class="start">
    <div class="choice">
      <span class="summary">
        <span class="skeleton"><span>00 – 00 xxxxxxx 0000</span></span>
        <span class="skeleton"><span>Xxxxxxxxx</span></span>
      </span>
    </div>
  </div>`;
  return html`<span class="visually-hidden">${loading}</span>
    <div class="starts" aria-hidden="true">${row}${row}${row}</div>`;
}

/** That what was chosen is gone. */
export function renderLost(text: string): TemplateResult {
  return html`<p class="problem lost" part="problem">
    ${warningIcon}<span class="problem-text"><bdi>${sentence(text)}</bdi></span>
  </p>`;
}
