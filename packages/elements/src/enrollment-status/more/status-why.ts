import { explainStatus } from '@enrollkit/core';
import type { nothing, TemplateResult } from 'lit';
import { addStyles } from '../../base/styles/add-styles.js';
import type { EnrollkitElement } from '../../base/enrollkit-element.js';
import { renderHistory, type Lived } from './render-history.js';
import { sayTerm, type Speech } from '../say.js';
import { statusMoreStyles } from './status-more.styles.js';
import { statusMoreTerms } from './status-more-terms.js';

/** Every sentence on a status: why it is so, what happens next, and what will not. */
export function explain(lived: Lived, speech: Speech): readonly string[] {
  const why = { ...speech, terms: statusMoreTerms(speech.locale) };
  return explainStatus(lived).map((term) => sayTerm(term, why));
}

/** What happened so far. */
export function renderPast(host: EnrollkitElement, lived: Lived, speech: Speech): TemplateResult | typeof nothing {
  addStyles(host, statusMoreStyles);
  return renderHistory(lived, { ...speech, terms: statusMoreTerms(speech.locale) });
}
