/** For each byte, what it does to what was there: CRC-32 as in zips (ISO 3309), a byte at a time. */
const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = (value & 1 && 0xedb88320) ^ (value >>> 1);
  return value;
});

/** The checksum of what came before and this. `fflate` has one and doesn't export it. */
export function crc32(part: Uint8Array, before = 0): number {
  let value = ~before;
  for (const byte of part) value = (value >>> 8) ^ (TABLE[(value ^ byte) & 0xff] ?? 0);
  return ~value >>> 0;
}
