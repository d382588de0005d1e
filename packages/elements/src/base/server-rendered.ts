import type { LitElement } from 'lit';
import { adoptStyles } from './styles/styled-root.js';

/** What a server wrote on the element of its internals, such as `hydrate-internals-role`, beside the attribute itself. */
const OF_INTERNALS = 'hydrate-internals-';

/** Leaves nothing of what a server rendered but the root: the element's own tree, styles and internals take its place. */
export function takeOver(element: LitElement): void {
  // Its styles were in the tree.
  adoptStyles(element);
  for (const name of element.getAttributeNames()) {
    if (!name.startsWith(OF_INTERNALS)) continue;
    element.removeAttribute(name);
    element.removeAttribute(name.slice(OF_INTERNALS.length));
  }
  // Lit's own hydration, where a page has it, finds nothing left to hydrate. Its name in both of Lit's builds.
  Object.assign(element, { _$needsHydration: false, _$AG: false });
}
