import { expect, fixture, html } from '@open-wc/testing';
import { sendMouse } from '@web/test-runner-commands';
import type { PriceBreakdown } from '@enrollkit/elements/price-breakdown.js';
import { isSaid } from '../said.js';
import { course, free, official, withPrice } from './courses.js';
import { boxes, heardChanges, part, read, rows, shadowText, show } from './price-page.js';
import { sendKeys } from '../../support/keys.js';
import { waitUntil } from '../../support/wait-until.js';
import { expectAccessibleInOneEngine } from '../../support/one-engine.js';

const total = (element: PriceBreakdown) => read(part(element, 'total'));

describe('<price-breakdown>', () => {
  describe('is accessible', () => {
    it('with a table', async () => {
      await expect(await show({ product: official })).to.be.accessible();
    });

    it('with boxes to tick', async () => {
      await expect(await show({ product: course, selectable: true, name: 'extra' })).to.be.accessible();
    });

    it('when free, on request, incomplete or invalid', async () => {
      for (const product of [
        free,
        { ...withPrice({ onRequest: true }), productType: 'in-company' },
        withPrice({ complete: false }),
        withPrice({ amountMinor: -1 }),
      ]) {
        await expect(await show({ product })).to.be.accessible();
      }
    });

    it('in English, in a dark page, from right to left', async () => {
      const element = await show({ product: course, selectable: true, site: 'alliander' }, 'en');
      const page = element.parentElement!;
      page.dir = 'rtl';
      page.className = 'dark';
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('.dark { color-scheme: dark; background: #111; color: #eee }');
      document.adoptedStyleSheets = [sheet];
      await expect(element).to.be.accessible();
      document.adoptedStyleSheets = [];
    });

    it('by a table whose cells have headers, with a caption, and boxes named after their cost', async () => {
      const { shadowRoot } = await show({ product: course, selectable: true });
      expect(read(shadowRoot!.querySelector('caption'))).to.equal('Opbouw van de prijs, in euro');
      expect([...shadowRoot!.querySelectorAll('thead th')].map(read)).to.deep.equal([
        'Onderdeel',
        'Excl. btw',
        'Btw',
        'Incl. btw',
      ]);
      for (const header of shadowRoot!.querySelectorAll('th')) expect(header).to.have.attribute('scope');
      expect([...shadowRoot!.querySelectorAll('label')].map(read)).to.deep.equal(['Lunch', 'Inschrijfkosten']);
    });
  });

  describe('shows', () => {
    it('the official example: 548.79 in total, every line in three figures, 571.00 exempt', async () => {
      const element = await show({ product: official });
      expect(total(element)).to.equal('Totaal € 548,79 incl. btw en alle verplichte kosten');
      expect(rows(element)).to.deep.equal([
        ['Cursusprijs', '399,00', '83,79', '482,79'],
        ['Overnachting', '50,00', '5,00', '55,00'],
        ['Extra examenkosten', '10,00', '1,00', '11,00'],
        ['Totaal', '459,00', '89,79', '548,79'],
      ]);
      expect(read(part(element, 'exempt'))).to.equal('Vrijgesteld van btw af te nemen voor € 571,00 voor wie dat mag');
    });

    it('the same in English', async () => {
      const element = await show({ product: official }, 'en');
      expect(total(element)).to.equal('Total €548.79 incl. VAT and all mandatory costs');
      expect(rows(element)[1]).to.deep.equal(['Accommodation', '50.00', '5.00', '55.00']);
      expect(read(part(element, 'exempt'))).to.equal('Available exempt from VAT for €571.00 to buyers who qualify');
    });

    it('thousands the way the language writes them', async () => {
      const product = withPrice({ amountMinor: 123450, vat: 'exempt', vatMinor: undefined as never });
      const bare = { ...product, additionalCosts: [] };
      expect(total(await show({ product: bare }))).to.contain('€ 1.234,50');
      expect(total(await show({ product: bare }, 'en'))).to.contain('€1,234.50');
    });

    it('the other language as soon as the page changes its own', async () => {
      const element = await show({ product: official });
      element.parentElement!.lang = 'en';
      await waitUntil(() => total(element).startsWith('Total '));
    });

    it('the total first and largest', async () => {
      const element = await show({ product: course });
      const size = (node: Element) => Number.parseFloat(getComputedStyle(node).fontSize);
      const amount = part(element, 'total-amount')!;
      const others = [...element.shadowRoot!.querySelectorAll('td, th, .note, .total-note')];
      expect(Math.max(...others.map(size))).to.be.lessThan(size(amount));
      for (const other of others) {
        expect(amount.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING).to.be.greaterThan(0);
      }
    });

    it('no optional costs where they can’t be chosen, and says so; chosen ones it does', async () => {
      const element = await show({ product: course });
      expect(boxes(element)).to.have.lengthOf(0);
      expect(rows(element).map(([name]) => name)).to.deep.equal([
        'Cursusprijs',
        'Overnachting',
        'Extra examenkosten',
        'Totaal',
      ]);
      expect(total(element)).to.equal('Totaal € 548,79 incl. btw en alle verplichte kosten, excl. optionele kosten');
      element.selectedCosts = ['lunch', 'fee'];
      await element.updateComplete;
      expect(rows(element).slice(3, 6)).to.deep.equal([
        ['Erbij gekozen'],
        ['Lunch', '40,00', '3,00', '43,00'],
        ['Inschrijfkosten', '20,00', '5,00', '25,00'],
      ]);
      expect(total(element)).to.equal('Totaal € 616,79 incl. btw en alle verplichte kosten');
    });

    it('a recurring price apart from what is paid once', async () => {
      const element = await show({ product: withPrice({ period: 'monthly', amountMinor: 4900, vatMinor: 1029 }) });
      expect(total(element)).to.equal(
        'Prijs € 59,29 per maand + € 66,00 eenmalig incl. btw en alle verplichte kosten, excl. optionele kosten',
      );
      expect(rows(element)[0]![0]).to.equal('Cursusprijs per maand');
      expect(rows(element)[1]![0]).to.equal('Overnachting eenmalig');
      expect(rows(element).at(-1)).to.deep.equal(['Eerste betaling', '109,00', '16,29', '125,29']);
      expect(read(part(element, 'exempt'))).to.contain('€ 499,00 per maand en € 72,00 eenmalig');
    });

    it('the discount of a site', async () => {
      const element = await show({ product: official, site: 'alliander' });
      expect(read(part(element, 'saving'))).to.equal('25% korting, € 120,70 voordeel');
      expect(total(element)).to.contain('€ 428,09');
    });

    it('a discount with the space that German and French have before the sign', async () => {
      for (const [lang, words] of [
        ['de', '25\u00a0% Rabatt'],
        ['fr', '25\u00a0% de remise'],
        ['en', '25% discount'],
      ] as const) {
        const page = await fixture<HTMLElement>(html`<div lang=${lang}></div>`);
        const element = document.createElement('price-breakdown');
        Object.assign(element, { product: official, site: 'alliander' });
        page.append(element);
        await waitUntil(() => part(element, 'saving')?.textContent.includes(words));
      }
    });

    it('the exempt price to buyers who may buy exempt', async () => {
      const element = await show({ product: official, audience: 'vat-exempt' });
      expect(total(element)).to.equal('Totaal € 571,00 cursus vrijgesteld van btw, incl. alle verplichte kosten');
      expect(part(element, 'exempt')).to.equal(null);
    });

    it('"gratis" for a free course and "op aanvraag" for a price to agree on', async () => {
      const gratis = await show({ product: free });
      expect(shadowText(gratis)).to.equal('Prijs Gratis');
      expect(gratis).to.match(':state(free)');
      const product = { ...withPrice({ onRequest: true }), productType: 'in-company' };
      const onRequest = await show({ product });
      expect(shadowText(onRequest)).to.equal('Prijs Op aanvraag De prijs wordt in overleg bepaald.');
      expect(onRequest).to.match(':state(on-request)');
    });

    it('that more costs may follow, and doesn’t claim otherwise beside the total', async () => {
      const element = await show({ product: withPrice({ complete: false }) });
      expect(total(element)).to.equal('Totaal € 548,79 incl. btw, excl. optionele kosten');
      expect(read(part(element, 'note'))).to.contain('Er kunnen nog verplichte kosten bij komen.');
    });

    it('a sentence instead of a price that can’t be right', async () => {
      const element = await show({ product: withPrice({ amountMinor: 10.5 }) });
      expect(shadowText(element)).to.equal('Deze prijs kan niet worden getoond. Vraag de opleider naar de prijs.');
      expect(element).to.match(':state(invalid)');
      expect(element.calculation?.issues[0]?.code).to.equal('amount-not-whole-cents');
    });

    it('text of a product as text', async () => {
      const evil = { ...course.additionalCosts[1], typeOther: '<img src=x onerror=alert(1)>' };
      const element = await show({ product: { ...course, additionalCosts: [evil] } });
      expect(rows(element)[1]![0]).to.equal('<img src=x onerror=alert(1)>');
    });
  });

  describe('lets a person choose optional costs', () => {
    it('with unticked boxes, by keyboard', async () => {
      const element = await show({ product: course, selectable: true });
      const heard = heardChanges(element);
      expect(boxes(element).map((box) => box.checked)).to.deep.equal([false, false]);
      boxes(element)[0]!.focus();
      await sendKeys({ press: 'Space' });
      await sendKeys({ press: 'Tab' });
      expect(element.shadowRoot!.activeElement).to.equal(boxes(element)[1]);
      await sendKeys({ press: 'Space' });
      await element.updateComplete;
      expect(total(element)).to.contain('€ 616,79');
      expect(rows(element)[4]).to.deep.equal(['Lunch', '40,00', '3,00', '43,00']);
      expect(heard).to.deep.equal([
        {
          productId: 'prince2',
          selectedCosts: ['lunch'],
          netMinor: 49900,
          vatMinor: 9279,
          totalMinor: 59179,
          currency: 'EUR',
        },
        {
          productId: 'prince2',
          selectedCosts: ['lunch', 'fee'],
          netMinor: 51900,
          vatMinor: 9779,
          totalMinor: 61679,
          currency: 'EUR',
        },
      ]);
    });

    it('by pointer on the name, and takes it back', async () => {
      const element = await show({ product: course, selectable: true });
      const heard = heardChanges(element);
      const { x, y, height, right } = element.shadowRoot!.querySelector('label')!.getBoundingClientRect();
      expect(height).to.be.at.least(24);
      const position: [number, number] = [Math.round((x + right) / 2), Math.round(y + height / 2)];
      await sendMouse({ type: 'click', position });
      await sendMouse({ type: 'click', position });
      expect(heard.map((detail) => detail.selectedCosts)).to.deep.equal([['lunch'], []]);
      expect(total(element)).to.contain('€ 548,79');
    });

    it('and tells screen readers the new total', async () => {
      const element = await show({ product: course, selectable: true });
      boxes(element)[0]!.click();
      await element.updateComplete;
      await isSaid('Totaal: € 591,79');
    });

    it('without moving anything else', async () => {
      const element = await show({ product: course, selectable: true });
      const tops = () => boxes(element).map((box) => box.getBoundingClientRect().top);
      const before = tops();
      boxes(element)[1]!.click();
      await element.updateComplete;
      expect(tops()).to.deep.equal(before);
    });

    it('with events that leave the shadow tree and can’t be changed', async () => {
      const element = await show({ product: course, selectable: true });
      let event: CustomEvent | undefined;
      document.addEventListener('ek-price-change', (heard) => (event = heard as CustomEvent), { once: true });
      boxes(element)[0]!.click();
      expect(event?.target).to.equal(element);
      expect(event?.cancelable).to.equal(false);
      expect(Object.isFrozen(event?.detail)).to.equal(true);
    });
  });

  it('tells nothing when the page itself sets what is chosen', async () => {
    const element = await show({ product: course, selectable: true });
    const heard = heardChanges(element);
    element.selectedCosts = ['fee'];
    element.audience = 'vat-exempt';
    element.product = withPrice({ amountMinor: 1000 });
    await element.updateComplete;
    expect(heard).to.deep.equal([]);
  });

  it('shows the same whether properties are set before or after it is attached', async () => {
    const properties = { product: course, selectable: true, selectedCosts: ['lunch'], site: 'alliander' } as const;
    const before = await show(properties);
    const after = await show({});
    Object.assign(after, properties);
    await after.updateComplete;
    expect(shadowText(after)).to.equal(shadowText(before));
    expect(boxes(after).map((box) => box.checked)).to.deep.equal([true, false]);
  });

  it('shows the same when its definition comes after the markup', async () => {
    const late = Object.assign(document.createElement('price-breakdown-late'), { product: official });
    document.body.append(late);
    customElements.define('price-breakdown-late', class extends customElements.get('price-breakdown')! {});
    await waitUntil(() => read(late.shadowRoot?.querySelector('table')).includes('548,79'));
    late.remove();
  });

  it('lets go of the choice when another product comes, as costs of two products can share an id', async () => {
    const element = await show({ product: course, selectable: true, selectedCosts: ['lunch'] });
    element.product = { ...course, id: 'other' };
    await element.updateComplete;
    expect(element.selectedCosts).to.deep.equal([]);
    element.product = { ...course, id: 'third' };
    element.selectedCosts = ['fee'];
    await element.updateComplete;
    expect(element.selectedCosts).to.deep.equal(['fee']);
  });

  it('keeps amounts in one column at any direction, with digits of one width', async () => {
    for (const dir of ['ltr', 'rtl']) {
      const element = await show({ product: course });
      element.dir = dir;
      const ends = [...element.shadowRoot!.querySelectorAll('td.gross bdi')].map((cell) =>
        Math.round(cell.getBoundingClientRect().right),
      );
      expect(new Set(ends).size, dir).to.equal(1);
      expect(getComputedStyle(element.shadowRoot!.querySelector('td')!).fontVariantNumeric).to.equal('tabular-nums');
    }
  });

  it('fits a column of 288 px, with the parts of an amount below its name', async () => {
    const wrapper = await fixture<HTMLDivElement>(html`<div></div>`);
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('.column { inline-size: 288px; }');
    document.adoptedStyleSheets = [sheet];
    wrapper.className = 'column';
    const element = document.createElement('price-breakdown');
    element.product = withPrice({ amountMinor: 123456789, vatMinor: 25925926 });
    element.selectable = true;
    wrapper.append(element);
    await element.updateComplete;
    expect(wrapper.scrollWidth).to.equal(288);
    const [name, net] = element.shadowRoot!.querySelectorAll('tbody th, tbody td');
    expect(net!.getBoundingClientRect().top).to.be.at.least(name!.getBoundingClientRect().bottom - 1);
    await expectAccessibleInOneEngine(element);
    document.adoptedStyleSheets = [];
  });

  it('says in which language a course has its own name for a cost (3.1.2)', async () => {
    const element = await show({ product: { ...course, language: 'nl' } });
    const names = [...element.shadowRoot!.querySelectorAll('tbody th bdi')].map((name) => [
      name.textContent.trim(),
      name.getAttribute('lang'),
    ]);
    expect(names).to.deep.include(['Extra examenkosten', 'nl']);
    expect(names.filter(([, lang]) => lang !== null)).to.have.lengthOf(1);
  });

  it('gives a long name the room of the columns beside it at 480 px, and keeps the columns at 640 px', async () => {
    const typeOther = 'Reis- en verblijfskosten voor het tweedaagse internationale examen, met diner en parkeren';
    const [stay] = course.additionalCosts;
    const element = await show({ product: { ...course, additionalCosts: [{ ...stay, type: 'other', typeOther }] } });
    const sheet = new CSSStyleSheet();
    document.adoptedStyleSheets = [sheet];
    element.parentElement!.className = 'column';
    const laidOut = (width: number) => {
      sheet.replaceSync(`.column { inline-size: ${width}px; }`);
      const [name, net] = [...element.shadowRoot!.querySelectorAll('tbody tr:last-child > *')];
      const text = name!.querySelector('bdi')!;
      const lines = new Set([...text.getClientRects()].map(({ top }) => Math.round(top))).size;
      return { lines, inColumns: net!.getBoundingClientRect().top < text.getBoundingClientRect().bottom - 1 };
    };
    expect(laidOut(480)).to.deep.equal({ lines: 2, inColumns: false });
    expect(laidOut(640).inColumns).to.equal(true);
    document.adoptedStyleSheets = [];
  });

  it('keeps a width of its own in a parent that fits its content', async () => {
    const element = await show({ product: course });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('.row { display: flex; }');
    document.adoptedStyleSheets = [sheet];
    element.parentElement!.className = 'row';
    expect(element.getBoundingClientRect().width).to.be.greaterThan(300);
    document.adoptedStyleSheets = [];
  });
});
