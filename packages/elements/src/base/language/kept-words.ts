import { html, type TemplateResult } from 'lit';

// Unicode's own marks around a foreign word in a sentence: whoever gets the text as it is, reads nothing else in it.
const MARKS = /[\u2068\u2069]/;

/** A name, a place, a code or an amount as a value of a sentence that {@link sentence} shows. */
export function keep(text: string): string {
  return text && `\u2068${text.split(MARKS).join('')}\u2069`;
}

/**
 * A sentence in which translators leave alone what must stay as it is: somebody called De Vries isn't Fries, and € 1.000 is
 * no single euro in a language with a decimal point.
 */
export function sentence(text: string): readonly (string | TemplateResult)[] {
  return text.split(MARKS).map((piece, index) => (index % 2 ? kept(piece) : piece));
}

/** The same by itself, with nothing around it. */
export function kept(text: string): TemplateResult {
  return html`<bdi translate="no">${text}</bdi>`;
}
