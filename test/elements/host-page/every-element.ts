// Every element with records that say all there is to say, over the real use cases, and what people open in it.
import { BACKEND_METHODS, defineElements, type ElementTag, type HostBackend } from '@enrollkit/elements';
import { pdf } from '../../contract/records.js';
import { waitUntil } from '../../support/wait-until.js';
import { checker, FAULTY, file as feedFile } from '../feed-check/feed-page.js';
import { everyRecord, product, type Records } from './every-record.js';

defineElements();

const all = (element: Element, selector: string): HTMLElement[] => [
  ...element.shadowRoot!.querySelectorAll<HTMLElement>(selector),
];

/** Waits for it, and presses it. */
const press =
  (selector: string) =>
  async (element: Element): Promise<void> => {
    await waitUntil(() => all(element, selector).length > 0, `${element.localName} ${selector}`);
    all(element, selector)[0]!.click();
  };
const see =
  (selector: string) =>
  (element: Element): Promise<void> =>
    waitUntil(() => all(element, selector).length > 0, `${element.localName} ${selector}`);

function choose(element: Element, file: File): void {
  const input = all(element, 'input[type=file]')[0] as HTMLInputElement;
  const transfer = new DataTransfer();
  transfer.items.add(file);
  input.files = transfer.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
}

const write = (element: Element, index: number, text: string): void => {
  const field = all(element, 'input[type=text], input[type=email], input:not([type])')[index] as HTMLInputElement;
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
};

type Step = (element: Element, records: Records) => unknown;

export interface Shown {
  readonly html: string;
  readonly properties?: object;
  /** Who looks at it. */
  readonly as?: keyof Records;
  /** What people do with it, one after the other. */
  readonly steps?: readonly Step[];
}

export type Tag = Exclude<ElementTag, 'enrollkit-backend'>;

/** Every element, in each shape that has something of its own to say. */
export const EVERY_ELEMENT: Readonly<Record<Tag, readonly Shown[]>> = {
  'enrollment-status': [
    {
      html: '<enrollment-status enrollment-id="e3" editable show-history></enrollment-status>',
      steps: [press('.edit'), see('.panel')],
    },
    {
      html: '<enrollment-status enrollment-id="e2" editable show-history></enrollment-status>',
      steps: [press('.decision [part~=decline-button]'), see('.decision textarea, .decision [part=field]')],
    },
    { html: '<enrollment-status enrollment-id="e1" show-history></enrollment-status>' },
  ],
  'certificate-upload': [
    {
      html: '<certificate-upload enrollment-id="e1"></certificate-upload>',
      steps: [(element) => choose(element, pdf('second', 'bewijs-noor.pdf')), see('[part~=item]')],
    },
  ],
  'price-breakdown': [
    { html: '<price-breakdown product-id="course" selectable></price-breakdown>', steps: [press('input')] },
    { html: '<price-breakdown enrollment-id="e1"></price-breakdown>' },
  ],
  'starting-dates': [
    {
      html: '<starting-dates product-id="course" selectable></starting-dates>',
      steps: [press('summary'), see('.day')],
    },
  ],
  'product-details': [
    { html: '<product-details product-id="course"></product-details>', steps: [see('[part=trainer]')] },
    {
      // From a feed it has the addresses of trainers only.
      html: '<product-details></product-details>',
      properties: { product },
      steps: [see('[part=trainer]')],
    },
  ],
  'course-booking': [
    {
      html: '<course-booking product-id="course" participants="many"></course-booking>',
      steps: [
        see('.inner'),
        async (element) => {
          await waitUntil(() => all(all(element, '.inner')[0]!, 'input[type=radio]').length > 0);
          all(all(element, '.inner')[0]!, 'input[type=radio]')[0]!.click();
        },
        press('input[value=company]'),
        press('[part~=add-button]'),
        (element) => waitUntil(() => all(element, 'input[type=email]').length === 2),
        (element) =>
          ['Noor Wiersma', 'noor@wiersma.example', 'Sem Rozema', 'sem@rozema.example'].forEach((text, index) =>
            write(element, index, text),
          ),
        press('[part~=book-button]'),
        see('[part=receipt]'),
      ],
    },
  ],
  'booking-withdrawal': [
    {
      html: '<booking-withdrawal enrollment-id="e3"></booking-withdrawal>',
      steps: [press('[part~=withdraw-button]'), press('[part~=next-button]'), see('[part~=confirm-button]')],
    },
    { html: '<booking-withdrawal enrollment-id="e4"></booking-withdrawal>' },
  ],
  'enrollment-roster': [
    {
      html: '<enrollment-roster product-id="course" editable></enrollment-roster>',
      steps: [
        press('[data-do=select]'),
        press('[data-do=open]'),
        see('dialog.details[open]'),
        // To one who has no invoice yet.
        ...Array.from({ length: 3 }, () => press('.details-steps button:last-child')),
        press('.correction summary'),
      ],
    },
  ],
  'certificate-bundle': [
    {
      html: '<certificate-bundle product-id="course"></certificate-bundle>',
      steps: [
        see('input[type=file]'),
        (element) => choose(element, pdf('bundle', 'noor wiersma.pdf')),
        see('[part=item]'),
      ],
    },
  ],
  'certificate-list': [
    {
      html: '<certificate-list removable></certificate-list>',
      steps: [
        async (_, { provider }) =>
          provider.uploadCertificate({
            enrollmentId: 'e3',
            certificationId: 'c1',
            file: pdf('tess', 'bewijs-tess.pdf'),
            validFrom: '2026-08-30',
            showsResults: false,
          }),
        press('[part~=remove-button]'),
        see('dialog[open]'),
      ],
    },
  ],
  'product-certifications': [
    {
      html: '<product-certifications product-id="course" editable></product-certifications>',
      steps: [press('[part~=add-button]')],
    },
    { html: '<product-certifications reviewable></product-certifications>', as: 'staff' },
  ],
  'invoice-upload': [
    { html: '<invoice-upload enrollment-id="e1"></invoice-upload>' },
    { html: '<invoice-upload enrollment-id="e3"></invoice-upload>' },
  ],
  'feed-check': [
    {
      html: '<feed-check></feed-check>',
      properties: { checker },
      steps: [(element) => choose(element, feedFile(FAULTY, 'feed.xml')), see('[part=verdict]')],
    },
  ],
};

/** Waits until it has said what it has to say, with the elements inside it. */
export async function ready(element: Element): Promise<void> {
  const { updateComplete } = element as Element & { readonly updateComplete?: Promise<unknown> };
  await updateComplete;
  await waitUntil(
    () => element.shadowRoot?.childElementCount && !element.matches(':state(loading)'),
    `${element.localName} is ready`,
  );
  for (const inner of element.shadowRoot!.querySelectorAll(Object.keys(BACKEND_METHODS).join())) await ready(inner);
}

/** Shows it on a page of Dutch, and calls `look` now and after every step. */
export async function visit(
  { html, properties, steps = [] }: Shown,
  records: Records,
  backend: HostBackend,
  look: (element: HTMLElement) => void = () => undefined,
): Promise<void> {
  const place = document.createElement('div');
  place.lang = 'nl';
  place.innerHTML = html;
  const element = place.firstElementChild as HTMLElement;
  Object.assign(element, { backend, ...properties });
  document.body.append(place);
  try {
    await ready(element);
    look(element);
    for (const step of steps) {
      await step(element, records);
      await ready(element);
      look(element);
    }
  } finally {
    place.remove();
  }
}

interface Moment {
  readonly tag: string;
  /** Nothing in it was opened yet. */
  readonly isFirst: boolean;
  /** With everything open that people open in it. */
  readonly isLast: boolean;
}

/** Shows every element in each of its shapes, and calls `look` now and after every step. */
export async function visitEvery(look: (element: HTMLElement, moment: Moment) => void): Promise<void> {
  for (const [tag, shapes] of Object.entries(EVERY_ELEMENT)) {
    for (const shape of shapes) {
      const records = await everyRecord();
      const last = shape.steps?.length ?? 0;
      let at = 0;
      await visit(shape, records, records[shape.as ?? 'provider'], (element) => {
        look(element, { tag, isFirst: at === 0, isLast: at === last });
        at += 1;
      });
    }
  }
}
