import type { FeedEntry, FeedIssue, FeedPosition, ReadLimits } from './feed-entry.js';
import { FeedFault, feedError, feedIssue } from './feed-fault.js';
import { ProductBuilder } from './product-builder.js';
import { isBlank } from './is-blank.js';
import { ProductSearch } from './product-search.js';
import { XmlReader, type XmlEvents } from './xml-reader.js';

/**
 * Turns the text of a feed, handed in piece by piece, into entries. After a fault it goes on with the next product.
 * Throws when there is nothing to go on with: the text isn't a product feed, or is too much.
 */
export class FeedParser implements XmlEvents {
  readonly #limits: ReadLimits;
  readonly #builder: ProductBuilder;
  #reader: XmlReader;
  #search: ProductSearch | undefined;
  #entries: FeedEntry[] = [];
  #products = 0;
  #hasRoot = false;
  /** How far the product being read may go. Looked at between elements: the text of one is bounded too. */
  #productEnd = 0;
  /** Depth inside an element beside the products, which isn't read. */
  #besideDepth = 0;

  constructor(limits: ReadLimits) {
    this.#limits = limits;
    this.#builder = new ProductBuilder(limits);
    this.#reader = new XmlReader(this, limits);
  }

  get position(): FeedPosition {
    return this.#search?.position ?? this.#reader.position;
  }

  /** The entries that are complete, each once. */
  take(): readonly FeedEntry[] {
    const entries = this.#entries;
    this.#entries = [];
    return entries;
  }

  write(text: string): void {
    let rest: string | undefined = text;
    while (rest !== undefined) rest = this.#search ? this.#lookForProduct(this.#search, rest) : this.#read(rest);
  }

  end(): void {
    if (this.#search === undefined) {
      try {
        this.#reader.end();
      } catch (error) {
        this.#recover(error);
      }
    }
    if (this.#products === 0) this.addIssue(feedIssue('no-products', { line: 1, column: 1 }));
  }

  /** An entry without a product: something is wrong beside the products. */
  addIssue(issue: FeedIssue): void {
    this.#entries.push({ issues: [issue], line: issue.line, column: issue.column, endLine: issue.line, marks: [] });
  }

  open(name: string, line: number, column: number): void {
    // Nearly every element: nothing is made for it that isn't kept.
    if (this.#builder.isOpen && !isProduct(name)) {
      if (this.#reader.offset > this.#productEnd) {
        throw new FeedFault(feedIssue('product-too-long', { line, column }, { limit: this.#limits.productLength }));
      }
      this.#builder.open(name, line, column);
    } else this.#openOther(name, { line, column });
  }

  attribute(name: string, line: number, column: number): void {
    if (this.#builder.isOpen) this.#builder.attribute(name, line, column);
  }

  text(text: string, line: number, column: number): void {
    if (this.#builder.isOpen) this.#builder.text(text, line, column);
    else if (this.#hasRoot && this.#besideDepth === 0 && !isBlank(text)) {
      this.addIssue(feedIssue('unexpected-text', { line, column }, { element: 'Products' }));
    }
  }

  close(_name: string, endLine: number): void {
    if (this.#besideDepth > 0) this.#besideDepth -= 1;
    else if (this.#builder.isOpen) {
      const entry = this.#builder.close(endLine);
      if (entry) this.#entries.push(entry);
    }
  }

  #read(text: string): string | undefined {
    try {
      this.#reader.write(text);
      return undefined;
    } catch (error) {
      return this.#recover(error);
    }
  }

  /** Reports a fault and answers the text in which to look for the next product. */
  #recover(error: unknown): string {
    if (!(error instanceof FeedFault)) throw error;
    const { issue } = error;
    if (!this.#hasRoot || issue.code === 'doctype-refused') {
      const code = issue.code === 'malformed-xml' ? 'not-a-product-feed' : issue.code;
      throw feedError(code, issue, issue.params);
    }
    if (this.#builder.isOpen) this.#entries.push(this.#builder.abandon(issue, this.#reader.position.line));
    else this.addIssue(issue);
    this.#besideDepth = 0;
    this.#search = new ProductSearch(this.#reader.markPosition, error.resume);
    return this.#reader.unread;
  }

  #lookForProduct(search: ProductSearch, text: string): string | undefined {
    const found = search.find(text);
    if (found === undefined) return undefined;
    this.#search = undefined;
    this.#reader = new XmlReader(this, this.#limits, found.position);
    return found.rest;
  }

  #openOther(name: string, at: FeedPosition): void {
    if (!this.#hasRoot) {
      if (name !== 'Products') this.#openUnusualRoot(name, at);
      this.#hasRoot = true;
    } else if (this.#besideDepth > 0) {
      this.#openBeside(at);
    } else if (isProduct(name)) {
      this.#openProduct(name, at);
    } else {
      this.addIssue(feedIssue('unknown-element', at, { element: name.slice(0, 60) }));
      this.#openBeside(at);
    }
  }

  #openUnusualRoot(name: string, at: FeedPosition): void {
    if (name.toLowerCase() !== 'products') throw feedError('not-a-product-feed', at, { element: name.slice(0, 60) });
    this.addIssue(feedIssue('element-spelling', at, { element: name, use: 'Products' }));
  }

  #openProduct(name: string, at: FeedPosition): void {
    // No element of a product has that name: the one before was never closed.
    if (this.#builder.isOpen) throw new FeedFault(feedIssue('product-not-closed', at), 'at');
    this.#products += 1;
    if (this.#products > this.#limits.products) {
      throw feedError('too-many-products', at, { limit: this.#limits.products });
    }
    this.#productEnd = this.#reader.offset + this.#limits.productLength;
    this.#builder.begin(at);
    if (name !== 'Product') this.#builder.report('element-spelling', { element: name, use: 'Product' });
  }

  #openBeside(at: FeedPosition): void {
    this.#besideDepth += 1;
    if (this.#besideDepth >= this.#limits.depth) {
      throw new FeedFault(feedIssue('too-deep', at, { limit: this.#limits.depth }));
    }
  }
}

function isProduct(name: string): boolean {
  // Asked for every element: the length answers for nearly all of them.
  return name.length === 'Product'.length && name.toLowerCase() === 'product';
}
