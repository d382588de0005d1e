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
  const padded = new DataView(new ArrayBuffer(Math.max(bytes.length, WORD)));
  bytes.forEach((byte, at) => padded.setUint8(at, byte));
  const endAt = Math.max(bytes.length - WORD, 0);
  return {
    length: bytes.length,
    words: Int32Array.from({ length: Math.floor(bytes.length / WORD) }, (_, at) => padded.getInt32(at * WORD, true)),
    end: padded.getInt32(endAt, true),
    endAt,
    endBits: bytes.length < WORD ? 2 ** (8 * bytes.length) - 1 : -1,
  };
}

/** The end first: what differs is rather there than in the white space before a tag. */
export function isPatternAt(view: DataView, at: number, { words, end, endAt, endBits }: BytePattern): boolean {
  if ((view.getInt32(at + endAt, true) & endBits) !== end) return false;
  for (let index = 0; index < words.length; index += 1) {
    if (view.getInt32(at + index * WORD, true) !== words[index]) return false;
  }
  return true;
}
