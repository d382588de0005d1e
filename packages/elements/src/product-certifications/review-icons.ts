import { svg, type TemplateResult } from 'lit';
import { icon } from '../base/icons.js';
import type { ReviewState } from '../terms/product-certifications.js';

/** Told apart by their shapes: a check, a clock, a cross, each in a circle. */
export const REVIEW_ICONS: Readonly<Record<ReviewState, TemplateResult>> = {
  verified: icon(svg`<circle class="line" cx="8" cy="8" r="6"/><path class="line" d="m5.2 8.2 2 2 3.6-4.2"/>`),
  pending: icon(svg`<circle class="line" cx="8" cy="8" r="6"/><path class="line" d="M8 4.8V8l2.2 1.6"/>`),
  rejected: icon(
    svg`<circle class="line" cx="8" cy="8" r="6"/><path class="line" d="m5.8 5.8 4.4 4.4m0-4.4-4.4 4.4"/>`,
  ),
};
