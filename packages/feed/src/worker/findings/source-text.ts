import type { FeedPosition } from '../../findings/feed-issue.js';
import { LineMarks } from './line-marks.js';

/** More than a snippet shows, on either side. */
const REACH = 400;
const PIECE_LENGTH = 65_536;

/** A line, cut where it is very long, and a place in it. */
export interface SourceLine {
  readonly text: string;
  readonly index: number;
}

/** Finds lines of a feed that was read. */
export interface SourceText {
  lineAt(position: FeedPosition): Promise<SourceLine | undefined>;
}

/** Of a file, of which a small part is read again. */
export function sourceTextOfBlob(blob: Blob, marks: LineMarks, encoding: string): SourceText {
  return sourceText(marks, async (start, end) =>
    new TextDecoder(encoding, { ignoreBOM: true }).decode(await blob.slice(start, end).arrayBuffer()),
  );
}

/** Of a text that is at hand whole. */
export function sourceTextOf(text: string): SourceText {
  const marks = new LineMarks();
  for (let at = 0; at < text.length; at += PIECE_LENGTH) {
    const piece = text.slice(at, at + PIECE_LENGTH);
    marks.add(piece, at + piece.length);
  }
  return sourceText(marks, async (start, end) => text.slice(start, end));
}

function sourceText(marks: LineMarks, read: (start: number, end: number | undefined) => Promise<string>): SourceText {
  return {
    lineAt: async (position) => {
      const { start, end } = marks.around(position);
      const text = await read(start.offset, end);
      const index = indexOf(text, position, start);
      return index === undefined ? undefined : lineIn(text, index);
    },
  };
}

/** Where in a text that begins at `start` a place is. */
function indexOf(text: string, { line, column }: FeedPosition, start: FeedPosition): number | undefined {
  const lineEnd = /\r\n?|\n/g;
  let at = 0;
  let here = start;
  while (here.line < line) {
    if (!lineEnd.test(text)) return undefined;
    at = lineEnd.lastIndex;
    here = { line: here.line + 1, column: 1 };
  }
  let left = column - here.column;
  for (; left > 0 && at < text.length; left -= 1) at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
  return left === 0 ? at : undefined;
}

function lineIn(text: string, index: number): SourceLine {
  const head = text.slice(Math.max(0, index - REACH), index);
  const begins = Math.max(head.lastIndexOf('\n'), head.lastIndexOf('\r')) + 1;
  const [tail = ''] = text.slice(index, index + REACH).split(/[\r\n]/, 1);
  return { text: head.slice(begins) + tail, index: head.length - begins };
}
