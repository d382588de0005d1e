/** A name as it is compared: capitals and runs of spaces make no other one. */
export function comparable(name: string): string {
  const lower = name.toLowerCase();
  // Hardly any name has these, and looking for them is much faster than replacing.
  return /[^\S ]| {2}/.test(lower) ? lower.replace(/\s+/g, ' ') : lower;
}
