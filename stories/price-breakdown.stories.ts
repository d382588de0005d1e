import '@enrollkit/elements/price-breakdown.js';
import { bookedPrice, type Backend, type Enrollment, type StoredProduct } from '@enrollkit/core';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { expect, fn, userEvent, waitFor } from 'storybook/test';
import { ENROLLMENTS } from './support/enrollments.js';
import { everyMode } from './support/every-mode.js';
import { failing, failingOnce, hostBackend, never } from './support/host-backend.js';
import { inside, see, settled } from './support/inside.js';
import { COSTS, pricedCourse } from './support/products.js';

interface Args {
  product?: StoredProduct;
  enrollment?: Enrollment;
  overrides?: Partial<Backend>;
  audience?: 'standard' | 'vat-exempt';
  site?: string;
  selectable?: boolean;
  onPriceChange?: (event: Event) => void;
}

const { accommodation, exam, lunch, book } = COSTS;

export default {
  title: 'Elements/Price breakdown',
  component: 'price-breakdown',
  args: { selectable: false },
  argTypes: {
    audience: { control: 'inline-radio', options: ['standard', 'vat-exempt'] },
    site: { control: 'text' },
    product: { control: 'object' },
  },
  render: ({ product, audience, site, selectable, overrides, onPriceChange }) =>
    html`<price-breakdown
      class="story-width"
      product-id=${ifDefined(overrides && 'course')}
      .product=${product}
      .backend=${overrides && hostBackend({}, overrides)}
      audience=${ifDefined(audience)}
      site=${ifDefined(site)}
      ?selectable=${selectable}
      @ek-price-change=${onPriceChange}
    ></price-breakdown>`,
} satisfies Meta<Args>;

type Story = StoryObj<Args>;

const withMandatoryCosts = pricedCourse({
  additionalCosts: [accommodation, { ...exam, type: 'other', typeOther: 'Extra examenkosten' }],
});
const withChoices = pricedCourse({ additionalCosts: [accommodation, lunch, book] });

/** VAT on top of the price: 399,00 + 83,79. */
export const VatExcluded: Story = { args: { product: pricedCourse() } };

/** The total stands first and holds every cost that can't be avoided: 548,79 in the feed's official example. */
export const MandatoryCosts: Story = {
  args: { product: withMandatoryCosts },
  play: async ({ canvasElement }) => {
    const breakdown = await inside(canvasElement, 'price-breakdown');
    await see(() => breakdown.getAllByText(/548,79/)[0]);
  },
};

/** With `json-ld` the head of the page tells search engines of the product, its starts and what is really to be paid. */
export const ForSearchEngines: Story = {
  render: ({ product }) =>
    html`<price-breakdown
      class="story-width"
      json-ld
      provider="Duinweg Opleidingen"
      .product=${product}
    ></price-breakdown>`,
  args: { product: withMandatoryCosts },
  play: async () => {
    await waitFor(() =>
      expect(document.querySelector('[type="application/ld+json"]')).toHaveTextContent('"price":"548.79"'),
    );
  },
};

/** Buyers who may buy exempt from VAT see what it is for them: 571,00. */
export const ExemptAlternative: Story = {
  args: {
    product: pricedCourse({ additionalCosts: withMandatoryCosts.additionalCosts }, { exemptAmountMinor: 49900 }),
  },
  play: async ({ canvasElement }) => {
    const breakdown = await inside(canvasElement, 'price-breakdown');
    await see(() => breakdown.getAllByText(/571,00/)[0]);
  },
};

/** The same course on a page that knows that its buyer may buy exempt. */
export const ForExemptBuyer: Story = { args: { ...ExemptAlternative.args, audience: 'vat-exempt' } };

/** The course itself is exempt from VAT. */
export const Exempt: Story = {
  args: {
    product: pricedCourse(
      { additionalCosts: [exam, { ...accommodation, vat: 'exempt' }] },
      { vat: 'exempt', amountMinor: 10000 },
    ),
  },
};

/** An old feed with the VAT already in its prices. */
export const VatIncluded: Story = {
  args: { product: pricedCourse({}, { vat: 'included', amountMinor: 12100, vatMinor: 2100 }) },
};

/** Optional costs are boxes that nobody ticked for the buyer. */
export const Selectable: Story = {
  args: { product: withChoices, selectable: true, onPriceChange: fn() },
  play: async ({ canvasElement, args }) => {
    const breakdown = await inside(canvasElement, 'price-breakdown');
    const box = await breakdown.findByRole('checkbox', { name: /lunch/i });
    await expect(box).not.toBeChecked();
    await userEvent.click(box);
    await expect(box).toBeChecked();
    await waitFor(() => expect(args.onPriceChange).toHaveBeenCalledOnce());
    await see(() => breakdown.getAllByText(/580,79/)[0]);
  },
};

/** Inside a form: the chosen costs are its value, a reset lets go of them. */
export const InAForm: Story = {
  args: { product: withChoices },
  render: ({ product }) =>
    html`<form class="story-width">
      <price-breakdown name="costs" .product=${product} selectable></price-breakdown>
      <p><button type="reset">Begin opnieuw</button></p>
    </form>`,
  play: async ({ canvasElement }) => {
    const breakdown = await inside(canvasElement, 'price-breakdown');
    const form = canvasElement.querySelector('form')!;
    await userEvent.click(await breakdown.findByRole('checkbox', { name: /lunch/i }));
    await waitFor(() => expect(new FormData(form).getAll('costs')).toEqual(['lunch']));
    form.reset();
    await waitFor(() => expect(new FormData(form).getAll('costs')).toEqual([]));
    await expect(await breakdown.findByRole('checkbox', { name: /lunch/i })).not.toBeChecked();
  },
};

/** A disabled fieldset takes the boxes with it. */
export const InADisabledFieldset: Story = {
  args: { product: withChoices },
  render: ({ product }) =>
    html`<form class="story-width">
      <fieldset disabled>
        <legend>Inschrijven is gesloten</legend>
        <price-breakdown name="costs" .product=${product} selectable></price-breakdown>
      </fieldset>
    </form>`,
  play: async ({ canvasElement }) => {
    const breakdown = await inside(canvasElement, 'price-breakdown');
    for (const box of await breakdown.findAllByRole('checkbox')) await expect(box).toBeDisabled();
  },
};

/** A discount of the site it is shown on lowers the course, not its costs. */
export const Discount: Story = {
  args: {
    product: pricedCourse({
      additionalCosts: [accommodation],
      discounts: [{ site: 'alliander', percentage: '25' }],
    }),
    site: 'alliander',
  },
};

/** What was agreed on stays, whatever becomes of the course. */
export const AsBooked: Story = {
  args: {
    product: withChoices,
    enrollment: {
      ...ENROLLMENTS.started,
      booked: bookedPrice(withChoices, { selectedCosts: ['lunch'] }, '2026-06-02T09:12:00.000Z')!,
    },
  },
  render: ({ enrollment }) => html`<price-breakdown class="story-width" .enrollment=${enrollment}></price-breakdown>`,
};

/** Every month, and something once: never added up silently. */
export const Monthly: Story = {
  args: {
    product: pricedCourse(
      { additionalCosts: [{ ...exam, id: 'fee', type: 'registration fee', amountMinor: 2500, vatMinor: 525 }] },
      { amountMinor: 4900, vatMinor: 1029, period: 'monthly' },
    ),
  },
};

export const Yearly: Story = {
  args: { product: pricedCourse({}, { amountMinor: 29900, vatMinor: 6279, period: 'yearly' }) },
};

export const Daily: Story = {
  args: { product: pricedCourse({}, { amountMinor: 18500, vatMinor: 3885, period: 'daily' }) },
};

export const Free: Story = { args: { product: pricedCourse({}, { amountMinor: 0, vatMinor: 0 }) } };

/** Free, but the examination isn't. */
export const FreeWithMandatoryCosts: Story = {
  args: { product: pricedCourse({ additionalCosts: [exam] }, { amountMinor: 0, vatMinor: 0 }) },
};

/** An in-company course whose price is agreed. */
export const OnRequest: Story = {
  args: { product: pricedCourse({ productType: 'in-company' }, { onRequest: true }) },
};

/** The feed didn't promise that all mandatory costs are there. */
export const Incomplete: Story = { args: { product: pricedCourse({}, { complete: false }) } };

/** An amount that can't be: shown as such, never guessed. */
export const Invalid: Story = { args: { product: pricedCourse({}, { amountMinor: -100 }) } };

/** Many lines, long names. */
export const LongTexts: Story = {
  args: {
    product: pricedCourse({
      additionalCosts: [
        accommodation,
        exam,
        {
          ...exam,
          id: 'long',
          type: 'other',
          typeOther:
            'Bijdrage aan de examencommissie van de beroepsvereniging, inclusief registratie in het openbare register van gecertificeerde projectleiders',
          amountMinor: 1234567,
          vatMinor: 259259,
        },
        lunch,
        { ...lunch, id: 'dinner', type: 'dinner', amountMinor: 6500, vatMinor: 585 },
        book,
      ],
    }),
    selectable: true,
  },
};

export const Loading: Story = {
  args: { overrides: { getProduct: never } },
  play: async ({ canvasElement }) => {
    await settled(canvasElement, 'price-breakdown', ':state(loading)');
  },
};

export const Missing: Story = {
  args: { overrides: { getProduct: failing('not-found') } },
  play: async ({ canvasElement }) => {
    const breakdown = await inside(canvasElement, 'price-breakdown');
    await see(() => breakdown.getByText(/niet gevonden/));
  },
};

const failsOnce = (): Partial<Backend> => ({ getProduct: failingOnce('getProduct', 'timeout', withMandatoryCosts) });

/** What went wrong, and the one thing to do. */
export const FailedWithRetry: Story = {
  args: { product: withMandatoryCosts, overrides: failsOnce() },
  // Once each time that it is looked at.
  render: () =>
    html`<price-breakdown
      class="story-width"
      product-id="course"
      .backend=${hostBackend({}, failsOnce())}
    ></price-breakdown>`,
  play: async ({ canvasElement }) => {
    const breakdown = await inside(canvasElement, 'price-breakdown');
    await userEvent.click(await breakdown.findByRole('button', { name: 'Opnieuw proberen' }));
    await see(() => breakdown.getAllByText(/548,79/)[0]);
  },
};

export const Offline: Story = {
  args: { overrides: { getProduct: failing('offline') } },
};

export const English: Story = { args: LongTexts.args!, globals: { language: 'en' } };

export const Dark: Story = { args: LongTexts.args!, globals: { theme: 'dark' } };

export const RightToLeft: Story = { args: Selectable.args!, globals: { direction: 'rtl' } };

/** Green, roomy, serif and round: four tokens and a font. */
export const BrandOrchard: Story = { args: LongTexts.args!, globals: { brand: 'orchard' } };

/** Red, compact, narrow and square. */
export const BrandFoundry: Story = { args: LongTexts.args!, globals: { brand: 'foundry' } };

/** Each mode of the toolbars that can stand beside others. */
export const EveryMode: Story = everyMode<Args>(Selectable.args);
