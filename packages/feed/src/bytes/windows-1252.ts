/** windows-1252 from 0x80 to 0x9F, as the encoding standard has it. The rest is as in Unicode. */
const HIGH =
  '\u20AC\x81\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\x8D\u017D\x8F' +
  '\x90\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\x9D\u017E\u0178';

const BYTES: ReadonlyMap<number, number> = new Map(
  [...HIGH].map((character, at) => [character.charCodeAt(0), 0x80 + at]),
);

/** The UTF-16 unit that a byte stands for. */
export function unitOfByte(byte: number): number {
  return byte >= 0x80 && byte <= 0x9f ? HIGH.charCodeAt(byte - 0x80) : byte;
}

/** The byte that stands for a UTF-16 unit. */
export function byteOfUnit(unit: number): number | undefined {
  return BYTES.get(unit) ?? (unit <= 0xff ? unit : undefined);
}

/** By a table of our own: engines differ in how they read this encoding's control characters. */
export function decodeWindows1252(bytes: Uint8Array): string {
  const units = new Uint16Array(bytes.length);
  for (let at = 0; at < bytes.length; at += 1) units[at] = unitOfByte(bytes[at] as number);
  return textOfUnits(units);
}

/** In parts, since each unit becomes an argument. */
function textOfUnits(units: Uint16Array): string {
  let text = '';
  for (let at = 0; at < units.length; at += 4096) text += String.fromCharCode(...units.subarray(at, at + 4096));
  return text;
}
