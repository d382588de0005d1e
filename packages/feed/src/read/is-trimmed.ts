/** Whether a text surely has no white space around it. Nearly no value has, and this needs no copy of it. */
export function isTrimmed(text: string): boolean {
  return isInk(text.charCodeAt(0)) && isInk(text.charCodeAt(text.length - 1));
}

/** A character of ASCII that isn't white space. */
function isInk(unit: number): boolean {
  return unit > 0x20 && unit < 0x7f;
}
