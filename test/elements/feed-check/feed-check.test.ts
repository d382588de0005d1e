import '@enrollkit/elements/price-breakdown.js';
import type { FeedCheck, FeedCheckedDetail, FeedChecker } from '@enrollkit/elements/feed-check.js';
import { expect } from '@open-wc/testing';
import { isSaid } from '../said.js';
import {
  CLEAN,
  FAULTY,
  checker,
  drop,
  feed,
  file,
  find,
  findAll,
  pageChecker,
  product,
  read,
  seen,
  show,
  until,
  verdict,
} from './feed-page.js';
import { expectAccessibleInOneEngine } from '../../support/one-engine.js';
import { sendKeys } from '../../support/keys.js';

/** Stays in the middle of the work until it is told to stop. */
const neverDone: FeedChecker = {
  check: (_source, { onProgress, signal }) =>
    new Promise((_resolve, reject) => {
      onProgress?.({ readBytes: 34e6, totalBytes: 100e6, products: 1234 });
      signal?.addEventListener('abort', () => reject(Object.assign(new Error(), { code: 'aborted' })));
    }),
};

/** What a screen reader calls the parts that it can go to. */
const regionNames = (element: FeedCheck): readonly string[] =>
  findAll(element, 'section, [role=search]').map(
    (region) =>
      region.getAttribute('aria-label') ?? read(find(element, `#${region.getAttribute('aria-labelledby') ?? ''}`)),
  );

describe('<feed-check>', () => {
  describe('is accessible', () => {
    it('before anything was chosen', async () => {
      await expect(await show()).to.be.accessible();
    });

    it('while it checks, with a bar that has a name and a value', async () => {
      const element = await show({ checker: neverDone });
      void element.check(CLEAN);
      const bar = (await seen(element, 'progress[value]')) as HTMLProgressElement;
      expect(bar.value).to.equal(0.34);
      expect(bar).to.have.attribute('aria-labelledby', 'running');
      await expect(element).to.be.accessible();
    });

    it('with a clean feed, and with findings', async () => {
      const element = await show();
      await element.check(CLEAN);
      await seen(element, '.total-amount');
      await expect(element).to.be.accessible();
      await element.check(FAULTY);
      await seen(element, '.snippet');
      await expect(element).to.be.accessible();
    });

    it('with a comparison, in English, in a dark page, from right to left', async () => {
      const element = await show({ lang: 'en' });
      const page = element.parentElement!;
      page.dir = 'rtl';
      page.className = 'dark';
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('.dark { color-scheme: dark; background: #111; color: #eee }');
      document.adoptedStyleSheets = [sheet];
      await element.check(FAULTY);
      drop(await seen(element, '[data-zone=previous]'), file(CLEAN));
      await seen(element, '.difference');
      await expect(element).to.be.accessible();
      document.adoptedStyleSheets = [];
    });

    for (const [lang, findings, filter] of [
      ['nl', 'Bevindingen', 'Bevindingen filteren'],
      ['en', 'Findings', 'Filter findings'],
    ] as const) {
      it(`with a name of its own for each of its regions (${lang})`, async () => {
        const element = await show({ lang });
        await element.check(FAULTY);
        await seen(element, '.snippet');
        await until(() => regionNames(element).includes(filter));
        const names = regionNames(element);
        expect(names).to.include(findings);
        expect(new Set(names).size, names.join(', ')).to.equal(names.length);
      });
    }

    it('when a feed can not be checked', async () => {
      const element = await show({ maxSize: '10B' });
      await element.check(CLEAN);
      await seen(element, '.outcome.failed');
      await expect(element).to.be.accessible();
    });
  });

  describe('checks', () => {
    it('a file that is dropped on it, in a worker, and says calmly that it is in order', async () => {
      const element = await show();
      drop(element, file(CLEAN, 'aanbod.xml'));
      await seen(element, '[part=verdict]');
      expect(verdict(element)).to.equal('Deze feed is in orde.');
      expect(element.summary).to.deep.include({
        products: 1,
        errors: 0,
        warnings: 0,
        isOnPage: false,
        isComplete: true,
      });
      expect(element.matches(':state(clean)')).to.equal(true);
      await isSaid('Deze feed is in orde.');
      expect(findAll(element, '[part~=save-button], [part=findings]')).to.deep.equal([]);
    });

    it('a file that is packed', async () => {
      const packed = new Response(file(CLEAN).stream().pipeThrough(new CompressionStream('gzip')));
      const element = await show();
      const summary = await element.check(new File([await packed.blob()], 'feed.xml.gz'));
      expect(summary).to.deep.include({ products: 1, errors: 0, sizeBytes: CLEAN.length });
    });

    it('a text that is pasted, which stays in its field when it is no feed', async () => {
      const element = await show();
      find(element, '.other-ways summary').click();
      const text = find<HTMLTextAreaElement>(element, '#text');
      text.value = 'geen feed';
      text.form!.requestSubmit();
      await seen(element, '.problem-found');
      expect(read(find(element, '.problem-found'))).to.contain('Begin het bestand met <Products>');
      expect(find<HTMLTextAreaElement>(element, '#text').value).to.equal('geen feed');
    });

    it('a feed at an address, and says what to do when that site has none', async () => {
      const element = await show();
      const address = find<HTMLInputElement>(element, '#address');
      address.value = new URL('/demo/public/sample-products.xml', location.href).href;
      address.form!.requestSubmit();
      await seen(element, '[part=verdict]');
      expect(element.summary!.products).to.be.greaterThan(5);
      address.value = new URL('/nothing-here.xml', location.href).href;
      address.form!.requestSubmit();
      expect(read(await seen(element, '.outcome.failed'))).to.contain('foutcode 404');
      address.value = 'voorbeeld';
      address.form!.requestSubmit();
      await until(() => read(find(element, '.outcome.failed')).includes('Dit is geen webadres'));
      expect(address.value).to.equal('voorbeeld');
    });

    it('nothing from an empty field, which gets the focus and is described by what is missing', async () => {
      const element = await show();
      find(element, '.other-ways summary').click();
      for (const [id, words] of [
        ['text', 'Er is nog geen tekst'],
        ['address', 'Dit is geen webadres'],
      ] as const) {
        const field = find<HTMLInputElement>(element, `#${id}`);
        const button = field.form!.querySelector('button')!;
        button.focus();
        await sendKeys({ press: 'Enter' });
        await until(() => field.getAttribute('aria-invalid') === 'true');
        await until(() => element.shadowRoot!.activeElement === field);
        expect(read(find(element, `#${field.getAttribute('aria-describedby')}`))).to.contain(words);
        expect(element.shadowRoot!.querySelectorAll('[aria-invalid]').length).to.equal(1);
      }
    });

    it('the same where there may be no worker, and says so', async () => {
      const element = await show({ checker: pageChecker });
      await element.check(file(FAULTY));
      await element.updateComplete;
      const { isOnPage, ...rest } = element.summary!;
      expect(isOnPage).to.equal(true);
      expect(read(find(element, '.outcome'))).to.contain('De controle kon niet op de achtergrond lopen');
      element.checker = checker;
      await until(() => element.summary?.isOnPage === false);
      expect(element.summary).to.deep.equal({ ...rest, isOnPage: false });
    });

    it('the same when the worker is not where it should be', async () => {
      const { createFeedChecker } = await import('@enrollkit/feed/worker');
      const lost = createFeedChecker({ workerUrl: new URL('/not-there.js', location.href) });
      const element = await show({ checker: lost });
      expect(await element.check(CLEAN)).to.deep.include({ isOnPage: true, products: 1, errors: 0 });
    });

    it('again, and anew, when it is told to be strict', async () => {
      const element = await show();
      await element.check(FAULTY);
      const { errors } = element.summary!;
      find<HTMLInputElement>(element, '#strict').click();
      await until(() => element.summary && element.summary.errors > errors);
      expect(element.strict).to.equal(true);
    });
  });

  describe('shows', () => {
    it('each finding with what to write, where it is, and the line with the place marked', async () => {
      const element = await show();
      await element.check(FAULTY);
      await seen(element, '.snippet');
      const kinds = findAll(element, '[part=findings] .group-title').map(read);
      expect(kinds).to.include('Bedrag met komma');
      const second = find<HTMLDetailsElement>(element, '[part=findings] .group:nth-child(2)');
      // A click would close what opened by itself meanwhile.
      await until(() => {
        if (!second.open) second.querySelector('summary')!.click();
        return findAll(element, '.finding').length >= 3;
      });
      const comma = findAll(element, '.finding').find((each) => read(each).includes('399,00'))!;
      expect(read(comma.querySelector('.sentence-text'))).to.equal(
        'Waarschuwing: Het bedrag “399,00” heeft een komma. Schrijf 399.00.',
      );
      expect(read(comma.querySelector('.place'))).to.match(/^Regel 9, teken 3/);
      expect(read(comma.querySelector('mark'))).to.equal('<Price>399,00</Price>');
    });

    it('findings by product, of one severity, of one kind, and with a word', async () => {
      const element = await show();
      await element.check(FAULTY);
      await seen(element, '.snippet');
      const groups = () => findAll(element, '[part=findings] .group-title').map(read);
      const choose = async (id: string, value: string) => {
        const field = find<HTMLSelectElement>(element, `#${id}`);
        field.value = value;
        field.dispatchEvent(new Event(field.localName === 'select' ? 'change' : 'input', { bubbles: true }));
      };
      await choose('group-by', 'product');
      await until(() => groups().join('|') === 'Lassen ID P-1|Frezen ID P-2');
      await choose('severity', 'error');
      await until(() => groups().join('|') === 'Frezen ID P-2');
      await choose('severity', '');
      await choose('kind', 'amount-comma');
      await until(() => groups().join('|') === 'Lassen ID P-1');
      await choose('kind', '');
      await choose('search', 'frez');
      await until(() => groups().join('|') === 'Frezen ID P-2');
      await choose('search', 'staat er niet in');
      await until(() => read(find(element, '[part=findings]')).includes('Geen bevindingen met deze filters.'));
      await isSaid('Geen bevindingen met deze filters.');
    });

    it('the price exactly as <price-breakdown> does, for any product', async () => {
      const element = await show({ site: 'alliander' });
      const discount = '<Discount><Go>alliander</Go><Percentage>10</Percentage></Discount>';
      await element.check(feed(product(), product({ ID: 'P-2', Name: 'Frezen', PriceDiscounts: discount })));
      await seen(element, '#product');
      const select = find<HTMLSelectElement>(element, '#product');
      expect([...select.options].map(read)).to.deep.equal(['Lassen (P-1)', 'Frezen (P-2)']);
      expect(read(find(element, '[part=price]')))
        .to.contain('548,79')
        .and.to.contain('571,00');
      select.selectedIndex = 1;
      select.dispatchEvent(new Event('change'));
      await element.updateComplete;
      const breakdown = document.createElement('price-breakdown');
      breakdown.site = 'alliander';
      breakdown.product = (
        await checker
          .check(feed(product({ ID: 'P-2', PriceDiscounts: discount })), {
            strict: false,
            today: '2026-11-22',
            maxBytes: 1e6,
          })
          .then((result) => result.listProducts({ text: '', offset: 0, limit: 1 }))
      ).items[0]!.product;
      element.parentElement!.append(breakdown);
      await breakdown.updateComplete;
      expect(read(find(element, '[part=price]'))).to.equal(read(breakdown.shadowRoot!.querySelector('[part=price]')));
      expect(read(find(element, '[part=price]'))).to.contain('10% korting');
    });

    it('what an import would do, compared with the feed before', async () => {
      const element = await show();
      await element.check(feed(product({ ID: 'new', Name: 'Nieuw' }), product({ Duration: '5' })));
      const zone = await seen(element, '[data-zone=previous]');
      drop(zone, file(feed(product(), product({ ID: 'old', Name: 'Oud' }))));
      await seen(element, '.difference');
      expect(read(find(element, '.difference strong'))).to.equal('1 nieuw, 1 gewijzigd, 1 zou worden verwijderd');
      find(element, '.group-summary.update').click();
      await until(() => read(find(element, '.change')).includes('duur'));
      expect(read(find(element, '.change'))).to.equal('Lassen ID P-1 duur');
    });

    it('hostile text as text', async () => {
      const element = await show();
      const hostile = '<![CDATA[<img src=x onerror="window.hit=1">\u202E<script>window.hit=1</script>]]>';
      await element.check(feed(product({ Name: hostile, Price: '1,00' })));
      await seen(element, '.snippet');
      expect(findAll(element, 'img, script')).to.deep.equal([]);
      expect('hit' in window).to.equal(false);
      expect(findAll(element, '.snippet').map(read).join('')).to.not.contain('\u202E');
    });
  });

  describe('can be stopped', () => {
    it('at once, with the focus on what can be done next', async () => {
      const element = await show({ checker: neverDone });
      void element.check(file(CLEAN, 'aanbod.xml'));
      const stop = await seen(element, '[part~=stop-button]');
      stop.focus();
      await sendKeys({ press: 'Enter' });
      await until(() => element.shadowRoot!.activeElement?.matches('[part~=again-button]'));
      await isSaid('De controle van aanbod.xml is gestopt.');
      expect(read(find(element, '.outcome'))).to.contain('De controle van aanbod.xml is gestopt.');
    });
  });

  describe('tells the page', () => {
    it('before a person’s feed is checked, which the page can prevent', async () => {
      const element = await show();
      const asked: string[] = [];
      element.addEventListener('ek-feed-accept', (event) => {
        asked.push(event.detail.name);
        event.preventDefault();
      });
      drop(element, file(CLEAN, 'aanbod.xml'));
      await element.updateComplete;
      expect(asked).to.deep.equal(['aanbod.xml']);
      expect(find(element, '.outcome')).to.equal(null);
    });

    it('what came of it, also of what the page itself gave, without asking it', async () => {
      const element = await show();
      const told: FeedCheckedDetail[] = [];
      let asked = 0;
      document.body.addEventListener('ek-feed-checked', (event) => told.push(event.detail), { once: true });
      element.addEventListener('ek-feed-accept', () => (asked += 1));
      const given = file(CLEAN);
      element.file = given;
      await until(() => told.length === 1);
      expect(told[0]).to.deep.include({ name: 'feed.xml', content: given, strict: false });
      expect(told[0]!.summary).to.deep.equal(element.summary);
      expect(asked).to.equal(0);
    });

    it('why a feed could not be checked', async () => {
      const element = await show({ maxSize: '1kB' });
      let code = '';
      element.addEventListener('ek-feed-error', (event) => (code = event.detail.code));
      await element.check(file(CLEAN));
      expect(code).to.equal('too-large');
      expect(read(find(element, '.outcome.failed'))).to.contain('Deze feed is groter dan 1 kB.');
    });
  });

  it('speaks another language when the page does', async () => {
    const element = await show();
    await element.check(FAULTY);
    await seen(element, '.snippet');
    element.parentElement!.lang = 'en';
    await until(() => read(find(element, '[part=findings]')).includes('comma'));
    expect(verdict(element)).to.match(/^1 error and 2 warnings$/);
  });

  it('waits for a checker that comes later', async () => {
    const element = await show({ checker: undefined });
    await element.check(CLEAN);
    expect(element.matches(':state(failed)')).to.equal(true);
    element.checker = checker;
    await until(() => element.matches(':state(clean)'));
  });

  it('keeps what it knows when it moves', async () => {
    const element = await show();
    await element.check(CLEAN);
    const { summary } = element;
    document.body.append(element);
    await element.updateComplete;
    expect(element.summary).to.equal(summary);
    element.remove();
  });

  it('shows what EDU-DEX would refuse, and what is lost on the way', async () => {
    const element = await show();
    await element.check(feed(product({ Level: 'MBA' }), product({ ID: 'P*2', Name: 'Frezen' })));
    await element.updateComplete;
    const [edudex] = findAll(element, '[part=neighbours] button');
    expect(read(edudex)).to.equal('Controleren voor EDU-DEX');
    edudex!.click();
    await until(() => findAll(element, '[part=neighbours] .change').length > 0);
    const lines = findAll(element, '[part=neighbours] .change').map((line) => read(line));
    expect(read(find(element, '[part=neighbours] .difference'))).to.equal(
      'EDU-DEX zou 1 product accepteren en 1 product weigeren',
    );
    expect(lines[0]).to.contain('EDU-DEX weigert ID “P*2”.').and.to.contain('ID P*2');
    expect(lines.join('\n')).to.contain('Level “MBA” wordt “master” in EDU-DEX.');
    await expectAccessibleInOneEngine(element);
  });

  it('reads a feed in the encoding that a person chooses', async () => {
    const element = await show();
    const bytes = Uint8Array.from(feed(product({ Name: 'Caf\u00e9' })), (character) => character.charCodeAt(0));
    await element.check(new File([bytes], 'feed.xml'));
    const before = element.summary!.byCode;
    expect(before).to.have.property('byte-misread');
    const select = find<HTMLSelectElement>(element, '#encoding');
    select.value = 'windows-1252';
    select.dispatchEvent(new Event('change'));
    await until(() => element.summary && element.summary.byCode !== before);
    expect(element.encoding).to.equal('windows-1252');
    expect(element.summary!.byCode).not.to.have.property('byte-misread');
  });

  it('lists what the repaired feed no longer says', async () => {
    const element = await show();
    await element.check(feed(product().replace('</Product>', '<Sponsor>De Gilde</Sponsor></Product>')));
    await element.updateComplete;
    // Really saved, Firefox would show it in a tab in front of the tests that follow.
    let saved = '';
    HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
      saved = this.download;
    };
    try {
      findAll(element, '[part~=save-button]')[1]!.click();
      await until(() => findAll(element, '[part=note]').length > 0);
      await until(() => saved !== '');
    } finally {
      Reflect.deleteProperty(HTMLAnchorElement.prototype, 'click');
    }
    expect(saved).to.match(/-verbeterd\.xml$/);
    expect(read(find(element, '[part=note]'))).to.contain('1 onderdeel staat niet in de verbeterde feed');
    expect(read(find(element, '[part=note] + .changes'))).to.contain('Sponsor');
  });

  it('checks a feed of trainers as what it is: without prices, comparison and neighbours', async () => {
    const element = await show();
    const noor = '<Trainer><Email>noor@example.test</Email><FirstName>Noor</FirstName></Trainer>';
    await element.check(`<Trainers>${noor}<Trainer><Email>geen adres</Email></Trainer></Trainers>`);
    await seen(element, '[part~=group]');
    expect(element.summary).to.include({ kind: 'trainers', products: 2, isComplete: true });
    expect(verdict(element)).to.equal('1 fout');
    const text = read(find(element, '.root'));
    expect(text).to.contain('2 trainers gecontroleerd').and.contain('Een trainer met een fout');
    expect(text).to.contain('Per trainer').and.not.contain('Per product');
    expect(regionNames(element)).to.include('Bevindingen').and.not.include.members(['Prijzen', 'Vergelijken']);
    expect(findAll(element, '#prices-heading, #neighbours-heading, [part~=difference]')).to.deep.equal([]);
    await expectAccessibleInOneEngine(element);
  });
});
