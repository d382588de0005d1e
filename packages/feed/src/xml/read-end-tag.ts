import { MarkupFault, malformed } from './markup-fault.js';
import { endOfName, endOfSpace } from './xml-grammar.js';
import type { XmlName } from './xml-names.js';

/** Behind the end tag that starts at `at`, of the innermost element. `undefined`: it goes on behind the text. */
export function endOfEndTag(text: string, at: number, name: XmlName | undefined): number | undefined {
  if (name !== undefined && text.startsWith(name.endTag, at)) return at + name.endTag.length;
  const nameAt = at + '</'.length;
  const nameEnd = endOfName(text, nameAt);
  const end = endOfSpace(text, nameEnd);
  if (end >= text.length) return undefined;
  if (nameEnd === nameAt) throw malformed(nameAt, 'name-expected');
  if (text.slice(nameAt, nameEnd) !== name?.text) throw tagMismatch(at, name);
  if (text[end] !== '>') throw malformed(end, 'tag-end-expected');
  return end + 1;
}

/** An end tag where another one is due, or none. */
export function tagMismatch(at: number, name: XmlName | undefined): MarkupFault {
  return name ? new MarkupFault(at, 'tag-mismatch', { expected: name.text }) : malformed(at, 'outside-root');
}
