import '@enrollkit/elements/booking-withdrawal.js';
import type { Backend, Enrollment } from '@enrollkit/core';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { userEvent } from 'storybook/test';
import { STORY_NOW } from './support/clock.js';
import { ENROLLMENTS } from './support/enrollments.js';
import { everyMode } from './support/every-mode.js';
import { failing, hostBackend, never } from './support/host-backend.js';
import { inside, see } from './support/inside.js';
import { pricedCourse } from './support/products.js';

interface Args {
  enrollment: Enrollment;
  overrides?: Partial<Backend>;
}

const contract: Enrollment = {
  ...ENROLLMENTS.enrolled,
  bookingState: 'accepted',
  consumer: true,
  acceptedAt: STORY_NOW,
};

export default {
  title: 'Elements/Booking withdrawal',
  component: 'booking-withdrawal',
  args: { enrollment: contract },
  render: ({ enrollment, overrides }) => {
    const withdrawn = { bookingState: 'withdrawn', status: 'cancelled', withdrawnAt: STORY_NOW } as const;
    const backend = hostBackend(
      { enrollment, product: pricedCourse() },
      {
        withdrawEnrollment: async (_id, withdrawal) => ({ ...enrollment, ...withdrawn, withdrawal, version: 2 }),
        ...overrides,
      },
    );
    return html`<booking-withdrawal class="story-width" enrollment-id="e" .backend=${backend}></booking-withdrawal>`;
  },
} satisfies Meta<Args>;

type Story = StoryObj<Args>;

/** Within the period: the last day is told. */
export const Offered: Story = {};

/** First the statement: who withdraws, from what, and where the acknowledgement goes. */
export const Statement: Story = {
  play: async ({ canvasElement }) => {
    const withdrawal = await inside(canvasElement, 'booking-withdrawal');
    await userEvent.click(await withdrawal.findByRole('button', { name: 'Overeenkomst herroepen' }));
    await see(() => withdrawal.getByLabelText('Naam'));
  },
};

/** Then an explicit confirmation. */
export const Confirmation: Story = {
  play: async (context) => {
    await Statement.play?.(context);
    const withdrawal = await inside(context.canvasElement, 'booking-withdrawal');
    await userEvent.click(withdrawal.getByRole('button', { name: 'Verder' }));
    await see(() => withdrawal.getByRole('button', { name: 'Herroeping bevestigen' }));
  },
};

/** The acknowledgement, to save or print; it is there again on every later visit. */
export const Withdrawn: Story = {
  args: {
    enrollment: {
      ...contract,
      bookingState: 'withdrawn',
      status: 'cancelled',
      withdrawnAt: STORY_NOW,
      withdrawal: { name: 'Noor el Khatib', email: 'noor@voorbeeld.nl' },
    },
  },
};

export const BookedForACompany: Story = { args: { enrollment: { ...contract, consumer: false } } };

export const PeriodOver: Story = { args: { enrollment: { ...contract, acceptedAt: '2026-06-02T09:12:00.000Z' } } };

export const Loading: Story = { args: { overrides: { getEnrollment: never } } };

export const Unavailable: Story = { args: { overrides: { getEnrollment: failing('unavailable') } } };

export const Offline: Story = {
  args: { overrides: { withdrawEnrollment: failing('offline') } },
  play: async (context) => {
    await Confirmation.play?.(context);
    const withdrawal = await inside(context.canvasElement, 'booking-withdrawal');
    await userEvent.click(withdrawal.getByRole('button', { name: 'Herroeping bevestigen' }));
    await see(() => withdrawal.getByText(/geen internetverbinding/));
  },
};

export const English: Story = { globals: { language: 'en' } };

export const Dark: Story = { ...Statement, globals: { theme: 'dark' } };

export const RightToLeft: Story = { ...Statement, globals: { direction: 'rtl' } };

/** Each mode of the toolbars that can stand beside others. */
export const EveryMode: Story = everyMode<Args>();
