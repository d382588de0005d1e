// Page translators, extensions and overlays change what stands in a shadow tree. What is shown stays what record and form say.
import type { EnrollmentStatus, PriceBreakdown } from '@enrollkit/elements';
import '@enrollkit/elements/enrollment-status.js';
import '@enrollkit/elements/price-breakdown.js';
import { expect, fixture, html } from '@open-wc/testing';
import { settle, watchPageErrors } from '../../security/page-errors.js';
import { HostRecords } from '../enrollment-status/host-backend.js';
import { course } from '../price-breakdown/courses.js';
import { waitUntil } from '../../support/wait-until.js';

const textNodes = (root: Node): Text[] => {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  while (walker.nextNode()) if (walker.currentNode.textContent!.trim()) nodes.push(walker.currentNode as Text);
  return nodes;
};
// What translators use, whatever a linter says of it.
const createFont = (): HTMLElement => document.createElement('FONT');
const translated = (text: string | null): string => `«${text ?? ''}»`;

/** What was seen of translators, readers and password managers. */
const MANGLINGS: Readonly<Record<string, (root: ShadowRoot) => void>> = {
  'puts <font> in the place of every text': (root) => {
    for (const node of textNodes(root)) {
      const font = createFont();
      font.append(createFont());
      font.firstElementChild!.textContent = translated(node.data);
      node.replaceWith(font);
    }
  },
  'puts <font> before every text and takes the text away afterwards': (root) => {
    for (const node of textNodes(root)) {
      const font = createFont();
      font.textContent = translated(node.data);
      node.parentNode!.insertBefore(font, node);
      node.remove();
    }
  },
  'sets the innermost texts anew': (root) => {
    for (const element of root.querySelectorAll('*:not(svg, svg *, style)')) {
      if (element.childElementCount === 0 && element.textContent.trim())
        element.textContent = translated(element.textContent);
    }
  },
  'writes into the text nodes': (root) => {
    for (const node of textNodes(root)) node.data = translated(node.data);
  },
  'wraps every word': (root) => {
    for (const node of textNodes(root)) {
      node.replaceWith(
        ...node.data.split(' ').map((word) => Object.assign(document.createElement('b'), { textContent: word })),
      );
    }
  },
  'joins texts that stand side by side': (root) => root.normalize(),
  'takes comments away': (root) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_COMMENT);
    const comments: Comment[] = [];
    while (walker.nextNode()) comments.push(walker.currentNode as Comment);
    for (const comment of comments) comment.remove();
  },
  'adds nodes of its own': (root) => {
    root.prepend(document.createElement('aside'));
    root.append(document.createElement('aside'));
    for (const element of root.querySelectorAll('label, p, td, .row')) element.append(document.createElement('aside'));
  },
  'writes the whole tree anew': (root) => {
    // eslint-disable-next-line no-self-assign -- that is what it does
    root.innerHTML = root.innerHTML;
  },
  'empties the tree': (root) => root.replaceChildren(),
  'moves the tree into a node of its own': (root) => {
    const box = document.createElement('div');
    box.append(...root.childNodes);
    root.append(box);
  },
};

const status = (element: Element): string => text(element, '[part=label]');
const total = (element: Element): string => text(element, '[part=total-amount]');
const text = (element: Element, selector: string): string =>
  [...element.shadowRoot!.querySelectorAll(selector)]
    .map((node) => node.textContent.replace(/\s+/g, ' ').trim())
    .join('|');

async function page() {
  const records = new HostRecords();
  const place = await fixture(html`
    <div lang="nl">
      <enrollment-status enrollment-id="e1" .backend=${records.backend()}></enrollment-status>
      <price-breakdown selectable .product=${course}></price-breakdown>
    </div>
  `);
  const [shown, price] = [...place.children] as [EnrollmentStatus, PriceBreakdown];
  await waitUntil(() => status(shown) === 'Gestart');
  await price.updateComplete;
  return { records, shown, price };
}

describe('When something else on the page', () => {
  const errors = watchPageErrors();

  for (const [name, mangle] of Object.entries(MANGLINGS)) {
    it(`${name}, the next status and total are shown all the same`, async () => {
      const { records, shown, price } = await page();
      const before = total(price);
      // Twice: what it does to what it finds, and what it does to the answer to that.
      for (let turn = 0; turn < 2; turn += 1) {
        mangle(shown.shadowRoot!);
        mangle(price.shadowRoot!);
        await settle();
      }
      records.change({ status: 'no-show' });
      price.selectedCosts = [course.additionalCosts.find(({ mandatory }) => !mandatory)!.id];
      await settle();
      expect(status(shown)).to.equal('No-show');
      expect(total(price)).to.match(/^€ [\d.,]+$/);
      expect(total(price)).not.to.equal(before);
      expect(price.shadowRoot!.querySelectorAll('input:checked')).to.have.length(1);
      // It goes on working.
      price.shadowRoot!.querySelector<HTMLElement>('input:checked')!.click();
      await settle();
      expect(total(price)).to.equal(before);
      expect(errors).to.deep.equal([]);
    });
  }

  it('translates what was shown a moment ago, that is taken back; a translation of what is true stays', async () => {
    const { records, shown } = await page();
    const root = shown.shadowRoot!;
    const late = textNodes(root).find(({ data }) => data === 'Gestart')!;
    records.change({ status: 'no-show' });
    await waitUntil(() => status(shown) === 'No-show');
    for (const node of [late, ...textNodes(root).filter(({ data }) => data === 'No-show')]) node.data = 'Started';
    await waitUntil(() => status(shown) === 'No-show');
    for (const node of textNodes(root).filter(({ data }) => data === 'No-show')) node.data = 'Did not come';
    await settle();
    expect(status(shown)).to.equal('Did not come');
  });
});
