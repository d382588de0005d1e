import '@enrollkit/elements/starting-dates.js';
import type { Backend, StoredProduct } from '@enrollkit/core';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { expect, fn, userEvent } from 'storybook/test';
import { storyClock } from './support/clock.js';
import { everyMode } from './support/every-mode.js';
import { failing, never } from './support/host-backend.js';
import { inside, see } from './support/inside.js';
import { courseWith, eveningClass, hundredStarts, start, startsOfAllKinds } from './support/starts.js';

interface Args {
  product?: StoredProduct;
  selectable?: boolean;
  required?: boolean;
  showPast?: boolean;
  limit?: number;
  value?: string;
  overrides?: Partial<Backend>;
  onStartChange?: (event: Event) => void;
}

export default {
  title: 'Elements/Starting dates',
  component: 'starting-dates',
  args: { selectable: false, required: false, showPast: false },
  argTypes: { product: { control: 'object' }, limit: { control: 'number' }, value: { control: 'text' } },
  render: ({ product, selectable, required, showPast, limit, value, overrides, onStartChange }) =>
    html`<starting-dates
      class="story-width"
      product-id=${ifDefined(overrides && 'course')}
      .backend=${{ clock: storyClock, timeZone: 'Europe/Amsterdam', ...overrides }}
      .product=${product}
      ?selectable=${selectable}
      ?required=${required}
      ?show-past=${showPast}
      limit=${ifDefined(limit)}
      value=${ifDefined(value)}
      name="start"
      @ek-start-change=${onStartChange}
    ></starting-dates>`,
} satisfies Meta<Args>;

type Story = StoryObj<Args>;

const course = courseWith(startsOfAllKinds);

/** To read: what is over is left out, what can't be booked says why. */
export const List: Story = { args: { product: course } };

/** A form control: only what can be booked can be chosen, and nothing is chosen beforehand. */
export const Choice: Story = {
  args: { product: course, selectable: true, required: true, onStartChange: fn() },
  play: async ({ args, canvasElement }) => {
    const dates = await inside(canvasElement, 'starting-dates');
    const [first] = dates.getAllByRole('radio');
    await userEvent.click(first!);
    await expect(first).toBeChecked();
    await expect(args.onStartChange).toHaveBeenCalledOnce();
  },
};

export const Chosen: Story = { args: { product: course, selectable: true, value: 'few' } };

/** The only start is chosen when it can be booked. */
export const OnlyOne: Story = { args: { product: courseWith([start('only', '2026-10-05')]), selectable: true } };

/** Twelve evenings: what they have in common is said at once, the days when somebody asks. */
export const ManyCourseDays: Story = {
  args: { product: courseWith([eveningClass]) },
  play: async ({ canvasElement }) => {
    const dates = await inside(canvasElement, 'starting-dates');
    await userEvent.click(dates.getByText(/12 lesdagen, steeds op dinsdag, 19:00 – 21:30/));
    await see(() => dates.getByText('Tussentoets,'));
  },
};

export const WithPast: Story = { args: { product: course, showPast: true } };

/** The rest comes at the press of a button. */
export const Limited: Story = { args: { product: courseWith(hundredStarts.slice(0, 14)), selectable: true, limit: 5 } };

/** A hundred starts can be narrowed down to a month and a place. */
export const Hundred: Story = { args: { product: courseWith(hundredStarts), selectable: true, limit: 10 } };

export const NothingToBook: Story = {
  args: { product: courseWith([start('full', '2026-11-02'), start('cancelled', '2026-11-16')]), selectable: true },
};

export const NoStarts: Story = { args: { product: courseWith([]) } };

export const AtAnyTime: Story = { args: { product: courseWith([], { productType: 'elearning' }) } };

export const ByAgreement: Story = { args: { product: courseWith([], { productType: 'in-company' }) } };

export const NoLongerOffered: Story = { args: { product: courseWith(startsOfAllKinds, { state: 'deleted' }) } };

export const Loading: Story = { args: { overrides: { getProduct: never } } };

export const Failed: Story = { args: { overrides: { getProduct: failing('unavailable') } } };

export const Disabled: Story = {
  args: { product: course },
  render: ({ product }) =>
    html`<fieldset disabled class="story-width">
      <starting-dates selectable name="start" .backend=${{ clock: storyClock }} .product=${product}></starting-dates>
    </fieldset>`,
};

export const English: Story = {
  args: { product: course, selectable: true },
  decorators: [(story) => html`<div lang="en">${story()}</div>`],
};

export const RightToLeft: Story = {
  args: { product: course, selectable: true },
  decorators: [(story) => html`<div dir="rtl">${story()}</div>`],
};

export const Narrow: Story = {
  args: { product: course, selectable: true },
  decorators: [(story) => html`<div class="story-narrow">${story()}</div>`],
};

/** Each mode of the toolbars that can stand beside others. */
export const EveryMode: Story = everyMode<Args>({ product: course, selectable: true });
