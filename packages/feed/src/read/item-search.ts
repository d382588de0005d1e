import type { FeedPosition } from './feed-entry.js';
import type { FaultResume } from './feed-fault.js';
import { advancePosition } from './text-position.js';

const LONGEST_START = '<![CDATA['.length;
const TERMINATORS: Readonly<Record<string, string>> = { '<!--': '-->', '<![CDATA[': ']]>', '<?': '?>' };

/**
 * Looks for the next `<Product` (or `<Trainer`) after a fault: outside comments, CDATA sections and processing
 * instructions, because one in there isn't one. Starts where the last complete piece of markup ended, so it knows that it is outside.
 */
export class ItemSearch {
  readonly #start: RegExp;
  #position: FeedPosition;
  #held = '';
  #terminator: string | undefined;
  #skipOwnStart: boolean;

  constructor(item: string, from: FeedPosition, resume: FaultResume) {
    this.#start = new RegExp(`<!--|<!\\[CDATA\\[|<\\?|<${item}(?=[\\s/>])`, 'gi');
    this.#position = from;
    this.#terminator = resume === 'in-comment' ? '-->' : undefined;
    this.#skipOwnStart = resume === 'after';
  }

  get position(): FeedPosition {
    return advancePosition(this.#position, this.#held);
  }

  /** The next item's place and the text from there on, or `undefined` when it isn't in `text`. */
  find(text: string): { readonly position: FeedPosition; readonly rest: string } | undefined {
    const input = this.#held + text;
    let at = this.#skipOwnStart && /^<[^!?]/.test(input) ? 1 : 0;
    this.#skipOwnStart = false;
    for (;;) {
      if (this.#terminator !== undefined) {
        const end = input.indexOf(this.#terminator, at);
        if (end === -1) {
          this.#hold(input, Math.max(at, input.length - 2));
          return;
        }
        at = end + this.#terminator.length;
        this.#terminator = undefined;
      }
      this.#start.lastIndex = at;
      const match = this.#start.exec(input);
      if (match === null) {
        this.#hold(input, Math.max(at, input.length - LONGEST_START));
        return;
      }
      this.#terminator = TERMINATORS[match[0].toUpperCase()];
      if (this.#terminator === undefined) {
        return {
          position: advancePosition(this.#position, input.slice(0, match.index)),
          rest: input.slice(match.index),
        };
      }
      at = match.index + match[0].length;
    }
  }

  /** Keeps only what may be the start of something. */
  #hold(input: string, from: number): undefined {
    // A CR at the cut may belong to a LF behind it: they end one line, not two.
    const cut = input[from - 1] === '\r' ? from - 1 : from;
    this.#position = advancePosition(this.#position, input.slice(0, cut));
    this.#held = input.slice(cut);
  }
}
