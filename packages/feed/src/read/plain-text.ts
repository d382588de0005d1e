import { malformed } from './markup-fault.js';
import { CDATA_END } from './read-markup.js';
import type { TextWindow } from './text-window.js';
import { resolveReferences } from './xml-grammar.js';

/** The text between two tags, with its references resolved. Throws a fault at the first thing that is none. */
export function plainText(window: TextWindow, at: number, end: number): string {
  const { text } = window;
  const section = text.indexOf(CDATA_END, at);
  const sectionAt = section === -1 ? end : section;
  const stop = Math.min(sectionAt, window.disallowedFrom(at), end);
  const result = resolveReferences(text, at, stop);
  if (stop < end) throw malformed(stop, 'cdata-end-in-text');
  return result;
}
