import type { XmlEvents } from './xml-events.js';
import { endOfSpace } from './xml-grammar.js';

const BYTE_ORDER_MARK = '\uFEFF';
const DECLARATION = /^<\?xml[ \n\t]/;

/** What is before the root and the XML declaration: nothing should be, and blank lines and byte order marks often are. */
export class DocumentStart {
  /** Nothing but white space and byte order marks so far. */
  isOpen = true;
  #before = '';

  /** Where a text before the root has something else in it; -1 when it hasn't. */
  oddIn(text: string, at: number, end: number): number {
    let next = endOfSpace(text, at);
    while (this.isOpen && next < end && text[next] === BYTE_ORDER_MARK) next = endOfSpace(text, next + 1);
    this.#before = this.isOpen ? text.slice(at, end) : '';
    return next < end ? next : -1;
  }

  /** The first markup: says what was before it. */
  close(markup: string, events: XmlEvents): void {
    const before = this.#before;
    const hasMark = before.includes(BYTE_ORDER_MARK);
    if (this.isOpen && before !== '' && (hasMark || DECLARATION.test(markup))) {
      const hasSpace = before.replaceAll(BYTE_ORDER_MARK, '') !== '';
      const problem = hasMark ? (hasSpace ? 'both' : 'mark') : 'space';
      events.report('before-declaration', { line: 1, column: 1 }, { problem });
    }
    this.isOpen = false;
  }
}
