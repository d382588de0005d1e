import { BLOCK_TAGS, INLINE_TAGS, OTHER_BLOCK_TAGS } from '@enrollkit/core/description-tags.js';

/** Lists inside lists: more is an attack or an accident. Deeper tags are dropped, their text is kept. */
const DEEPEST = 16;

const INLINE: ReadonlySet<string> = new Set(INLINE_TAGS);
const BLOCK: ReadonlySet<string> = new Set(BLOCK_TAGS);
const OTHER_BLOCK: ReadonlySet<string> = new Set(OTHER_BLOCK_TAGS);

/** Halves of characters, and what XML can't hold: a description goes back into a feed. */
const NO_CHARACTER = /[^\t\n\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/**
 * Writes a description from the tags and texts that a parser finds in it, whatever their order. This is what decides, not
 * the parser: nothing but the ten tags, without attributes, and escaped text can come out. Tags are closed in order,
 * paragraphs and headings hold text only, items are in lists, and no element is empty; so a browser that reads the result
 * makes exactly these elements of it, and nothing else by mending them.
 */
export class DescriptionWriter {
  readonly #parts: string[] = [];
  #text = '';
  /** Open blocks, the outermost first. A paragraph or heading is always the last. */
  readonly #blocks: string[] = [];
  /** Blocks that were too deep, and whose ends are still to come. */
  #tooDeep = 0;
  /** Emphasis that the coming text has, with how often it was opened. It is written when there is such text. */
  readonly #emphasis = new Map<string, number>();
  /** Emphasis that is open in what was written. */
  readonly #open: string[] = [];
  /** Whether what was written ends in white space, or where there need be none. */
  #isApart = true;
  #needsSpace = false;

  open(tag: string): void {
    this.#writeText();
    if (INLINE.has(tag)) this.#emphasis.set(tag, (this.#emphasis.get(tag) ?? 0) + 1);
    else if (BLOCK.has(tag)) this.#openBlock(tag);
    else if (tag === 'br') this.#writeBreak();
    else if (OTHER_BLOCK.has(tag)) this.#separate();
  }

  close(tag: string): void {
    this.#writeText();
    if (INLINE.has(tag)) this.#closeInline(tag);
    else if (BLOCK.has(tag)) this.#closeBlock(tag);
    else if (OTHER_BLOCK.has(tag)) this.#separate();
  }

  text(text: string): void {
    this.#text += text;
  }

  /** Closes what is open, and answers the whole. */
  end(): string {
    this.#writeText();
    while (this.#blocks.length > 0) this.#closeLast();
    this.#closeEmphasis(0);
    return this.#parts.join('');
  }

  /** A parser hands in a text bit by bit, in the worst case a character at a time. */
  #writeText(): void {
    const text = this.#text.replace(NO_CHARACTER, '');
    this.#text = '';
    if (text === '') return;
    if (this.#needsSpace && !/^\s/.test(text)) this.#parts.push('\n');
    this.#endEmphasis();
    // White space has nothing to emphasize.
    if (/\S/.test(text)) this.#beginEmphasis();
    this.#write(text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'), /\s$/.test(text));
  }

  #openBlock(tag: string): void {
    this.#closeLeaf();
    if (tag === 'li' && this.#tooDeep === 0 && this.#blocks.at(-1) === 'li') this.#closeLast();
    if (!this.#mayHold(tag)) {
      if (isList(tag)) this.#tooDeep += 1;
      this.#separate();
      return;
    }
    this.#closeEmphasis(0);
    this.#blocks.push(tag);
    this.#writeTag(`<${tag}>`);
  }

  /** Whether there is a place for it: items are in lists, and lists not too deep. */
  #mayHold(tag: string): boolean {
    if (tag === 'li') return this.#tooDeep === 0 && this.#blocks.length > 0;
    return isLeaf(tag) || this.#blocks.length < DEEPEST;
  }

  #closeBlock(tag: string): void {
    if (isLeaf(tag)) {
      if (this.#blocks.at(-1) === tag) this.#closeLast();
    } else if (this.#tooDeep > 0) {
      if (isList(tag)) this.#tooDeep -= 1;
      this.#separate();
    } else {
      const at = this.#blocks.lastIndexOf(tag);
      // The end of an item doesn't end the list that is in it.
      const isHidden = tag === 'li' && this.#blocks.slice(at).some(isList);
      if (at !== -1 && !isHidden) while (this.#blocks.length > at) this.#closeLast();
    }
  }

  #closeInline(tag: string): void {
    const times = this.#emphasis.get(tag) ?? 0;
    if (times > 1) this.#emphasis.set(tag, times - 1);
    else this.#emphasis.delete(tag);
  }

  /** Something begins on a line of its own: a paragraph ends, and a heading or item goes on after a space. */
  #separate(): void {
    if (this.#blocks.at(-1) === 'p') this.#closeLast();
    this.#needsSpace = !this.#isApart;
  }

  #closeLeaf(): void {
    if (isLeaf(this.#blocks.at(-1))) this.#closeLast();
  }

  #closeLast(): void {
    this.#closeEmphasis(0);
    const tag = this.#blocks.pop() ?? '';
    if (this.#parts.at(-1) === `<${tag}>`) this.#parts.pop();
    else this.#writeTag(`</${tag}>`);
    this.#isApart = true;
    this.#needsSpace = false;
  }

  #writeBreak(): void {
    this.#endEmphasis();
    this.#write('<br>', true);
  }

  /** Closes the emphasis that what comes doesn't have. */
  #endEmphasis(): void {
    if (this.#open.length === 0) return;
    const wanted = [...this.#emphasis.keys()];
    const different = this.#open.findIndex((tag, index) => wanted[index] !== tag);
    if (different !== -1) this.#closeEmphasis(different);
  }

  #beginEmphasis(): void {
    for (const tag of [...this.#emphasis.keys()].slice(this.#open.length)) {
      this.#open.push(tag);
      this.#parts.push(`<${tag}>`);
    }
  }

  #closeEmphasis(from: number): void {
    while (this.#open.length > from) this.#parts.push(`</${this.#open.pop() ?? ''}>`);
  }

  #writeTag(tag: string): void {
    this.#write(tag, true);
  }

  #write(part: string, isApart: boolean): void {
    this.#parts.push(part);
    this.#isApart = isApart;
    this.#needsSpace = false;
  }
}

function isList(tag: string): boolean {
  return tag === 'ul' || tag === 'ol';
}

/** What holds text, and no block. */
function isLeaf(tag: string | undefined): boolean {
  return tag === 'p' || tag === 'h2';
}
