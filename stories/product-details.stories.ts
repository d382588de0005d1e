import '@enrollkit/elements/product-details.js';
import type { Backend } from '@enrollkit/core';
import type { DetailedProduct, ShownTrainer } from '@enrollkit/elements';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { expect } from 'storybook/test';
import { everyMode } from './support/every-mode.js';
import { fullCourse, PICTURE } from './support/full-course.js';
import { failing, hostBackend, never } from './support/host-backend.js';
import { inside, see } from './support/inside.js';
import { pricedCourse } from './support/products.js';

interface Args {
  product?: DetailedProduct;
  only?: string;
  trainers?: readonly ShownTrainer[];
  overrides?: Partial<Backend>;
}

export default {
  title: 'Elements/Product details',
  component: 'product-details',
  argTypes: { product: { control: 'object' }, only: { control: 'text' } },
  render: ({ product, only, trainers, overrides }) =>
    html`<product-details
      class="story-width"
      product-id=${ifDefined(overrides && 'course')}
      .backend=${overrides && hostBackend({}, overrides)}
      .product=${product}
      .trainers=${trainers}
      only=${ifDefined(only)}
    ></product-details>`,
} satisfies Meta<Args>;

type Story = StoryObj<Args>;

const trainers: readonly ShownTrainer[] = [{ name: 'Noor de Wit', photoUrl: PICTURE }, { name: 'Sem Bakker' }];

/** Everything that a product can say. Nothing is asked of the video's site before somebody presses the button. */
export const Everything: Story = {
  args: { product: fullCourse, trainers },
  play: async ({ canvasElement }) => {
    const details = await inside(canvasElement, 'product-details');
    await see(() => details.getByText('Noor de Wit'));
    await see(() => details.getByText('Utrecht, Overijssel'));
    await expect(canvasElement.querySelector('product-details')!.shadowRoot!.querySelector('iframe')).toBeNull();
  },
};

/** A host picks parts. */
export const SomeParts: Story = { args: { product: fullCourse, trainers, only: 'duration schedule points' } };

/** Nothing is shown for what is absent. */
export const LittleKnown: Story = { args: { product: pricedCourse({ description: '<p>Een cursus.</p>' }) } };

/** The course's own text is marked as what it is in: English on a Dutch page. */
export const InAnotherLanguage: Story = {
  args: { product: { ...fullCourse, language: 'en', description: '<p>From idea to delivery.</p>' } },
};

export const Loading: Story = { args: { overrides: { getProduct: never } } };

export const Failed: Story = { args: { overrides: { getProduct: failing('unavailable') } } };

export const English: Story = {
  args: { product: fullCourse, trainers },
  decorators: [(story) => html`<div lang="en">${story()}</div>`],
};

export const RightToLeft: Story = {
  args: { product: fullCourse, trainers },
  decorators: [(story) => html`<div dir="rtl">${story()}</div>`],
};

export const Narrow: Story = {
  args: { product: fullCourse, trainers },
  decorators: [(story) => html`<div class="story-narrow">${story()}</div>`],
};

/** Each mode of the toolbars that can stand beside others. */
export const EveryMode: Story = everyMode<Args>({ product: fullCourse, trainers });
