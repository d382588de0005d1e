import '@enrollkit/elements/feed-check.js';
import type { FeedCheck, FeedChecker } from '@enrollkit/elements/feed-check.js';
import { connectFeedChecker, createFeedChecker, type FeedEngine } from '@enrollkit/feed/worker';
import { fixture, html } from '@open-wc/testing';
import { waitUntil } from '../../support/wait-until.js';

const WORKER = '/bundled-feed/enrollkit-feed-worker.js';

/** The real checker, with the real worker. */
export const checker: FeedChecker = createFeedChecker({ workerUrl: new URL(WORKER, location.href) });

/** The same where no worker can be had. */
export const pageChecker: FeedChecker = connectFeedChecker({
  createWorker: () => {
    throw new DOMException('The page allows no workers.', 'SecurityError');
  },
  loadEngine: async () => (await import(new URL(WORKER, location.href).href)) as { createPageEngine(): FeedEngine },
});

const DESCRIPTION = `<![CDATA[<p>${'Leer in drie dagen hoe je veilig en netjes last. '.repeat(20)}</p>]]>`;

/** A product with all that the schema wants: 548.79, or 571.00 exempt from VAT. */
export function product(changes: Readonly<Record<string, string>> = {}): string {
  const elements = {
    ID: 'P-1',
    Name: 'Lassen',
    Description: DESCRIPTION,
    Images: '',
    VideoEmbed: '',
    Language: 'nl',
    Price: '399.00',
    VatIncluded: 'no',
    VatAmount: '83.79',
    PriceExemptAmount: '571.00',
    PricePeriod: 'all',
    AdditionalCosts:
      '<AdditionalCost><Type>accommodation</Type><Price>66.00</Price><VatIncluded>exempt</VatIncluded>' +
      '<Mandatory>true</Mandatory><PriceExemptAmount>0.00</PriceExemptAmount></AdditionalCost>',
    PriceComplete: 'true',
    CourseType: 'course',
    Duration: '3',
    DurationUnit: 'days',
    WebAddress: 'https://www.voorbeeld.nl/lassen',
    ProductType: 'open',
    AllowedSites: '',
    PriceDiscounts: '',
    Moments: '',
    StartingDatePlaces: '',
    customLtiParams: '',
    ...changes,
  };
  return `<Product>\n${Object.entries(elements)
    .map(([name, content]) => `  <${name}>${content}</${name}>`)
    .join('\n')}\n</Product>`;
}

export const feed = (...products: readonly string[]): string => `<Products>\n${products.join('\n')}\n</Products>\n`;
export const file = (text: string, name = 'feed.xml'): File => new File([text], name, { type: 'text/xml' });

/** Nothing to say about it. */
export const CLEAN = feed(product({ AdditionalCosts: '', PriceExemptAmount: '499.00' }));
/** A comma in both amounts, and a short description. */
export const FAULTY = feed(
  product({ AdditionalCosts: '', Price: '399,00', VatAmount: '83,79' }),
  product({ ID: 'P-2', Name: 'Frezen', AdditionalCosts: '', WebAddress: 'nergens' }),
);

interface ShowOptions extends Partial<Pick<FeedCheck, 'strict' | 'maxSize' | 'checker' | 'site'>> {
  readonly lang?: string;
}

/** A `<feed-check>` on the page, in the language that the test needs. */
export async function show({ lang = 'nl', ...properties }: ShowOptions = {}): Promise<FeedCheck> {
  const wrapper = await fixture<HTMLDivElement>(html`<div lang=${lang}></div>`);
  const element = document.createElement('feed-check');
  Object.assign(element, { checker, backend: { clock: () => '2026-11-22T12:00:00Z' } }, properties);
  wrapper.append(element);
  await element.updateComplete;
  return element;
}

export const find = <Found extends HTMLElement>(element: FeedCheck, selector: string): Found =>
  element.shadowRoot!.querySelector<Found>(selector)!;

export const findAll = (element: FeedCheck, selector: string): HTMLElement[] => [
  ...element.shadowRoot!.querySelectorAll<HTMLElement>(selector),
];

/** Text as a reader sees it: one kind of space, no line breaks. */
export const read = (node: Element | null | undefined): string =>
  (node?.textContent ?? '').replace(/[\s\u00a0]+/g, ' ').trim();

export const verdict = (element: FeedCheck): string => read(find(element, '[part=verdict]'));

/** Waits until something is there, and answers it. */
export async function seen(element: FeedCheck, selector: string): Promise<HTMLElement> {
  await waitUntil(() => find(element, selector), selector);
  return find(element, selector);
}

/** Gives the element files as a person does: dropped on it, or on a part of it. */
export function drop(on: HTMLElement, ...files: readonly File[]): void {
  const dataTransfer = new DataTransfer();
  for (const each of files) dataTransfer.items.add(each);
  on.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, composed: true, cancelable: true }));
}

/** Waits as long as a worker takes on a busy machine. */
export const until = (isTrue: () => unknown): Promise<void> => waitUntil(() => Boolean(isTrue()));
