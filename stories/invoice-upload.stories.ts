import '@enrollkit/elements/invoice-upload.js';
import { applyChanges, evaluateEnrollment, type Backend, type Enrollment } from '@enrollkit/core';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { userEvent } from 'storybook/test';
import { STORY_NOW } from './support/clock.js';
import { ENROLLMENTS } from './support/enrollments.js';
import { everyMode } from './support/every-mode.js';
import { pdfFile, renamedDocument } from './support/files.js';
import { failing, hostBackend, kept, never } from './support/host-backend.js';
import { inside, see } from './support/inside.js';

interface Args {
  enrollment: Enrollment;
  overrides?: Partial<Backend>;
}

/** It ended, and only the invoice is missing. */
const waiting: Enrollment = { ...ENROLLMENTS.started, endDate: '2026-08-28' };

function recordsOf({ enrollment, overrides }: Args): Partial<Backend> {
  let current = enrollment;
  const invoiced = async (): Promise<Enrollment> => {
    const next = { ...current, invoiceUploadedAt: STORY_NOW, version: current.version + 1 };
    current = applyChanges(next, evaluateEnrollment(next, { now: STORY_NOW }).changes);
    return current;
  };
  return {
    ...hostBackend({ enrollment }),
    getEnrollment: async () => current,
    uploadInvoice: invoiced,
    recordInvoice: invoiced,
    openInvoiceFile: async () => pdfFile('factuur.pdf'),
    ...overrides,
  };
}

export default {
  title: 'Elements/Invoice upload',
  component: 'invoice-upload',
  args: { enrollment: waiting },
  render: (args) =>
    html`<invoice-upload
      class="story-width"
      enrollment-id=${args.enrollment.id}
      .backend=${recordsOf(args)}
    ></invoice-upload>`,
} satisfies Meta<Args>;

type Story = StoryObj<Args>;

const choose = async (canvasElement: HTMLElement, file: File) => {
  const invoice = await inside(canvasElement, 'invoice-upload');
  await userEvent.upload(await invoice.findByLabelText(/Sleep de factuur hierheen/), file);
  return invoice;
};

/** The course is over: an invoice completes the enrollment. */
export const Offered: Story = {};

/** The file is looked at before it can be sent. */
export const Chosen: Story = {
  play: async ({ canvasElement }) => {
    const invoice = await choose(canvasElement, pdfFile('factuur-2026-118.pdf'));
    await see(() => invoice.getByText('Klaar om te uploaden'));
  },
};

export const Uploading: Story = {
  args: {
    overrides: {
      uploadInvoice: async (_id, file, { onProgress } = {}) => {
        onProgress?.({ sentBytes: file.size * 0.68, totalBytes: file.size });
        return never();
      },
    },
  },
  play: async (context) => {
    await Chosen.play?.(context);
    const invoice = await inside(context.canvasElement, 'invoice-upload');
    await userEvent.click(invoice.getByRole('button', { name: 'Uploaden' }));
    await see(() => invoice.getByText('68%'));
  },
};

/** The file stays, and can be sent again. */
export const Failed: Story = {
  args: { overrides: { uploadInvoice: failing('timeout') } },
  play: async (context) => {
    await Chosen.play?.(context);
    const invoice = await inside(context.canvasElement, 'invoice-upload');
    await userEvent.click(invoice.getByRole('button', { name: 'Uploaden' }));
    await see(() => invoice.getByText(/antwoordde niet op tijd/, { selector: '.row-state' }));
  },
};

/** Kept in the browser until there is a connection. */
export const Queued: Story = {
  args: { overrides: { uploadInvoice: kept } },
  play: async (context) => {
    await Chosen.play?.(context);
    const invoice = await inside(context.canvasElement, 'invoice-upload');
    await userEvent.click(invoice.getByRole('button', { name: 'Uploaden' }));
    await see(() => invoice.getByText(/Bewaard in deze browser/, { selector: '.row-state' }));
  },
};

export const Refused: Story = {
  play: async ({ canvasElement }) => {
    const invoice = await choose(canvasElement, renamedDocument('factuur.pdf'));
    await see(() => invoice.getByText(/Dit is geen PDF/, { selector: '.row-state' }));
  },
};

/** There is one: it can be fetched, and replaced. */
export const Uploaded: Story = { args: { enrollment: ENROLLMENTS.completed } };

/** Another one, beside the one that is there. */
export const Replacing: Story = {
  args: { enrollment: ENROLLMENTS.completed },
  play: async ({ canvasElement }) => {
    const invoice = await inside(canvasElement, 'invoice-upload');
    await userEvent.click(await invoice.findByRole('button', { name: 'Andere factuur uploaden' }));
    await choose(canvasElement, pdfFile('factuur-2026-118-correctie.pdf'));
    await see(() => invoice.getByText('Klaar om te uploaden'));
  },
};

/** Sent: it says so, and what became of the enrollment. */
export const Sent: Story = {
  play: async (context) => {
    await Chosen.play?.(context);
    const invoice = await inside(context.canvasElement, 'invoice-upload');
    await userEvent.click(invoice.getByRole('button', { name: 'Uploaden' }));
    await see(() => invoice.getByText(/^Geüpload op/));
  },
};

/** What failed stands above the button that was pressed. */
export const RecordingFailed: Story = {
  args: { overrides: { recordInvoice: failing('unavailable') } },
  play: async ({ canvasElement }) => {
    const invoice = await inside(canvasElement, 'invoice-upload');
    await userEvent.click(await invoice.findByRole('button', { name: /andere manier verstuurd/ }));
    await see(() => invoice.getByText(/niet bereikbaar/));
  },
};

/** A host that keeps invoices elsewhere only records that there is one. */
export const OnlyRecorded: Story = {
  args: { overrides: { uploadInvoice: undefined, openInvoiceFile: undefined } as object },
};

export const NotAccepted: Story = {
  args: { enrollment: { ...ENROLLMENTS.unknown, bookingState: 'requested' } },
};

export const Cancelled: Story = { args: { enrollment: { ...ENROLLMENTS.cancelled, bookingState: 'cancelled' } } };

/** For people who may only look. */
export const ReadOnly: Story = { args: { enrollment: { ...waiting, allowed: [] } } };

export const Loading: Story = { args: { overrides: { getEnrollment: never } } };

export const Unavailable: Story = { args: { overrides: { getEnrollment: failing('unavailable') } } };

export const Missing: Story = { args: { overrides: { getEnrollment: failing('not-found') } } };

export const English: Story = { globals: { language: 'en' } };

export const Dark: Story = { ...Uploading, globals: { theme: 'dark' } };

export const RightToLeft: Story = { ...Uploading, globals: { direction: 'rtl' } };

/** Each mode of the toolbars that can stand beside others. */
export const EveryMode: Story = everyMode<Args>();
