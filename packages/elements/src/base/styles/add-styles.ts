import { adoptStyles as adoptInMarkup, type CSSResult, type LitElement } from 'lit';
import { adoptStyles } from './styled-root.js';

const added = new WeakMap<LitElement, Set<CSSResult>>();

/** Styles that come with a part of an element: for the one that has the part, and for all that come later. */
export function addStyles(element: LitElement, styles: CSSResult): void {
  const { shadowRoot, ownerDocument } = element;
  const own = added.get(element) ?? new Set();
  if (!shadowRoot || own.has(styles)) return;
  added.set(element, own.add(styles));
  const { elementStyles } = element.constructor as typeof LitElement;
  if (!elementStyles.includes(styles)) elementStyles.push(styles);
  const { styleSheet } = styles;
  if (!styleSheet) adoptInMarkup(shadowRoot, [styles]);
  else if (ownerDocument !== document) adoptStyles(element);
  else if (!shadowRoot.adoptedStyleSheets.includes(styleSheet)) shadowRoot.adoptedStyleSheets.push(styleSheet);
}
