import { cutByte, misreadByte } from './odd-bytes.js';
import { utf8LengthAt } from './utf8-validity.js';

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/**
 * Bytes that should be UTF-8 and aren't all, with each that is none as a character of its own. A byte by itself is what
 * windows-1252 has for a letter with an accent or a curly quote. Part of a character is told apart from that: C2 and C3,
 * with which those letters begin in UTF-8, and any longer part.
 */
export function mendUtf8(bytes: Uint8Array): string {
  let text = '';
  let done = 0;
  for (let at = 0; at < bytes.length;) {
    const byte = bytes[at] as number;
    const length = byte < 0x80 ? 1 : utf8LengthAt(bytes, at);
    if (length > 0) {
      at += length;
      continue;
    }
    text += decoder.decode(bytes.subarray(done, at));
    const part = partLength(bytes, at);
    const toCharacter = part > 1 || byte === 0xc2 || byte === 0xc3 ? cutByte : misreadByte;
    for (let index = at; index < at + part; index += 1) text += toCharacter(bytes[index] as number);
    at += part;
    done = at;
  }
  return text + decoder.decode(bytes.subarray(done));
}

/** How many bytes from `at` on belong to a character that isn't whole; 1 for a byte by itself. */
function partLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at] as number;
  const wanted = first >= 0xf0 && first <= 0xf4 ? 4 : first >= 0xe0 && first < 0xf0 ? 3 : 1;
  let length = 1;
  while (length < wanted && ((bytes[at + length] ?? 0) & 0xc0) === 0x80) length += 1;
  return length;
}
