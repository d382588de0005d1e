import { hasBytesAt, type Lead } from './xml-names.js';

const SPACE = 0x20;
const DELETE = 0x7f;
/** Bytes that are in text as they are: of ASCII all but what may start or end something. */
const PLAIN = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte >= SPACE && byte < DELETE && !isSpecial(byte) ? 1 : 0,
);

/** Where the text ends that is all there is in the element that a lead opens; -1 when there is something else. */
export function endOfOwnText({ name, isEnd, isEmpty }: Lead, bytes: Uint8Array, from: number, longest: number): number {
  if (isEnd || isEmpty || !name.opened.holdsText) return -1;
  let end = from;
  while (PLAIN[bytes[end] as number] === 1) end += 1;
  const isOwn = end > from && (bytes[from] as number) > SPACE && hasBytesAt(bytes, end, name.endTagBytes);
  return isOwn && end - from <= longest ? end : -1;
}

function isSpecial(byte: number): boolean {
  return '<&]'.includes(String.fromCharCode(byte));
}
