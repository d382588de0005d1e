import { connectPdfReader, setDefaultPdfReader } from '@enrollkit/elements/certificate-list.js';
import type { CertificateOpenDetail } from '@enrollkit/elements';
import { expect } from '@open-wc/testing';
import { isSaid } from '../said.js';
import { button, certificate, idsOf, ListHost, onePagePdf, part, read, rows, show } from './list-host.js';
import { sendKeys } from '../../support/keys.js';
import { waitUntil } from '../../support/wait-until.js';
import { expectAccessibleInOneEngine } from '../../support/one-engine.js';

const texts = (element: Parameters<typeof rows>[0]): string[] => rows(element).map(read);

describe('<certificate-list>', () => {
  it('shows what expires first at the top, whose it is and how it stands, in words and not by colour alone', async () => {
    const host = new ListHost([
      certificate('later', 400),
      certificate('never', undefined, { certification: { name: 'VCA', verified: false } }),
      certificate('soon', 30),
      certificate('over', -1),
      certificate('today', 0),
      certificate('future', 800, { validFrom: '2026-10-01' }),
    ]);
    const element = await show(host);
    expect(idsOf(element)).to.deep.equal(['over', 'today', 'soon', 'later', 'future', 'never']);
    const [over, today, soon, later, future, never] = texts(element);
    expect(over).to.contain('Verlopen').and.to.contain('Persoon over').and.to.contain('tot en met 31 augustus 2026');
    expect(today).to.contain('Verloopt over 0 dagen');
    expect(soon).to.contain('Verloopt over 30 dagen');
    expect(later).to.match(/Geldig 1 september 2025 tot en met/);
    expect(future).to.contain('Nog niet geldig');
    expect(never).to.contain('Geldig vanaf 1 september 2025').and.to.contain('Wacht op goedkeuring');
    expect(read(part(element, 'count'))).to.equal('6 certificaten');
    expect(element.shadowRoot!.querySelector('[part~="remove-button"].button:not(.destructive)')).to.equal(null);
    await expect(element).to.be.accessible();
    element.expiringWithin = 7;
    await waitUntil(() => !texts(element)[2]?.includes('Verloopt'));
    element.enrollmentId = 'e-soon';
    await waitUntil(() => host.asked.at(-1)?.enrollmentId === 'e-soon' && element.matches(':not(:state(loading))'));
    expect(texts(element)[0]).not.to.contain('Persoon');
  });

  it('is searched, filtered and read on, with one question each, and says what was found', async () => {
    const host = new ListHost(Array.from({ length: 120 }, (_, index) => certificate(`c${1000 + index}`, index - 10)));
    const element = await show(host);
    expect(rows(element)).to.have.lengthOf(50);
    expect(read(part(element, 'count'))).to.equal('120 certificaten');
    part(element, 'more-button')!.click();
    await waitUntil(() => rows(element).length === 100);
    expect(host.asked.at(-1)).to.deep.include({ afterId: 'c1049', size: 50, orderBy: 'expires' });
    await waitUntil(() => element.shadowRoot!.activeElement === rows(element)[50], 'the first new one has the focus');
    part(element, 'more-button')!.click();
    await waitUntil(() => rows(element).length === 120 && part(element, 'more-button') === null);

    const select = part(element, 'shown') as HTMLSelectElement;
    expect([...select.options].map(({ label }) => label)).to.deep.equal([
      'Alle certificaten',
      'Verloopt binnen 90\u00a0dagen',
      'Verlopen',
      'Wacht op goedkeuring',
    ]);
    const choose = (value: string) => {
      select.value = value;
      select.dispatchEvent(new Event('change', { bubbles: true }));
    };
    choose('expired');
    await waitUntil(() => rows(element).length === 10);
    expect(host.asked.at(-1)).to.deep.equal({ orderBy: 'expires', expiresBefore: '2026-09-01', size: 50 });
    choose('expiring');
    await waitUntil(() => read(part(element, 'count')) === '91 certificaten');
    choose('all');
    const search = part(element, 'search') as HTMLInputElement;
    search.focus();
    await sendKeys({ type: 'c1007 persoon' });
    await waitUntil(() => rows(element).length === 1);
    await isSaid('1 certificaat');
    await sendKeys({ type: 'xyz' });
    await waitUntil(() => part(element, 'empty') !== null);
    expect(read(part(element, 'empty'))).to.contain('Geen certificaat gevonden');
    expect(search.value).to.equal('c1007 persoonxyz');
  });

  it('takes in a change by reading that one certificate, and never the list', async () => {
    const host = new ListHost([certificate('a', 10), certificate('b', 20), certificate('c', 30)]);
    const element = await show(host);
    const { length } = host.asked;
    host.change('b', certificate('b', 40, { version: 2 }));
    await waitUntil(() => idsOf(element).join() === 'a,c,b');
    host.change('new', certificate('new', 35));
    await waitUntil(() => idsOf(element).join() === 'a,c,new,b');
    host.change('a', undefined);
    await waitUntil(() => idsOf(element).join() === 'c,new,b');
    expect(read(part(element, 'count'))).to.equal('3 certificaten');
    expect(host.asked).to.have.lengthOf(length);
    expect(host.calls).to.deep.equal(['get b', 'get new', 'get a']);
  });

  it('shows the first page only when asked, unless the page does so itself', async () => {
    const host = new ListHost([certificate('a', 10), certificate('b', 20)]);
    const element = await show(host);
    const heard: string[] = [];
    const listen = (event: CustomEvent<CertificateOpenDetail>): void => {
      const { certificate: opened, purpose } = event.detail;
      heard.push(`${purpose} ${opened.id}`);
      if (opened.id === 'b') event.preventDefault();
    };
    element.addEventListener('ek-certificate-open', listen);
    expect(host.calls).to.deep.equal([]);
    button(element, 'a', 'preview')!.focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => element.shadowRoot!.querySelector('canvas') !== null);
    const canvas = element.shadowRoot!.querySelector('canvas')!;
    expect([canvas.width, canvas.height, canvas.getAttribute('aria-label')]).to.deep.equal([
      40,
      30,
      'Eerste pagina van a.png',
    ]);
    expect([...canvas.getContext('2d')!.getImageData(5, 5, 1, 1).data]).to.deep.equal([204, 0, 0, 255]);
    expect(button(element, 'a', 'preview')!.getAttribute('aria-expanded')).to.equal('true');
    await expectAccessibleInOneEngine(element);
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => element.shadowRoot!.querySelector('canvas') === null);
    button(element, 'b', 'preview')!.click();
    button(element, 'b', 'download')!.click();
    host.file = async () => new Blob(['no picture']);
    button(element, 'a', 'preview')!.click();
    await waitUntil(() => read(part(element, 'preview')).includes('kan hier niet worden getoond'));
    expect(heard).to.deep.equal(['preview a', 'preview b', 'download b', 'preview a']);
    expect(host.calls).to.deep.equal(['open a', 'open a']);
  });

  it('draws the first page of a PDF with the page’s own reader, and offers no preview without one', async () => {
    const file = { name: 'a.pdf', mediaType: 'application/pdf', sizeBytes: 900, sha256: 'a' } as const;
    const host = new ListHost([certificate('a', 10, { file })]);
    host.file = async () => onePagePdf();
    setDefaultPdfReader(undefined);
    const element = await show(host);
    expect(button(element, 'a', 'preview')).to.equal(null);
    expect(button(element, 'a', 'download')).not.to.equal(null);
    const createWorker = () => new Worker('/bundled-elements/pdf-worker.js', { type: 'module' });
    setDefaultPdfReader(connectPdfReader({ createWorker }));
    try {
      element.requestUpdate();
      await element.updateComplete;
      button(element, 'a', 'preview')!.click();
      const drawn = () => element.shadowRoot!.querySelector('canvas');
      await waitUntil(() => drawn() !== null, 'it is drawn');
      const canvas = drawn()!;
      // A page of 200 by 100 points, blue at its left, white as paper elsewhere.
      expect([canvas.width, canvas.height]).to.deep.equal([1000, 500]);
      const at = (x: number) => [...canvas.getContext('2d')!.getImageData(x, 250, 1, 1).data];
      expect([at(100), at(900)]).to.deep.equal([
        [0, 0, 255, 255],
        [255, 255, 255, 255],
      ]);
    } finally {
      setDefaultPdfReader(undefined);
    }
  }).timeout(40_000);

  it('removes one after asking, moves the focus on, and says why when it can’t', async () => {
    const host = new ListHost([
      certificate('a', 10, { version: 4 }),
      certificate('b', 20),
      certificate('theirs', 30, { allowed: [] }),
    ]);
    const element = await show(host, { removable: true });
    expect(button(element, 'theirs', 'remove')).to.equal(null);
    const dialog = part(element, 'dialog') as HTMLDialogElement;
    button(element, 'a', 'remove')!.click();
    await waitUntil(() => dialog.open);
    expect(read(dialog)).to.contain('BHV basis verwijderen?');
    await expectAccessibleInOneEngine(element);
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => !dialog.open);
    expect(host.calls).to.deep.equal([]);

    host.failure = Object.assign(new Error('conflict'), { code: 'forbidden' });
    const confirm = async (id: string) => {
      button(element, id, 'remove')!.click();
      await waitUntil(() => dialog.open);
      dialog.querySelector<HTMLElement>('[part~="remove-button"]')!.click();
    };
    await confirm('a');
    await waitUntil(() => rows(element)[0]?.querySelector('[part~="problem"]'));
    host.failure = undefined;
    await confirm('a');
    await waitUntil(() => idsOf(element).join() === 'b,theirs');
    expect(host.calls).to.deep.equal(['remove a 4', 'remove a 4']);
    await waitUntil(() => element.shadowRoot!.activeElement === rows(element)[0]);
    await isSaid('BHV basis is verwijderd.');
  });

  it('says that there are none, or that they can’t be read, and fits a narrow page in either direction', async () => {
    const none = await show(new ListHost([]));
    expect(none.matches(':state(empty)')).to.equal(true);
    expect(read(part(none, 'empty'))).to.equal(
      'Er zijn nog geen certificaten. Zodra er een is geüpload, staat het hier.',
    );
    expect(part(none, 'filters')).to.equal(null);
    const failing = new ListHost([]);
    failing.failure = Object.assign(new Error('offline'), { code: 'offline' });
    const element = await show(failing);
    expect(element.matches(':state(failed)')).to.equal(true);
    failing.failure = undefined;
    failing.certificates = [certificate('a-name-that-is-far-too-long-for-any-screen-'.repeat(3), 10)];
    part(element, 'retry-button')!.click();
    await waitUntil(() => rows(element).length === 1);
    element.style.inlineSize = '288px';
    for (const dir of ['ltr', 'rtl']) {
      element.dir = dir;
      await element.updateComplete;
      expect(part(element, 'base')!.scrollWidth, dir).to.be.at.most(288);
    }
  });
});
