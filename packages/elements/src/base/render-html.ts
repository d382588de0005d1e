import { BLOCK_TAGS, INLINE_TAGS, OTHER_BLOCK_TAGS, TAGS_DROPPED_WHOLE } from '@enrollkit/core/description-tags.js';
import { render } from 'lit';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';

const ALLOWED: ReadonlySet<string> = new Set([...INLINE_TAGS, ...BLOCK_TAGS, 'br']);
const DROPPED: ReadonlySet<string> = new Set(TAGS_DROPPED_WHOLE);
const APART: ReadonlySet<string> = new Set(OTHER_BLOCK_TAGS);
/**
 * None of them gets through; without them the page's Content-Security-Policy has nothing to report while parsing. Those with
 * an angle bracket in a value stay until then.
 */
const ATTRIBUTES = /<([a-z][a-z0-9]*)\s(?:[^<>"']|"[^"<>]*"|'[^'<>]*')*>/gi;

/** As deep as a description may be: what is deeper is an accident or an attack. */
const DEEPEST = 64;

/**
 * Makes nodes of a description that may hold anything: only the tags of the feed's documentation, without attributes. They
 * are made one by one, so that nothing of what was parsed gets on the page itself. The browser's parser is reached through
 * Lit's Trusted Types policy, in a document that shows nothing, loads nothing and runs nothing.
 */
export function renderHtml(html: string): DocumentFragment {
  const inert = document.implementation.createHTMLDocument('');
  const parsed = inert.createDocumentFragment();
  render(unsafeHTML(html.replace(ATTRIBUTES, '<$1>')), parsed, { creationScope: inert });
  const safe = document.createDocumentFragment();
  for (const child of parsed.childNodes) copy(child, safe, 0);
  return safe;
}

function copy(node: Node, to: Node, depth: number): void {
  if (node.nodeType === Node.TEXT_NODE) to.appendChild(document.createTextNode(node.nodeValue ?? ''));
  if (node.nodeType !== Node.ELEMENT_NODE || depth > DEEPEST) return;
  const tag = (node as Element).localName;
  if (DROPPED.has(tag)) return;
  // Within a page that has headings of its own.
  const into = ALLOWED.has(tag) ? to.appendChild(document.createElement(tag === 'h2' ? 'h3' : tag)) : to;
  if (APART.has(tag)) to.appendChild(document.createTextNode(' '));
  for (const child of node.childNodes) copy(child, into, depth + 1);
  if (APART.has(tag)) to.appendChild(document.createTextNode(' '));
}
