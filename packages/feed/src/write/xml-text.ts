/** Source: XML 1.0, production 2. Halves of characters are refused with it: the `u` flag reads whole ones. */
const NOT_XML = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;

/** What XML can't hold of a text, as the code point of the first such character: there is no way to write it. */
export function findNonXmlCharacter(text: string): number | undefined {
  const found = NOT_XML.exec(text);
  return found?.[0].codePointAt(0);
}

/** Markup of its own, or a reference such as `&eacute;`. */
const HTML = /<|&#?\w+;/;

/**
 * A text as the content of an element. HTML goes into CDATA, so that people can read it in the feed as they wrote it;
 * anything else is escaped. `]]>` would end the section, so it is spread over two.
 */
export function xmlContent(text: string): string {
  if (HTML.test(text)) return `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
  return text.replaceAll('&', '&amp;').replaceAll('>', '&gt;');
}

/** As reading takes it: without white space around it, and with the line ends that XML has. */
export function normalizeText(text: string): string {
  return text.replace(/\r\n?/g, '\n').trim();
}
