import { bookingStateOf, explainNext, type Enrollment, type StatusAuthority } from '@enrollkit/core';
import { html, nothing, type TemplateResult } from 'lit';
import type { EnrollkitElement } from '../../base/enrollkit-element.js';
import { morePart } from './more-part.js';
import type { Lived } from './render-history.js';
import { sayTerm, type Speech } from '../say.js';
import { chevronIcon } from '../status-icons.js';

interface ExplanationView {
  readonly speech: Speech;
  readonly isExplained: boolean;
  readonly showHistory: boolean;
  readonly onWhy: () => void;
}

/** Whether the sentence that is always there says why: no rule says what happens next. */
export function saysWhy(authority: StatusAuthority, enrollment: Enrollment | undefined): boolean {
  return authority === 'host' || (enrollment !== undefined && bookingStateOf(enrollment) === 'declined');
}

/** What happens next; and why it is so, with what happened so far, to whoever asks. */
export function renderExplanation(host: EnrollkitElement, lived: Lived, view: ExplanationView): TemplateResult {
  const { speech, isExplained, showHistory, onWhy } = view;
  const { loaded } = morePart;
  const [next] = explainNext(lived).map((term) => sayTerm(term, speech));
  const isWhole = loaded && (isExplained || next === undefined);
  const [why, first, ...more] = isWhole ? loaded.explain(lived, speech) : [undefined, next];
  return html`<p class="next">
      <bdi part="next">${first ?? why}</bdi>
      <button
        class="button link"
        part="why-button"
        type="button"
        aria-expanded=${isExplained}
        aria-controls="why"
        @pointerenter=${morePart.load}
        @focus=${morePart.load}
        @click=${onWhy}
      >
        <bdi>${speech.terms.why}</bdi>${chevronIcon}
      </button>
    </p>
    <div id="why" part="why" ?hidden=${!isExplained}>
      ${isWhole ? [why, ...more].map((sentence) => html`<p><bdi>${sentence}</bdi></p>`) : nothing}
    </div>
    ${isExplained || showHistory ? (loaded?.renderPast(host, lived, speech) ?? nothing) : nothing}`;
}
