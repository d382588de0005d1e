// Nearly every value is a few digits. Looking at them one by one costs a fraction of what a pattern does.

export const ZERO = 0x30;
export const POINT = 0x2e;
export const HYPHEN = 0x2d;
export const COLON = 0x3a;

/** Whether a UTF-16 unit is one of 0 to 9. */
export function isDigit(unit: number): boolean {
  return unit >= ZERO && unit <= 0x39;
}

/** Whether every unit of a text from `start` to before `end` is a digit. */
export function isDigits(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) {
    if (!isDigit(text.charCodeAt(at))) return false;
  }
  return true;
}

/** The number of the two digits at `at`. */
export function twoDigits(text: string, at: number): number {
  return (text.charCodeAt(at) - ZERO) * 10 + text.charCodeAt(at + 1) - ZERO;
}
