import type { EntryPlace } from './feed-entry.js';
import type { FeedIssue, FeedPosition } from '../findings/feed-issue.js';
import type { ReadLimits } from './read-limits.js';
import { FeedFault, feedError } from '../findings/feed-fault.js';
import { feedIssue } from '../findings/feed-issue.js';
import type { FeedFindingCode } from '../findings/feed-findings.js';
import type { FeedKind } from './feed-kind.js';
import { isBlank } from '../xml/is-blank.js';
import { isKnownAttribute } from './item/is-known-attribute.js';
import { ItemBuilder } from './item/item-builder.js';
import { ItemSearch } from './search/item-search.js';
import { StartSearch } from './search/start-search.js';
import { TextWindow } from '../xml/text-window.js';
import type { XmlEvents } from '../xml/xml-events.js';
import { XmlReader } from '../xml/xml-reader.js';
import { excerpt } from '../findings/excerpt.js';

/**
 * Turns the text of a feed, handed in piece by piece, into entries. After a fault it goes on with the next item.
 * Throws when there is nothing to go on with: the text isn't a feed of that kind, or is too much.
 */
export class FeedParser<Entry extends EntryPlace> implements XmlEvents {
  readonly #kind: FeedKind<Entry>;
  /** The name of an item in small letters. */
  readonly #item: string;
  readonly #limits: ReadLimits;
  readonly #builder: ItemBuilder<Entry>;
  readonly #window = new TextWindow();
  readonly #reader: XmlReader;
  #search: ItemSearch | undefined;
  #startSearch: StartSearch | undefined;
  #entries: Entry[] = [];
  #items = 0;
  #hasRoot = false;
  /** How far the item being read may go. Looked at between elements: the text of one is bounded too. */
  #itemEnd = 0;
  /** Depth inside an element beside the items, which isn't read. */
  #besideDepth = 0;

  constructor(kind: FeedKind<Entry>, limits: ReadLimits) {
    this.#kind = kind;
    this.#item = kind.item.toLowerCase();
    this.#limits = limits;
    this.#builder = new ItemBuilder(kind, limits, () => this.#here());
    this.#reader = new XmlReader(this, this.#window, limits);
  }

  /** Whether bytes in what comes are no text: see `findOddBytes`. */
  set hasOddBytes(hasOddBytes: boolean) {
    this.#builder.hasOddBytes = hasOddBytes;
  }

  /** The position behind everything that was read. */
  get position(): FeedPosition {
    return this.#window.end;
  }

  /** The entries that are complete, each once. */
  take(): readonly Entry[] {
    const entries = this.#entries;
    this.#entries = [];
    return entries;
  }

  /** `utf8`: what the text goes on with. */
  write(utf8: Uint8Array): void {
    if (this.#window.append(utf8)) this.#read(() => this.#reader.read());
  }

  end(): void {
    // What is searched for may be in what waits.
    this.#window.flush();
    this.#read(() => this.#reader.end());
    if (this.#startSearch?.isOpen) throw this.#startSearch.refusal;
    const at = { line: 1, column: 1 };
    if (this.#items === 0) this.addIssue(feedIssue('no-products', at, { element: this.#kind.item }));
  }

  /** An entry without an item: something is wrong beside the items. */
  addIssue(issue: FeedIssue): void {
    const { line, column } = issue;
    this.#entries.push(this.#kind.entryOf(undefined, { issues: [issue], line, column, endLine: line, marks: [] }));
  }

  open(name: string, line: number, column: number): void {
    // Nearly every element: nothing is made for it that isn't kept.
    if (this.#builder.isOpen && !this.#isItem(name)) {
      if (this.#window.offset > this.#itemEnd) {
        throw new FeedFault(this.#tooLong(line, column));
      }
      this.#builder.open(name, line, column);
    } else this.#openOther(name, { line, column });
  }

  attribute(name: string, line: number, column: number): void {
    if (this.#builder.isOpen) this.#builder.attribute(name, line, column);
    else if (this.#besideDepth === 0 && !isKnownAttribute(name)) {
      this.addIssue(
        feedIssue('unknown-attribute', { line, column }, { element: this.#kind.root, attribute: excerpt(name) }),
      );
    }
  }

  text(text: string): void {
    if (this.#builder.isOpen) this.#builder.text(text);
    else if (this.#besideDepth === 0 && !isBlank(text)) {
      this.addIssue(feedIssue('unexpected-text', this.#here(), { element: this.#kind.root }));
    }
  }

  report(code: FeedFindingCode, at: FeedPosition, params: FeedIssue['params']): void {
    if (this.#builder.isOpen) this.#builder.reportAt(code, at, params);
    else if (this.#besideDepth === 0) this.addIssue(feedIssue(code, at, params));
  }

  close(): void {
    if (this.#besideDepth > 0) this.#besideDepth -= 1;
    else if (this.#builder.isOpen) {
      const entry = this.#builder.close();
      if (entry) this.#entries.push(entry);
    }
  }

  element(name: string, text: string, line: number, column: number, isTrimmed: boolean): boolean {
    if (!this.#builder.isOpen || this.#isItem(name) || this.#window.offset > this.#itemEnd) return false;
    return this.#builder.element(name, text, line, column, isTrimmed);
  }

  /** Reads as far as the text goes; behind every fault, from the next item on. */
  #read(read: () => void): void {
    for (;;) {
      if (this.#startSearch?.isOpen && !this.#findStart(this.#startSearch)) return;
      if (this.#search && !this.#search.find(this.#window)) return;
      if (this.#search) this.#reader.resume();
      this.#search = undefined;
      try {
        read();
        return;
      } catch (error) {
        this.#recover(error);
      }
    }
  }

  /** Goes on at the declaration or the root, and says what was before it. */
  #findStart(search: StartSearch): boolean {
    if (!search.find(this.#window)) return false;
    this.#reader.restart();
    const params = search.before === '' ? { problem: 'comment' } : { problem: 'text', text: excerpt(search.before) };
    this.addIssue(feedIssue('before-declaration', { line: 1, column: 1 }, params));
    return true;
  }

  /** The feed as a whole can't be read. What is wrong with a picture, a packed file or a page is that it is none. */
  #refusalOf({ code, line, column, params }: FeedIssue): Error {
    const isOther = code === 'malformed-xml' || code === 'bad-character';
    const start = this.#window.text.slice(this.#window.at).trimStart();
    const problem = start === '' ? 'nothing' : /^[{[]/.test(start) ? 'json' : 'no-xml';
    return isOther
      ? feedError('not-a-product-feed', { line, column }, { expected: this.#kind.root, problem })
      : feedError(code, { line, column }, params);
  }

  /** A declaration without its end goes on until the text does, or to the limit: what is wrong is the declaration. */
  #brokenStart({ code, line, column, params }: FeedIssue): Error {
    const isDeclaration = this.#window.text.startsWith('<?', this.#window.at);
    return isDeclaration && code !== 'malformed-xml'
      ? feedError('malformed-xml', this.#here(), { problem: 'xml-declaration' })
      : feedError(code, { line, column }, params);
  }

  /** Reports a fault, and prepares to look for the next item. */
  #recover(error: unknown): void {
    if (!(error instanceof FeedFault)) throw error;
    const { issue } = error;
    if (issue.code === 'doctype-refused') throw feedError(issue.code, issue, issue.params);
    if (!this.#hasRoot) {
      const search = this.#startSearch ?? new StartSearch(this.#kind.root, this.#refusalOf(issue));
      if (search.isBroken(this.#window)) throw this.#brokenStart(issue);
      if (this.#startSearch) throw search.refusal;
      this.#startSearch = search;
      return;
    }
    if (this.#builder.isOpen) this.#entries.push(this.#builder.abandon(issue, Math.max(issue.line, this.#here().line)));
    else this.addIssue(issue);
    this.#besideDepth = 0;
    this.#search = new ItemSearch(this.#kind.item, error.resume);
  }

  /** Where what is being told is. */
  #here(): FeedPosition {
    return this.#window.positionOf(this.#window.at);
  }

  #openOther(name: string, at: FeedPosition): void {
    if (!this.#hasRoot) {
      if (name !== this.#kind.root) this.#openUnusualRoot(name, at);
      this.#hasRoot = true;
    } else if (this.#besideDepth > 0) {
      this.#openBeside(at);
    } else if (this.#isItem(name)) {
      this.#openItem(name, at);
    } else {
      this.addIssue(feedIssue('unknown-element', at, { element: excerpt(name) }));
      this.#openBeside(at);
    }
  }

  #openUnusualRoot(name: string, at: FeedPosition): void {
    const { root } = this.#kind;
    if (name.toLowerCase() !== root.toLowerCase()) {
      throw new FeedFault(
        feedIssue('not-a-product-feed', at, { expected: root, problem: 'root', element: excerpt(name) }),
      );
    }
    this.addIssue(feedIssue('element-spelling', at, { element: name, use: root }));
  }

  #openItem(name: string, at: FeedPosition): void {
    const { item } = this.#kind;
    // No element of an item has that name, or it would not be taken for one: the one before was never closed.
    if (this.#builder.isOpen) throw new FeedFault(feedIssue('product-not-closed', at, { element: item }), 'at');
    this.#items += 1;
    if (this.#items > this.#limits.products) {
      throw feedError('too-many-products', at, { limit: this.#limits.products });
    }
    this.#itemEnd = this.#window.offset + this.#limits.productLength;
    this.#builder.begin(at);
    if (name !== item) this.#builder.report('element-spelling', { element: name, use: item });
  }

  #openBeside(at: FeedPosition): void {
    this.#besideDepth += 1;
    if (this.#besideDepth >= this.#limits.depth) {
      throw new FeedFault(feedIssue('too-deep', at, { limit: this.#limits.depth }));
    }
  }

  #isItem(name: string): boolean {
    // Asked for every element: the length answers for nearly all of them.
    return name.length === this.#item.length && (name === this.#kind.item || name.toLowerCase() === this.#item);
  }

  #tooLong(line: number, column: number): FeedIssue {
    const { item } = this.#kind;
    const limit = this.#limits.productLength;
    return feedIssue('product-too-long', { line, column }, { element: item, limit });
  }
}
