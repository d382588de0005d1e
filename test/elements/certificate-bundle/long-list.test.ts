import { expect } from '@open-wc/testing';
import { sendKeys } from '../../support/keys.js';
import { expectAccessibleInOneEngine } from '../../support/one-engine.js';
import { all, BundleHost, button, choose, complete, idle, one, press, shown, textOf, until } from './bundle-host.js';
import { textPdf } from './made-files.js';

/** No two of them share a name. */
const NAMES = Array.from(
  { length: 80 },
  (_, at) => `Anna Smit${'abcdefghij'[at % 10]}${'klmnopqr'[Math.floor(at / 10)]}`,
);

const boxOf = (node: Element): DOMRect => node.getBoundingClientRect();
const isInSight = (node: Element): boolean => boxOf(node).top >= 0 && boxOf(node).bottom <= innerHeight + 1;

describe('a bundle with a long list', () => {
  it('has the way on, and what must be done, in sight wherever one is in the list, and by one key from its begin', async () => {
    const host = new BundleHost(...NAMES);
    const element = await shown(host);
    // Not the window: WebKit makes none that narrow.
    element.style.inlineSize = '20rem';
    await choose(element, ...NAMES.map((name) => textPdf(`${name}.pdf`)), textPdf('scan1.pdf'));
    one(element, '#tab-matched').click();
    await until(() => all(element, '[part="item"]').length === 80, 'all are listed');
    await complete(element);
    scrollTo(0, 0);
    const way = one(element, '.way');
    expect(boxOf(element).height).to.be.above(5000);
    await until(() => isInSight(way), 'it is in sight at the begin');
    expect(textOf(way)).to.contain('1 bestand');
    expect(isInSight(one(element, '#send'))).to.equal(true);
    expect(boxOf(way).height).to.be.below(innerHeight / 3);
    expect(element.scrollWidth).to.equal(element.clientWidth);

    // Nothing that has the focus lies below it.
    for (const at of [4, 30, 79]) {
      const change = all(element, '[part="item"]')[at]!.querySelector<HTMLElement>('button')!;
      change.focus();
      await until(() => isInSight(change), 'it came into sight');
      expect(boxOf(change).bottom, String(at)).to.be.at.most(boxOf(way).top + 1);
      expect(isInSight(one(element, '#send')), String(at)).to.equal(true);
    }

    // From the tabs backwards to what leads past the list.
    one(element, '#tab-matched').focus();
    await sendKeys({ down: 'Shift' });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ up: 'Shift' });
    const skip = button(element, 'Lijst overslaan');
    expect(element.shadowRoot!.activeElement).to.equal(skip);
    expect(boxOf(skip).height).to.be.above(20);
    await expectAccessibleInOneEngine(element);
    await sendKeys({ press: 'Enter' });
    expect(element.shadowRoot!.activeElement?.id).to.equal('valid-from');

    let openGate = (): void => undefined;
    host.gate = new Promise((resolve) => (openGate = resolve));
    await press(element, '80 certificaten uploaden');
    await until(() => host.uploads.length === 3, 'three are on their way');
    scrollTo(0, 0);
    await until(
      () => isInSight(one(element, '#pause')) && isInSight(one(element, 'progress')),
      'it tells how far it is',
    );
    openGate();
    await idle(element);
    await element.updateComplete;
    scrollTo(0, 0);
    await until(() => isInSight(one(element, '#outcome')), 'the outcome is in sight');
  });
});
