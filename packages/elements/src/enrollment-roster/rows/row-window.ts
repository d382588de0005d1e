import type { Virtualizer } from '@tanstack/virtual-core';
import type { ReactiveController } from 'lit';
import type { EnrollkitElement } from '../../base/enrollkit-element.js';

/** As many rows are simply there: for find in page, for screen readers, and without a frame to scroll in. */
const MOST_WITHOUT_WINDOW = 100;
/** How many are there until the window knows its height. */
const FIRST_ROWS = 20;
const OVERSCAN = 6;

type RowVirtualizer = Virtualizer<HTMLElement, HTMLElement>;
type Library = typeof import('@tanstack/virtual-core');

/** Part of the rows, and how much room those before and after them take. */
export interface WindowPart {
  readonly index: number;
  /** Room above it that other rows would take. */
  readonly gapBefore: number;
}

export interface RowWindowView {
  readonly rows: readonly WindowPart[];
  readonly gapAfter: number;
  /** Whether only some of the rows are in the page. */
  readonly isPartial: boolean;
}

export interface RowWindowOptions {
  readonly count: () => number;
  /** How many of them have come: the others can't be printed. */
  readonly here: () => number;
  readonly scroller: () => HTMLElement | null;
  readonly head: () => HTMLElement | null;
  /** The row with the focus stays in the page wherever somebody scrolls to. */
  readonly pinned: () => number;
  readonly onRange: (lastIndex: number) => void;
}

/** Which rows are in the page: all of a short list, of a long one those that can be seen, and all of them to print. */
export class RowWindow implements ReactiveController {
  readonly #host: EnrollkitElement;
  readonly #options: RowWindowOptions;
  #library: Library | undefined;
  #isLoading = false;
  #virtualizer: RowVirtualizer | undefined;
  #rowSize = 44;
  /** Looked at once: each look costs a layout. */
  #headSize = 0;
  #cleanUps: (() => void)[] = [];
  #isPrinting = false;
  #isMeasuring = false;
  #scrolledTo = 0;
  #focusing: number | undefined;
  /** Stays in view while rows before it turn out to be lower or higher than was guessed. */
  #held: HTMLElement | null = null;
  /** Where the list was last scrolled to from here. */
  #placedAt = 0;

  constructor(host: EnrollkitElement, options: RowWindowOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  get isWindowed(): boolean {
    return this.#options.count() > MOST_WITHOUT_WINDOW;
  }

  get isPrinting(): boolean {
    return this.#isPrinting;
  }

  get view(): RowWindowView {
    const count = this.#isPrinting ? this.#options.here() : this.#options.count();
    if (!this.isWindowed || this.#isPrinting) {
      return {
        rows: Array.from({ length: count }, (_, index) => ({ index, gapBefore: 0 })),
        gapAfter: 0,
        isPartial: false,
      };
    }
    const virtualizer = this.#virtualizer;
    if (!virtualizer) {
      const rows = Array.from({ length: FIRST_ROWS }, (_, index) => ({ index, gapBefore: 0 }));
      return { rows, gapAfter: (count - FIRST_ROWS) * this.#rowSize, isPartial: true };
    }
    let end = virtualizer.options.scrollMargin;
    const rows = virtualizer.getVirtualItems().map((item) => {
      const gapBefore = Math.max(0, item.start - end);
      end = item.end;
      return { index: item.index, gapBefore };
    });
    const total = virtualizer.getTotalSize() + virtualizer.options.scrollMargin;
    return { rows, gapAfter: Math.max(0, total - end), isPartial: true };
  }

  /** Brings the focus to a row, once it is in the page. */
  focusRow(index: number): void {
    this.#focusing = index;
    this.#host.requestUpdate();
    void this.#host.updateComplete.then(() => {
      // Keys may be faster than the page is drawn: the focus goes to where the last one led.
      if (this.#focusing !== index) return;
      this.#focusing = undefined;
      const row = this.#host.renderRoot.querySelector<HTMLElement>(`tr[data-index="${index}"]`);
      row?.focus({ preventScroll: true });
      this.#held = row;
      if (row) this.#reveal(row);
    });
  }

  /** Brings a row that is in the page into view, below the head. */
  #reveal(row: HTMLElement): void {
    const scroller = this.#options.scroller();
    if (!this.isWindowed || !scroller) {
      row.scrollIntoView({ block: 'nearest', inline: 'nearest' });
      return;
    }
    const box = scroller.getBoundingClientRect();
    const { top, bottom } = row.getBoundingClientRect();
    const above = top - box.top - (this.#options.head()?.offsetHeight ?? 0);
    const below = bottom - (box.top + scroller.clientTop + scroller.clientHeight);
    if (above < 0) scroller.scrollTop += above;
    else if (below > 0) scroller.scrollTop += below;
    this.#placedAt = scroller.scrollTop;
  }

  /** Whether a row is still wanted in view: until somebody scrolls, or the focus goes elsewhere. */
  #isHeld(row: HTMLElement, { scrollTop, scrollHeight, clientHeight }: HTMLElement): boolean {
    // A list that has become shorter is moved by the browser, back to its end.
    const isClipped = scrollTop < this.#placedAt && scrollTop >= scrollHeight - clientHeight - 1;
    return row.matches(':focus') && (isClipped || Math.abs(scrollTop - this.#placedAt) <= 1);
  }

  hostConnected(): void {
    const print = (isPrinting: boolean) => (): void => this.#setPrinting(isPrinting);
    const [before, after] = [print(true), print(false)];
    window.addEventListener('beforeprint', before);
    window.addEventListener('afterprint', after);
    this.#cleanUps.push(() => {
      window.removeEventListener('beforeprint', before);
      window.removeEventListener('afterprint', after);
    });
  }

  hostDisconnected(): void {
    for (const cleanUp of this.#cleanUps.splice(0)) cleanUp();
    this.#letGo();
  }

  hostUpdate(): void {
    const scroller = this.#options.scroller();
    this.#scrolledTo = this.#virtualizer ? (scroller?.scrollTop ?? 0) : 0;
    if (this.#held && !(scroller && this.#isHeld(this.#held, scroller))) this.#held = null;
    if (!this.isWindowed) this.#letGo();
    else if (!this.#library) void this.#load();
    else this.#virtualizer?.setOptions(this.#virtualizerOptions(this.#library));
  }

  hostUpdated(): void {
    const scroller = this.#options.scroller();
    if (!this.isWindowed || !this.#library || !scroller || this.#isPrinting) return;
    // WebKit takes the room of rows that went before that of rows that came, and scrolls back in between.
    if (this.#scrolledTo > 0 && scroller.scrollTop !== this.#scrolledTo) scroller.scrollTop = this.#scrolledTo;
    this.#isMeasuring = true;
    if (!this.#virtualizer) {
      this.#headSize = this.#options.head()?.offsetHeight ?? 0;
      this.#rowSize = Math.max(this.#measureRow() ?? this.#rowSize, 24);
      this.#virtualizer = new this.#library.Virtualizer(this.#virtualizerOptions(this.#library));
      this.#onChange();
    }
    this.#virtualizer._willUpdate();
    for (const row of scroller.querySelectorAll<HTMLElement>('tr[data-index]')) this.#virtualizer.measureElement(row);
    this.#isMeasuring = false;
    if (this.#held) this.#reveal(this.#held);
    const last = this.#virtualizer.getVirtualItems().at(-1);
    if (last) this.#options.onRange(last.index);
  }

  /** What is measured after an update shows in the next one, not in the middle of this. */
  readonly #onChange = (): void => {
    if (this.#isMeasuring) queueMicrotask(() => this.#host.requestUpdate());
    else this.#host.requestUpdate();
  };

  /** Lists that fit never load it. */
  async #load(): Promise<void> {
    if (this.#isLoading) return;
    this.#isLoading = true;
    try {
      this.#library = await import('@tanstack/virtual-core');
      this.#host.requestUpdate();
    } catch {
      // The first rows stay, and the next update tries again.
      this.#isLoading = false;
    }
  }

  #virtualizerOptions(library: Library): RowVirtualizer['options'] {
    const { count, scroller, pinned } = this.#options;
    const headSize = this.#headSize;
    return {
      count: count(),
      getScrollElement: scroller,
      estimateSize: () => this.#rowSize,
      overscan: OVERSCAN,
      // Else rows that are put in while others are measured make the browser complain of a loop.
      useAnimationFrameWithResizeObserver: true,
      // The head stays on top of what is scrolled.
      scrollMargin: headSize,
      scrollPaddingStart: headSize,
      observeElementRect: library.observeElementRect,
      observeElementOffset: library.observeElementOffset,
      scrollToFn: (...to: Parameters<typeof library.elementScroll>) => {
        library.elementScroll(...to);
        this.#placedAt = scroller()?.scrollTop ?? 0;
      },
      rangeExtractor: (range: Parameters<Library['defaultRangeExtractor']>[0]) => {
        const indexes = library.defaultRangeExtractor(range);
        const pin = pinned();
        if (pin < 0 || pin >= range.count || indexes.includes(pin)) return indexes;
        return [...indexes, pin].sort((a, b) => a - b);
      },
      onChange: this.#onChange,
    } as unknown as RowVirtualizer['options'];
  }

  #measureRow(): number | undefined {
    return this.#options.scroller()?.querySelector<HTMLElement>('tr[data-index]')?.offsetHeight;
  }

  /** All rows have to be there before the browser looks at the page: it doesn't wait. */
  #setPrinting(isPrinting: boolean): void {
    this.#isPrinting = isPrinting;
    this.#host.requestUpdate();
    (this.#host as unknown as { performUpdate(): void }).performUpdate();
  }

  #letGo(): void {
    this.#virtualizer?._didMount()();
    this.#virtualizer = undefined;
  }
}
