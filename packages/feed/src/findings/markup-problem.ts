/** What is wrong with malformed markup, for a sentence about it. */
export type MarkupProblem =
  | 'attribute-twice'
  | 'cdata-end-in-text'
  | 'cdata-ends-early'
  | 'cdata-in-cdata'
  | 'comment-double-hyphen'
  | 'doctype-place'
  | 'equals-sign-expected'
  | 'less-than-in-attribute'
  | 'markup-unknown'
  | 'name-expected'
  | 'no-root'
  | 'outside-root'
  | 'quote-expected'
  | 'space-expected'
  | 'tag-end-expected'
  | 'xml-declaration';

/** What is wrong with a reference. Of the first three it is known what is meant. */
export type ReferenceProblem =
  'plain-ampersand' | 'html-entity' | 'two-halves' | 'unknown-name' | 'half' | 'no-character';

/** What is before the XML declaration: white space, a byte order mark too many, both, a comment, or anything else. */
export type StartProblem = 'space' | 'mark' | 'both' | 'comment' | 'text';

/** What a file is that is no feed: a document with another root, nothing at all, JSON, or anything else. */
export type NoFeedProblem = 'root' | 'nothing' | 'json' | 'no-xml';

/** Why a text is no day: a year of two digits, or of another time, a month, the number that a spreadsheet keeps, or anything else. */
export type DateProblem = 'short-year' | 'year' | 'month' | 'serial' | 'no-day';
