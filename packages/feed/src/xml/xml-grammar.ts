// In this order for the linter, which takes some neighbours for one character.
const NAME_START =
  ':A-Z_a-z\\xC0-\\xD6\\xD8-\\xF6\\xF8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFF\\u200C-\\u200D\\u2070-\\u218F' +
  '\\u2C00-\\u2FEF\\u3001-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFFD\\u{10000}-\\u{EFFFF}';
/** Source: XML 1.0, productions 4 and 4a. */
const NAME_PATTERN = `[${NAME_START}][\\u0300-\\u036F\\-.\\d\\xB7\\u203F-\\u2040${NAME_START}]*`;
const NAME = new RegExp(NAME_PATTERN, 'uy');
const DECLARATION =
  /<\?xml[ \n\t]+version[ \n\t]*=[ \n\t]*(?:"1\.\d+"|'1\.\d+')(?:[ \n\t]+encoding[ \n\t]*=[ \n\t]*(?:"[A-Za-z][\w.-]*"|'[A-Za-z][\w.-]*'))?(?:[ \n\t]+standalone[ \n\t]*=[ \n\t]*(?:"(?:yes|no)"|'(?:yes|no)'))?[ \n\t]*\?>/y;
const DOCTYPE = new RegExp(`<!DOCTYPE[ \\n\\t]+${NAME_PATTERN}[ \\n\\t]*>`, 'uy');
const SPACE = /[ \n\t]*/y;
/** Everything a feed may refer to: five names and characters. Anything else is a fault, so nothing is ever expanded. */
const REFERENCE = /&(?:amp|lt|gt|quot|apos|#(\d{1,7})|#x([\dA-Fa-f]{1,6}));/y;
const LONGEST_REFERENCE = 10;

/** Where the name at `at` ends; `at` itself when there is none. */
export function endOfName(text: string, at: number): number {
  return endOfMatch(NAME, text, at);
}

export function endOfSpace(text: string, at: number): number {
  return endOfMatch(SPACE, text, at);
}

/** Whether `text` from `at` to `end` is an XML declaration. Source: XML 1.0, production 23. */
export function isDeclaration(text: string, at: number, end: number): boolean {
  return endOfMatch(DECLARATION, text, at) === end;
}

/** Whether `text` from `at` to `end` is a document type that neither defines nor refers to anything. */
export function isPlainDoctype(text: string, at: number, end: number): boolean {
  return endOfMatch(DOCTYPE, text, at) === end;
}

/** Behind the reference at `at`; `undefined` when there is none. */
export function endOfReference(text: string, at: number): number | undefined {
  REFERENCE.lastIndex = at;
  const match = REFERENCE.exec(text);
  if (match === null) return undefined;
  const [all, decimal, hexadecimal] = match;
  const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '20', 16) : Number(decimal);
  return isXmlCharacter(code) ? at + all.length : undefined;
}

/** Whether what is at `at` may become a reference once more text is there. */
export function mayBecomeReference(text: string, at: number): boolean {
  return text.length - at < LONGEST_REFERENCE && /^&#?[\dA-Za-z]*$/.test(text.slice(at));
}

/** Source: XML 1.0, production 2. */
export function isXmlCharacter(code: number): boolean {
  if (code < 0x20) return code === 0x9 || code === 0xa || code === 0xd;
  return code <= 0xd7ff || (code >= 0xe000 && code <= 0xfffd) || (code >= 0x10000 && code <= 0x10ffff);
}

function endOfMatch(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}
