import type { Certification, StoredProduct } from '@enrollkit/core';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import type { CommonTerms } from '../terms/common.js';
import { renderProblem } from '../base/reading/render-record.js';
import type { ProductCertificationsTerms } from '../terms/product-certifications.js';
import type { CertificationLinks } from './certification-links.js';
import { verificationOf } from './certification-record.js';
import type { CertificationReview } from './certification-review.js';
import { REVIEW_ICONS } from './review-icons.js';

/** What the list needs to be shown. */
export interface CertificationsView {
  readonly terms: ProductCertificationsTerms;
  readonly common: CommonTerms;
  readonly certifications: readonly Certification[];
  readonly product: StoredProduct | undefined;
  /** Where ticks go; absent where nothing can be linked. */
  readonly links: CertificationLinks | undefined;
  readonly review: CertificationReview | undefined;
}

export function renderCertifications(view: CertificationsView): TemplateResult {
  return html`<ul class="rows" part="list" aria-busy=${view.links?.isBusy ?? false}>
    ${repeat(
      view.certifications,
      ({ id }) => id,
      (certification, index) => renderRow(view, certification, index),
    )}
  </ul>`;
}

function renderRow(view: CertificationsView, certification: Certification, index: number): TemplateResult {
  const { terms, links, product, review } = view;
  const { id, name, description, requiresValidUntil, rejection } = certification;
  const state = verificationOf(certification);
  const isLinked = product !== undefined && (links?.isLinked(id, product) ?? false);
  const title = html`<bdi class="name" translate="no">${name}</bdi>`;
  const tick = (event: Event): void => links?.set(id, (event.target as HTMLInputElement).checked);
  return html`<li class="row" part="certification" data-certification=${id} data-state=${state} tabindex="-1">
    <div class="line">
      ${
        links && product
          ? html`<label class="choice">
              <input
                type="checkbox"
                aria-describedby="state-${index} facts-${index}"
                .checked=${live(isLinked)}
                @change=${tick}
              />
              ${title}
            </label>`
          : title
      }
      ${
        state === 'not-needed'
          ? nothing
          : html`<span class="state ${state}" part="state" id="state-${index}"
              >${REVIEW_ICONS[state]}${terms.states[state]}</span
            >`
      }
    </div>
    <div class="facts" id="facts-${index}">
      ${description?.trim() ? html`<p><bdi>${description}</bdi></p>` : nothing}
      ${requiresValidUntil ? html`<p>${terms.expires}</p>` : nothing}
      ${state === 'rejected' && rejection ? html`<p class="reason"><bdi>${terms.why(rejection.reason)}</bdi></p>` : nothing}
      ${state === 'pending' && isLinked && !review ? html`<p><bdi>${terms.afterReview}</bdi></p>` : nothing}
    </div>
    ${
      links && (links.problem === 'queued' || links.failedId === id) && links.problem
        ? html`<div role="alert">${renderProblem(view, links.problem)}</div>`
        : nothing
    }
    ${review?.render(certification)}
  </li>`;
}
