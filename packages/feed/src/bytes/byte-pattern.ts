/** Bytes to look for, four at a time: that takes a fraction of comparing one by one. */
export interface BytePattern {
  readonly length: number;
  readonly words: Int32Array;
  /** The last four bytes, overlapping the words; of a shorter pattern all of it, and which bits those are. */
  readonly end: number;
  readonly endAt: number;
  readonly endBits: number;
}

/** How far behind the text a comparison may look. */
export const LONGEST_PATTERN = 256;
const WORD = 4;
const encoder = new TextEncoder();

export function bytePattern(text: string): BytePattern {
  const bytes = encoder.encode(text);
  const words = new Int32Array(Math.floor(bytes.length / WORD));
  for (let index = 0; index < words.length; index += 1) words[index] = wordAt(bytes, index * WORD);
  const endAt = Math.max(bytes.length - WORD, 0);
  return {
    length: bytes.length,
    words,
    end: wordAt(bytes, endAt),
    endAt,
    endBits: bytes.length < WORD ? 2 ** (8 * bytes.length) - 1 : -1,
  };
}

/** Four bytes, the first of which counts least; behind the last one there are zeros. */
function wordAt(bytes: Uint8Array, at: number): number {
  const byte = (index: number) => bytes[at + index] ?? 0;
  return byte(0) | (byte(1) << 8) | (byte(2) << 16) | (byte(3) << 24);
}

/** The end first: what differs is rather there than in the white space before a tag. */
export function isPatternAt(view: DataView, at: number, { words, end, endAt, endBits }: BytePattern): boolean {
  if ((view.getInt32(at + endAt, true) & endBits) !== end) return false;
  for (let index = 0; index < words.length; index += 1) {
    if (view.getInt32(at + index * WORD, true) !== words[index]) return false;
  }
  return true;
}
