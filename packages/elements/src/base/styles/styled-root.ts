import type { CSSResult, LitElement } from 'lit';

/**
 * Styles an element in the document that it is in now. A document takes only sheets that it made itself, and drops the
 * others when an element moves into it, as with a portal into a frame or a second window; Lit knows one document.
 */
export function adoptStyles(element: LitElement): void {
  const { shadowRoot, ownerDocument } = element;
  const { defaultView } = ownerDocument;
  if (!shadowRoot || !defaultView) return;
  const { elementStyles } = element.constructor as typeof LitElement;
  // Every style of the kit is written with `css`.
  shadowRoot.adoptedStyleSheets = (elementStyles as CSSResult[]).map(({ styleSheet, cssText }) => {
    if (ownerDocument === document && styleSheet) return styleSheet;
    const sheet = new defaultView.CSSStyleSheet();
    sheet.replaceSync(cssText);
    return sheet;
  });
}

/** The root that Lit makes, in other documents than that of the script too. */
export function styledRoot<Root>(element: LitElement, createRoot: () => Root): Root | ShadowRoot {
  if (element.ownerDocument === document) return createRoot();
  const root = element.shadowRoot ?? element.attachShadow((element.constructor as typeof LitElement).shadowRootOptions);
  adoptStyles(element);
  return root;
}
