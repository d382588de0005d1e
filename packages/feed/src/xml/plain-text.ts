import { malformed } from './markup-fault.js';
import { resolveReferences, type OddReference } from './references.js';
import type { TextWindow } from './text-window.js';
import type { XmlEvents } from './xml-events.js';

/** Of one text so many odd references are told, each once. */
const MOST_TOLD = 20;

/** The text between two tags, with its references resolved. Throws a fault at what can't be in a text. */
export function plainText(window: TextWindow, at: number, end: number, events: XmlEvents): string {
  const stop = Math.min(window.sectionEndFrom(at), window.disallowedFrom(at), end);
  const odd = new Map<string, OddReference>();
  const result = resolveReferences(window.text.slice(at, stop), (found) => {
    const known = odd.has(found.reference) || odd.size === MOST_TOLD;
    if (!known) odd.set(found.reference, found);
  });
  for (const { at: place, problem, reference, use } of odd.values()) {
    const isRead = problem === 'plain-ampersand' || problem === 'html-entity' || problem === 'two-halves';
    const code = isRead ? 'reference-spelling' : 'bad-reference';
    events.report(code, window.positionOf(at + place), { problem, reference, use });
  }
  if (stop < end) throw malformed(stop, 'cdata-end-in-text');
  return result;
}
