/**
 * The bytes of a base64 text, or nothing when it isn't strictly that: no spaces, no line breaks, padded, and no bits that no
 * byte uses. Written again it must be the same text, which takes less time than looking at each character. Source: RFC 4648,
 * section 4.
 */
export function decodeBase64(text: string): Buffer<ArrayBuffer> | undefined {
  const bytes = Buffer.from(text, 'base64');
  return bytes.toString('base64') === text ? bytes : undefined;
}
