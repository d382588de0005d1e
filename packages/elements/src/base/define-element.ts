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

/** Tags whose script was changed on the way, for `diagnose()`. */
const corruptedTags = (): Set<string> => pageSlot('corrupted-tags', () => new Set<string>());

/**
 * Whether nested templates still have their spaces. Minifiers that know none take them for code, and one attribute becomes
 * part of another.
 */
// oxlint-disable-next-line typescript/no-unnecessary-template-expression -- what is written is what is looked at.
const keepsSpaces = (tag: string): boolean => `${tag ? `a = ${tag}` : ''}` === ['a', '=', tag].join(' ');

/**
 * Registers an element under a tag. A tag that another copy of the kit has taken stays as it is: the page keeps working
 * with that one, and the console says so.
 */
export function defineElement(tag: string, element: CustomElementConstructor): void {
  if (!keepsSpaces(tag)) {
    corruptedTags().add(tag);
    warnOnce('minifier-took-spaces', []);
  }
  const taken = customElements.get(tag);
  if (!taken) customElements.define(tag, element);
  else if (taken !== element) {
    const by = (taken as { readonly version?: string }).version;
    refusedDefinitions().push({ tag, by, version });
    warnOnce('tag-taken', [tag, by ?? '', version]);
  }
}
