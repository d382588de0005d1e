import { SaxesParser, type SaxesTagPlain } from 'saxes';
import type { FeedPosition, ReadLimits } from './feed-entry.js';
import { FeedFault, feedIssue } from './feed-fault.js';
import type { FeedFindingCode } from './feed-findings.js';
import { advancePosition } from './text-position.js';

/** What {@link XmlReader} tells, in document order. Positions are where the markup starts. */
export interface XmlEvents {
  open(name: string, line: number, column: number): void;
  /** Of the element that was just opened. */
  attribute(name: string, line: number, column: number): void;
  text(text: string, line: number, column: number): void;
  close(name: string, endLine: number): void;
}

/** Everything a feed may refer to: five names and characters. Anything else is a fault, so nothing is ever expanded. */
const REFERENCE = /&(?:amp|lt|gt|quot|apos|#(\d{1,7})|#x([\dA-Fa-f]{1,6}));/y;
const END_OF_NAME = '> \n\r\t';
const LONGEST_REFERENCE = 10;
const UNFINISHED_REFERENCE = /^&#?[\dA-Za-z]*$/;
/** Markup in which an ampersand is just an ampersand. */
const LITERAL_MARKUP = { '<![CDATA[': ']]>', '<!--': '-->', '<?': '?>' } as const;

/**
 * saxes, with what reading feeds needs on top: the exact place of every element and fault, a bound on every piece of
 * markup, and the text to go on with after a fault. It keeps the text since the last complete event, never more.
 *
 * A bare ampersand is found here rather than by saxes, which would take everything up to the next semicolon, across tags,
 * for the name of an entity.
 */
export class XmlReader {
  readonly #events: XmlEvents;
  readonly #limits: ReadLimits;
  readonly #saxes: SaxesParser<{ xmlns: false }>;
  /** How much text saxes has been given. */
  #fed = 0;
  /** Where the last complete event ended, as an offset into what saxes has been given, and in the feed. */
  #mark = 0;
  #markLine: number;
  #markColumn: number;
  /** Text from the mark to the end of what saxes has been given. */
  #pending = '';
  /** The end of a piece of text that may be the start of a reference. */
  #held = '';
  /** Text being given to saxes right now, and where it starts. */
  #piece = '';
  #openElement = '';

  constructor(events: XmlEvents, limits: ReadLimits, start?: FeedPosition & { readonly root: string }) {
    this.#events = events;
    this.#limits = limits;
    this.#markLine = start?.line ?? 1;
    this.#markColumn = start?.column ?? 1;
    this.#saxes = new SaxesParser({ xmlns: false, position: false, defaultXMLVersion: '1.0', forceXMLVersion: true });
    if (start) this.#enterRoot(start);
    this.#listen();
  }

  /** Where the text since the last complete event starts. */
  get markPosition(): FeedPosition {
    return { line: this.#markLine, column: this.#markColumn };
  }

  /** The same as an offset, of use only to tell how much was read in between. */
  get offset(): number {
    return this.#mark;
  }

  /** The place that reading has come to. */
  get position(): FeedPosition {
    return advancePosition(this.markPosition, this.#pending + this.#held);
  }

  /**
   * Reads on. Throws a {@link FeedFault} when it can't; then `unread(text)` is the text since the last complete event,
   * for who wants to look for a place to go on.
   */
  write(text: string): void {
    const input = this.#held + text;
    this.#held = '';
    let from = 0;
    let at = input.indexOf('&');
    while (at !== -1) {
      if (isReference(input, at)) {
        at = input.indexOf('&', at + 3);
        continue;
      }
      if (input.length - at <= LONGEST_REFERENCE && UNFINISHED_REFERENCE.test(input.slice(at))) {
        this.#held = input.slice(at);
        this.#feed(input, from, at);
        return;
      }
      this.#feed(input, from, at);
      from = at;
      const terminator = this.#literalTerminator();
      if (terminator === undefined) this.#failBareAmpersand(input, at);
      const end = input.indexOf(terminator, at);
      at = end === -1 ? -1 : input.indexOf('&', end);
    }
    this.#feed(input, from, input.length);
  }

  /** No more text will come. */
  end(): void {
    const held = this.#held;
    this.#held = '';
    if (held !== '') {
      if (this.#literalTerminator() === undefined) this.#failBareAmpersand(held, 0);
      this.#feed(held, 0, held.length);
    }
    try {
      this.#saxes.close();
    } catch (error) {
      throw this.#translate(error);
    }
  }

  /** After a fault: the text from the last complete event on. */
  unread = '';

  #enterRoot(start: FeedPosition & { readonly root: string }): void {
    const root = `<${start.root}>`;
    this.#saxes.write(root);
    this.#saxes.line = start.line;
    this.#saxes.column = start.column - 1;
    this.#fed = root.length;
    this.#mark = root.length;
  }

  // saxes becomes four times slower when it has more than seven handlers: adding them one by one makes V8 keep the parser
  // as a dictionary. So attributes are counted with their tag, and errors are caught.
  #listen(): void {
    const saxes = this.#saxes;
    saxes.on('opentag', ({ name, attributes }: SaxesTagPlain) => {
      this.#events.open(name, this.#markLine, this.#markColumn);
      this.#tellAttributes(attributes);
      this.#setMark(0);
    });
    saxes.on('closetag', ({ name, isSelfClosing }: SaxesTagPlain) => {
      // saxes says that the innermost element is closed, and only then that the end tag was another one's.
      if (!isSelfClosing && !this.#endTagIs(name)) {
        this.#openElement = name;
        return;
      }
      this.#events.close(name, saxes.line);
      this.#setMark(0);
    });
    saxes.on('text', (text) => {
      this.#events.text(text, this.#markLine, this.#markColumn);
      // It ends where the next markup starts, and saxes has read that "<".
      this.#setMark(-1);
    });
    saxes.on('cdata', (text) => {
      this.#events.text(text, this.#markLine, this.#markColumn);
      this.#setMark(0);
    });
    // saxes tells of a comment when it has read "--", before ">".
    saxes.on('comment', () => this.#setMark(1));
    saxes.on('doctype', (doctype) => {
      if (/[[]|\b(?:SYSTEM|PUBLIC)\b/.test(doctype)) throw this.#fault('doctype-refused');
      this.#setMark(0);
    });
  }

  #tellAttributes(attributes: Readonly<Record<string, string>>): void {
    let count = 0;
    for (const name in attributes) {
      count += 1;
      if (count > this.#limits.attributesPerElement) {
        throw this.#fault('too-many-attributes', { limit: this.#limits.attributesPerElement });
      }
      this.#events.attribute(name, this.#markLine, this.#markColumn);
    }
  }

  #setMark(offset: number): void {
    const saxes = this.#saxes;
    this.#mark = saxes.position + offset;
    this.#markLine = saxes.line;
    this.#markColumn = saxes.column + 1 + offset;
  }

  #feed(input: string, from: number, to: number): void {
    if (from === to) return;
    const start = this.#fed;
    const before = this.#pending;
    this.#piece = from === 0 && to === input.length ? input : input.slice(from, to);
    try {
      this.#saxes.write(this.#piece);
      this.#fed += this.#piece.length;
      this.#pending = this.#mark >= start ? this.#piece.slice(this.#mark - start) : before + this.#piece;
      if (this.#pending.length > this.#limits.textLength) {
        if (this.#isInDoctype()) throw this.#fault('doctype-refused');
        throw this.#fault('text-too-long', { limit: this.#limits.textLength });
      }
    } catch (error) {
      this.unread = this.#mark >= start ? input.slice(from + this.#mark - start) : before + input.slice(from);
      throw this.#translate(error);
    }
  }

  #endTagIs(name: string): boolean {
    const inPiece = this.#mark >= this.#fed;
    const text = inPiece ? this.#piece : this.#pending + this.#piece;
    const nameAt = (inPiece ? this.#mark - this.#fed : 0) + '</'.length;
    return text.startsWith(name, nameAt) && END_OF_NAME.includes(text[nameAt + name.length] ?? '');
  }

  #literalTerminator(): string | undefined {
    for (const [start, end] of Object.entries(LITERAL_MARKUP)) {
      if (this.#pending.startsWith(start)) return end;
    }
    return undefined;
  }

  #isInDoctype(): boolean {
    return this.#pending.startsWith('<!DOCTYPE');
  }

  #failBareAmpersand(input: string, at: number): never {
    const position = advancePosition(this.markPosition, this.#pending);
    const started = at - this.#pending.length;
    this.unread = started >= 0 ? input.slice(started) : this.#pending + input.slice(at);
    if (this.#isInDoctype()) throw this.#fault('doctype-refused');
    const reference = /^&#?\w{0,20};?/.exec(input.slice(at, at + 24))?.[0] ?? '&';
    throw new FeedFault(feedIssue('bad-reference', position, { reference }));
  }

  /** A fault of the markup that starts at the mark. */
  #fault(code: FeedFindingCode, params: Record<string, string | number> = {}): FeedFault {
    return new FeedFault(feedIssue(code, this.markPosition, params));
  }

  /** saxes throws plain errors, and leaves line and column where it met the fault. */
  #translate(error: unknown): unknown {
    if (!(error instanceof Error) || error.constructor !== Error) return error;
    const { message } = error;
    const saxes = this.#saxes;
    const here = { line: saxes.line, column: Math.max(saxes.column, 1) };
    if (message === 'unexpected close tag.' || message.startsWith('unmatched closing tag')) {
      return this.#fault('tag-mismatch', { expected: this.#openElement });
    }
    if (message === 'disallowed character.') return new FeedFault(feedIssue('bad-character', here));
    if (message.startsWith('unclosed tag') || message === 'unexpected end.') {
      return new FeedFault(feedIssue('unexpected-end', this.position));
    }
    if (message === 'malformed comment.') {
      return new FeedFault(feedIssue('malformed-xml', here, { detail: message }), 'in-comment');
    }
    if (message.includes('outside of root') || message.includes('must contain a root')) {
      return new FeedFault(feedIssue('malformed-xml', this.markPosition, { detail: message }));
    }
    return new FeedFault(feedIssue('malformed-xml', here, { detail: message }));
  }
}

function isReference(text: string, at: number): boolean {
  REFERENCE.lastIndex = at;
  const match = REFERENCE.exec(text);
  if (match === null) return false;
  const [, decimal, hexadecimal] = match;
  if (decimal !== undefined) return isXmlCharacter(Number(decimal));
  return hexadecimal === undefined || isXmlCharacter(Number.parseInt(hexadecimal, 16));
}

/** Source: XML 1.0, production 2. */
function isXmlCharacter(code: number): boolean {
  if (code < 0x20) return code === 0x9 || code === 0xa || code === 0xd;
  return code <= 0xd7ff || (code >= 0xe000 && code <= 0xfffd) || (code >= 0x10000 && code <= 0x10ffff);
}
