import { MarkupFault, malformed } from './markup-fault.js';
import { endOfName, endOfSpace, isDeclaration, isPlainDoctype } from './xml-grammar.js';

/** Markup that isn't an element. */
export interface Markup {
  readonly kind: 'cdata' | 'comment' | 'doctype' | 'instruction';
  readonly end: number;
}

export const CDATA_START = '<![CDATA[';
export const CDATA_END = ']]>';
const COMMENT_START = '<!--';
const DOCTYPE_START = '<!DOCTYPE';
const STARTS = [CDATA_START, COMMENT_START, DOCTYPE_START];

/** Reads what starts with "<!" or "<?" at `at`. `undefined`: it goes on behind the text. Throws a fault. */
export function readMarkup(text: string, at: number, isStart: boolean): Markup | undefined {
  if (text[at + 1] === '?') return readInstruction(text, at, isStart);
  if (text.startsWith(COMMENT_START, at)) return readComment(text, at);
  if (text.startsWith(CDATA_START, at)) {
    const end = text.indexOf(CDATA_END, at + CDATA_START.length);
    return end === -1 ? undefined : { kind: 'cdata', end: end + CDATA_END.length };
  }
  if (text.startsWith(DOCTYPE_START, at)) return readDoctype(text, at);
  const rest = text.slice(at, at + CDATA_START.length);
  if (STARTS.some((start) => start.startsWith(rest))) return undefined;
  throw malformed(at + '<!'.length, 'markup-unknown');
}

/** Source: XML 1.0 section 2.5. */
function readComment(text: string, at: number): Markup | undefined {
  const hyphens = text.indexOf('--', at + COMMENT_START.length);
  if (hyphens === -1 || hyphens + 2 >= text.length) return undefined;
  if (text[hyphens + 2] !== '>') throw malformed(hyphens, 'comment-double-hyphen', 'in-comment');
  return { kind: 'comment', end: hyphens + '-->'.length };
}

/** Source: XML 1.0 section 2.6. */
function readInstruction(text: string, at: number, isStart: boolean): Markup | undefined {
  const nameAt = at + '<?'.length;
  const nameEnd = endOfName(text, nameAt);
  if (nameEnd + 1 >= text.length) return undefined;
  if (nameEnd === nameAt) throw malformed(nameAt, 'name-expected');
  const isClosed = text.startsWith('?>', nameEnd);
  if (!isClosed && endOfSpace(text, nameEnd) === nameEnd) throw malformed(nameEnd, 'space-expected');
  const close = isClosed ? nameEnd : text.indexOf('?>', nameEnd);
  if (close === -1) return undefined;
  const end = close + '?>'.length;
  const isXml = text.slice(nameAt, nameEnd).toLowerCase() === 'xml';
  if (isXml && !(isStart && isDeclaration(text, at, end))) throw malformed(at, 'xml-declaration');
  return { kind: 'instruction', end };
}

/** One that defines something, or refers to it, is refused: nothing is ever expanded or fetched. */
function readDoctype(text: string, at: number): Markup | undefined {
  const stop = /[[>"']/g;
  stop.lastIndex = at;
  const match = stop.exec(text);
  if (match === null) return undefined;
  const end = match.index + 1;
  if (match[0] !== '>' || !isPlainDoctype(text, at, end)) throw new MarkupFault(at, 'doctype-refused');
  return { kind: 'doctype', end };
}
