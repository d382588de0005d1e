import { purifyFragment } from './purify-fragment.js';
import { sanitizeDescription } from './sanitize-in-browser.js';

/**
 * Makes nodes of a product's description, to be put into a page: exactly what `sanitizeDescription` would leave of it.
 * For browsers only. No markup is handed to the page, so that Trusted Types have nothing to object to.
 *
 * @example
 * element.replaceChildren(renderDescription(product.description));
 */
export function renderDescription(html: string): DocumentFragment {
  return purifyFragment(sanitizeDescription(html));
}
