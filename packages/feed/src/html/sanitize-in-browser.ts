import { DescriptionWriter } from './description-writer.js';
import { purifyFragment } from './purify-fragment.js';

/**
 * Makes the description of a product safe to show, and ready for a feed: only the tags p, b, strong, h2, em, i, ul, ol,
 * li and br are left, without attributes. Of other tags the text is kept; of scripts, styles, frames, drawings, templates
 * and form fields nothing is. The result is well-formed, and sanitizing it again changes nothing.
 *
 * This one uses the browser's own parser, through DOMPurify. Under Trusted Types allow the policy `enrollkit-html`.
 * Throws `invalid` where there is no document: a worker imports `@enrollkit/feed/html/without-dom.js`.
 *
 * Source: domain.md section 4, `Description`.
 *
 * @example
 * sanitizeDescription('<p class="a">Leer <u>lassen</u><script>x()</script>') // '<p>Leer lassen</p>'
 */
export function sanitizeDescription(html: string): string {
  const writer = new DescriptionWriter();
  writeNodes(purifyFragment(html), writer);
  return writer.end();
}

/** Without recursion: a hostile description is nested as deep as the browser's parser allows. */
function writeNodes(root: DocumentFragment, writer: DescriptionWriter): void {
  let node: Node | null = root.firstChild;
  while (node) {
    if (node.nodeType === Node.TEXT_NODE) writer.text(node.nodeValue ?? '');
    else writer.open(node.nodeName.toLowerCase());
    node = node.firstChild ?? nextAfter(node, root, writer);
  }
}

/** The node behind this one. Closes every element that ends in between. */
function nextAfter(last: Node, root: DocumentFragment, writer: DescriptionWriter): Node | null {
  for (let node: Node | null = last; node && node !== root; node = node.parentNode) {
    if (node.nodeType === Node.ELEMENT_NODE) writer.close(node.nodeName.toLowerCase());
    if (node.nextSibling) return node.nextSibling;
  }
  return null;
}
