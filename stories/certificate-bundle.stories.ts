import '@enrollkit/elements/certificate-bundle.js';
import type { Backend, Certification, Enrollment } from '@enrollkit/core';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { expect, fn, userEvent, waitFor } from 'storybook/test';
import { FOUNDATION, PRACTITIONER } from './support/certifications.js';
import { ENROLLMENTS } from './support/enrollments.js';
import { everyMode } from './support/every-mode.js';
import { pdfFile, renamedDocument, unreadFile } from './support/files.js';
import { failing, hostBackend, never } from './support/host-backend.js';
import { inside, see } from './support/inside.js';
import { pricedCourse } from './support/products.js';

interface Args {
  names?: readonly string[];
  certifications?: readonly Certification[];
  files?: readonly File[];
  overrides?: Partial<Backend>;
  /** Until then nothing is stored. */
  gate?: Promise<void>;
  setupUrl?: string;
  onMatched?: (event: Event) => void;
  onDone?: (event: Event) => void;
}

const NAMES = ['Anna Smit', 'Fatma Öztürk', 'Jan Jansen', 'Petra Jansen', 'Lars de Boer', 'Sanne van der Berg'];

/** Every story a course of its own: what one keeps in the browser is no business of the next. */
let stories = 0;

function people(productId: string, names: readonly string[]): readonly Enrollment[] {
  return names.map((name, at) => ({
    ...ENROLLMENTS.started,
    id: `B-${10_001 + at}`,
    productId,
    participant: { name, email: `deelnemer${at + 1}@voorbeeld.nl` },
    ...(name === 'Lars de Boer' && { certificateUploadedAt: '2026-08-30T09:00:00.000Z' }),
  }));
}

const bundle = (args: Args) => {
  const { names = NAMES, certifications = [FOUNDATION], overrides, gate, setupUrl, onMatched, onDone } = args;
  const product = pricedCourse({ certificationIds: certifications.map(({ id }) => id) });
  const id = `course-${Date.now()}-${(stories += 1)}`;
  const enrollments = people(id, names);
  let sent = 0;
  const backend = hostBackend(
    { product: { ...product, id }, certifications },
    {
      listEnrollments: async () => ({ items: enrollments, total: enrollments.length }),
      uploadCertificate: async ({ file, enrollmentId, certificationId, validFrom }) => {
        await gate;
        return {
          id: `certificate-${(sent += 1)}`,
          enrollmentId,
          certificationId,
          file: { name: file.name, mediaType: 'application/pdf', sizeBytes: file.size, sha256: '' },
          validFrom,
          uploadedBy: 'Marije Postma',
          createdAt: '2026-09-01T08:00:00.000Z',
          version: 1,
        };
      },
      ...overrides,
    },
  );
  return html`<certificate-bundle
    product-id=${id}
    setup-url=${ifDefined(setupUrl)}
    .backend=${backend}
    @ek-bundle-matched=${onMatched}
    @ek-bundle-done=${onDone}
  ></certificate-bundle>`;
};

const FILES = [
  pdfFile('smit-anna-bhv.pdf', 'a'),
  pdfFile('Öztürk, Fatma.pdf', 'b'),
  pdfFile('jansen.pdf', 'c'),
  pdfFile('lars de boer.pdf', 'd'),
  pdfFile('Sanne van der Berg.pdf', 'e'),
  pdfFile('berg, sanne van der (2).pdf', 'f'),
  pdfFile('scan0008.pdf', 'g'),
  renamedDocument(),
];
const CERTAIN = FILES.slice(0, 2);
const MORE_NAMES = ['Sanne van der Berg', 'Jan Jansen', 'Petra Jansen'];
const FIVE = [...CERTAIN, ...MORE_NAMES.map((name) => pdfFile(`${name}.pdf`, name))];

export default {
  title: 'Elements/Certificate bundle',
  component: 'certificate-bundle',
  render: bundle,
} satisfies Meta<Args>;

type Story = StoryObj<Args>;

/** Nothing chosen yet. */
export const Empty: Story = {};

/** What is certain, what has to be looked at, what wasn't found, and what is left out. */
export const ToCheck: Story = {
  args: { files: FILES, onMatched: fn() },
  play: async ({ canvasElement, args }) => {
    const view = await choose(canvasElement, args);
    await see(() => view.getByText('jansen.pdf'));
    await expect(args.onMatched).toHaveBeenCalledOnce();
  },
};

export const Matched: Story = {
  args: { files: FILES },
  play: async (context) => void (await showTab(context, /^Gevonden/)),
};

export const NotMatched: Story = {
  args: { files: FILES },
  play: async (context) => void (await showTab(context, /^Niet gevonden/)),
};

export const LeftOut: Story = {
  args: { files: FILES },
  play: async (context) => void (await showTab(context, /^Overgeslagen/)),
};

/** Somebody is looked for by a part of a name, without accents. */
export const ChoosingAPerson: Story = {
  args: { files: FILES },
  play: async (context) => {
    const view = await showTab(context, /^Niet gevonden/);
    await userEvent.click(view.getByRole('button', { name: /^Deelnemer kiezen/ }));
    await userEvent.type(await view.findByRole('combobox'), 'ozt');
    await see(() => view.getByRole('option', { name: /Fatma Öztürk/ }));
  },
};

/** Many or large files take a moment: it says how far it is. */
export const Looking: Story = {
  args: { files: [unreadFile('scan0009.pdf')] },
  play: async ({ canvasElement, args }) => {
    const view = await choose(canvasElement, args, { isLooked: false });
    await see(() => view.getByText(/De bestanden worden bekeken/));
  },
};

/** Something is missing: the form says what. */
export const NotFilledIn: Story = {
  args: { files: CERTAIN, certifications: [FOUNDATION, PRACTITIONER] },
  play: async ({ canvasElement, args }) => {
    const view = await choose(canvasElement, args);
    await userEvent.click(view.getByRole('button', { name: / uploaden$/ }));
    await see(() => view.getByText('Kies een certificering.'));
  },
};

export const Sending: Story = {
  args: { files: CERTAIN, overrides: { uploadCertificate: never } },
  play: async ({ canvasElement, args }) => {
    const view = await send(canvasElement, args);
    await see(() => view.getByRole('button', { name: 'Pauzeren' }));
  },
};

let letThrough: () => void;

/** Paused by a person: what was on its way has arrived, and the rest waits. */
export const Paused: Story = {
  args: { files: FIVE },
  render: (args) => bundle({ ...args, gate: new Promise((resolve) => (letThrough = resolve)) }),
  play: async ({ canvasElement, args }) => {
    const view = await send(canvasElement, args);
    await userEvent.click(await view.findByRole('button', { name: 'Pauzeren' }));
    letThrough();
    await see(() => view.getByText(/^3 van 5 geüpload/));
  },
};

/** All that isn't sent goes: that is asked first. */
export const Forgetting: Story = {
  ...Paused,
  play: async (context) => {
    await Paused.play?.(context);
    const view = await inside(context.canvasElement, 'certificate-bundle');
    await userEvent.click(await view.findByRole('button', { name: 'Alles wissen' }));
    await see(() => view.getByRole('heading', { name: 'Alle bestanden uit deze browser wissen?' }));
  },
};

export const Done: Story = {
  args: { files: CERTAIN, onDone: fn() },
  play: async ({ canvasElement, args }) => {
    const view = await send(canvasElement, args);
    await see(() => view.getByText('2 certificaten geüpload.', { selector: '#outcome' }));
    await expect(args.onDone).toHaveBeenCalledOnce();
  },
};

/** Nothing would pass now: it waits for a person. */
export const Offline: Story = {
  args: { files: CERTAIN, overrides: { uploadCertificate: failing('offline') } },
  play: async ({ canvasElement, args }) => {
    const view = await send(canvasElement, args);
    await see(() => view.getByText(/geen internetverbinding/, { selector: '[part~="problem"] *' }));
  },
};

/** Some fail by themselves; the others go on. */
export const SomeRefused: Story = {
  args: { files: CERTAIN, overrides: { uploadCertificate: failing('invalid') } },
  play: async ({ canvasElement, args }) => {
    const view = await send(canvasElement, args);
    await see(() => view.getByText(/2 niet gelukt/, { selector: '#outcome' }));
  },
};

export const NoCertification: Story = { args: { certifications: [], setupUrl: '/products/p-1/edit' } };

export const NoParticipants: Story = { args: { names: [] } };

export const Loading: Story = { args: { overrides: { listEnrollments: never } } };

export const Failed: Story = { args: { overrides: { listEnrollments: failing('unavailable') } } };

export const English: Story = {
  args: { files: FILES },
  globals: { language: 'en' },
  play: async ({ canvasElement, args }) => void (await choose(canvasElement, args)),
};

export const Dark: Story = { ...ToCheck, globals: { theme: 'dark' } };

export const RightToLeft: Story = { ...ToCheck, globals: { direction: 'rtl' } };

/** People with many names are still found by the first and the last. */
export const LongTexts: Story = {
  args: { files: FILES },
  globals: { texts: 'long' },
  play: async (context) => {
    const view = await showTab(context, /^Gevonden/);
    await see(() => view.getByText(/^Anna Wilhelmina .* Smit$/));
    await see(() => view.getByText(/^Fatma Wilhelmina .* Öztürk$/));
  },
};

/** As on a phone. */
export const Narrow: Story = {
  ...ToCheck,
  render: (args) => html`<div class="story-narrow">${bundle(args)}</div>`,
};

type Context = Parameters<NonNullable<Story['play']>>[0];

/** Chooses files as the browser's dialog does, and waits until they are looked at. */
async function choose(canvasElement: HTMLElement, { files = [] }: Args, { isLooked = true } = {}) {
  const view = await inside(canvasElement, 'certificate-bundle');
  const input = await waitFor(() => {
    const found = canvasElement
      .querySelector('certificate-bundle')
      ?.shadowRoot?.querySelector<HTMLInputElement>('#files');
    if (!found) throw new Error('No file control yet.');
    return found;
  });
  const transfer = new DataTransfer();
  for (const file of files) transfer.items.add(file);
  input.files = transfer.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
  if (!isLooked) return view;
  await waitFor(() => expect(view.getAllByRole('tab')).toHaveLength(4));
  await waitFor(() =>
    expect(view.queryByText(/bekeken:|Reading the files/, { selector: '[part="looking"]' })).toBeNull(),
  );
  return view;
}

async function showTab({ canvasElement, args }: Context, name: RegExp) {
  const view = await choose(canvasElement, args);
  await userEvent.click(view.getByRole('tab', { name }));
  await see(() => view.getByRole('tab', { name, selected: true }));
  return view;
}

async function send(canvasElement: HTMLElement, args: Args) {
  const view = await choose(canvasElement, args);
  const validFrom = view.getByLabelText<HTMLInputElement>(/^Geldig vanaf/, { selector: '#valid-from' });
  validFrom.value = '2026-09-01';
  validFrom.dispatchEvent(new Event('input', { bubbles: true }));
  await userEvent.click(view.getByRole('checkbox', { name: /nagekeken/ }));
  await userEvent.click(view.getByRole('button', { name: / uploaden$/ }));
  return view;
}

/** Each mode of the toolbars that can stand beside others. */
export const EveryMode: Story = everyMode<Args>({ files: FILES });
