// Types only: what loads with the first sentence must not pull modules of the page's first load into a file of their own.
import type { ANNOUNCER_ATTRIBUTE } from './foreign-changes.js';

const ATTRIBUTE: typeof ANNOUNCER_ATTRIBUTE = 'data-enrollkit-announcer';

/** A live region has to be on the page before it speaks; and what is said at the same time waits for each other. */
const BEFORE_SPEAKING_MS = 100;
/** Long enough to have been said. What stays would be read at the end of the page, where it is about nothing. */
const KEPT_MS = 10_000;

/** Out of sight and out of the layout, whatever the page gives the children of its body. Important rules in here win over a page's. */
const STYLES = `:host {
  all: initial !important;
  display: block !important;
  position: fixed !important;
  inset: 0 auto auto 0 !important;
  inline-size: 1px !important;
  block-size: 1px !important;
  overflow: hidden !important;
  clip-path: inset(50%) !important;
  user-select: none !important;
}`;

interface Sentence {
  readonly text: string;
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
}

/**
 * Says sentences to screen readers through one polite live region of the page: one per element would be hundreds in a
 * list. It is made when there is something to say, and anew when the page has replaced its body.
 */
class Announcer {
  readonly #document: Document;
  #waiting: (Sentence & { readonly by: Element })[] = [];

  constructor(page: Document) {
    this.#document = page;
  }

  say(by: Element, sentence: Sentence): void {
    if (this.#waiting.push({ by, ...sentence }) > 1) return;
    regionIn(placeFor(by));
    setTimeout(() => this.#speak(), BEFORE_SPEAKING_MS);
  }

  #speak(): void {
    const by = this.#waiting[0]?.by;
    if (!by) return;
    const { region, isNew } = regionIn(placeFor(by));
    // A dialog has opened or closed meanwhile, or the page has a new body.
    if (isNew) {
      setTimeout(() => this.#speak(), BEFORE_SPEAKING_MS);
      return;
    }
    const sentences = this.#waiting.splice(0).map(({ text, lang, dir }) =>
      // Each in its own language, which needn't be the page's.
      Object.assign(this.#document.createElement('p'), { textContent: text, lang, dir }),
    );
    region.append(...sentences);
    setTimeout(() => sentences.forEach((sentence) => sentence.remove()), KEPT_MS);
  }
}

const announcers = new WeakMap<Document, Announcer>();

/** Has a screen reader say it, when it is done with what it is saying. */
export function announceFor(element: Element, sentence: Sentence): void {
  const page = element.ownerDocument;
  // A document that nobody looks at, such as one that was made to parse something.
  if (!page.defaultView) return;
  const announcer = announcers.get(page) ?? new Announcer(page);
  announcers.set(page, announcer);
  announcer.say(element, sentence);
}

/** Where it can be heard: everything outside an open modal dialog is silent, and the focus tells which one is on top. */
function placeFor(element: Element): Element {
  const page = element.ownerDocument;
  return modalAround(focusedIn(page)) ?? modalAround(element) ?? page.querySelector('body') ?? page.documentElement;
}

function focusedIn(page: Document): Element | null {
  let focused = page.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  return focused;
}

/** The nearest around it, in the tree as it is shown: through slots and shadow roots. */
function modalAround(element: Element | null): Element | undefined {
  for (let around: Node | null = element; around; around = parentOf(around)) {
    if ('matches' in around && (around as Element).matches('dialog:modal, [aria-modal="true"]'))
      return around as Element;
  }
  return undefined;
}

const parentOf = (node: Node): Node | null =>
  (node as Element).assignedSlot ?? node.parentNode ?? (node as Partial<ShadowRoot>).host ?? null;

function regionIn(place: Element): { readonly region: ShadowRoot; readonly isNew: boolean } {
  const there = place.querySelector(`:scope > [${ATTRIBUTE}]`);
  if (there?.shadowRoot) return { region: there.shadowRoot, isNew: false };
  // One that was copied, with the page or by it, has lost its tree.
  there?.remove();
  const host = place.ownerDocument.createElement('div');
  host.setAttribute(ATTRIBUTE, '');
  host.setAttribute('role', 'log');
  // Said as well, because programs that hide the rest of a page from screen readers leave out what has it.
  host.setAttribute('aria-live', 'polite');
  // Turbo keeps a copy of the page for the way back; it isn't part of that.
  host.setAttribute('data-turbo-temporary', '');
  const region = host.attachShadow({ mode: 'open' });
  // A document takes only sheets that were made for it.
  const sheet = new (place.ownerDocument.defaultView ?? globalThis).CSSStyleSheet();
  sheet.replaceSync(STYLES);
  region.adoptedStyleSheets = [sheet];
  place.append(host);
  return { region, isNew: true };
}
