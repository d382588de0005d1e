import { bookingStateOf, type BookedPrice, type Enrollment, type PriceCalculation } from '@enrollkit/core';
import { html, type TemplateResult } from 'lit';
import { formatInstant } from '../base/language/formats.js';
import { warningIcon } from '../base/icons.js';
import type { PriceBreakdownTerms } from '../terms/price-breakdown.js';
import { PriceWords } from './price-words.js';
import { renderPrice } from './render-price.js';

interface BookedPriceView {
  readonly enrollment: Enrollment;
  readonly terms: PriceBreakdownTerms;
  readonly locale: string;
  readonly timeZone: string;
}

/** The price as it was agreed, or asked for, whatever became of the product since. */
export function renderBookedPrice({ enrollment, terms, locale, timeZone }: BookedPriceView): TemplateResult {
  const { booked } = enrollment;
  if (!booked) return html`<p class="note warning" part="problem">${warningIcon}<bdi>${terms.notKept}</bdi></p>`;
  const calculation = calculationOf(booked);
  const day = formatInstant(booked.at, locale, timeZone, 'long');
  const isAgreed = enrollment.acceptedAt !== undefined || bookingStateOf(enrollment) === 'accepted';
  return renderPrice({
    calculation,
    exempt: undefined,
    words: new PriceWords(terms, calculation, locale),
    onChoose: undefined,
    disabled: false,
    agreed: (isAgreed ? terms.bookedOn : terms.requestedOn)(day, booked.site ?? ''),
  });
}

/** What was kept, as what is calculated: it was valid, and nothing comes on top of what was agreed. */
export function calculationOf(booked: BookedPrice): PriceCalculation {
  const { discount, ...same } = booked;
  return { ...same, ...(discount && { discount }), valid: true, complete: true, issues: [] };
}
