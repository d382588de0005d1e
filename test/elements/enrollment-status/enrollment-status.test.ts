import type { EnrollmentStatus } from '@enrollkit/elements';
import { expect, fixture, html } from '@open-wc/testing';
import { HostRecords, NOW } from './host-backend.js';
import { part, textOf, shown, edited } from './status-page.js';
import { sendKeys } from '../../support/keys.js';
import { waitUntil } from '../../support/wait-until.js';

describe('<enrollment-status editable>', () => {
  it('offers the pencil to whoever may change the status, and where the backend does not say', async () => {
    const OFFERED = [
      [undefined, true],
      [['enrollment.change-status'], true],
      [['enrollment.cancel'], false],
      [[], false],
    ] as const;
    for (const [allowed, offered] of OFFERED) {
      const element = await shown(new HostRecords(allowed ? { allowed } : {}));
      expect(part(element, 'edit-button') !== null, String(allowed)).to.equal(offered);
    }
  });
});

describe('<enrollment-status>: what it shows', () => {
  it('is accessible', async () => {
    await expect(await shown(new HostRecords())).to.be.accessible();
  });

  it('is accessible with the explanation and with the choices open', async () => {
    const element = await shown(new HostRecords());
    part(element, 'why-button')!.click();
    await edited(element);
    await expect(element).to.be.accessible();
  });

  it('shows Started in a tone of its own, whatever colour the brand has', async () => {
    const element = await shown(new HostRecords());
    const tone = () => getComputedStyle(part(element, 'label')!).color;
    const own = tone();
    for (const brand of ['#c02b2b', '#18793a']) {
      element.style.setProperty('--ek-accent', brand);
      expect(tone(), brand).to.equal(own);
      element.style.setProperty('--ek-started', brand);
      expect(tone(), `--ek-started: ${brand}`).not.to.equal(own);
      element.style.removeProperty('--ek-started');
    }
  });

  it('says the status, and what happens next on which day', async () => {
    const element = await shown(new HostRecords());
    expect(textOf(element, 'label')).to.equal('Gestart');
    expect(textOf(element, 'next')).to.equal('Wordt Afgerond op 13 september 2026, als de factuur is geüpload.');
  });

  it('says why, with the history, when asked by keyboard', async () => {
    const element = await shown(new HostRecords());
    expect(part(element, 'why')).to.have.attribute('hidden');
    part(element, 'why-button')!.focus();
    await sendKeys({ press: 'Enter' });
    await element.updateComplete;
    expect(part(element, 'why')).not.to.have.attribute('hidden');
    expect(textOf(element, 'why')).to.equal('De startdatum is op 25 augustus 2026 verstreken.');
    const rows = [...element.shadowRoot!.querySelectorAll('li')].map((li) => li.innerText.replace(/\s+/g, ' ').trim());
    expect(rows).to.deep.equal([
      '25 aug 2026 Gestart startdatum voorbij',
      '2 jun 2026 Ingeschreven inschrijving geaccepteerd',
    ]);
  });

  it('has day, status and cause of a change on one line, also when the cause takes more than one', async () => {
    const by = 'Fatima van den Heuvel-Oosterhuis, afdeling inschrijvingen en planning te Utrecht';
    const manual = { from: 'enrolled', to: 'started', at: NOW, cause: { kind: 'manual', by } } as const;
    const element = await shown(new HostRecords({ history: [manual] }));
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('enrollment-status { inline-size: 560px; }');
    document.adoptedStyleSheets = [sheet];
    part(element, 'why-button')!.click();
    await element.updateComplete;
    const [day, status, cause] = [...part(element, 'history')!.querySelectorAll('bdi')].map((each) => {
      const range = document.createRange();
      range.selectNodeContents(each);
      return [...range.getClientRects()];
    });
    expect(cause!.length).to.be.greaterThan(1);
    expect(cause![0]!.left).to.be.greaterThan(status![0]!.right);
    expect([status![0]!.top, cause![0]!.top]).to.deep.equal([day![0]!.top, day![0]!.top]);
    document.adoptedStyleSheets = [];
  });

  it('applies the rules itself when a plain backend has not', async () => {
    const element = await shown(new HostRecords({ status: 'enrolled', history: [] }));
    expect(textOf(element, 'label')).to.equal('Gestart');
    expect(element.status).to.equal('started');
  });

  it('turns by itself when the moment comes', async () => {
    const records = new HostRecords({ status: 'enrolled', history: [] });
    records.now = '2026-08-24T21:59:59.950Z';
    const element = await shown(records);
    expect(textOf(element, 'label')).to.equal('Ingeschreven');
    records.now = '2026-08-24T22:00:00.000Z';
    await waitUntil(() => textOf(element, 'label') === 'Gestart');
  });

  it('has no pencil unless editable, nor for a cancelled enrollment, where it says why', async () => {
    expect(part(await shown(new HostRecords(), { editable: false }), 'edit-button')).to.equal(null);
    const cancelled = await shown(new HostRecords({ status: 'cancelled' }));
    expect(part(cancelled, 'edit-button')).to.equal(null);
    expect(textOf(cancelled, 'next')).to.equal('Een geannuleerde inschrijving verandert niet meer.');
  });

  it('shows a status it does not know as unknown, with the original word', async () => {
    const element = await shown(new HostRecords({ status: 'wachtlijst' as never }));
    expect(textOf(element, 'label')).to.equal('Onbekend');
    part(element, 'why-button')!.click();
    await element.updateComplete;
    expect(textOf(element, 'why')).to.contain('“wachtlijst”');
  });

  it('needs no history and no subscribe from a plain backend', async () => {
    const { history: _, ...bare } = { id: 'e1', status: 'completed', version: 1, history: 0 };
    const element = await fixture<EnrollmentStatus>(
      html`<enrollment-status enrollment-id="e1" .backend=${{ getEnrollment: async () => bare }}></enrollment-status>`,
    );
    await waitUntil(() => textOf(element, 'label') === 'Afgerond');
  });

  it('tells when there is no such enrollment, without a retry', async () => {
    const element = await fixture<EnrollmentStatus>(
      html`<enrollment-status enrollment-id="other" .backend=${new HostRecords().backend()}></enrollment-status>`,
    );
    await waitUntil(() => part(element, 'problem'));
    expect(textOf(element, 'problem')).to.contain('niet gevonden');
    expect(part(element, 'retry-button')).to.equal(null);
    expect(element.matches(':state(failed)')).to.equal(true);
  });

  it('reads again on retry, and by itself when the network is back', async () => {
    const records = new HostRecords();
    records.failRead = { code: 'offline' };
    const element = await shown(records);
    expect(textOf(element, 'problem')).to.contain('geen internetverbinding');
    // Its sign is on the line of its words, however tall the button beside them is.
    const middleOf = (box: DOMRect): number => box.top + box.height / 2;
    element.style.setProperty('--ek-target', '60px');
    const [icon, words] = ['.problem > .icon', '.problem-text bdi'].map((selector) =>
      middleOf(element.shadowRoot!.querySelector(selector)!.getClientRects()[0]!),
    );
    expect(icon).to.be.closeTo(words!, 3);
    part(element, 'retry-button')!.click();
    await waitUntil(() => records.reads === 2 && part(element, 'problem'));
    records.failRead = undefined;
    window.dispatchEvent(new Event('online'));
    await waitUntil(() => textOf(element, 'label') === 'Gestart');
  });

  it('keeps what it showed when reading again fails', async () => {
    const records = new HostRecords();
    const element = await shown(records);
    records.failRead = { code: 'timeout' };
    records.change({});
    await waitUntil(() => part(element, 'problem'));
    expect(textOf(element, 'label')).to.equal('Gestart');
  });

  it('shows a new enrollment when its id changes', async () => {
    const element = await shown(new HostRecords());
    element.enrollmentId = 'e2';
    await waitUntil(() => part(element, 'problem'));
    element.enrollmentId = 'e1';
    await waitUntil(() => part(element, 'label'));
  });
});

describe('<enrollment-status editable>', () => {
  it('offers the pencil to whoever may change the status, and where the backend does not say', async () => {
    const OFFERED = [
      [undefined, true],
      [['enrollment.change-status'], true],
      [['enrollment.cancel'], false],
      [[], false],
    ] as const;
    for (const [allowed, offered] of OFFERED) {
      const element = await shown(new HostRecords(allowed ? { allowed } : {}));
      expect(part(element, 'edit-button') !== null, String(allowed)).to.equal(offered);
    }
  });
});

describe('<enrollment-status>: several on a page', () => {
  for (const subscribe of [true, false]) {
    it(`agree at once ${subscribe ? 'through the backend' : 'without a subscribe of the backend'}`, async () => {
      const records = new HostRecords();
      const backend = records.backend({ subscribe });
      const page = await fixture<HTMLElement>(html`
        <div>
          <enrollment-status enrollment-id="e1" editable .backend=${backend}></enrollment-status>
          <enrollment-status enrollment-id="e1" compact .backend=${backend}></enrollment-status>
        </div>
      `);
      const [one, two] = page.querySelectorAll('enrollment-status') as unknown as [EnrollmentStatus, EnrollmentStatus];
      await waitUntil(() => part(one, 'label') && part(two, 'label'));
      await edited(one);
      await sendKeys({ press: 'ArrowDown' });
      await sendKeys({ press: 'Enter' });
      await waitUntil(() => textOf(two, 'label') === 'Afgerond');
      expect(textOf(one, 'label')).to.equal('Afgerond');
      expect(part(two, 'next')).to.equal(null);
    });
  }

  it('stops listening when it leaves the page, and reads anew when it comes back', async () => {
    const records = new HostRecords();
    const element = await shown(records);
    const parent = element.parentElement!;
    element.remove();
    expect(records.listeners.size).to.equal(0);
    records.change({ status: 'no-show' });
    parent.append(element);
    await waitUntil(() => textOf(element, 'label') === 'No-show');
    expect(records.listeners.size).to.equal(1);
  });
});
