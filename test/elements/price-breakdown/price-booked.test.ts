import { bookedPrice, type BookedPrice, type Enrollment, type PricedProduct } from '@enrollkit/core';
import type { PriceBreakdown } from '@enrollkit/elements/price-breakdown.js';
import { expect } from '@open-wc/testing';
import { course, withPrice } from './courses.js';
import { backendOf, boxes, part, read, rows, shadowText, show } from './price-page.js';
import { waitUntil } from '../../support/wait-until.js';

const AT = '2026-08-20T10:00:00.000Z';

const enrollment: Enrollment = {
  id: 'prince2',
  productId: 'prince2',
  participant: { name: 'Jan Jansen', email: 'jan@example.nl' },
  bookingState: 'accepted',
  status: 'enrolled',
  acceptedAt: AT,
  history: [],
  version: 1,
};

const bookedWith = (product: PricedProduct): BookedPrice =>
  bookedPrice(product, { selectedCosts: ['lunch'], site: 'alliander' }, AT)!;

/** The product costs more by now, and the enrollment has the product's own id. */
async function shown(more: Partial<Enrollment>, lang?: string): Promise<PriceBreakdown> {
  const element = await show({ selectable: true }, lang);
  const later = backendOf([withPrice({ amountMinor: 99900 })]);
  element.backend = { ...later, getEnrollment: async () => ({ ...enrollment, ...more }) };
  element.enrollmentId = 'prince2';
  await waitUntil(() => part(element, 'total') ?? part(element, 'problem'));
  return element;
}

describe('<price-breakdown enrollment-id>', () => {
  it('shows what was chosen and what it cost, when and where, whatever became of the product', async () => {
    const element = await shown({ booked: bookedWith(course) });
    expect(read(part(element, 'total'))).to.equal('Totaal € 471,09 incl. btw');
    expect(rows(element).map((row) => [row[0], row.at(-1)])).to.deep.equal([
      ['Cursusprijs 25% korting, € 120,70 voordeel', '362,09'],
      ['Overnachting', '55,00'],
      ['Extra examenkosten', '11,00'],
      ['Erbij gekozen', 'Erbij gekozen'],
      ['Lunch', '43,00'],
      ['Totaal', '471,09'],
    ]);
    expect(read(part(element, 'agreed'))).to.equal('Prijs zoals geboekt op 20 augustus 2026 via alliander.');
    expect(boxes(element)).to.have.lengthOf(0);
    expect(element.calculation?.totalMinor).to.equal(47109);
    await expect(element).to.be.accessible();
  });

  it('says in English that it was asked for and not agreed yet, also where the price is on request', async () => {
    const asked = { bookingState: 'requested', status: 'unknown', acceptedAt: undefined as never } as const;
    const element = await shown({ ...asked, booked: bookedWith(course) }, 'en');
    expect(read(part(element, 'agreed'))).to.equal('Price as requested on 20 August 2026 through alliander.');
    const onRequest = { ...withPrice({ onRequest: true }), productType: 'in-company' as const };
    const without = await shown({ ...asked, booked: bookedWith(onRequest) }, 'en');
    expect(shadowText(without)).to.contain('Price On request');
  });

  it('says that no price is known of a booking that has none', async () => {
    expect(shadowText(await shown({}))).to.contain('Van deze boeking is geen prijs bekend.');
  });

  it('goes over from the enrollment to the product of the same id', async () => {
    const element = await shown({ booked: bookedWith(course) });
    Object.assign(element, { enrollmentId: undefined, productId: 'prince2' });
    await waitUntil(() => read(part(element, 'total')).includes('1.148,79'));
    expect(boxes(element)).to.have.lengthOf(2);
  });
});
