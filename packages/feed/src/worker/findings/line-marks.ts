import type { FeedPosition } from '../../findings/feed-issue.js';
import { advancePosition } from '../../xml/text-position.js';

/** A place in the source of a feed, and the line and column that it is. */
export interface LineMark extends FeedPosition {
  readonly offset: number;
}

/** Notes, while a feed is read, which lines are where: with that any line can be shown without reading all before it. */
export class LineMarks {
  readonly #marks: LineMark[] = [{ offset: 0, line: 1, column: 1 }];
  #endsInReturn = false;

  /** To be called with every piece of text, in order, and the offset in the source at which it ends. */
  add(text: string, offset: number): void {
    const start = this.#marks.at(-1);
    if (text === '' || start === undefined) return;
    // One line end in two pieces.
    const rest = this.#endsInReturn && text.startsWith('\n') ? text.slice(1) : text;
    this.#endsInReturn = text.endsWith('\r');
    this.#marks.push({ offset, ...advance(start, rest) });
  }

  /** The marks between which a place is, with one more before it, for what the line begins with. */
  around({ line, column }: FeedPosition): { readonly start: LineMark; readonly end: number | undefined } {
    const isBefore = (mark: LineMark): boolean => mark.line < line || (mark.line === line && mark.column <= column);
    let low = 0;
    let high = this.#marks.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      const mark = this.#marks[middle];
      if (mark && isBefore(mark)) low = middle;
      else high = middle;
    }
    const start = this.#marks[Math.max(0, low - 1)] ?? { offset: 0, line: 1, column: 1 };
    return { start, end: this.#marks[low + 2]?.offset };
  }
}

/** As `advancePosition`, without looking for what most feeds don't have. */
function advance(start: FeedPosition, text: string): FeedPosition {
  if (text.includes('\r')) return advancePosition(start, text);
  let { line } = start;
  let last = -1;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) {
    line += 1;
    last = at;
  }
  return last === -1 ? advancePosition(start, text) : advancePosition({ line, column: 1 }, text.slice(last + 1));
}
