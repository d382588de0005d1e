/** One character per byte, so that positions in the text are positions in the bytes. */
export function binaryText(bytes: Uint8Array): string {
  let text = '';
  // In steps, because an engine limits how many arguments a call can have.
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return text;
}
