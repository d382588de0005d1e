import '@enrollkit/elements/enrollkit-backend.js';
import type { Enrollment } from '@enrollkit/core';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import { ENROLLMENTS } from './support/enrollments.js';
import { everyMode } from './support/every-mode.js';
import { hostBackend } from './support/host-backend.js';
import { inside, see } from './support/inside.js';

/** What a backend has kept, as it tells a page of it. */
interface Kept {
  readonly id: number;
  readonly method: string;
  readonly enrollmentId: string;
  readonly to?: string;
  readonly fileName?: string;
  readonly queuedAt: string;
  readonly state: 'failed';
  readonly problem: { readonly code: string };
}

const PEOPLE: Readonly<Record<string, Enrollment>> = {
  noor: { ...ENROLLMENTS.completed, id: 'noor' },
  bram: { ...ENROLLMENTS.started, id: 'bram', participant: { name: 'Bram de Wit', email: 'bram@voorbeeld.nl' } },
  selma: { ...ENROLLMENTS.started, id: 'selma', participant: { name: 'Selma Kaya', email: 'selma@voorbeeld.nl' } },
};

const kept = { queuedAt: '2026-08-31T15:20:00.000Z', state: 'failed' } as const;
const REFUSED: readonly Kept[] = [
  { ...kept, id: 1, method: 'changeStatus', enrollmentId: 'noor', to: 'no-show', problem: { code: 'conflict' } },
  {
    ...kept,
    id: 2,
    method: 'uploadCertificate',
    enrollmentId: 'bram',
    fileName: 'wit.pdf',
    problem: { code: 'invalid' },
  },
  { ...kept, id: 3, method: 'cancelEnrollment', enrollmentId: 'selma', problem: { code: 'forbidden' } },
];

/** A backend that kept these without a connection, and was refused them when there was one. */
function backendWith(refused: readonly Kept[]) {
  let items = refused;
  const listeners = new Set<(items: readonly Kept[]) => void>();
  const leave = async (id: number): Promise<void> => {
    items = items.filter((item) => item.id !== id);
    for (const listener of listeners) listener(items);
  };
  return {
    ...hostBackend({}),
    getEnrollment: async (id: string) => PEOPLE[id],
    queue: {
      items: async () => items,
      subscribe(listener: (items: readonly Kept[]) => void) {
        listeners.add(listener);
        return () => void listeners.delete(listener);
      },
      retry: leave,
      discard: leave,
    },
  };
}

export default {
  title: 'Notices/What was refused',
  tags: ['!autodocs'],
  parameters: { controls: { disable: true } },
  render: () => html`<enrollkit-backend class="story-width" .backend=${backendWith(REFUSED)}></enrollkit-backend>`,
} satisfies Meta;

type Story = StoryObj;

const notice = async (canvas: HTMLElement) => {
  const place = await waitFor(() => {
    const { shadowRoot } = canvas.querySelector('enrollkit-backend') ?? {};
    if (!shadowRoot?.querySelector('enrollkit-backend-refused')) throw new Error('Nothing is told yet.');
    return shadowRoot as unknown as HTMLElement;
  });
  return inside(place, 'enrollkit-backend-refused');
};

/**
 * What was chosen without a connection and refused when there was one, told by `<enrollkit-backend>` on the next page: for whom,
 * why, and what can be done.
 */
export const Refused: Story = {
  play: async ({ canvasElement }) => {
    const told = await notice(canvasElement);
    await see(() => told.getByText(/Noor el Khatib:/));
  },
};

/** Each is decided by itself, and the focus goes to what is left. */
export const Decided: Story = {
  play: async ({ canvasElement }) => {
    const told = await notice(canvasElement);
    await userEvent.click(await told.findByRole('button', { name: /^Laten zoals het is: Noor el Khatib/ }));
    await waitFor(() => expect(told.queryByText(/Noor el Khatib:/)).toBeNull());
    await see(() => told.getByText(/^2 wijzigingen/));
  },
};

export const English: Story = { ...Refused, globals: { language: 'en' } };

export const Dark: Story = { ...Refused, globals: { theme: 'dark' } };

export const RightToLeft: Story = { ...Refused, globals: { direction: 'rtl' } };

export const OnAPhone: Story = { ...Refused, globals: { width: 'phone' } };

/** Each mode of the toolbars that can stand beside others. */
export const EveryMode: Story = everyMode();
