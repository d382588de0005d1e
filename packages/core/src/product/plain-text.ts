/** What is inside these is no text for people. */
const HIDDEN =
  /<(script|style|template|iframe|object|svg|math|noscript|title)\b[^]*?(?:<\/\1\s*>|$)|<!--[^]*?(?:-->|$)/gi;
const TAG = /<\/?[a-z][^<>]*>/gi;
const REFERENCE = /&(?:#x([\da-f]{1,6})|#(\d{1,7})|([a-z]+));/gi;

/** The references that Dutch and English texts are full of. Others stay as they are. */
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  euro: '€',
  aacute: 'á',
  eacute: 'é',
  egrave: 'è',
  ecirc: 'ê',
  euml: 'ë',
  iuml: 'ï',
  oacute: 'ó',
  ouml: 'ö',
  uuml: 'ü',
  ccedil: 'ç',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  bull: '•',
  middot: '·',
};

/** The words of an HTML description, on one line. For data about a product, never for showing as HTML. */
export function plainText(html: string): string {
  const bare = html.replace(HIDDEN, ' ').replace(TAG, ' ');
  return bare.replace(REFERENCE, decode).replace(/\s+/g, ' ').trim();
}

function decode(whole: string, hex?: string, decimal?: string, name?: string): string {
  if (name !== undefined) return Object.hasOwn(NAMED, name) ? (NAMED[name] ?? whole) : whole;
  const code = hex === undefined ? Number(decimal) : parseInt(hex, 16);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
}
