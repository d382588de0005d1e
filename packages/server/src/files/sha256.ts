/** Whether this is a SHA-256 in lower-case hex: nothing else ever becomes part of a path or a key. */
export function isSha256(value: string): boolean {
  return /^[0-9a-f]{64}$/.test(value);
}
