import { isBlank } from './is-blank.js';
import { MarkupFault, malformed } from './markup-fault.js';
import { isCutAt, ElementText } from './element-text.js';
import { CDATA_END, CDATA_START, readMarkup } from './read-markup.js';
import { DocumentStart } from './document-start.js';
import { OpenSection } from './open-section.js';
import { feedFaultOf } from './feed-fault-of.js';
import { plainText } from './plain-text.js';
import { endOfEndTag, tagMismatch } from './read-end-tag.js';
import { readStartTag, type StartTag } from './read-start-tag.js';
import type { TextWindow } from './text-window.js';
import type { XmlEvents } from './xml-events.js';
import type { XmlLimits } from './xml-limits.js';
import { KnownTags, XmlNames, type XmlName } from './xml-names.js';

/** Behind anything but a tag, where nothing is learned. */
const NOTHING_KNOWN = new KnownTags();
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
  readonly #limits: XmlLimits;
  readonly #names = new XmlNames();
  readonly #elementText: ElementText;
  readonly #open: XmlName[] = [];
  #innermost: XmlName | undefined;
  #known = NOTHING_KNOWN;
  #root: XmlName | undefined;
  #isEnding = false;
  #start = new DocumentStart();
  #section: OpenSection | undefined;

  constructor(events: XmlEvents, window: TextWindow, limits: XmlLimits) {
    this.#events = events;
    this.#window = window;
    this.#limits = limits;
    this.#elementText = new ElementText(window, limits.textLength);
  }

  /** Reads on, as far as the text goes. Throws a `FeedFault`, with the window at the start of what is wrong. */
  read(): void {
    try {
      for (let next = this.#window.at; next >= 0;) next = this.#readOn(next);
    } catch (error) {
      throw feedFaultOf(error, this.#window, this.#limits, this.#section);
    }
  }

  /** No more text will come. Goes on behind a fault when it is called again. */
  end(): void {
    // Once: behind each of a million faults, the rest of the text would be taken in anew.
    if (!this.#isEnding) this.#window.flush();
    this.#isEnding = true;
    this.read();
    try {
      this.#finish();
    } catch (error) {
      throw feedFaultOf(error, this.#window, this.#limits, this.#section);
    }
  }

  /** Goes on inside the root, after a fault. */
  resume(): void {
    this.#open.length = 0;
    if (this.#root) this.#open.push(this.#root);
    this.#innermost = this.#root;
    this.#known = NOTHING_KNOWN;
    this.#section = undefined;
  }

  /** Begins at the declaration or the root, behind something that has no place before it. */
  restart(): void {
    this.#root = undefined;
    this.resume();
    this.#start = new DocumentStart();
  }

  /** Behind what is at `at`; -1 when it isn't whole. */
  #readOn(at: number): number {
    const behind = this.#followKnownTags(at);
    return behind === -1 ? -1 : this.#takeApart(behind);
  }

  /** Follows what is known, byte by byte. Behind it is something else; -1 when it goes on behind the text. */
  #followKnownTags(from: number): number {
    const window = this.#window;
    const { utf8 } = window;
    let index = utf8.indexOf(from);
    window.locateByte(index);
    // As far as this comes, a character is a byte: but for texts.
    let extraBytes = index - from;
    for (;;) {
      const tag = this.#known.find(utf8.view, index);
      if (tag === undefined) return index - extraBytes;
      const { name, space, lineEnds, indent } = tag;
      const behind = index + tag.bytes.length;
      const isOpening = !tag.isEnd && !tag.isEmpty && this.#innermost !== undefined;
      const isTextOnly = isOpening && this.#elementText.find(name, behind);
      if (isOpening && !isTextOnly && this.#elementText.isCut && this.#mayWait(index)) {
        window.wait(index - extraBytes);
        return -1;
      }
      window.locateBehind(index + space, lineEnds, indent);
      window.at = index + space - extraBytes;
      if (tag.isEnd) {
        if (this.#innermost !== name) throw tagMismatch(window.at, this.#innermost);
        this.#close(behind - extraBytes);
        index = behind;
      } else if (isTextOnly) {
        this.#tellElement(name, behind - extraBytes);
        index = this.#elementText.end + name.endTagBytes.length;
        if (!this.#elementText.isPlain) window.locateByte(index);
        extraBytes = index - window.at;
      } else {
        this.#openElement(name, window.at);
        if (tag.isEmpty) this.#close(behind - extraBytes);
        index = behind;
      }
    }
  }

  /** The element at the window's place, with nothing but its own text, which is at `textAt`. */
  #tellElement(name: XmlName, textAt: number): void {
    const window = this.#window;
    const { text, end, isTrimmed } = this.#elementText;
    const behind = end + name.endTagBytes.length;
    if (this.#events.element(name.text, text, window.line, window.column, isTrimmed)) {
      this.#known = name.tagsBehindEnd;
      window.at = window.utf8.offsetOf(behind);
    } else {
      this.#openElement(name, window.at);
      window.at = textAt;
      this.#events.text(text);
      this.#close(window.utf8.offsetOf(behind));
    }
  }

  #takeApart(at: number): number {
    const window = this.#window;
    const index = window.utf8.indexOf(at);
    // Then it needn't become a string yet.
    if (this.#mayWait(index) && isCutAt(window, index)) {
      window.wait(at);
      return -1;
    }
    const { text } = window;
    const next = text.indexOf('<', at);
    if (next === -1) return this.#wait(at, at, text.length);
    if (next + 1 === text.length) return this.#wait(at, at, next);
    const kind = text.charCodeAt(next + 1);
    const isTag = kind !== EXCLAMATION_MARK && kind !== QUESTION_MARK;
    if (next > at && !(isTag && this.#known !== NOTHING_KNOWN && isBlank(text.slice(at, next)))) {
      this.#tellText(at, next);
      return next;
    }
    this.#checkLength(at, next);
    window.at = next;
    const end = isTag ? this.#readTag(text, at, next, kind === SLASH) : this.#readOther(text, next);
    return end ?? this.#wait(at, next, text.length);
  }

  /** Whether there may be more of what starts at `index`. */
  #mayWait(index: number): boolean {
    return !this.#isEnding && this.#window.utf8.content.length - index <= this.#limits.textLength;
  }

  #readTag(text: string, from: number, at: number, isEnd: boolean): number | undefined {
    const known = this.#known;
    const space = at - from;
    if (isEnd) {
      const end = endOfEndTag(text, at, this.#innermost);
      const name = this.#innermost;
      if (end === undefined || name === undefined) return undefined;
      this.#check(at, end);
      if (known !== NOTHING_KNOWN) known.learn(text.slice(from, end), space, name, isEnd, false);
      return this.#close(end);
    }
    const tag = readStartTag(text, at, this.#limits.attributesPerElement);
    if (tag === undefined) return undefined;
    this.#check(at, tag.end);
    const name = this.#names.get(tag.name);
    const { attributes, isEmpty, end } = tag;
    if (known !== NOTHING_KNOWN && attributes.length === 0)
      known.learn(text.slice(from, end), space, name, isEnd, isEmpty);
    this.#window.locate(at);
    this.#openElement(name, at);
    this.#tellAttributes(attributes);
    return isEmpty ? this.#close(end) : end;
  }

  /** Comments, CDATA sections, instructions and the document type. */
  #readOther(text: string, at: number): number | undefined {
    const markup = readMarkup(text, at, this.#start.isOpen);
    if (markup === undefined) return undefined;
    const { kind, end } = markup;
    this.#check(at, end);
    this.#known = NOTHING_KNOWN;
    this.#start.close(text.slice(at, at + 6), this.#events);
    if (kind === 'doctype' && this.#root) throw malformed(at, 'doctype-place');
    if (kind === 'cdata') {
      if (this.#innermost === undefined) throw malformed(at, 'outside-root');
      const content = text.slice(at + CDATA_START.length, end - CDATA_END.length);
      const sectionEnd = this.#window.positionOf(end - CDATA_END.length);
      this.#section = new OpenSection(this.#open.length, sectionEnd, content);
      this.#events.text(content);
    }
    return end;
  }

  #openElement(name: XmlName, at: number): void {
    if (this.#innermost === undefined && this.#root !== undefined) throw malformed(at, 'outside-root');
    if (this.#root === undefined) this.#start.close('', this.#events);
    this.#root ??= name;
    const window = this.#window;
    this.#events.open(name.text, window.line, window.column);
    this.#open.push(name);
    this.#innermost = name;
    this.#known = name.tagsBehindStart;
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
    this.#known = name.tagsBehindEnd;
    if (this.#section?.isOpenAt(this.#open.length) === false) this.#section = undefined;
    this.#window.at = end;
    this.#events.close();
    return end;
  }

  #tellText(at: number, end: number): void {
    const window = this.#window;
    const { text } = window;
    window.at = at;
    this.#known = NOTHING_KNOWN;
    this.#checkLength(at, end);
    if (this.#innermost === undefined) {
      const odd = this.#start.oddIn(text, at, end);
      if (odd !== -1) throw malformed(odd, 'outside-root');
      return;
    }
    if (this.#section !== undefined && !isBlank(text.slice(at, end))) this.#section.addText();
    this.#events.text(window.isPlain(at, end) ? text.slice(at, end) : plainText(window, at, end, this.#events));
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
}
