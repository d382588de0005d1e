import type { FaultResume } from '../../findings/feed-fault.js';
import type { TextWindow } from '../../xml/text-window.js';

const LONGEST_START = '<![CDATA['.length;
const TERMINATORS: Readonly<Record<string, string>> = { '<!--': '-->', '<![CDATA[': ']]>', '<?': '?>' };

/**
 * Looks for the next `<Product` (or `<Trainer`) after a fault: outside comments, CDATA sections and processing
 * instructions, because one in there isn't one. Starts where the last complete piece of markup ended, so it knows that it
 * is outside.
 */
export class ItemSearch {
  readonly #start: RegExp;
  readonly #longestStart: number;
  #terminator: string | undefined;
  #skipOwnStart: boolean;

  constructor(item: string, resume: FaultResume) {
    this.#start = new RegExp(`<!--|<!\\[CDATA\\[|<\\?|<${item}(?=[\\s/>])`, 'gi');
    this.#longestStart = Math.max(LONGEST_START, item.length + 2);
    this.#terminator = resume === 'in-comment' ? '-->' : undefined;
    this.#skipOwnStart = resume === 'after';
  }

  /** Moves the window to the next item, or to what may be the start of one. Answers whether it is there. */
  find(window: TextWindow): boolean {
    const { text } = window;
    let at = window.at;
    if (this.#skipOwnStart && /^<[^!?]/.test(text.slice(at, at + 2))) at += 1;
    this.#skipOwnStart = false;
    for (;;) {
      if (this.#terminator !== undefined) {
        const end = text.indexOf(this.#terminator, at);
        if (end === -1) {
          window.at = Math.max(at, text.length - 2);
          return false;
        }
        at = end + this.#terminator.length;
        this.#terminator = undefined;
      }
      this.#start.lastIndex = at;
      const match = this.#start.exec(text);
      if (match === null) {
        window.at = Math.max(at, text.length - this.#longestStart);
        return false;
      }
      this.#terminator = TERMINATORS[match[0].toUpperCase()];
      if (this.#terminator === undefined) {
        window.at = match.index;
        return true;
      }
      at = match.index + match[0].length;
    }
  }
}
