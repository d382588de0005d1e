/** What is wrong with malformed markup, for a sentence about it. */
export type MarkupProblem =
  | 'attribute-twice'
  | 'cdata-end-in-text'
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
