import type { StoredProduct } from '@enrollkit/core';
import type { PriceBreakdown } from '@enrollkit/elements/price-breakdown.js';
import { expect } from '@open-wc/testing';
import { settle } from '../../security/page-errors.js';
import { framedPage } from '../host-page/framed-page.js';
import { course, official } from './courses.js';
import { backendOf, shadowText, show } from './price-page.js';
import { waitUntil } from '../../support/wait-until.js';

/** The official example's course, with what a backend knows of it besides its price. */
const whole: StoredProduct = {
  ...official,
  name: 'PRINCE2 </script><script>alert(1)</script>',
  description: '<p>Leer projecten leiden.</p>',
  language: 'nl',
  courseType: 'training',
  webAddress: 'https://example.test/prince2',
  imageUrls: [],
  trainerEmails: [],
  allowedSites: [],
  regions: [],
  costPlacements: [],
  pePoints: [],
  moments: [],
  startingDates: [
    {
      id: 's0',
      startDate: '2020-03-01',
      startDateIsMonthOnly: false,
      endDateIsMonthOnly: false,
      place: '',
      schedule: [],
    },
    {
      id: 's1',
      startDate: '2190-03-01',
      startDateIsMonthOnly: false,
      endDateIsMonthOnly: false,
      place: '',
      schedule: [],
    },
  ],
  ltiParams: [],
  state: 'active',
  certificationIds: [],
  startStates: [],
  version: 1,
};

interface Told {
  readonly name: string;
  readonly offers: { readonly price: string };
  readonly provider?: unknown;
  readonly hasCourseInstance: readonly { readonly startDate: string }[];
}

const scripts = (page: Document = document): HTMLScriptElement[] => [
  ...page.querySelectorAll<HTMLScriptElement>('script[type="application/ld+json"]'),
];
const told = (): Told[] => scripts().map((script) => JSON.parse(script.text) as Told);

async function telling(products: readonly StoredProduct[] = [whole], attributes: Record<string, string> = {}) {
  const element = await show({});
  const backend = backendOf(products);
  for (const [name, value] of Object.entries({ 'json-ld': '', 'product-id': 'prince2', ...attributes })) {
    element.setAttribute(name, value);
  }
  element.backend = backend;
  return { element, backend };
}

describe('<price-breakdown json-ld>', () => {
  it('tells search engines of the product and what is really to be paid', async () => {
    await telling([whole], { provider: 'De Opleider' });
    await waitUntil(() => scripts().length === 1);
    const [data] = told();
    expect(data).to.deep.include({
      '@context': 'https://schema.org',
      '@type': 'Course',
      name: whole.name,
      provider: { '@type': 'Organization', name: 'De Opleider' },
    });
    expect(data!.offers.price).to.equal('548.79');
    expect(data!.hasCourseInstance.map(({ startDate }) => startDate)).to.deep.equal(['2190-03-01']);
    expect(document.documentElement.innerHTML).not.to.contain('</script><script>alert');
  });

  it('tells nothing unless it is asked to', async () => {
    const element = await show({});
    Object.assign(element, { backend: backendOf([whole]), productId: 'prince2' });
    await waitUntil(() => shadowText(element).includes('548,79'));
    await settle();
    expect(scripts()).to.deep.equal([]);
  });

  it('tells it once for two elements, until the last of them is gone', async () => {
    const first = await telling();
    const second = await telling();
    await waitUntil(() => scripts().length === 1 && shadowText(second.element).includes('548,79'));
    await settle();
    first.element.remove();
    await settle();
    expect(scripts()).to.have.length(1);
    second.element.remove();
    await waitUntil(() => scripts().length === 0);
  });

  it('tells again what the other element tells, when the one with a discount is gone', async () => {
    const discounted = { ...whole, additionalCosts: course.additionalCosts, discounts: course.discounts };
    const first = await telling([discounted]);
    await waitUntil(() => told()[0]?.offers.price === '548.79');
    const second = await telling([discounted], { site: 'alliander' });
    await waitUntil(() => told()[0]?.offers.price === '428.09');
    second.element.remove();
    await waitUntil(() => told()[0]?.offers.price === '548.79');
    first.element.remove();
    await waitUntil(() => scripts().length === 0);
  });

  it('tells nothing of a product that is not what it seems, and shows its price all the same', async () => {
    const { element } = await telling([{ ...whole, startingDates: [{}, null] as never }]);
    await waitUntil(() => shadowText(element).includes('548,79'));
    await element.updateComplete;
    expect(scripts()).to.deep.equal([]);
  });

  it('tells the price of its site, and never what a visitor chose', async () => {
    const { element } = await telling([
      { ...whole, additionalCosts: course.additionalCosts, discounts: course.discounts },
    ]);
    await waitUntil(() => scripts().length === 1);
    element.selectedCosts = ['lunch'];
    element.audience = 'vat-exempt';
    await element.updateComplete;
    expect(told()[0]!.offers.price).to.equal('548.79');
    element.site = 'alliander';
    await waitUntil(() => told()[0]?.offers.price === '428.09');
  });

  it('changes with the product, and stops when it is not asked any more', async () => {
    const { element } = await telling([whole, { ...whole, id: 'other', name: 'Lassen' }]);
    await waitUntil(() => scripts().length === 1);
    element.productId = 'other';
    await waitUntil(() => told()[0]?.name === 'Lassen');
    expect(scripts()).to.have.length(1);
    element.jsonLd = false;
    await waitUntil(() => scripts().length === 0);
  });

  it('is back when the element is', async () => {
    const { element } = await telling();
    await waitUntil(() => scripts().length === 1);
    const parent = element.parentElement!;
    element.remove();
    await waitUntil(() => scripts().length === 0);
    parent.append(element);
    await waitUntil(() => scripts().length === 1);
  });

  it('tells nothing of a product of which only the price is known', async () => {
    const element = await show({ product: official });
    element.jsonLd = true;
    await element.updateComplete;
    await settle();
    expect(scripts()).to.deep.equal([]);
    element.product = whole;
    await waitUntil(() => scripts().length === 1);
  });

  it('works under the strictest policy', async () => {
    const page = await framedPage({
      policy: [
        "default-src 'none'",
        `script-src ${location.origin}`,
        "require-trusted-types-for 'script'",
        'trusted-types lit-html',
      ].join('; '),
      body: '<price-breakdown json-ld></price-breakdown>',
    });
    await page.load('/bundled-kit/strict.js');
    page.document.querySelector<PriceBreakdown>('price-breakdown')!.product = whole;
    await waitUntil(() => scripts(page.document).length === 1);
    expect((JSON.parse(scripts(page.document)[0]!.text) as Told).offers.price).to.equal('548.79');
    expect(page.violations).to.deep.equal([]);
    expect(page.errors).to.deep.equal([]);
  });
});
