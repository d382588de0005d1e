import type { MarkupProblem } from '../../read/markup-fault.js';

/** What is wrong where the XML is malformed. */
export const MARKUP_PROBLEMS: Readonly<Record<MarkupProblem, string>> = {
  'attribute-twice': 'This attribute is in the same tag twice. Remove one.',
  'cdata-end-in-text': 'This is ]]> in plain text. Write ]]&gt;.',
  'comment-double-hyphen': 'This comment has two hyphens in a row. Remove one, or end the comment with -->.',
  'doctype-place': 'A document type belongs before the first element. Remove it here.',
  'equals-sign-expected': 'The equals sign is missing behind the name of this attribute. Write it as name="value".',
  'less-than-in-attribute':
    'The value of this attribute has a < in it. Write &lt;, or see if a quotation mark is missing.',
  'markup-unknown': 'Behind <! belongs a comment or CDATA. Write a plain less-than sign as &lt;.',
  'name-expected': 'A name belongs here. Write a plain less-than sign as &lt;.',
  'no-root': 'There is no element in this file. Check whether this is the feed.',
  'outside-root': 'This is outside the outermost element. Move it inside, or remove it.',
  'quote-expected': 'The value of this attribute is not in quotation marks. Write it as name="value".',
  'space-expected': 'A space is missing here, or this character does not belong in a name.',
  'tag-end-expected': 'This tag is not closed. Put a > here.',
  'xml-declaration':
    'The XML declaration is not right, or not at the very start. Begin the file with <?xml version="1.0" encoding="UTF-8"?>.',
};
