import { EnrollkitError } from '@enrollkit/core';
import { expect } from '@open-wc/testing';
import type { PriceBreakdown } from '@enrollkit/elements/price-breakdown.js';
import { course, official, withPrice } from './courses.js';
import { backendOf, boxes, heardChanges, part, read, shadowText, show } from './price-page.js';
import { waitUntil } from '../../support/wait-until.js';

const shows = (element: PriceBreakdown, text: string) => waitUntil(() => shadowText(element).includes(text), text);

describe('<price-breakdown> with a backend', () => {
  it('reads its product, says meanwhile that it loads, and is accessible then', async () => {
    const element = await show({});
    let answer: (product: never) => void = () => undefined;
    element.backend = { getProduct: () => new Promise((resolve) => (answer = resolve)) };
    element.productId = 'prince2';
    await waitUntil(() => element.matches(':state(loading)'));
    await expect(element).to.be.accessible();
    expect(element.shadowRoot!.querySelector('[aria-busy="true"] .visually-hidden')).to.have.text('Bezig met laden');
    const { height } = element.getBoundingClientRect();

    answer(official as never);
    await shows(element, '€ 548,79');
    expect(element).not.to.match(':state(loading)');
    // The official example takes exactly the room that was kept for it.
    expect(element.getBoundingClientRect().height).to.be.closeTo(height, 1);
  });

  it('takes the product-id from its attribute', async () => {
    const element = await show({});
    element.backend = backendOf([course]);
    element.setAttribute('product-id', 'prince2');
    await shows(element, '€ 548,79');
  });

  it('says that a product is missing', async () => {
    const element = await show({});
    Object.assign(element, { backend: backendOf([]), productId: 'gone' });
    await shows(element, 'Dit is niet gevonden.');
    expect(element).to.match(':state(failed)');
    expect(element.calculation).to.equal(undefined);
    await expect(element).to.be.accessible();
  });

  it('offers to try again after an error, and then shows the price', async () => {
    const element = await show({});
    let attempts = 0;
    element.backend = {
      getProduct: async () => {
        attempts += 1;
        if (attempts === 1) throw new EnrollkitError('timeout', 'No answer');
        return course as never;
      },
    };
    element.productId = 'prince2';
    await shows(element, 'De server antwoordde niet op tijd.');
    await expect(element).to.be.accessible();
    (part(element, 'retry-button') as HTMLButtonElement).click();
    await shows(element, '€ 548,79');
    expect(attempts).to.equal(2);
  });

  it('shows the price by itself when the network is back', async () => {
    const element = await show({});
    let isOnline = false;
    element.backend = {
      getProduct: async () => {
        if (!isOnline) throw new EnrollkitError('offline', 'No network');
        return course as never;
      },
    };
    element.productId = 'prince2';
    await shows(element, 'Er is geen internetverbinding.');
    isOnline = true;
    window.dispatchEvent(new Event('online'));
    await shows(element, '€ 548,79');
  });

  it('follows a price that changes elsewhere, keeps what was chosen, and tells nothing', async () => {
    const backend = backendOf([course]);
    const element = await show({ selectable: true });
    Object.assign(element, { backend, productId: 'prince2' });
    await shows(element, '€ 548,79');
    boxes(element)[0]!.click();
    const heard = heardChanges(element);
    backend.change(withPrice({ amountMinor: 49900, vatMinor: 10479 }));
    await shows(element, '€ 712,79');
    expect(boxes(element)[0]!.checked).to.equal(true);
    expect(heard).to.deep.equal([]);
  });

  it('needs no backend for a product that the page hands over, and prefers it', async () => {
    const element = await show({ product: official });
    element.productId = 'another';
    await element.updateComplete;
    expect(read(part(element, 'total-amount'))).to.equal('€ 548,79');
  });
});
