import type { FeedFindingCode } from '../findings/feed-findings.js';
import type { FeedIssue, FeedPosition } from '../findings/feed-issue.js';

/**
 * What `XmlReader` tells, in document order. While it does, the window is at the start of what is told, at the end of
 * what is closed. White space between two tags isn't told.
 */
export interface XmlEvents {
  open(name: string, line: number, column: number): void;
  /** Of the element that was just opened. */
  attribute(name: string, line: number, column: number): void;
  text(text: string): void;
  /** Something that isn't as XML wants it, at a place, and that was read all the same. */
  report(code: FeedFindingCode, at: FeedPosition, params: FeedIssue['params']): void;
  close(): void;
  /**
   * The same as `open`, `text` and `close`, for nearly every element: one that has nothing but text, and not only white
   * space. `false`: it isn't taken like that, and is to be told in parts. `isTrimmed`: there is surely no white space
   * around the text.
   */
  element(name: string, text: string, line: number, column: number, isTrimmed: boolean): boolean;
}
