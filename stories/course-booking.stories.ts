import '@enrollkit/elements/course-booking.js';
import { bookedPrice, EnrollkitError, type Backend, type NewEnrollment, type StoredProduct } from '@enrollkit/core';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { expect, fn, userEvent, waitFor } from 'storybook/test';
import { STORY_NOW } from './support/clock.js';
import { everyMode } from './support/every-mode.js';
import { failing, hostBackend, never } from './support/host-backend.js';
import { inside, see } from './support/inside.js';
import { COSTS } from './support/products.js';
import { courseWith, start, startsOfAllKinds } from './support/starts.js';

interface Args {
  product: StoredProduct;
  participants?: '1' | 'many';
  employerId?: string;
  signInUrl?: string;
  overrides?: Partial<Backend>;
  onBook?: (event: Event) => void;
}

const course: StoredProduct = {
  ...courseWith(startsOfAllKinds),
  additionalCosts: [COSTS.accommodation, COSTS.lunch, COSTS.book],
  extraInstructionsAfterBooking: 'Neem een laptop mee. De zaal is open vanaf 08:30.',
};

export default {
  title: 'Elements/Course booking',
  component: 'course-booking',
  args: { product: course },
  argTypes: { product: { control: 'object' }, participants: { control: 'inline-radio', options: ['1', 'many'] } },
  beforeEach: () => sessionStorage.clear(),
  render: ({ product, participants, employerId, signInUrl, overrides, onBook }) =>
    html`<course-booking
      class="story-width"
      product-id=${product.id}
      participants=${ifDefined(participants)}
      employer-id=${ifDefined(employerId)}
      sign-in-url=${ifDefined(signInUrl)}
      .backend=${hostBackend({ product }, { createEnrollment: bookIn(product), ...overrides })}
      @ek-book=${onBook}
    ></course-booking>`,
} satisfies Meta<Args>;

type Story = StoryObj<Args>;

/** A person who books for themselves: the button says that booking means paying. */
export const OnePerson: Story = {
  play: async ({ canvasElement }) => {
    const booking = await inside(canvasElement, 'course-booking');
    await see(() => booking.getByRole('button', { name: 'Boeken met betalingsverplichting' }));
  },
};

/** What is missing stands beside each field. */
export const Missing: Story = {
  play: async ({ canvasElement }) => {
    const booking = await inside(canvasElement, 'course-booking');
    await userEvent.click(await booking.findByRole('button', { name: /^boeken/i }));
    await see(() => booking.getByText('Vul een naam in.'));
  },
};

/** Exactly what was booked, and what the provider has to say. */
export const Receipt: Story = {
  args: { product: { ...course, startingDates: [] }, onBook: fn() },
  play: async ({ canvasElement, args }) => {
    const booking = await fillIn(canvasElement);
    await see(() => booking.getByRole('heading', { name: 'Geboekt' }));
    await expect(args.onBook).toHaveBeenCalledOnce();
  },
};

/** A start that was booked can be put in one's own calendar. */
export const ReceiptOfAStart: Story = {
  args: { product: { ...course, startingDates: [start('guaranteed', '2026-09-21')] } },
  play: async ({ canvasElement }) => {
    const booking = await fillIn(canvasElement);
    await see(() => booking.getByRole('heading', { name: 'Geboekt' }));
  },
};

/** Rows for many, with paste from a spreadsheet. */
export const Many: Story = { args: { participants: 'many' } };

/** One of two could not be booked: what became of each stands below it. */
export const SomeFailed: Story = {
  args: {
    product: { ...course, startingDates: [] },
    participants: 'many',
    employerId: 'acme',
    overrides: {
      createEnrollment: async (input) => {
        if (input.participant.name.startsWith('Sem'))
          throw new EnrollkitError('unavailable', 'The story asked for it.');
        return bookIn(course)(input);
      },
    },
  },
  play: async ({ canvasElement }) => {
    const booking = await inside(canvasElement, 'course-booking');
    await userEvent.click(await booking.findByRole('button', { name: 'Deelnemer toevoegen' }));
    await waitFor(() => expect(booking.getAllByLabelText('Naam')).toHaveLength(2));
    for (const [at, name] of ['Noor el Khatib', 'Sem Bakker'].entries()) {
      await userEvent.type(booking.getAllByLabelText('Naam')[at]!, name);
      await userEvent.type(booking.getAllByLabelText('E-mailadres')[at]!, `deelnemer${at}@voorbeeld.nl`);
    }
    await userEvent.click(booking.getByRole('button', { name: /^boeken/i }));
    await see(() => booking.getAllByText(/server is niet bereikbaar/)[0]);
  },
};

/** HR books for its own people: a company, so nobody is asked. */
export const ForAnEmployer: Story = { args: { participants: 'many', employerId: 'acme' } };

/** Nothing has to be paid. */
export const Free: Story = {
  args: {
    product: { ...course, additionalCosts: [], price: { ...course.price!, amountMinor: 0, vatMinor: 0 } },
  },
};

/** The price is agreed on after the request. */
export const OnRequest: Story = {
  args: {
    product: {
      ...course,
      productType: 'in-company',
      additionalCosts: [],
      startingDates: [],
      price: { ...course.price!, onRequest: true },
    },
  },
};

const atOldPrice: StoredProduct = { ...course, startingDates: [] };
const atNewPrice: StoredProduct = { ...atOldPrice, price: { ...course.price!, amountMinor: 44900, vatMinor: 9429 } };
let offered = atOldPrice;

/** The price is another one by now: both totals are told, the new one is to be paid, and nothing is booked. */
export const PriceChanged: Story = {
  beforeEach: () => {
    offered = atOldPrice;
  },
  args: {
    product: atOldPrice,
    overrides: {
      getProduct: async () => offered,
      createEnrollment: async () => {
        offered = atNewPrice;
        const params = { expectedTotalMinor: 53779, totalMinor: 59829 };
        throw new EnrollkitError('conflict', 'Another price', {
          issues: [{ code: 'price-changed', severity: 'error', path: 'expectedTotalMinor', params }],
        });
      },
    },
  },
  play: async ({ canvasElement }) => {
    const booking = await fillIn(canvasElement);
    await see(() => booking.getByText(/intussen veranderd van/));
    await waitFor(() => expect(booking.getAllByText(/598,29/).length).toBeGreaterThan(1));
  },
};

/** Nothing that was filled in is lost. */
export const Offline: Story = {
  args: { product: { ...course, startingDates: [] }, overrides: { createEnrollment: failing('offline') } },
  play: async ({ canvasElement }) => {
    const booking = await fillIn(canvasElement);
    await see(() => booking.getByText(/geen internetverbinding/));
  },
};

/** Every start is full, cancelled or closed. */
export const NothingToBook: Story = {
  args: { product: { ...course, startingDates: [start('full', '2026-10-06', { availableSeats: 0 })] } },
};

/** Not offered any more. */
export const Deleted: Story = { args: { product: { ...course, state: 'deleted' } } };

/** Who isn't signed in is told so first; what is filled in meanwhile is still there afterwards. */
export const SignedOut: Story = {
  args: { product: { ...course, allowed: [] }, signInUrl: '#sign-in' },
  play: async ({ canvasElement }) => {
    const booking = await inside(canvasElement, 'course-booking');
    await see(() => booking.getByRole('link', { name: 'Inloggen' }));
  },
};

export const Unavailable: Story = { args: { overrides: { getProduct: failing('unavailable') } } };

export const Loading: Story = { args: { overrides: { getProduct: never } } };

export const English: Story = { args: { participants: 'many' }, globals: { language: 'en' } };

export const Dark: Story = { ...Missing, globals: { theme: 'dark' } };

export const RightToLeft: Story = { ...Missing, globals: { direction: 'rtl' } };

/** A person books, where there is no start to choose. */
async function fillIn(canvasElement: HTMLElement) {
  const booking = await inside(canvasElement, 'course-booking');
  await userEvent.type(await booking.findByLabelText('Naam'), 'Noor el Khatib');
  await userEvent.type(booking.getByLabelText('E-mailadres'), 'noor@voorbeeld.nl');
  await userEvent.click(booking.getByRole('radio', { name: /consument/ }));
  await waitFor(() => expect(booking.getByRole('radio', { name: /consument/ })).toBeChecked());
  await userEvent.click(booking.getByRole('button', { name: /^boeken/i }));
  return booking;
}

/** What a host's own server would answer. */
function bookIn(product: StoredProduct): Backend['createEnrollment'] {
  return async (input: NewEnrollment) => {
    const booked = bookedPrice(product, input, STORY_NOW)!;
    const isRequest = booked.display === 'on-request';
    return {
      id: 'enrollment',
      productId: product.id,
      participant: input.participant,
      bookingState: isRequest ? 'requested' : 'accepted',
      booked,
      status: isRequest ? 'unknown' : 'enrolled',
      history: [],
      version: 1,
    };
  };
}

/** Each mode of the toolbars that can stand beside others. */
export const EveryMode: Story = everyMode<Args>({ participants: 'many' });
