import type { FeedFindingCode } from './feed-findings.js';

/** Tells what is odd about the element being read, or about `path` in it. Its place is known to whoever hands this in. */
export type Report = (code: FeedFindingCode, params?: Readonly<Record<string, string | number>>, path?: string) => void;

/** Reads the trimmed, non-empty text of one element. `undefined`: it isn't a value, and that has been reported. */
export interface ValueReader<Value> {
  (text: string, report: Report): Value | undefined;
  /** What the schema makes of the text; a number or a date when absent. */
  readonly content?: Content;
}

/** `text`: anything, so empty too. `word`: exactly one of a list, so white space around it is wrong. */
export type Content = 'text' | 'word';

/** Says what the schema makes of what a reader reads. */
export function ofContent<Value>(content: Content, read: ValueReader<Value>): ValueReader<Value> {
  return Object.assign(read, { content });
}

/** The start of a text that is too long to repeat in a finding. */
export function excerpt(text: string): string {
  if (text.length <= 60) return text;
  // Never half a character.
  const end = isHighSurrogate(text.charCodeAt(58)) ? 58 : 59;
  return `${text.slice(0, end)}…`;
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}
