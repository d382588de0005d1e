// Two plugins of one page bring a bundle of the kit each.
import type { EnrollmentStatus, HostBackend } from '@enrollkit/elements';
import { expect } from '@open-wc/testing';
import { HostRecords } from '../enrollment-status/host-backend.js';
import { framedPage } from './framed-page.js';
import { waitUntil } from '../../support/wait-until.js';

const FIRST = '/bundled-kit/first.js';
const SECOND = '/bundled-kit/second.js';
/** The elements alone, as a bundler makes them of an import of the package: they register nothing by themselves. */
const ALONE = '/bundled-elements/kit.js';

interface Kit {
  readonly version: string;
  setDefaultBackend(backend: HostBackend | undefined): void;
  defineElements(options: { prefix: string }): void;
  registerTerms(locale: string, terms: object): void;
  defineBackendType(type: string, factory: () => HostBackend): void;
}

const label = (element: Element | null): string =>
  element?.shadowRoot?.querySelector('[part=label]')?.textContent.trim() ?? '';

async function pageWithTwo(body = '', policy = '') {
  const page = await framedPage({ body, policy });
  const first = (await page.load(FIRST)) as unknown as Kit;
  const second = (await page.load(SECOND)) as unknown as Kit;
  return { page, first, second };
}

describe('Two copies of the kit on one page', () => {
  it('work, and warn once for each tag that is taken', async () => {
    const { page, first, second } = await pageWithTwo();
    expect(first).to.not.equal(second);
    const taken = page.warnings.filter((text) => text.includes('is defined already'));
    const tags = taken.map((text) => /<([\w-]+)>/.exec(text)?.[1]);
    expect(tags.toSorted()).to.deep.equal([...new Set(tags)].toSorted());
    expect(tags).to.include.members([
      'certificate-upload',
      'enrollkit-backend',
      'enrollment-status',
      'price-breakdown',
    ]);
    for (const text of taken) expect(text).to.contain(`by version ${first.version} of the kit`);
    expect(first.version).to.match(/^\d+\.\d+\.\d+/);
    expect(page.errors).to.deep.equal([]);
  });

  it('of which one registers under a prefix only, take nothing from each other', async () => {
    const page = await framedPage({
      body: `<acme-enrollkit-backend><acme-enrollment-status enrollment-id="e1"></acme-enrollment-status></acme-enrollkit-backend>
        <enrollkit-backend><enrollment-status enrollment-id="e1"></enrollment-status></enrollkit-backend>`,
    });
    const acme = (await page.load(ALONE)) as unknown as Kit;
    acme.defineElements({ prefix: 'acme' });
    expect(page.window.customElements.get('enrollment-status')).to.equal(undefined);
    await page.load(FIRST);
    expect(page.warnings).to.deep.equal([]);
    for (const [prefix, status, word] of [
      ['acme-', 'no-show', 'No-show'],
      ['', 'started', 'Gestart'],
    ] as const) {
      const provider = page.document.querySelector(`${prefix}enrollkit-backend`)!;
      Object.assign(provider, { backend: new HostRecords({ status }).backend() });
      await waitUntil(() => label(page.document.querySelector(`${prefix}enrollment-status`)) === word);
    }
    expect(page.errors).to.deep.equal([]);
  });

  it('share the default backend, whichever copy was given it', async () => {
    const { page, second } = await pageWithTwo('<enrollment-status enrollment-id="e1"></enrollment-status>');
    second.setDefaultBackend(new HostRecords({ status: 'no-show' }).backend());
    await waitUntil(() => label(page.document.querySelector('enrollment-status')) === 'No-show');
  });

  it('give elements of the one the backend that a tag of the other provides', async () => {
    const { page, first, second } = await pageWithTwo(`
      <second-enrollkit-backend type="records">
        <enrollment-status enrollment-id="e1"></enrollment-status>
      </second-enrollkit-backend>
      <enrollkit-backend type="records">
        <second-enrollment-status enrollment-id="e1"></second-enrollment-status>
      </enrollkit-backend>`);
    const records = new HostRecords({ status: 'no-show' });
    first.defineBackendType('records', () => records.backend());
    second.defineElements({ prefix: 'second' });
    await waitUntil(() => label(page.document.querySelector('enrollment-status')) === 'No-show');
    await waitUntil(() => label(page.document.querySelector('second-enrollment-status')) === 'No-show');
  });

  it('agree after a change, with a backend that tells changes and with a plain object that does not', async () => {
    for (const subscribe of [true, false]) {
      const { page, first, second } = await pageWithTwo(`
        <enrollment-status enrollment-id="e1" editable></enrollment-status>
        <second-enrollment-status enrollment-id="e1"></second-enrollment-status>`);
      second.defineElements({ prefix: 'second' });
      first.setDefaultBackend(new HostRecords().backend({ subscribe }));
      const one = page.document.querySelector<EnrollmentStatus>('enrollment-status')!;
      const other = page.document.querySelector('second-enrollment-status')!;
      await waitUntil(() => label(one) === 'Gestart' && label(other) === 'Gestart');
      one.shadowRoot!.querySelector<HTMLElement>('.edit')!.click();
      await waitUntil(() => one.shadowRoot!.querySelector('.panel'));
      one.shadowRoot!.querySelector<HTMLElement>('input[value=no-show]')!.click();
      one.shadowRoot!.querySelector<HTMLElement>('.primary')!.click();
      await waitUntil(() => label(one) === 'No-show' && label(other) === 'No-show');
      expect(page.errors).to.deep.equal([]);
    }
  });

  it('speak the words that were given to either', async () => {
    const { page, first, second } = await pageWithTwo('<enrollment-status enrollment-id="e1"></enrollment-status>');
    second.registerTerms('nl', { 'enrollment-status': { why: 'Waarom zo?' } });
    first.setDefaultBackend(new HostRecords().backend());
    const element = page.document.querySelector('enrollment-status')!;
    await waitUntil(() => label(element) === 'Gestart');
    expect(element.shadowRoot!.querySelector('[part=why-button]')!.textContent).to.contain('Waarom zo?');
  });

  it('need allow-duplicates where Trusted Types name their policies', async function () {
    if (!('trustedTypes' in window)) this.skip();
    const strict = `script-src 'self' ${location.origin}; require-trusted-types-for 'script'; trusted-types lit-html`;
    const alone = await framedPage({ policy: strict });
    await alone.load(FIRST);
    let refused: unknown;
    await alone.load(SECOND).catch((error: unknown) => (refused = error));
    expect(String(refused)).to.contain('lit-html');

    const { page, second } = await pageWithTwo(
      '<enrollment-status enrollment-id="e1"></enrollment-status>',
      `${strict} 'allow-duplicates'`,
    );
    second.setDefaultBackend(new HostRecords({ status: 'no-show' }).backend());
    await waitUntil(() => label(page.document.querySelector('enrollment-status')) === 'No-show');
    expect(page.violations).to.deep.equal([]);
  });
});
