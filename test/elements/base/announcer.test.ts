import type { EnrollmentStatus } from '@enrollkit/elements';
import '@enrollkit/elements/enrollment-status.js';
import { expect, fixture, html } from '@open-wc/testing';
import { announceFor } from '../../../packages/elements/src/base/announcer.js';
import { button, certificate, ListHost, show } from '../certificate-list/list-host.js';
import { HostRecords } from '../enrollment-status/host-backend.js';
import { edited, shown } from '../enrollment-status/status-page.js';
import { isSaid, liveRegions, said } from '../said.js';
import { sendKeys } from '../../support/keys.js';
import { waitUntil } from '../../support/wait-until.js';

const SENTENCE = 'De status is nu Afgerond.';

/** A person changes the status, with the keyboard. */
async function complete(element: EnrollmentStatus): Promise<void> {
  await edited(element);
  await sendKeys({ press: 'ArrowDown' });
  await sendKeys({ press: 'Enter' });
}

const place = (): Element | null => liveRegions()[0]!.parentElement;

describe('What elements say to screen readers', () => {
  it('comes from one live region of the page, however many elements there are and speak', async () => {
    const elements = [await shown(new HostRecords()), await shown(new HostRecords()), await shown(new HostRecords())];
    expect(liveRegions()).to.have.length(0);
    await complete(elements[0]!);
    await isSaid(SENTENCE);
    await complete(elements[1]!);
    await waitUntil(() => said().length === 2);
    expect(said()).to.deep.equal([SENTENCE, SENTENCE]);
    expect(liveRegions()).to.have.length(1);
    expect(place() === document.body).to.equal(true);
    expect(liveRegions()[0]!.getAttribute('role')).to.equal('log');
    for (const element of elements)
      expect(element.shadowRoot!.querySelector('[role=status], [aria-live]')).to.equal(null);
    await expect(liveRegions()[0]).to.be.accessible();
  });

  it('is in its own language and direction, and all of what is said at the same time', async () => {
    const [dutch, arabic] = [await fixture(html`<p></p>`), await fixture(html`<p></p>`)];
    announceFor(dutch, { text: 'Een', lang: 'nl', dir: 'ltr' });
    announceFor(arabic, { text: 'اثنان', lang: 'ar', dir: 'rtl' });
    await isSaid('اثنان');
    const sentences = [...liveRegions()[0]!.shadowRoot!.children] as HTMLElement[];
    expect(sentences.map(({ lang, dir, textContent }) => [lang, dir, textContent])).to.deep.equal([
      ['nl', 'ltr', 'Een'],
      ['ar', 'rtl', 'اثنان'],
    ]);
  });

  it('is heard from a page that replaced its body, and from a copy of it', async () => {
    const old = document.body;
    const element = await fixture(html`<p></p>`);
    announceFor(element, { text: 'Een', lang: 'nl', dir: 'ltr' });
    await isSaid('Een');
    try {
      // As libraries that fetch the next page do, which bring back a copy of what was there.
      document.body = old.cloneNode(true) as HTMLBodyElement;
      document.body.append(element);
      announceFor(element, { text: 'Twee', lang: 'nl', dir: 'ltr' });
      document.body = document.createElement('body');
      await isSaid('Twee');
      expect(place() === document.body).to.equal(true);
      expect(liveRegions()).to.have.length(1);
    } finally {
      document.body = old;
    }
  });

  it('is inside a modal dialog while one is open, since nothing else is heard then', async () => {
    const dialog = await fixture<HTMLDialogElement>(html`<dialog><button>Sluiten</button></dialog>`);
    const outside = await fixture(html`<p></p>`);
    const element = await shown(new HostRecords());
    dialog.append(element);
    dialog.showModal();
    await complete(element);
    await isSaid(SENTENCE);
    expect(place() === dialog).to.equal(true);
    // Also what an element behind it has to say, such as a file that has been sent.
    announceFor(outside, { text: 'Verstuurd', lang: 'nl', dir: 'ltr' });
    await isSaid('Verstuurd');
    expect(liveRegions()).to.have.length(1);
    announceFor(outside, { text: 'Gesloten', lang: 'nl', dir: 'ltr' });
    dialog.close();
    await isSaid('Gesloten');
    expect(
      liveRegions()
        .map(({ parentElement }) => parentElement!.localName)
        .sort(),
    ).to.deep.equal(['body', 'dialog']);
  });

  it('is inside a modal dialog of an element’s own, whose tree stays as it is', async () => {
    const element = await show(new ListHost([certificate('a', 30)]), { removable: true });
    button(element, 'a', 'remove')!.click();
    const dialog = element.shadowRoot!.querySelector('dialog')!;
    await waitUntil(() => dialog.open);
    announceFor(element, { text: 'Een', lang: 'nl', dir: 'ltr' });
    await isSaid('Een');
    const [region] = liveRegions();
    expect(place() === dialog).to.equal(true);
    element.requestUpdate();
    await element.updateComplete;
    expect(region!.isConnected).to.equal(true);
  });

  it('takes no room and can’t be hidden by a page’s styles, or found by its selectors for text', async () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
      body > *, body > div { display: none !important; position: static !important; padding: 50px !important; visibility: hidden !important }
      p { display: none !important }
    `);
    const before = document.documentElement.scrollHeight;
    announceFor(await fixture(html`<p></p>`), { text: 'Een', lang: 'nl', dir: 'ltr' });
    await isSaid('Een');
    document.adoptedStyleSheets.push(sheet);
    try {
      const [region] = liveRegions();
      const { display, visibility, position } = getComputedStyle(region!);
      expect({ display, visibility, position }).to.deep.equal({
        display: 'block',
        visibility: 'visible',
        position: 'fixed',
      });
      expect(region!.getBoundingClientRect()).to.include({ width: 1, height: 1 });
      expect(getComputedStyle(region!.shadowRoot!.firstElementChild!).display).to.equal('block');
    } finally {
      document.adoptedStyleSheets.pop();
    }
    expect(document.documentElement.scrollHeight).to.be.at.most(before);
  });

  it('is said in the document that an element stands in', async () => {
    const frame = await fixture<HTMLIFrameElement>(html`<iframe title="Elders"></iframe>`);
    const elsewhere = frame.contentDocument!;
    const element = elsewhere.body.appendChild(elsewhere.createElement('p'));
    announceFor(element, { text: 'Een', lang: 'nl', dir: 'ltr' });
    await waitUntil(() => liveRegions(elsewhere)[0]?.shadowRoot?.textContent === 'Een');
    expect(liveRegions()).to.have.length(0);
    expect(elsewhere.defaultView!.getComputedStyle(liveRegions(elsewhere)[0]!).position).to.equal('fixed');
  });
});
