import '@enrollkit/elements/enrollment-roster.js';
import type { Backend, Enrollment } from '@enrollkit/core';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import { everyMode } from './support/every-mode.js';
import { failing, kept, never } from './support/host-backend.js';
import { inside, see } from './support/inside.js';
import { participants, rosterHost } from './support/roster-host.js';

interface Args {
  rows: readonly Enrollment[];
  editable: boolean;
  fields?: string;
  overrides?: Partial<Backend>;
  isNarrow?: boolean;
}

export default {
  title: 'Elements/Enrollment roster',
  component: 'enrollment-roster',
  args: { rows: participants(24), editable: true },
  render: ({ rows, editable, fields, overrides, isNarrow }) =>
    html`<enrollment-roster
      class=${isNarrow ? 'story-narrow' : nothing}
      product-id="bhv"
      fields=${fields ?? nothing}
      ?editable=${editable}
      .backend=${rosterHost(rows, overrides).backend}
    ></enrollment-roster>`,
} satisfies Meta<Args>;

type Story = StoryObj<Args>;

/** Goes to a row, as a person does with Tab and the arrows. */
async function goTo(canvas: HTMLElement, index: number) {
  const roster = await inside(canvas, 'enrollment-roster');
  await roster.findAllByRole('rowheader');
  const row = () =>
    canvas.querySelector('enrollment-roster')?.shadowRoot?.querySelector<HTMLElement>(`tr[data-index="${index}"]`);
  await waitFor(() => {
    if (!row()) throw new Error('No such row yet.');
  });
  row()?.focus();
  return roster;
}

/** A course date that is over: who came, and what is still to be done. */
export const CourseDate: Story = {};

/** For people who may only look. */
export const ReadOnly: Story = { args: { editable: false } };

export const AllFields: Story = {
  args: { fields: 'participant status next start certificate invoice booked changed' },
};

/** Ten thousand of them: few are in the page, and more are read as somebody scrolls. */
export const TenThousand: Story = { args: { rows: participants(10_000) } };

/** Chosen with the keyboard; the buttons say which letter does the same. */
export const Chosen: Story = {
  play: async ({ canvasElement }) => {
    const roster = await goTo(canvasElement, 2);
    await userEvent.keyboard('{Shift>}{ArrowDown}{ArrowDown}{/Shift}');
    await see(() => roster.getByText('3 gekozen'));
  },
};

/** One announcement for all of them, and one way back. Who had a result keeps it. */
export const Marked: Story = {
  play: async ({ canvasElement }) => {
    const roster = await goTo(canvasElement, 2);
    await userEvent.click(roster.getByRole('button', { name: /De rest op Afgerond/ }));
    await see(() => roster.getByRole('button', { name: 'Ongedaan maken' }));
  },
};

/** Why somebody didn't come: may stay empty. */
export const Note: Story = {
  play: async ({ canvasElement }) => {
    const roster = await goTo(canvasElement, 3);
    await userEvent.keyboard('x');
    await see(() => roster.getByLabelText(/No-show: Daan Öztürk/));
    await waitFor(() => expect(roster.getByLabelText(/No-show: Daan Öztürk/).matches(':focus')).toBe(true));
    await userEvent.keyboard('Ziek gemeld');
  },
};

export const Keys: Story = {
  play: async ({ canvasElement }) => {
    const roster = await goTo(canvasElement, 0);
    await userEvent.keyboard('?');
    await see(() => roster.getByText('rijen achter elkaar kiezen'));
  },
};

/** Each row tells its own failure: somebody else was first, or the server is away. */
export const Failed: Story = {
  args: {
    overrides: {
      changeStatuses: async (changes) =>
        changes.map(({ id }, index) => {
          const [current] = participants(30).filter((row) => row.id === id);
          const theirs = { ...current, status: 'no-show', version: 9 };
          const code = index === 0 ? 'conflict' : 'unavailable';
          return { problem: { code, message: '', issues: [], ...(index === 0 && { current: theirs }) } };
        }),
    },
  },
  play: async ({ canvasElement }) => {
    const roster = await goTo(canvasElement, 2);
    await userEvent.keyboard('{Shift>}{ArrowDown}{ArrowDown}{/Shift}a');
    await see(() => roster.getByRole('button', { name: 'Mislukte opnieuw proberen' }));
  },
};

/** Kept in the browser until there is a connection. */
export const Queued: Story = {
  args: { overrides: { changeStatuses: kept } },
  play: async ({ canvasElement }) => {
    const roster = await goTo(canvasElement, 2);
    await userEvent.keyboard('aa');
    await see(() => roster.getAllByText('Afgerond, zodra er weer verbinding is')[1]);
  },
};

/** Everything about one enrollment, beside the list. */
export const Details: Story = {
  play: async ({ canvasElement }) => {
    const roster = await goTo(canvasElement, 2);
    await userEvent.keyboard('{Enter}');
    const heading = await roster.findByRole('heading', { name: 'Daan El Idrissi' });
    await see(() => heading);
    await userEvent.click(roster.getByText('Gegevens verbeteren'));
    await see(() => roster.getByLabelText('Kenmerk'));
  },
};

export const Filtered: Story = {
  play: async ({ canvasElement }) => {
    const roster = await goTo(canvasElement, 0);
    await userEvent.keyboard('/ozturk');
    await see(() => roster.getByText('2 van 24 deelnemers'));
  },
};

export const NobodyFound: Story = {
  play: async ({ canvasElement }) => {
    const roster = await goTo(canvasElement, 0);
    await userEvent.keyboard('/niemand');
    await see(() => roster.getByText('Geen deelnemer voldoet aan deze filters.'));
  },
};

/** A list from elsewhere: what it would change is shown before anything is. */
export const Importing: Story = {
  play: async ({ canvasElement }) => {
    const roster = await goTo(canvasElement, 0);
    await userEvent.click(roster.getByRole('button', { name: 'Importeren' }));
    await see(() => roster.getByRole('button', { name: 'Sluiten' }));
  },
};

export const Empty: Story = { args: { rows: [] } };

export const Loading: Story = { args: { overrides: { listEnrollments: never } } };

export const Unavailable: Story = { args: { overrides: { listEnrollments: failing('unavailable') } } };

export const English: Story = { ...Marked, globals: { language: 'en' }, play: async () => undefined };

export const Dark: Story = { ...Chosen, globals: { theme: 'dark' } };

export const RightToLeft: Story = { ...Chosen, globals: { direction: 'rtl' } };

/** Cards, from 320 pixels. */
export const Phone: Story = { args: { isNarrow: true } };

/** Each mode of the toolbars that can stand beside others. */
export const EveryMode: Story = everyMode<Args>({ rows: participants(6) });
