import { MarkupFault, malformed } from './markup-fault.js';
import { badReference } from './references.js';
import { endOfName, endOfReference, endOfSpace, mayBecomeReference } from './xml-grammar.js';

/** A start tag with its attributes' names: their values mean nothing in a feed. */
export interface StartTag {
  readonly name: string;
  readonly attributes: readonly { readonly name: string; readonly at: number }[];
  readonly isEmpty: boolean;
  /** Behind ">". */
  readonly end: number;
}

const NO_ATTRIBUTES: StartTag['attributes'] = [];
/** Up to what is more than a character of the value. */
const VALUE_CHARACTERS = { '"': /[^"<&]*/y, "'": /[^'<&]*/y } as const;

/** Reads the tag that starts at `at`. `undefined`: it goes on behind the text. Throws a fault. Source: XML 1.0 section 3.1. */
export function readStartTag(text: string, at: number, mostAttributes: number): StartTag | undefined {
  const nameAt = at + 1;
  const nameEnd = endOfName(text, nameAt);
  if (nameEnd >= text.length) return undefined;
  if (nameEnd === nameAt) throw malformed(nameAt, 'name-expected');
  const name = text.slice(nameAt, nameEnd);
  if (text[nameEnd] === '>') return { name, attributes: NO_ATTRIBUTES, isEmpty: false, end: nameEnd + 1 };
  const attributes: { name: string; at: number }[] = [];
  let from = nameEnd;
  for (;;) {
    const next = endOfSpace(text, from);
    const character = text[next];
    if (character === undefined) return undefined;
    if (character === '>') return { name, attributes, isEmpty: false, end: next + 1 };
    if (character === '/') {
      if (next + 1 >= text.length) return undefined;
      if (text[next + 1] !== '>') throw malformed(next + 1, 'tag-end-expected');
      return { name, attributes, isEmpty: true, end: next + 2 };
    }
    if (next === from) throw malformed(next, 'space-expected');
    const attribute = readAttribute(text, next);
    if (attribute === undefined) return undefined;
    if (attributes.some((other) => other.name === attribute.name)) throw malformed(next, 'attribute-twice');
    attributes.push({ name: attribute.name, at: next });
    if (attributes.length > mostAttributes) throw new MarkupFault(at, 'too-many-attributes', { limit: mostAttributes });
    from = attribute.end;
  }
}

function readAttribute(text: string, at: number): { readonly name: string; readonly end: number } | undefined {
  const nameEnd = endOfName(text, at);
  if (nameEnd >= text.length) return undefined;
  if (nameEnd === at) throw malformed(at, 'name-expected');
  const equalsAt = endOfSpace(text, nameEnd);
  if (equalsAt >= text.length) return undefined;
  if (text[equalsAt] !== '=') throw malformed(equalsAt, 'equals-sign-expected');
  const quoteAt = endOfSpace(text, equalsAt + 1);
  const quote = text[quoteAt];
  if (quote === undefined) return undefined;
  if (quote !== '"' && quote !== "'") throw malformed(quoteAt, 'quote-expected');
  const end = endOfValue(text, quoteAt + 1, quote);
  return end === undefined ? undefined : { name: text.slice(at, nameEnd), end };
}

/** Behind the closing quote. */
function endOfValue(text: string, from: number, quote: '"' | "'"): number | undefined {
  const characters = VALUE_CHARACTERS[quote];
  let at = from;
  for (;;) {
    characters.lastIndex = at;
    characters.test(text);
    at = characters.lastIndex;
    if (at >= text.length) return undefined;
    if (text[at] === quote) return at + 1;
    if (text[at] === '<') throw malformed(at, 'less-than-in-attribute');
    const end = endOfReference(text, at);
    if (end === undefined) {
      if (mayBecomeReference(text, at)) return undefined;
      throw badReference(text, at);
    }
    at = end;
  }
}
