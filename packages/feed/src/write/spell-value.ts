import { formatMinor } from '@enrollkit/core';
import type { ElementRule } from '../schema/element-rule.js';
import { DEFAULT_READ_LIMITS } from '../read/read-limits.js';
import { amount } from '../schema/amount-reader.js';
import { vatTreatment } from '../schema/word-readers.js';
import type { Report } from '../schema/value-reader.js';
import { findNonXmlCharacter, normalizeText } from './xml-text.js';

/** A value as it is written, and as it will be read again. */
export interface SpelledValue {
  readonly text: string;
  readonly value: unknown;
}

const VAT_WORDS: Readonly<Record<string, string>> = { excluded: 'no', exempt: 'exempt' };

/** What reading takes of one element, also inside a CDATA section. */
const LONGEST_TEXT = DEFAULT_READ_LIMITS.textLength - '<![CDATA[]]>'.length;

/**
 * The schema's spelling of a value, as the reader of its element makes it of the text: `incompany` becomes `in-company`.
 * What is odd about that is reported. `undefined` when there is nothing to write: no value, or one that the reader
 * refuses, which is an error among the reports.
 */
export function spellValue(rule: ElementRule, given: unknown, report: Report): SpelledValue | undefined {
  // A host's plain object may hold anything, whatever the types say.
  if (typeof given === 'object' && given !== null) {
    report('unknown-value', { value: typeof given });
    return undefined;
  }
  const text = plainText(rule, given);
  if (text === '') return undefined;
  if (text.length > LONGEST_TEXT) {
    report('text-too-long', { limit: LONGEST_TEXT });
    return undefined;
  }
  const strange = findNonXmlCharacter(text);
  if (strange !== undefined) {
    report('bad-character', { character: `U+${strange.toString(16).toUpperCase().padStart(4, '0')}` });
    return undefined;
  }
  // Half a cent would be read as half a euro.
  if (rule.read === amount && !Number.isSafeInteger(given)) {
    report('amount-not-decimal', { value: text });
    return undefined;
  }
  const meant = rule.read?.(text, () => undefined);
  const spelled = meant === undefined ? text : plainText(rule, meant);
  const value = rule.read?.(spelled, report);
  return value === undefined ? undefined : { text: spelled, value };
}

/** Empty when there is no value. White space around it would not be read again, so it isn't written. */
function plainText({ read }: ElementRule, value: unknown): string {
  if (value === undefined || value === null) return '';
  if (read === amount && Number.isSafeInteger(value)) return formatMinor(Number(value));
  const text = typeof value === 'string' ? value : (value as number | boolean).toString();
  return read === vatTreatment ? (VAT_WORDS[text] ?? text) : normalizeText(text);
}
