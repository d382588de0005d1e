import type { SourceSnippet } from '@enrollkit/core/feed-checker.js';
import type { SourceLine } from './source-text.js';

const BEFORE = 60;
const MARKED = 90;
const AFTER = 60;

/**
 * What to show of a line: the place that is meant marked, and cut around it when the line is long. Marked is the element
 * with its text where it is short, else its tag, else one character.
 */
export function cutSnippet({ text, index }: SourceLine): SourceSnippet {
  const markEnd = wholeCharacter(text, index + Math.min(MARKED, markedLength(text.slice(index))));
  const start = wholeCharacter(text, Math.max(0, index - BEFORE));
  const end = wholeCharacter(text, Math.min(text.length, markEnd + AFTER));
  // The lines of a feed are indented, as deep as its elements: nobody needs to see that.
  const before = start === 0 ? text.slice(0, index).trimStart() : text.slice(start, index);
  return {
    before,
    marked: text.slice(index, markEnd),
    after: text.slice(markEnd, end).trimEnd(),
    isCutBefore: start > 0,
    isCutAfter: end < text.length,
  };
}

const ELEMENT = /^<([^\s<>/]+)[^<>]*>[^<]*<\/\1\s*>/;
const TAG = /^<[^<>]*>?/;

function markedLength(text: string): number {
  const element = ELEMENT.exec(text)?.[0].length ?? Infinity;
  if (element <= MARKED) return element;
  return TAG.exec(text)?.[0].length ?? ((text.codePointAt(0) ?? 0) > 0xffff ? 2 : 1);
}

/** Not between the two halves of a character. */
function wholeCharacter(text: string, at: number): number {
  return /[\uDC00-\uDFFF]/.test(text[at] ?? '') ? at + 1 : at;
}
