import type { CompiledRule } from '../../schema/compiled-rule.js';
import { isBlank } from '../../xml/is-blank.js';

/** Whether a text surely has no white space around it. Nearly no value has, and this needs no copy of it. */
export function isTrimmed(text: string): boolean {
  return isInk(text.charCodeAt(0)) && isInk(text.charCodeAt(text.length - 1));
}

/** A character of ASCII that isn't white space. */
function isInk(unit: number): boolean {
  return unit > 0x20 && unit < 0x7f;
}

/** What nobody sees, and programs put around what they copy: it is white space to people. */
const INVISIBLE = /^[\s\u00ad\u200b-\u200f\u2060\ufeff]+|[\s\u00ad\u200b-\u200f\u2060\ufeff]+$/g;

/** Without white space around it; and around what is no text, without what can't be seen. */
export function trimmed({ content }: CompiledRule, text: string): string {
  const plain = text.trim();
  return content === 'text' ? plain : plain.replace(INVISIBLE, '') || plain;
}

/** Around a number or a date, the schema takes the white space of XML, and no other; around a word none. */
export function isSpaceWrong({ content }: CompiledRule, padded: string, text: string): boolean {
  if (content !== undefined) return content === 'word';
  const start = padded.indexOf(text);
  return !isBlank(padded.slice(0, start)) || !isBlank(padded.slice(start + text.length));
}
