/** No spaces, no line breaks, padded to a multiple of four. Looked at in steps: one expression for all would need a large stack. */
const PART = /^[A-Za-z0-9+/]*$/;
const STEP_CHARS = 65_536;

/** The bytes of a base64 text, or nothing when it isn't strictly that. Source: RFC 4648, section 4. */
export function decodeBase64(text: string): Buffer<ArrayBuffer> | undefined {
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  const end = text.length - padding;
  if (text.length % 4 !== 0) return undefined;
  for (let at = 0; at < end; at += STEP_CHARS) {
    if (!PART.test(text.slice(at, Math.min(at + STEP_CHARS, end)))) return undefined;
  }
  const bytes = Buffer.from(text, 'base64');
  // Bits that no byte uses would let two texts mean the same.
  const last = bytes.subarray(bytes.length - (bytes.length % 3 || 3));
  return bytes.length === 0 || last.toString('base64') === text.slice(-4) ? bytes : undefined;
}
