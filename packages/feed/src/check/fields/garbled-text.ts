import type { Product, StartingDate } from '@enrollkit/core';
import { byteOfUnit } from '../../bytes/windows-1252.js';
import { excerpt } from '../../findings/excerpt.js';
import type { ReportFinding } from './check-context.js';

/** What programs write for a byte that they can't read. */
const LOST = '\ufffd';
/** With which the letters begin that people write most, once UTF-8 is read as windows-1252. */
const SIGNS = /[\u00c2\u00c3][^\s\w]|\u00e2[\u20ac\u201a\u0192\u201e]|\u00f0\u0178/;
/** The first letter of each, and what is lost: nearly every text has none of them, and that is seen at once. */
const FIRST_SIGNS = ['\u00c2', '\u00c3', '\u00e2', '\u00f0', LOST];
/** The same for a short text, where starting five searches takes longer. */
const FIRST_SIGN = /[\u00c2\u00c3\u00e2\u00f0\ufffd]/;
/** A word around it: what a person can find again. */
const WORD = /\S{0,20}(?:[\u00c2\u00c3][^\s\w]|\u00e2[\u20ac\u201a\u0192\u201e]|\u00f0\u0178)\S{0,20}/;
const LOST_WORD = /\S{0,20}\ufffd\S{0,20}/;
/** How often the same text may have been read wrongly. */
const MOST_TIMES = 3;
const decoder = new TextDecoder('utf-8', { fatal: true });

/** Texts of a product that somebody kept after reading them wrongly. */
export function checkGarbled(product: Product, report: ReportFinding): void {
  const { name, description, priceInfo, runtime, completion, extraInstructionsAfterBooking, contactPerson } = product;
  checkText(name, 'name', 'Name', report);
  checkText(description, 'description', 'Description', report);
  checkText(priceInfo, 'priceInfo', 'PriceInfo', report);
  checkText(runtime, 'runtime', 'Runtime', report);
  checkText(completion, 'completion', 'Completion', report);
  const instructions = 'extraInstructionsAfterBooking';
  checkText(extraInstructionsAfterBooking, instructions, 'ExtraInstructionsAfterBooking', report);
  checkText(contactPerson?.name, 'contactPerson.name', 'ContactPerson', report);
  for (let index = 0; index < product.startingDates.length; index += 1) {
    const { place } = product.startingDates[index] as StartingDate;
    if (FIRST_SIGN.test(place)) checkText(place, `startingDates[${index}].place`, 'Place', report);
  }
}

/** Letters that were UTF-8 and read as windows-1252 (`cafÃ©` for `café`), and those that were lost altogether. */
function checkText(text: string | undefined, path: string, element: string, report: ReportFinding): void {
  if (text === undefined || !FIRST_SIGNS.some((sign) => text.includes(sign))) return;
  const value = SIGNS.test(text) ? (WORD.exec(text)?.[0] ?? '') : '';
  const use = asUtf8(value);
  if (use !== undefined) report('text-mojibake', path, { element, value: excerpt(value), use: excerpt(use) });
  else if (text.includes(LOST))
    report('text-character-lost', path, { element, value: excerpt(LOST_WORD.exec(text)?.[0] ?? LOST) });
}

/** What a text was before, however often it was read wrongly; `undefined` when it can't have been that. */
function asUtf8(text: string): string | undefined {
  let meant: string | undefined;
  for (let times = 0; times < MOST_TIMES && SIGNS.test(meant ?? text); times += 1) {
    const before = readAgain(meant ?? text);
    if (before === undefined) break;
    meant = before;
  }
  return meant;
}

function readAgain(text: string): string | undefined {
  const bytes = Array.from(text, (character) => byteOfUnit(character.codePointAt(0) ?? 0));
  if (bytes.includes(undefined)) return undefined;
  try {
    return decoder.decode(Uint8Array.from(bytes as number[]));
  } catch {
    // No UTF-8: these letters stand for themselves.
    return undefined;
  }
}
