/** What a product description may contain. Source: the product feed's documentation of `Description`. */
const ALLOWED_TAGS = new Set(['p', 'b', 'strong', 'h2', 'em', 'i', 'ul', 'ol', 'li', 'br']);
const VOID_TAGS = new Set(['br']);
/** What is inside these is no text for people. */
const SKIPPED = /<(script|style|template|iframe|object|svg|math)\b[\s\S]*?(?:<\/\1\s*>|$)|<!--[\s\S]*?(?:-->|$)/gi;
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  euro: '€',
  eacute: 'é',
  egrave: 'è',
  euml: 'ë',
  iuml: 'ï',
  ouml: 'ö',
  uuml: 'ü',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  rsquo: '’',
  lsquo: '‘',
  bull: '•',
};

/**
 * Turns the description of a product into nodes. Safe because it only ever makes elements from a short list, without a
 * single attribute, and text: no markup is handed to the browser, so Trusted Types has nothing to object to.
 */
export function richText(html: string): DocumentFragment {
  const fragment = document.createDocumentFragment();
  const open: Element[] = [];
  const parent = () => open.at(-1) ?? fragment;
  for (const [, closing, name, words] of html
    .replace(SKIPPED, '')
    .matchAll(/<(\/?)([a-z][a-z0-9]*)[^>]*>|([^<]+|<)/gi)) {
    const tag = name?.toLowerCase();
    if (words !== undefined) parent().append(decode(words));
    else if (!tag || !ALLOWED_TAGS.has(tag)) continue;
    else if (closing) closeUpTo(open, tag);
    else {
      const element = document.createElement(tag);
      parent().append(element);
      if (!VOID_TAGS.has(tag)) open.push(element);
    }
  }
  return fragment;
}

function closeUpTo(open: Element[], tag: string): void {
  const index = open.findLastIndex((element) => element.localName === tag);
  if (index >= 0) open.length = index;
}

function decode(words: string): string {
  return words.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]+));/gi,
    (whole: string, hex?: string, decimal?: string, name?: string) => {
      if (name) return ENTITIES[name] ?? whole;
      const code = hex ? parseInt(hex, 16) : Number(decimal);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}
