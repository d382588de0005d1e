/** What may come behind a tag. */
export interface Lead {
  /** White space, and the whole next tag. */
  readonly text: string;
  /** Length of the white space. */
  readonly space: number;
  readonly name: XmlName;
  readonly isEnd: boolean;
  readonly isEmpty: boolean;
}

/** One name of elements. */
export interface XmlName {
  readonly text: string;
  readonly endTag: string;
  /** What came behind a start tag with this name. */
  readonly opened: Turn;
  /** What came behind the end of such an element. */
  readonly closed: Turn;
}

/** A feed has a hundred names; more than this is somebody's joke, and remembering them would cost memory. */
const MOST_NAMES = 1_000;
const LONGEST_TEXT = 200;
const MOST_LEADS = 4;
/** How often to be wrong before the last lead makes room: learning costs more than being wrong. */
const MISSES_BEFORE_CHANGE = 32;

/** Every name that was met, once. */
export class XmlNames {
  readonly #names = new Map<string, XmlName>();

  get(text: string): XmlName {
    let name = this.#names.get(text);
    if (name === undefined) {
      const own = copyOf(text);
      name = { text: own, endTag: `</${own}>`, opened: new Turn(), closed: new Turn() };
      if (this.#names.size < MOST_NAMES && text.length < LONGEST_TEXT) this.#names.set(own, name);
    }
    return name;
  }
}

/** The place behind a tag. Feeds repeat themselves, so what came there before is looked for first. */
export class Turn {
  /** Whether it was text. */
  holdsText = false;
  #first: Lead | undefined;
  readonly #others: Lead[] = [];
  #misses = 0;

  /** The lead that is at `at`. */
  leadAt(text: string, at: number): Lead | undefined {
    const first = this.#first;
    if (first === undefined) return undefined;
    return text.startsWith(first.text, at) ? first : this.#otherAt(text, at);
  }

  /** Remembers what came, and wasn't known. */
  learn(text: string, lead: Omit<Lead, 'text'>): void {
    if (text.length > LONGEST_TEXT) return;
    if (this.#first === undefined) this.#first = { ...lead, text: copyOf(text) };
    else if (this.#others.length < MOST_LEADS - 1) this.#others.push({ ...lead, text: copyOf(text) });
    else if (this.#misses >= MISSES_BEFORE_CHANGE) this.#others[MOST_LEADS - 2] = { ...lead, text: copyOf(text) };
    else this.#misses += 1;
  }

  /** What comes more often moves to the front. */
  #otherAt(text: string, at: number): Lead | undefined {
    const others = this.#others;
    for (let index = 0; index < others.length; index += 1) {
      const lead = others[index] as Lead;
      if (!text.startsWith(lead.text, at)) continue;
      this.#misses = 0;
      const before = index === 0 ? this.#first : others[index - 1];
      if (before !== undefined) others[index] = before;
      if (index === 0) this.#first = lead;
      else others[index - 1] = lead;
      return lead;
    }
    return undefined;
  }
}

/** The same text, letting go of the longer one it is part of. */
function copyOf(text: string): string {
  return String.fromCharCode(...Array.from({ length: text.length }, (_, at) => text.charCodeAt(at)));
}
