import { dottedStyles } from '../../../packages/elements/src/base/styles/dotted.styles.js';
import { expect, fixture, html } from '@open-wc/testing';

const FACTS = ['feed.xml', '12.034 producten gecontroleerd', '4,2 kB', 'Geldig vanaf 28 augustus 2026', 'Verlopen'];

describe('Facts with dots between them', () => {
  it('have a dot between two on a line, and at no end of one, at every width and in both directions', async () => {
    for (const dir of ['ltr', 'rtl'] as const) {
      const page = await fixture<HTMLElement>(
        html`<div dir=${dir}>
          <style>
            ${dottedStyles.cssText}
          </style>
          <p class="dotted">${FACTS.map((fact) => html`<span>${fact}</span>`)}</p>
        </div>`,
      );
      const list = page.querySelector<HTMLElement>('.dotted')!;
      const facts = [...list.querySelectorAll('span')];
      const seen = new Set<string>();
      for (let width = 160; width <= 900; width += 20) {
        list.style.inlineSize = `${width}px`;
        const edge = list.getBoundingClientRect();
        const before = facts.map((fact) => {
          const { left, right } = fact.getBoundingClientRect();
          const { inlineSize, marginInlineStart } = getComputedStyle(fact, '::before');
          const dot = parseFloat(marginInlineStart) + parseFloat(inlineSize) / 2;
          // How far into the list it stands: what stands outside is cut off.
          return dir === 'ltr' ? left + dot - edge.left : edge.right - (right - dot);
        });
        facts.forEach((fact, index) => {
          const isFirst = index === 0 || fact.offsetTop > facts[index - 1]!.offsetTop;
          expect(before[index]! < 0, `${dir} ${width} ${fact.textContent}`).to.equal(isFirst);
        });
        seen.add(before.map((each) => Number(each < 0)).join(''));
      }
      expect(getComputedStyle(list).overflowX).to.equal('clip');
      expect(seen.size, 'it was looked at in several shapes').to.be.greaterThan(2);
    }
  });
});
