import type { FeedPosition } from '../findings/feed-issue.js';
import type { MarkupProblem } from '../findings/markup-problem.js';
import { CDATA_START } from './read-markup.js';

/**
 * The CDATA section that was read last in an element which is still open. When something is wrong further on in that
 * element, behind more text, the section ended too early: at a "]]>" that was meant as text, or at that of an inner one.
 */
export class OpenSection {
  readonly #depth: number;
  readonly #end: FeedPosition;
  readonly #isNested: boolean;
  #isFollowed = false;

  /** `depth`: of the element around it. `end`: where its "]]>" is. */
  constructor(depth: number, end: FeedPosition, content: string) {
    this.#depth = depth;
    this.#end = end;
    this.#isNested = content.includes(CDATA_START);
  }

  /** A text that isn't blank came behind it, at some depth. */
  addText(): void {
    this.#isFollowed = true;
  }

  /** Whether its element is open when so many are. */
  isOpenAt(depth: number): boolean {
    return depth >= this.#depth;
  }

  /** Why the XML is malformed further on, and where that begins. */
  get problem(): (FeedPosition & { readonly problem: MarkupProblem }) | undefined {
    if (!this.#isFollowed) return undefined;
    return { ...this.#end, problem: this.#isNested ? 'cdata-in-cdata' : 'cdata-ends-early' };
  }
}
