import { version } from '../version.js';
import { pageSlot } from './page-slot.js';
import { warnOnce } from './warn-once.js';

/** A tag that a version of the kit wanted and didn't get. */
interface RefusedDefinition {
  readonly tag: string;
  /** The version that has it; `undefined`: not of the kit. */
  readonly by: string | undefined;
  readonly version: string;
}

/** For `diagnose()`, which comes after the warning was told. */
const refusedDefinitions = (): RefusedDefinition[] => pageSlot('refused-definitions', () => []);

/**
 * Registers an element under a tag. A tag that another copy of the kit has taken stays as it is: the page keeps working
 * with that one, and the console says so.
 */
export function defineElement(tag: string, element: CustomElementConstructor): void {
  const taken = customElements.get(tag);
  if (!taken) customElements.define(tag, element);
  else if (taken !== element) {
    const by = (taken as { readonly version?: string }).version;
    refusedDefinitions().push({ tag, by, version });
    warnOnce(
      `<${tag}> is defined already, by ${by ? `version ${by} of the kit` : 'something else'}; that one stays, and not ` +
        `version ${version}. Load the kit once, or use defineElements({ prefix }) for the second.`,
    );
  }
}
