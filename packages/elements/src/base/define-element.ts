import { version } from '../version.js';
import { warnOnce } from './warn-once.js';

/**
 * Registers an element under a tag. A tag that another copy of the kit has taken stays as it is: the page keeps working
 * with that one, and the console says so.
 */
export function defineElement(tag: string, element: CustomElementConstructor): void {
  const taken = customElements.get(tag);
  if (!taken) customElements.define(tag, element);
  else if (taken !== element) {
    const by = (taken as { readonly version?: string }).version;
    warnOnce(
      `<${tag}> is defined already, by ${by ? `version ${by} of the kit` : 'something else'}; that one stays, and not ` +
        `version ${version}. Load the kit once, or use defineElements({ prefix }) for the second.`,
    );
  }
}
