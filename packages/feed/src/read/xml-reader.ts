import type { FeedPosition, ReadLimits } from './feed-entry.js';
import { FeedFault, feedIssue } from './feed-fault.js';
import type { FeedFindingCode } from './feed-findings.js';
import { isBlank } from './is-blank.js';
import { MarkupFault, malformed } from './markup-fault.js';
import { endOfOwnText, endOfOwnSection } from './own-text.js';
import { CDATA_END, CDATA_START, readMarkup } from './read-markup.js';
import { plainText } from './plain-text.js';
import { endOfEndTag, tagMismatch } from './read-end-tag.js';
import { readStartTag, type StartTag } from './read-start-tag.js';
import type { TextWindow } from './text-window.js';
import { endOfSpace } from './xml-grammar.js';
import type { XmlEvents } from './xml-events.js';
import { Turn, XmlNames, type Lead, type XmlName } from './xml-names.js';

/** Behind anything but a tag. Nothing is learned there. */
const NOWHERE = new Turn();
const SLASH = 0x2f;
const EXCLAMATION_MARK = 0x21;
const QUESTION_MARK = 0x3f;

/**
 * Reads XML 1.0, as strictly as the standard has it, without entities of the document's own: every piece of markup when it
 * is whole, so that it never matters in what pieces the text comes. Made for feeds, which say the same tags over and over:
 * what came behind a tag before is compared with the text first, and only what differs is taken apart.
 */
export class XmlReader {
  readonly #events: XmlEvents;
  readonly #window: TextWindow;
  readonly #limits: ReadLimits;
  readonly #names = new XmlNames();
  readonly #open: XmlName[] = [];
  #innermost: XmlName | undefined;
  #turn = NOWHERE;
  #root: XmlName | undefined;

  constructor(events: XmlEvents, window: TextWindow, limits: ReadLimits) {
    this.#events = events;
    this.#window = window;
    this.#limits = limits;
  }

  /** Reads on, as far as the text goes. Throws a {@link FeedFault}, with the window at the start of what is wrong. */
  read(): void {
    try {
      const { text, at } = this.#window;
      for (let next = at; next >= 0;) next = this.#readOn(text, next);
    } catch (error) {
      throw this.#translate(error);
    }
  }

  /** No more text will come. */
  end(): void {
    this.#window.flush();
    this.read();
    try {
      this.#finish();
    } catch (error) {
      throw this.#translate(error);
    }
  }

  /** Goes on inside the root, after a fault. */
  resume(): void {
    this.#open.length = 0;
    if (this.#root) this.#open.push(this.#root);
    this.#innermost = this.#root;
    this.#turn = NOWHERE;
  }

  /** Behind what is at `at`; -1 when it isn't whole. */
  #readOn(text: string, at: number): number {
    return this.#takeApart(text, this.#glide(text, at));
  }

  /** Follows what is known, byte by byte. Behind it is something else. */
  #glide(text: string, from: number): number {
    const window = this.#window;
    const { copy } = window;
    let index = copy.indexOf(from);
    window.locate(from);
    // As far as this comes, a character is a byte: but for sections.
    let shift = index - from;
    for (;;) {
      const lead = this.#turn.leadAt(copy.view, index);
      if (lead === undefined) return index - shift;
      const at = index - shift;
      const behind = index + lead.bytes.length;
      const { opened, endTagBytes } = lead.name;
      const isOpening = !lead.isEnd && !lead.isEmpty && this.#innermost !== undefined;
      const end = isOpening && opened.holdsText ? endOfOwnText(lead, copy, behind, this.#limits.textLength) : -1;
      if (end !== -1) {
        index = end + endTagBytes.length;
        this.#tellElement(lead, at, behind - shift, text.slice(behind - shift, end - shift), index - shift);
        continue;
      }
      const section =
        isOpening && opened.holdsSection ? endOfOwnSection(lead, window, behind - shift, this.#limits) : -1;
      if (section === -1) {
        this.#follow(lead, at);
        index = behind;
      } else {
        const textAt = behind - shift;
        const endAt = section + CDATA_END.length + endTagBytes.length;
        this.#tellElement(lead, at, textAt, text.slice(textAt + CDATA_START.length, section), endAt);
        window.locate(endAt);
        index = copy.indexOf(endAt);
        shift = index - endAt;
      }
    }
  }

  /** `textAt` is where what is in it starts, `end` behind its end tag. */
  #tellElement(lead: Lead, at: number, textAt: number, text: string, end: number): void {
    const window = this.#window;
    const tagAt = at + lead.space;
    window.locateBehind(tagAt, lead.lineEnds, lead.indent);
    window.at = tagAt;
    if (this.#events.element(lead.name.text, text, window.line, window.column)) {
      this.#turn = lead.name.closed;
      window.at = end;
    } else {
      this.#openElement(lead.name, tagAt);
      window.at = textAt;
      this.#events.text(text);
      this.#close(end);
    }
  }

  #follow(lead: Lead, at: number): void {
    const window = this.#window;
    const tagAt = at + lead.space;
    window.locateBehind(tagAt, lead.lineEnds, lead.indent);
    window.at = tagAt;
    if (lead.isEnd) {
      if (this.#innermost !== lead.name) throw tagMismatch(tagAt, this.#innermost);
      this.#close(at + lead.bytes.length);
    } else {
      this.#openElement(lead.name, tagAt);
      if (lead.isEmpty) this.#close(at + lead.bytes.length);
    }
  }

  #takeApart(text: string, at: number): number {
    const next = text.indexOf('<', at);
    if (next === -1) return this.#wait(at, at, text.length);
    if (next + 1 === text.length) return this.#wait(at, at, next);
    const kind = text.charCodeAt(next + 1);
    const isTag = kind !== EXCLAMATION_MARK && kind !== QUESTION_MARK;
    const turn = this.#turn;
    if (next > at && !(isTag && turn !== NOWHERE && isBlank(text.slice(at, next)))) {
      if (turn === this.#innermost?.opened) turn.holdsText = true;
      this.#tellText(at, next);
      return next;
    }
    turn.holdsText = false;
    this.#checkLength(at, next);
    this.#window.at = next;
    const end = isTag ? this.#readTag(text, at, next, kind === SLASH) : this.#readOther(text, next);
    return end ?? this.#wait(at, next, text.length);
  }

  #readTag(text: string, from: number, at: number, isEnd: boolean): number | undefined {
    const turn = this.#turn;
    const space = at - from;
    if (isEnd) {
      const end = endOfEndTag(text, at, this.#innermost);
      const name = this.#innermost;
      if (end === undefined || name === undefined) return undefined;
      this.#check(at, end);
      if (turn !== NOWHERE) turn.learn(text.slice(from, end), space, name, isEnd, false);
      return this.#close(end);
    }
    const tag = readStartTag(text, at, this.#limits.attributesPerElement);
    if (tag === undefined) return undefined;
    this.#check(at, tag.end);
    const name = this.#names.get(tag.name);
    const { attributes, isEmpty, end } = tag;
    if (turn !== NOWHERE && attributes.length === 0) turn.learn(text.slice(from, end), space, name, isEnd, isEmpty);
    this.#window.locate(at);
    this.#openElement(name, at);
    this.#tellAttributes(attributes);
    return isEmpty ? this.#close(end) : end;
  }

  /** Comments, CDATA sections, instructions and the document type. */
  #readOther(text: string, at: number): number | undefined {
    const markup = readMarkup(text, at, this.#window.offset === 0);
    if (markup === undefined) return undefined;
    const { kind, end } = markup;
    this.#check(at, end);
    if (this.#turn === this.#innermost?.opened) this.#turn.holdsSection = kind === 'cdata';
    this.#turn = NOWHERE;
    if (kind === 'doctype' && this.#root) throw malformed(at, 'doctype-place');
    if (kind === 'cdata') {
      if (this.#innermost === undefined) throw malformed(at, 'outside-root');
      this.#events.text(text.slice(at + CDATA_START.length, end - CDATA_END.length));
    }
    return end;
  }

  #openElement(name: XmlName, at: number): void {
    if (this.#innermost === undefined && this.#root !== undefined) throw malformed(at, 'outside-root');
    this.#root ??= name;
    const window = this.#window;
    this.#events.open(name.text, window.line, window.column);
    this.#open.push(name);
    this.#innermost = name;
    this.#turn = name.opened;
  }

  #tellAttributes(attributes: StartTag['attributes']): void {
    for (const { name, at } of attributes) {
      this.#window.locate(at);
      this.#events.attribute(name, this.#window.line, this.#window.column);
    }
  }

  #close(end: number): number {
    const name = this.#open.pop() as XmlName;
    this.#innermost = this.#open[this.#open.length - 1];
    this.#turn = name.closed;
    this.#window.at = end;
    this.#events.close();
    return end;
  }

  #tellText(at: number, end: number): void {
    const window = this.#window;
    const { text } = window;
    window.at = at;
    this.#turn = NOWHERE;
    this.#checkLength(at, end);
    if (this.#innermost === undefined) {
      const odd = endOfSpace(text, at);
      if (odd < end) throw malformed(odd, 'outside-root');
    } else if (window.isPlain(at, end)) this.#events.text(text.slice(at, end));
    else this.#events.text(plainText(window, at, end));
  }

  /** Keeps what starts at `from` until there is more. What is known to be of one piece may not be too long already. */
  #wait(from: number, at: number, end: number): number {
    this.#checkLength(at, end);
    this.#window.wait(from);
    return -1;
  }

  #check(at: number, end: number): void {
    this.#checkLength(at, end);
    if (this.#window.disallowedFrom(at) < end) throw new MarkupFault(end, 'bad-character');
  }

  #checkLength(at: number, end: number): void {
    const limit = this.#limits.textLength;
    if (end - at <= limit) return;
    this.#window.at = at;
    const isDoctype = this.#window.text.startsWith('<!DOCTYPE', at);
    throw isDoctype ? new MarkupFault(at, 'doctype-refused') : new MarkupFault(at, 'text-too-long', { limit });
  }

  #finish(): void {
    const window = this.#window;
    const { text, at } = window;
    if (at < text.length && !text.includes('<', at)) {
      this.#tellText(at, text.length);
      window.at = text.length;
    }
    if (this.#root === undefined && window.at === text.length) throw malformed(0, 'no-root');
    if (this.#innermost !== undefined || window.at < text.length) throw new MarkupFault(text.length, 'unexpected-end');
  }

  /** A disallowed character is what was wrong first, whatever came of it. */
  #translate(error: unknown): unknown {
    if (!(error instanceof MarkupFault)) return error;
    const window = this.#window;
    const { at, code, params, resume } = error;
    const { textLength: limit } = this.#limits;
    if (at - window.at > limit) return this.#feedFault(window.at, 'text-too-long', { limit }, 'after');
    const disallowed = window.disallowedFrom(window.at);
    if (disallowed <= at) return this.#feedFault(disallowed, 'bad-character', {}, 'after');
    return this.#feedFault(at, code, params, resume);
  }

  #feedFault(
    at: number,
    code: FeedFindingCode,
    params: MarkupFault['params'],
    resume: MarkupFault['resume'],
  ): FeedFault {
    const position: FeedPosition = this.#window.positionOf(at);
    return new FeedFault(feedIssue(code, position, params), resume);
  }
}
