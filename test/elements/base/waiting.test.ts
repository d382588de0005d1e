// What a page hands in late, and what it never hands in.
import type { EnrollmentStatus, HostBackend } from '@enrollkit/elements';
import '@enrollkit/elements/enrollkit-backend.js';
import '@enrollkit/elements/enrollment-status.js';
import '@enrollkit/elements/price-breakdown.js';
import { defineBackendType } from '@enrollkit/elements/enrollkit-backend.js';
import { expect, fixture, html } from '@open-wc/testing';
import { settle } from '../../security/page-errors.js';
import { HostRecords } from '../enrollment-status/host-backend.js';
import { openPage } from '../host-page/framed-page.js';
import { waitUntil } from '../../support/wait-until.js';

/** Longer than elements wait for a page. */

const text = (element: Element, part: string): string =>
  element.shadowRoot?.querySelector(`[part=${part}]`)?.textContent.replace(/\s+/g, ' ').trim() ?? '';

describe('On a page that is still loading', () => {
  it('a record is read once, whenever the page is done', async () => {
    const page = await openPage('<enrollment-status enrollment-id="e1"></enrollment-status>');
    const kit = (await page.load('/bundled-kit/first.js')) as unknown as {
      setDefaultBackend(backend: HostBackend): void;
    };
    const records = new HostRecords();
    kit.setDefaultBackend(records.backend());
    const element = page.document.querySelector('enrollment-status')!;
    await waitUntil(() => text(element, 'label') === 'Gestart');
    expect(page.document.readyState).to.equal('loading');
    await page.finish();
    expect(page.document.readyState).to.equal('complete');
    await settle();
    expect(records.reads).to.equal(1);
  });
});

describe('What a page has not handed in', () => {
  it('may still come; after a while a sentence and one warning say what is missing', async () => {
    const warnings: string[] = [];
    const warn = console.warn;
    console.warn = (message: string) => warnings.push(message);
    try {
      const page = await fixture<HTMLElement>(html`
        <div lang="nl">
          <enrollment-status id="none" enrollment-id="e1"></enrollment-status>
          <enrollkit-backend id="bare">
            <enrollment-status enrollment-id="e1"></enrollment-status>
            <price-breakdown product-id="p1"></price-breakdown>
          </enrollkit-backend>
          <enrollkit-backend id="unknown" type="nobody-knows">
            <enrollment-status enrollment-id="e1"></enrollment-status>
          </enrollkit-backend>
          <enrollment-status id="unchosen" .backend=${new HostRecords().backend()}></enrollment-status>
          <enrollment-status id="empty" enrollment-id="" .backend=${new HostRecords().backend()}></enrollment-status>
          <enrollment-status id="late" enrollment-id="e1"></enrollment-status>
        </div>
      `);
      // Taken away before its first update: nobody is told of it.
      const gone = document.createElement('price-breakdown');
      gone.backend = new HostRecords().backend();
      page.append(gone);
      gone.remove();
      const elements = [...page.querySelectorAll<EnrollmentStatus>('enrollment-status, price-breakdown')];
      await settle();
      expect(elements.every((element) => element.matches(':state(loading)'))).to.equal(true);
      expect(warnings).to.deep.equal([]);
      const late = page.querySelector<EnrollmentStatus>('#late')!;
      late.backend = new HostRecords().backend();
      await waitUntil(() => text(late, 'label') === 'Gestart');

      const others = elements.filter((element) => element !== late);
      await waitUntil(() => others.every((element) => element.matches(':state(failed)')), 'no sentence');
      const notSetUp = 'De gegevens kunnen hier niet worden opgehaald. Meld dit aan de beheerder van de pagina.';
      const notChosen = 'Hier is nog niets gekozen. Ontbreekt er iets? Meld dit aan de beheerder van de pagina.';
      expect(others.map((element) => text(element, 'problem'))).to.deep.equal([
        ...Array<string>(4).fill(notSetUp),
        notChosen,
        notChosen,
      ]);
      await waitUntil(() => warnings.length >= 4);
      expect(warnings.map((each) => each.replace('[enrollkit] ', '')).sort()).to.deep.equal([
        '<enrollkit-backend type="nobody-knows">: unknown type. Load its adapter and call defineBackendType().',
        '<enrollkit-backend> has neither a type nor a .backend. Set one of them.',
        '<enrollment-status> has no backend. Put it in <enrollkit-backend>, set its .backend, or call setDefaultBackend().',
        '<enrollment-status> has nothing to show: its enrollment-id is missing or empty. Set it.',
      ]);

      // Later than that is still not too late.
      const backend = new HostRecords().backend();
      defineBackendType('nobody-knows', () => backend);
      Object.assign(page.querySelector('#bare')!, { backend });
      Object.assign(page.querySelector('#none')!, { backend });
      for (const id of ['unchosen', 'empty']) page.querySelector(`#${id}`)!.setAttribute('enrollment-id', 'e1');
      const statuses = elements.filter((element) => element.localName === 'enrollment-status');
      await waitUntil(() => statuses.every((element) => text(element, 'label') === 'Gestart'));
    } finally {
      console.warn = warn;
    }
  });
});
