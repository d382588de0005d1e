/** Control characters would steer the terminal; marks of direction would turn the rest of the line around. */
const STEERING = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** A text from elsewhere, harmless on a terminal: in one line, and nothing in it but what can be seen. */
export function printable(text: string): string {
  return text.replaceAll(/\s+/g, ' ').replaceAll(STEERING, '\ufffd');
}
