import type { TextWindow } from '../../xml/text-window.js';

/** Nobody's feed has more before it than a few messages of the program that made it. */
const LONGEST_START = 4096;
/** What is seen at the end of a text may be the start of one of these. */
const LONGEST_NAME = '<Products '.length;

/** Looks for the XML declaration or the root behind something that has no place before it, such as a message of PHP. */
export class StartSearch {
  readonly #start: RegExp;
  /** Why the feed is none, when there is no such start. */
  readonly refusal: Error;
  /** Still looking. */
  isOpen = true;
  #before = '';

  constructor(root: string, refusal: Error) {
    this.#start = new RegExp(`<\\?xml(?=[ \\t\\n])|<${root}(?=[\\s/>])`, 'i');
    this.refusal = refusal;
  }

  /** Whether the start itself is what can't be read: the root, or a declaration with nothing before it. */
  isBroken(window: TextWindow): boolean {
    const match = this.#start.exec(window.text.slice(window.at, window.at + LONGEST_NAME));
    return match?.index === 0 && (window.offset === 0 || this.before !== '' || !match[0].startsWith('<?'));
  }

  /** What had no place there, as far as it was seen. */
  get before(): string {
    return this.#before.trim();
  }

  /** Moves the window to the start. Answers whether it is there. Throws the refusal when it can't be any more. */
  find(window: TextWindow): boolean {
    const { text, at } = window;
    const match = this.#start.exec(text.slice(at));
    const end = match ? at + match.index : Math.max(at, text.length - LONGEST_NAME);
    this.#before += text.slice(at, end);
    window.at = end;
    if (window.offset > LONGEST_START) throw this.refusal;
    this.isOpen = match === null;
    return !this.isOpen;
  }
}
