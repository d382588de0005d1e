import type { FeedFindingCode } from '../findings/feed-findings.js';

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

/** Any text. */
export const text: ValueReader<string> = ofContent('text', (value) => value);

/** The name of a site. The schema has a list of them, and says that it isn't complete. */
export const site: ValueReader<string> = ofContent('word', (value) => value);

/** An address to mail to. Checking looks at it: the schema's pattern takes nearly anything with an @, but not nothing. */
export const emailAddress: ValueReader<string> = ofContent('word', (value) => value);
