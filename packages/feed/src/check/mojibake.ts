import { byteOfUnit } from '../bytes/windows-1252.js';
import { excerpt } from '../findings/excerpt.js';
import type { ReportFinding } from './check-context.js';

/** With which the letters begin that people write most, once UTF-8 is read as windows-1252. */
const SIGNS = /[\u00c2\u00c3][^\s\w]|\u00e2[\u20ac\u201a\u0192\u201e]|\u00f0\u0178/;
/** The first letter of each: nearly every text has none of them, and that is seen at once. */
const FIRST_SIGNS = ['\u00c2', '\u00c3', '\u00e2', '\u00f0'];
/** A word around it: what a person can find again. */
const WORD = /\S{0,20}(?:[\u00c2\u00c3][^\s\w]|\u00e2[\u20ac\u201a\u0192\u201e]|\u00f0\u0178)\S{0,20}/;
const decoder = new TextDecoder('utf-8', { fatal: true });

/** Letters that somebody read as windows-1252 while they were UTF-8, and then kept: `cafÃ©` for `café`. */
export function checkMojibake(text: string, path: string, element: string, report: ReportFinding): void {
  if (!FIRST_SIGNS.some((sign) => text.includes(sign)) || !SIGNS.test(text)) return;
  const value = WORD.exec(text)?.[0] ?? '';
  const use = asUtf8(value);
  if (use !== undefined) report('text-mojibake', path, { element, value: excerpt(value), use: excerpt(use) });
}

/** What a text was before; `undefined` when it can't have been that. */
function asUtf8(text: string): string | undefined {
  const bytes = Array.from(text, (character) => byteOfUnit(character.codePointAt(0) ?? 0));
  if (bytes.includes(undefined)) return undefined;
  try {
    return decoder.decode(Uint8Array.from(bytes as number[]));
  } catch {
    // No UTF-8: these letters stand for themselves.
    return undefined;
  }
}
