import { malformed } from './markup-fault.js';
import type { TextWindow } from './text-window.js';
import { resolveReferences } from './xml-grammar.js';

/** The text between two tags, with its references resolved. Throws a fault at the first thing that is none. */
export function plainText(window: TextWindow, at: number, end: number): string {
  const stop = Math.min(window.sectionEndFrom(at), window.disallowedFrom(at), end);
  const result = resolveReferences(window.text.slice(at, stop), at);
  if (stop < end) throw malformed(stop, 'cdata-end-in-text');
  return result;
}
