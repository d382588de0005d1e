import { expect } from '@open-wc/testing';
import { rowsOf, shown } from './roster-page.js';

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
