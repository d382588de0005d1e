import type { MarkupProblem, ReferenceProblem } from '../../findings/markup-problem.js';
import type { Sentence } from '../feed-terms.js';

/** What is wrong where the XML is malformed. */
export const MARKUP_PROBLEMS: Readonly<Record<MarkupProblem, () => string>> = {
  'attribute-twice': () => 'This attribute is in the same tag twice. Remove one.',
  'cdata-ends-early': () =>
    'This ]]> ends the CDATA section, and more text follows. Write ]]]]><![CDATA[> where you mean these characters themselves.',
  'cdata-in-cdata': () =>
    'A second <![CDATA[ begins inside a CDATA section, which ends at the first ]]> here. Write <![CDATA[ and ]]> once.',
  'cdata-end-in-text': () => 'There is a ]]> in plain text here. Write ]]&gt;.',
  'comment-double-hyphen': () => 'This comment has two hyphens in a row. Remove one, or end the comment with -->.',
  'doctype-place': () => 'A document type belongs before the first element. Remove it here.',
  'equals-sign-expected': () =>
    'The equals sign is missing after the name of this attribute. Write it as name="value".',
  'less-than-in-attribute': () =>
    'The value of this attribute has a < in it. Write &lt;, or check whether a quotation mark is missing.',
  'markup-unknown': () => 'Only a comment or CDATA can follow <!. Write a plain less-than sign as &lt;.',
  'name-expected': () => 'A name belongs here. Write a plain less-than sign as &lt;.',
  'no-root': () => 'There is no element in this file. Check whether this is the feed.',
  'outside-root': () => 'This is outside the outermost element. Move it inside, or remove it.',
  'quote-expected': () => 'The value of this attribute is not in quotation marks. Write it as name="value".',
  'space-expected': () =>
    'A space is missing here, or this character does not belong in a name. Add the space, or remove the character.',
  'tag-end-expected': () => 'This tag is not closed. Put a > here.',
  'xml-declaration': () =>
    'The XML declaration is wrong, or not at the very start. Begin the file with <?xml version="1.0" encoding="UTF-8"?>.',
};

/** What is wrong with a reference. */
export const REFERENCE_PROBLEMS: Readonly<
  Record<ReferenceProblem, Sentence<{ readonly reference: string; readonly use?: string }>>
> = {
  'plain-ampersand': () => 'There is a bare & here. Write &amp;.',
  'html-entity': ({ reference, use }) => `XML does not know ${reference}. Write the character itself: ${visible(use)}.`,
  'two-halves': ({ reference, use }) => `${reference} are the two halves of one character. Write ${use ?? ''}.`,
  'unknown-name': ({ reference }) =>
    `XML does not know “${reference}”. Write &amp; for an & sign, and other characters themselves.`,
  half: ({ reference }) => `${reference} is only half a character. Write the whole character, or remove it.`,
  'no-character': ({ reference }) => `${reference} stands for a character that XML does not allow. Remove it.`,
};

/** Some characters are nothing to see. */
function visible(character = ''): string {
  if (/\S/.test(character) && !/[\u00ad\u200b-\u200f]/.test(character)) return character;
  return `&#${character.charCodeAt(0)};`;
}
