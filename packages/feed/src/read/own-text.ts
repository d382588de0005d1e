import { isPatternAt } from './byte-pattern.js';
import type { ReadLimits } from './feed-entry.js';
import { CDATA_END, CDATA_START } from './read-markup.js';
import type { TextWindow } from './text-window.js';
import type { Utf8Copy } from './utf8-copy.js';
import type { Lead } from './xml-names.js';

const SPACE = 0x20;
const DELETE = 0x7f;
/** Bytes that are in text as they are: of ASCII all but what may start or end something. */
const PLAIN = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte >= SPACE && byte < DELETE && !isSpecial(byte) ? 1 : 0,
);

/** Where the text ends that is all there is in the element that a lead opens; -1 when there is something else. */
export function endOfOwnText({ name }: Lead, { bytes, view }: Utf8Copy, from: number, longest: number): number {
  let end = from;
  while (PLAIN[bytes[end] as number] === 1) end += 1;
  const isOwn = end > from && (bytes[from] as number) > SPACE && isPatternAt(view, end, name.endTagBytes);
  return isOwn && end - from <= longest ? end : -1;
}

/**
 * Where the CDATA section ends that is all there is in the element that a lead opens, in characters; -1 when there is
 * something else, when it may be blank, or when something about it isn't in order.
 */
export function endOfOwnSection({ name }: Lead, window: TextWindow, from: number, limits: ReadLimits): number {
  const { text } = window;
  if (!text.startsWith(CDATA_START, from)) return -1;
  const start = from + CDATA_START.length;
  const first = text.charCodeAt(start);
  if (!(first > SPACE && first < DELETE)) return -1;
  const end = text.indexOf(CDATA_END, start);
  const behind = end + CDATA_END.length;
  if (end <= start || behind - from > limits.textLength || !text.startsWith(name.endTag, behind)) return -1;
  return window.disallowedFrom(from) < end ? -1 : end;
}

function isSpecial(byte: number): boolean {
  return '<&]'.includes(String.fromCharCode(byte));
}
