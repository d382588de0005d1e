// The one-file builds on pages that have nothing but a script tag and tags, under a strict Content-Security-Policy.
// They are read from packages/embed/dist: run `npm run build` first.
import type {} from '@enrollkit/elements/enrollkit-backend.js';
import type {} from '@enrollkit/elements/feed-check.js';
import { expect, fixture, html } from '@open-wc/testing';
import { waitUntil } from '../support/wait-until.js';

interface PageWindow extends Window {
  readonly Enrollkit?: Readonly<Record<string, unknown>>;
  readonly customElements: CustomElementRegistry;
  readonly requirejs?: unknown;
  /** What the AMD loader gave the page. */
  readonly received?: unknown;
}

async function openPage(name: string): Promise<{ page: PageWindow; problems: string[] }> {
  const frame = await fixture<HTMLIFrameElement>(html`<iframe title=${name}></iframe>`);
  const problems: string[] = [];
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  frame.src = new URL(`./pages/${name}.html`, import.meta.url).pathname;
  await loaded;
  const page = frame.contentWindow as unknown as PageWindow;
  page.addEventListener('error', ({ message }) => problems.push(message));
  page.document.addEventListener('securitypolicyviolation', ({ violatedDirective }) =>
    problems.push(violatedDirective),
  );
  return { page, problems };
}

/** The text that the status shows once its backend has answered. */
async function answerOf(page: PageWindow): Promise<string> {
  const status = page.document.querySelector('enrollment-status')!;
  const problem = () => status.shadowRoot!.querySelector('[part~="problem"]')?.textContent ?? '';
  await waitUntil(() => status.matches(':state(failed)') && problem(), 'the backend answers');
  return problem();
}

const TAGS = [
  'enrollkit-backend',
  'booking-withdrawal',
  'course-booking',
  'enrollment-status',
  'certificate-list',
  'certificate-upload',
  'invoice-upload',
  'price-breakdown',
  'product-certifications',
  'product-details',
  'starting-dates',
];

for (const name of ['classic', 'module', 'amd']) {
  describe(`a page with a script tag: ${name}`, () => {
    it('has every element, and they reach the database in the browser', async () => {
      const { page, problems } = await openPage(name);
      for (const tag of TAGS) expect(page.customElements.get(tag), tag).to.not.equal(undefined);
      expect(await answerOf(page)).to.not.equal('');
      expect(problems).to.deep.equal([]);
    });
  });
}

describe('a page with the build for a server', () => {
  it('has every element, and they ask that server', async () => {
    const { page, problems } = await openPage('rest');
    page.document.querySelector('enrollkit-backend')!.getToken = () => 'a token';
    for (const tag of TAGS) expect(page.customElements.get(tag), tag).to.not.equal(undefined);
    expect(await answerOf(page)).to.contain('onleesbaar antwoord');
    expect(problems).to.deep.equal([]);
  });
});

for (const name of ['feed', 'feed-module']) {
  describe(`a page with the build that checks feeds: ${name}`, () => {
    it('checks in the worker beside it', async () => {
      const { page, problems } = await openPage(name);
      const element = page.document.querySelector('feed-check')!;
      expect(await element.check('<Products><Product/></Products>')).to.deep.include({
        products: 1,
        isComplete: true,
        isOnPage: false,
      });
      expect(problems).to.deep.equal([]);
    });
  });
}

describe('the classic build', () => {
  it('gives the page one global', async () => {
    const { page } = await openPage('classic');
    expect(Object.keys(page.Enrollkit ?? {})).to.include.members([
      'defineBackendType',
      'defineElements',
      'openIndexedDbBackend',
      'registerTerms',
      'setDefaultBackend',
    ]);
  });

  it('leaves an AMD loader alone', async () => {
    const { page, problems } = await openPage('amd');
    expect(page.requirejs).to.not.equal(undefined);
    expect(page.Enrollkit).to.not.equal(undefined);
    expect(problems).to.deep.equal([]);
  });
});

describe('a page as Moodle makes it: RequireJS that enforces define(), and a file that a PHP library has minified', () => {
  it('gets the kit by its global, and works', async () => {
    const { page, problems } = await openPage('require');
    await waitUntil(() => page.received, 'the loader gives the kit');
    expect(page.received).to.equal(page.Enrollkit);
    expect(await answerOf(page)).to.not.equal('');
    expect(problems).to.deep.equal([]);
  });

  it('checks a feed in the worker beside the file, minified in the same way', async () => {
    const { page, problems } = await openPage('require-feed');
    await waitUntil(() => page.received, 'the loader gives the kit');
    const element = page.document.querySelector('feed-check')!;
    const outcome = await element.check('<Products><Product/></Products>');
    expect(outcome).to.deep.include({ products: 1, isComplete: true, isOnPage: false });
    expect(problems).to.deep.equal([]);
  });
});
