import { nodeModule } from './node-module.js';

const NOT_ASCII = 0x80808080;

/** Whether bytes are UTF-8. Makes no text of them, which takes longer than all else. Source: Unicode, table 3-7. */
export const isUtf8: (bytes: Uint8Array) => boolean = nodeModule('node:buffer')?.isUtf8 ?? isUtf8ByHand;

/** Where there is no machine code for it: a tenth as fast. */
export function isUtf8ByHand(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const lastWords = bytes.length - 8;
  for (let at = 0; at < bytes.length;) {
    if (at <= lastWords && ((view.getInt32(at) | view.getInt32(at + 4)) & NOT_ASCII) === 0) at += 8;
    else {
      const length = utf8LengthAt(bytes, at);
      if (length === 0) return false;
      at += length;
    }
  }
  return true;
}

/** How many bytes the character at `at` has; 0 when there is none. */
export function utf8LengthAt(bytes: Uint8Array, at: number): number {
  const first = bytes[at] as number;
  if (first < 0x80) return 1;
  if (first < 0xc2 || first > 0xf4) return 0;
  if (first < 0xe0) return isWithin(bytes[at + 1], 0x80, 0xbf) ? 2 : 0;
  // The same character in more bytes than it takes, half a character, and what is beyond the last one.
  const least = first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80;
  const most = first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf;
  if (!isWithin(bytes[at + 1], least, most) || !isWithin(bytes[at + 2], 0x80, 0xbf)) return 0;
  if (first < 0xf0) return 3;
  return isWithin(bytes[at + 3], 0x80, 0xbf) ? 4 : 0;
}

function isWithin(byte: number | undefined, least: number, most: number): boolean {
  return byte !== undefined && byte >= least && byte <= most;
}
