import { warnOnce } from './warn-once.js';

/**
 * Registers an element under a tag. A tag that another copy of the kit has taken stays as it is: the page keeps working
 * with that one, and the console says so.
 */
export function defineElement(tag: string, element: CustomElementConstructor): void {
  const taken = customElements.get(tag);
  if (!taken) customElements.define(tag, element);
  else if (taken !== element) {
    warnOnce(
      `<${tag}> is defined already, by another copy or version of the kit; that one stays. ` +
        `Load the kit once, or use defineElements({ prefix }) for the second.`,
    );
  }
}
