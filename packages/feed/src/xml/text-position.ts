import type { FeedPosition } from '../findings/feed-issue.js';

/** The position after reading `text` from `start`. CR, LF and CRLF each end a line, as XML counts them. */
export function advancePosition(start: FeedPosition, text: string): FeedPosition {
  let { line } = start;
  let lineStart = -1;
  for (const { index, 0: lineEnd } of text.matchAll(/\r\n?|\n/g)) {
    line += 1;
    lineStart = index + lineEnd.length;
  }
  const rest = lineStart < 0 ? text : text.slice(lineStart);
  const characters = rest.length - (rest.match(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g)?.length ?? 0);
  return { line, column: characters + (lineStart < 0 ? start.column : 1) };
}
