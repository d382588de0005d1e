import { LOCALES } from '@enrollkit/core';
import { expect } from '@open-wc/testing';
import { part, rowsOf, shown } from './roster-page.js';

describe('A roster on a phone, in the language with the longest words', () => {
  it('shows every word whole: nothing is cut off, and no status lies over a name', async () => {
    const { page, element } = await shown({ lang: 'de' });
    // A phone of 320 px, and a card of the host that keeps some of it to itself.
    page.style.inlineSize = '254px';
    await element.updateComplete;
    const edge = element.getBoundingClientRect().right;
    expect(rowsOf(element).length).to.be.greaterThan(3);
    for (const row of rowsOf(element)) {
      for (const cell of row.querySelectorAll('td, th')) {
        const words = document.createRange();
        words.selectNodeContents(cell);
        expect(words.getBoundingClientRect().right, cell.textContent).to.be.at.most(edge);
      }
      const name = row.querySelector('.name')!.getBoundingClientRect();
      const status = row.querySelector('.status .label')!.getBoundingClientRect();
      expect(status.top >= name.bottom || status.left >= name.right, row.textContent).to.equal(true);
    }
  });
});

describe('A roster on a tablet', () => {
  it('has every column in view that it has of its own, with its words whole, in every language', async () => {
    for (const lang of LOCALES) {
      const { page, element } = await shown({ lang, attributes: { editable: '' } });
      // As narrow as a table gets. An address may end in dots.
      page.style.inlineSize = '44em';
      await element.updateComplete;
      const scroller = part(element, 'scroller')!;
      expect(scroller.scrollWidth, lang).to.be.at.most(scroller.clientWidth);
      expectWordsWhole(scroller, lang);
      page.remove();
    }
  });
});

describe('A roster with every column there is', () => {
  it('leaves each of them room for its words, however wide the page is', async () => {
    const fields = 'participant status next start certificate invoice booked changed';
    const { page, element } = await shown({ attributes: { editable: '', fields } });
    for (const width of ['44em', '56em', '68em', '80em', '120em']) {
      page.style.inlineSize = width;
      await element.updateComplete;
      expectWordsWhole(part(element, 'scroller')!, width);
    }
  });
});

function expectWordsWhole(scroller: HTMLElement, where: string): void {
  for (const cell of scroller.querySelectorAll('thead th, td')) {
    const words = document.createRange();
    words.selectNodeContents(cell);
    const { left, right } = cell.getBoundingClientRect();
    const text = words.getBoundingClientRect();
    expect(text.left >= left && text.right <= right, `${where} ${cell.textContent}`).to.equal(true);
  }
}
