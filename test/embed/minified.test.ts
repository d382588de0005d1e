// Hosts send every script through a minifier of theirs. Each of our files that defines elements is sent through each of these,
// and then has to show and do the same as the file that was built, on a page with every element, under a strict
// Content-Security-Policy. See NOT_RUN for the others.
import { openIndexedDbBackend } from '@enrollkit/adapters/indexeddb';
import type { Backend } from '@enrollkit/core';
import type { EnrollkitBackend } from '@enrollkit/elements/enrollkit-backend.js';
import { expect } from '@open-wc/testing';
import { PROVIDER } from '../contract/world.js';
import { newEnrollment, newProduct, pdf } from '../contract/records.js';
import { ServerWorld } from '../support/rest-world.js';
import { shadowHtml } from './support/shadow-html.js';
import { waitUntil } from '../support/wait-until.js';

interface Built {
  readonly minifiers: readonly string[];
  readonly files: readonly string[];
}
const { minifiers, files } = (await (await fetch('/minified.json')).json()) as Built;
const DATABASE = 'embed-minified';
/** A slow one keeps a processor for eight seconds, of which others may leave it a tenth. */
const MINIFYING_MS = 180_000;
/**
 * These read programs and not lines: what they do to one of our files they do to the next. Each gets all of our code once, one
 * of them as a module and the other as a script, and the feeds as both.
 */
const SLOW: Readonly<Record<string, RegExp>> = {
  terser: /^enrollkit(-feed(\.iife)?)?\.js$/,
  'uglify-js': /^enrollkit(-feed|(-feed)?\.iife)\.js$/,
};
/** Files that define elements when they are loaded. */
const RUN = /^enrollkit(-rest|-elements|-feed|-groups)?(\.iife)?\.js$/;
/** Built files that are not run here, and why. Every file is in one of the two. */
const NOT_RUN: readonly (readonly [files: RegExp, because: string])[] = [
  [
    /-manual(\.iife)?\.js$/,
    'the same as the file without the word, but for one call; those of Moodle run in its own test',
  ],
  [/^enrollkit-feed-worker\.js$/, 'asked for by <feed-check>, from the folder in which that is minified'],
  [/^enrollkit-pdf-worker\.js$/, 'reads a scan after Moodle’s minifier in test/e2e/moodle.test.ts'],
  [/^enrollkit(-feed)?-(de|fr)\.js$/, 'sentences: nothing but strings and functions that return one'],
  [
    /^enrollkit-loader\.js$/,
    'fetches parts by their hashed names and hashes, so that nobody may change one; see loader.test.ts',
  ],
  [/^enrollkit-frame(-host)?(\.iife)?\.js$/, 'has no template, and no nesting for a minifier to lose'],
  [/^enrollkit-lti(-login)?(\.iife)?\.js$/, 'served by our own server only, never through a host’s minifier'],
  [
    /^enrollkit-doctor(-page)?(\.iife)?\.js$/,
    'tells of files that a minifier has changed, by their hashes: it is fetched as it is',
  ],
];

describe('a minified file', () => {
  let server: ServerWorld;
  let local: ReturnType<typeof openIndexedDbBackend>;
  const asBuilt = new Map<string, string>();

  before(async () => {
    local = openIndexedDbBackend({ database: DATABASE });
    server = await ServerWorld.make();
    const remote = server.open(PROVIDER);
    await fill(local);
    await fill(remote);
    remote.close();
  });
  after(async () => {
    local.close();
    await server.dispose();
  });

  it('is each one that was built, or there is a reason', () => {
    const reasons = files.map((file) => [
      file,
      [[RUN, ''], ...NOT_RUN].filter(([some]) => (some as RegExp).test(file)),
    ]);
    expect(reasons.filter(([, found]) => found?.length !== 1)).to.deep.equal([]);
    expect(NOT_RUN.filter(([some]) => !files.some((file) => some.test(file)))).to.deep.equal([]);
  });

  for (const file of files.filter((name) => RUN.test(name))) {
    for (const minifier of minifiers.filter((name) => !SLOW[name] || SLOW[name].test(file))) {
      it(`${file} works after ${minifier}`, async function () {
        this.timeout(MINIFYING_MS);
        const page = await Page.open(`/minified/${minifier}/${file.replace(/js$/, 'html')}`);
        await connect(page, file);
        const steps = file.includes('feed') ? FEED_STEPS : file.includes('groups') ? GROUP_STEPS : STEPS;
        for (const [index, step] of steps.entries()) {
          await step(page);
          // What was built says what is right; a file that goes on showing something else is told how it differs.
          const isRight = (): boolean => page.shown() === (asBuilt.get(`${file} ${index}`) ?? page.shown());
          await waitUntil(isRight).catch(() => undefined);
          if (minifier === 'none') asBuilt.set(`${file} ${index}`, page.shown());
          expect(page.shown()).to.equal(asBuilt.get(`${file} ${index}`));
        }
        expect(page.problems).to.deep.equal([]);
        page.close();
      });
    }
  }

  /** Each file with the backend that it brings along; one that brings none gets an object of the page. */
  async function connect(page: Page, file: string): Promise<void> {
    if (file.includes('feed')) return;
    const backend = page.one<EnrollkitBackend>('enrollkit-backend');
    if (/elements|groups/.test(file)) backend.backend = local;
    else if (file.includes('rest')) {
      const token = await server.token(PROVIDER);
      Object.assign(backend, { type: 'rest', baseUrl: server.baseUrl, getToken: () => token });
    } else Object.assign(backend, { type: 'indexeddb', database: DATABASE });
  }
});

type Filled = Pick<
  Backend,
  'getEnrollment' | 'createEnrollment' | 'putProduct' | 'createCertification' | 'linkCertifications'
>;

/** The same records everywhere. */
async function fill(backend: Filled): Promise<void> {
  if (await backend.getEnrollment('e-1').catch(() => undefined)) return;
  await backend.putProduct({
    ...newProduct('p-1'),
    additionalCosts: [
      {
        id: 'exam',
        type: 'other',
        typeOther: 'Examen',
        amountMinor: 12500,
        vat: 'excluded',
        vatMinor: 2625,
        mandatory: true,
      },
      { id: 'fee', type: 'registration fee', amountMinor: 4500, vat: 'excluded', vatMinor: 405, mandatory: false },
      { id: 'lunch', type: 'lunch', amountMinor: 2500, vat: 'excluded', vatMinor: 525, mandatory: false },
    ],
  });
  await backend.createCertification({ id: 'c-1', name: 'Bedrijfshulpverlener', requiresValidUntil: true });
  await backend.linkCertifications('p-1', ['c-1']);
  await backend.createEnrollment({ id: 'e-1', ...newEnrollment(), productId: 'p-1' });
}

/** What a person does, with a look after each. */
const STEPS: readonly ((page: Page) => Promise<unknown>)[] = [
  (page) => page.hasLoaded(),
  (page) => page.press('enrollment-status', 'button'),
  (page) => page.press('price-breakdown', 'input[type="checkbox"]'),
  async (page) => {
    page.choose('certificate-upload', 'section > form input[type="file"]', pdf('certificate'));
    await waitUntil(() => page.shown().includes('certificate.pdf'), 'the file is checked');
    await waitUntil(() => page.shown().includes('Klaar om te uploaden'), 'the file is ready');
  },
];

const FEED = '<Products><Product><ID>1</ID><Name>BHV</Name></Product><Product/></Products>';
const FEED_STEPS: typeof STEPS = [
  (page) => page.hasLoaded(),
  async (page) => {
    // Minifying it may take longer than a worker is waited for, where others have the processors.
    await (await page.window.fetch('enrollkit-feed-worker.js')).text();
    const found = await page.one<HTMLElementTagNameMap['feed-check']>('feed-check').check(FEED);
    expect(found).to.deep.include({ products: 2, isComplete: true, isOnPage: false });
    // A group is there before what is in it: it fills once it is open.
    await waitUntil(() => page.inside('feed-check', '[part~="group"] [part~="finding"]'), 'what was found is shown');
  },
];

/** The elements of this file stand in for those of another one, which lies beside it as it was built. */
const GROUP_STEPS: typeof STEPS = [
  (page) => page.hasLoaded(),
  (page) => page.press('enrollment-roster', 'input[type="checkbox"][data-do="select"]'),
  (page) => page.press('enrollment-roster', '[part~="keys-button"]'),
];

class Page {
  readonly problems: string[] = [];
  readonly #frame: HTMLIFrameElement;

  private constructor(frame: HTMLIFrameElement) {
    this.#frame = frame;
  }

  static async open(address: string): Promise<Page> {
    const frame = document.createElement('iframe');
    const page = new Page(frame);
    const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
    frame.src = address;
    document.body.append(frame);
    await loaded;
    page.window.addEventListener('error', ({ message }) => page.problems.push(message));
    page.window.document.addEventListener('securitypolicyviolation', ({ violatedDirective, sample }) =>
      page.problems.push(`${violatedDirective} ${sample}`),
    );
    return page;
  }

  get window(): Window & typeof globalThis {
    return this.#frame.contentWindow as Window & typeof globalThis;
  }

  /** Elements that the file has defined. */
  get elements(): readonly Element[] {
    return [...this.window.document.querySelectorAll('enrollkit-backend *:defined')];
  }

  one<Found extends Element>(selector: string): Found {
    return this.window.document.querySelector<Found>(selector)!;
  }

  inside<Found extends Element>(tag: string, selector: string): Found {
    return this.one(tag).shadowRoot!.querySelector<Found>(selector)!;
  }

  shown(): string {
    return this.elements.map((element) => shadowHtml(element)).join('\n');
  }

  async hasLoaded(): Promise<void> {
    await waitUntil(() => this.elements.length > 0, 'the elements are defined');
    await waitUntil(() => !this.elements.some((element) => element.matches(':state(loading)')), 'they have loaded');
    expect(this.elements.filter((element) => element.matches(':state(failed)'))).to.deep.equal([]);
  }

  async press(tag: string, selector: string): Promise<void> {
    const before = this.shown();
    this.inside<HTMLElement>(tag, selector).click();
    await waitUntil(() => this.shown() !== before, `<${tag}> answers`);
  }

  choose(tag: string, selector: string, file: File): void {
    const input = this.inside<HTMLInputElement>(tag, selector);
    const list = new this.window.DataTransfer();
    list.items.add(file);
    input.files = list.files;
    input.dispatchEvent(new this.window.Event('change', { bubbles: true }));
  }

  close(): void {
    this.#frame.remove();
  }
}
