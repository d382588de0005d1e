import { unitOfByte } from './windows-1252.js';

// Bytes that are no text in the encoding of a feed stay with the text, each as a character that no feed has: the last ones
// of all, set aside for private use. So they are found where they are, in the product that has them.

/** A byte that windows-1252 has a character for: what the text had before somebody called it UTF-8. */
const MISREAD = 0x10ff00;
/** A byte of a character that isn't whole. */
const CUT = 0x10fe00;
const ODD = /[\u{10FE00}-\u{10FFFF}]/gu;
/** Any of the halves that those begin with: to look at nearly every text no closer. */
const FIRST_HALF = '\uDBFF';

/** The character that stands for a byte which is no text. */
export function misreadByte(byte: number): string {
  return String.fromCodePoint(MISREAD + byte);
}

/** The character that stands for a part of a character. */
export function cutByte(byte: number): string {
  return String.fromCodePoint(CUT + byte);
}

/** What bytes that are no text were found in one. */
export interface OddBytes {
  /** As far as it can be told what they stand for. */
  readonly text: string;
  /** The first that is to be read as windows-1252. */
  readonly misread?: number;
  /** The first that is a part of a character. */
  readonly cut?: number;
}

/** Finds bytes that are no text, and reads those that can be read. */
export function findOddBytes(text: string): OddBytes | undefined {
  if (!text.includes(FIRST_HALF)) return undefined;
  const odd: { misread?: number; cut?: number } = {};
  const read = text.replace(ODD, (character) => {
    const code = character.codePointAt(0) ?? 0;
    const byte = code & 0xff;
    if (code >= MISREAD) {
      odd.misread ??= byte;
      return String.fromCharCode(unitOfByte(byte));
    }
    odd.cut ??= byte;
    return '\uFFFD';
  });
  return read === text ? undefined : { text: read, ...odd };
}

/** A byte for people: as they find it in an editor, and what windows-1252 has for it. */
export function describeByte(byte: number): { readonly byte: string; readonly character: string } {
  return { byte: byte.toString(16).toUpperCase(), character: String.fromCharCode(unitOfByte(byte)) };
}
