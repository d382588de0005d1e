import { registerTerms } from '@enrollkit/elements';
import '@enrollkit/elements/enrollment-status.js';
import '@enrollkit/elements/price-breakdown.js';
import { expect, fixture, html } from '@open-wc/testing';
import { HostRecords } from '../../enrollment-status/host-backend.js';
import { waitUntil } from '../../../support/wait-until.js';

const label = (element: Element): string => element.shadowRoot?.querySelector('[part=label]')?.textContent.trim() ?? '';
const base = (element: Element): HTMLElement => element.shadowRoot!.querySelector<HTMLElement>('[part=base]')!;
const backendWith = (status: 'started') => new HostRecords({ status }).backend();

describe('The language of an element', () => {
  it('is Dutch when the page says nothing, and follows an ancestor that changes later', async () => {
    const page = await fixture(html`
      <div><enrollment-status enrollment-id="e1" .backend=${backendWith('started')}></enrollment-status></div>
    `);
    const element = page.querySelector('enrollment-status')!;
    document.documentElement.removeAttribute('lang');
    await waitUntil(() => label(element) === 'Gestart');
    (page as HTMLElement).lang = 'en';
    await waitUntil(() => label(element) === 'Started');
    (page as HTMLElement).lang = '';
    document.documentElement.lang = 'en-GB';
    (page as HTMLElement).removeAttribute('lang');
    await waitUntil(() => base(element).lang === 'en-GB');
    document.documentElement.removeAttribute('lang');
    await waitUntil(() => label(element) === 'Gestart');
  });

  it('is found and followed across a shadow root', async () => {
    const page = await fixture<HTMLElement>(html`<div lang="en"><div id="host"></div></div>`);
    const root = page.querySelector('#host')!.attachShadow({ mode: 'open' });
    const element = document.createElement('enrollment-status');
    Object.assign(element, { enrollmentId: 'e1', backend: backendWith('started') });
    root.append(element);
    await waitUntil(() => label(element) === 'Started');
    page.lang = 'nl-BE';
    await waitUntil(() => label(element) === 'Gestart');
    expect(base(element).lang).to.equal('nl-BE');
  });

  it('is its own locale before any lang', async () => {
    const element = await fixture(
      html`<enrollment-status lang="nl" locale="en" enrollment-id="e1" .backend=${backendWith('started')}>
      </enrollment-status>`,
    );
    await waitUntil(() => label(element) === 'Started');
  });

  it('is English, dates and all, for a language without terms', async () => {
    const element = await fixture(
      html`<enrollment-status lang="pl" enrollment-id="e1" .backend=${backendWith('started')}></enrollment-status>`,
    );
    await waitUntil(() => label(element) === 'Started');
    expect(base(element).lang).to.equal('en');
    expect(element.shadowRoot!.querySelector('[part=next]')!.textContent).to.contain('13\u{a0}September 2026');
  });

  it('can be added by the host, and single sentences replaced', async () => {
    registerTerms('pl', { common: { statuses: { started: 'Rozpoczęte' } } });
    registerTerms('nl-BE', { 'enrollment-status': { why: 'Waarom zo?' } });
    const polish = await fixture(
      html`<enrollment-status lang="pl-PL" enrollment-id="e1" .backend=${backendWith('started')}></enrollment-status>`,
    );
    await waitUntil(() => label(polish) === 'Rozpoczęte');
    const flemish = await fixture(
      html`<enrollment-status lang="nl-BE" enrollment-id="e1" .backend=${backendWith('started')}></enrollment-status>`,
    );
    await waitUntil(() => label(flemish) === 'Gestart');
    expect(flemish.shadowRoot!.querySelector('[part=why-button]')!.textContent.trim()).to.equal('Waarom zo?');
  });

  const AS_WRITTEN = [
    ['en_US', 'Started', 'en-US'],
    ['nl_NL_formal', 'Gestart', 'nl-NL-formal'],
    ['nl_NL.UTF-8', 'Gestart', 'nl-NL'],
    ['en_GB@euro', 'Started', 'en-GB'],
    ['en-', 'Started', 'en'],
    ['en_XX_ao90', 'Started', 'en-XX'],
    ['NL', 'Gestart', 'nl'],
    ['de_CH', 'Begonnen', 'de-CH'],
    ['fr-BE', 'En cours', 'fr-BE'],
    ['pt_PT_ao90', 'Started', 'en'],
    ['€', 'Gestart', 'nl'],
    ['', 'Gestart', 'nl'],
  ] as const;

  for (const [written, word, spoken] of AS_WRITTEN) {
    it(`is understood where a page writes lang="${written}"`, async () => {
      const element = await fixture(
        html`<enrollment-status
          lang=${written}
          enrollment-id="e1"
          .backend=${backendWith('started')}
        ></enrollment-status>`,
      );
      await waitUntil(() => label(element) === word);
      expect(base(element).lang).to.equal(spoken);
    });
  }

  it('has its own direction where the page is written the other way, and the page’s where it is the page’s language', async () => {
    registerTerms('he', { common: { statuses: { started: 'התחיל' } } });
    const statusIn = async (lang: string, dir: string, locale?: string): Promise<HTMLElement> => {
      const page = await fixture(html`
        <div lang=${lang} dir=${dir}>
          <enrollment-status
            enrollment-id="e1"
            .locale=${locale}
            .backend=${backendWith('started')}
          ></enrollment-status>
          <price-breakdown product-id="p1" .locale=${locale}></price-breakdown>
        </div>
      `);
      const [status, price] = [...page.children] as [Element, Element];
      await waitUntil(() => label(status));
      const outermost = price.shadowRoot!.firstElementChild as HTMLElement;
      expect([outermost.lang, outermost.dir]).to.deep.equal([base(status).lang, base(status).dir]);
      return base(status);
    };
    const english = await statusIn('ar', 'rtl');
    expect([english.lang, english.dir]).to.deep.equal(['en', 'ltr']);
    expect(getComputedStyle(english).direction).to.equal('ltr');
    const mirrored = await statusIn('nl', 'rtl');
    expect([mirrored.lang, getComputedStyle(mirrored).direction]).to.deep.equal(['nl', 'rtl']);
    const hebrew = await statusIn('nl', 'ltr', 'he');
    expect([hebrew.lang, getComputedStyle(hebrew).direction]).to.deep.equal(['he', 'rtl']);
  });

  it('is that of the page around a frame that says nothing, as in an editor, and follows it', async () => {
    const frame = await fixture<HTMLIFrameElement>(html`<iframe lang="en" title="Preview"></iframe>`);
    const inside = frame.contentDocument!;
    const element = Object.assign(document.createElement('enrollment-status'), {
      enrollmentId: 'e1',
      backend: backendWith('started'),
    });
    inside.body.append(element);
    await waitUntil(() => label(element) === 'Started');
    frame.lang = 'nl-BE';
    await waitUntil(() => label(element) === 'Gestart');
    inside.documentElement.lang = 'en-GB';
    await waitUntil(() => label(element) === 'Started');
  });
});
