import '@enrollkit/elements/enrollment-status.js';
import { EnrollkitError, STATUSES, applyChanges, type Backend, type Enrollment } from '@enrollkit/core';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, fn, userEvent, waitFor } from 'storybook/test';
import { STORY_NOW } from './support/clock.js';
import { ENROLLMENTS } from './support/enrollments.js';
import { everyMode } from './support/every-mode.js';
import { failing, failingOnce, hostBackend, kept, never } from './support/host-backend.js';
import { inside, see, settled } from './support/inside.js';

interface Args {
  enrollment?: Enrollment;
  isWithoutBackend?: boolean;
  overrides?: Partial<Backend>;
  editable?: boolean;
  showHistory?: boolean;
  compact?: boolean;
  onChange?: (event: Event) => void;
  onChanged?: (event: Event) => void;
}

const status = ({ enrollment, overrides, editable, showHistory, compact, onChange, onChanged }: Args) =>
  html`<enrollment-status
    class="story-width"
    enrollment-id="enrollment"
    .backend=${hostBackend(enrollment ? { enrollment } : {}, overrides)}
    ?editable=${editable}
    ?show-history=${showHistory}
    ?compact=${compact}
    @ek-status-change=${onChange}
    @ek-status-changed=${onChanged}
  ></enrollment-status>`;

export default {
  title: 'Elements/Enrollment status',
  component: 'enrollment-status',
  args: { enrollment: ENROLLMENTS.started, editable: false, showHistory: false, compact: false },
  argTypes: { enrollment: { control: 'object' }, overrides: { table: { disable: true } } },
  render: status,
} satisfies Meta<Args>;

type Story = StoryObj<Args>;

/** Opens the panel behind the pencil and chooses a status in it. */
async function choose(canvas: HTMLElement, word: string) {
  const element = await inside(canvas, 'enrollment-status');
  await userEvent.click(await element.findByRole('button', { name: 'Status wijzigen' }));
  await userEvent.click(await element.findByRole('radio', { name: word }));
  return element;
}

/** Waiting for the first day. */
export const Enrolled: Story = { args: { enrollment: ENROLLMENTS.enrolled } };

/** Under way: it says what happens next, and on which condition. */
export const Started: Story = {
  play: async ({ canvasElement }) => {
    const element = await inside(canvasElement, 'enrollment-status');
    await see(() => element.getByText(/Wordt Afgerond op .*, als de factuur is geüpload/));
  },
};

export const Completed: Story = { args: { enrollment: ENROLLMENTS.completed } };

export const DidNotPass: Story = { args: { enrollment: ENROLLMENTS['did-not-pass'] } };

export const NoShow: Story = { args: { enrollment: ENROLLMENTS['no-show'] } };

/** Plain text: nothing can be done with it any more. */
export const Cancelled: Story = { args: { enrollment: ENROLLMENTS.cancelled } };

/** Another system gave a status that is not known here: its own word is kept. */
export const Unknown: Story = { args: { enrollment: ENROLLMENTS.unknown } };

/** Nobody has decided yet: whoever may accepts or declines here. */
export const Requested: Story = {
  args: {
    enrollment: requestOf({ bookingState: 'requested' }),
    editable: true,
    overrides: { acceptEnrollment: async () => never(), declineEnrollment: async () => never() },
  },
};

/** Declining asks why; provider, HR and participant read it. */
export const Declining: Story = {
  args: Requested.args ?? {},
  play: async ({ canvasElement }) => {
    const element = await inside(canvasElement, 'enrollment-status');
    await userEvent.click(await element.findByRole('button', { name: 'Afwijzen' }));
    await see(() => element.getByLabelText('Waarom wijs je de aanvraag af?'));
  },
};

/** Declined, with the word that the provider gave. */
export const Declined: Story = {
  args: {
    enrollment: requestOf({
      bookingState: 'declined',
      declinedAt: STORY_NOW,
      bookingHistory: [{ to: 'declined', at: STORY_NOW, name: 'Marije Postma', note: 'De groep is al rond.' }],
    }),
  },
};

/** A consumer used the right to withdraw. */
export const Withdrawn: Story = {
  args: { enrollment: { ...ENROLLMENTS.cancelled, bookingState: 'withdrawn' } },
};

/** Seven shapes: colour never says it alone. */
export const EveryStatus: Story = {
  args: { enrollment: ENROLLMENTS[STATUSES[0]] },
  render: (args) =>
    html`<div class="story-grid">${STATUSES.map((name) => status({ ...args, enrollment: ENROLLMENTS[name] }))}</div>`,
};

/** With the pencil. A cancelled enrollment has none. */
export const EveryStatusEditable: Story = { ...EveryStatus, args: { ...EveryStatus.args, editable: true } };

/** For lists: label and pencil only. */
export const EveryStatusCompact: Story = {
  ...EveryStatusEditable,
  args: { ...EveryStatusEditable.args, compact: true },
};

/** Why it is what it is, and everything that happened, after one press. */
export const Why: Story = {
  args: { enrollment: ENROLLMENTS['no-show'] },
  play: async ({ canvasElement }) => {
    const element = await inside(canvasElement, 'enrollment-status');
    const button = await element.findByRole('button', { name: /Waarom/ });
    await expect(button).toHaveAttribute('aria-expanded', 'false');
    await userEvent.click(button);
    await waitFor(() => expect(button).toHaveAttribute('aria-expanded', 'true'));
    await see(() => element.getByText(/Marije Postma heeft de status op .* gewijzigd in No-show/));
  },
};

/** The host always shows what happened. */
export const History: Story = {
  args: { enrollment: ENROLLMENTS.completed, showHistory: true },
  play: async ({ canvasElement }) => {
    const element = await inside(canvasElement, 'enrollment-status');
    const items = await element.findAllByRole('listitem');
    await expect(items).toHaveLength(3);
    await expect(items[0]).toHaveTextContent('Afgerond');
  },
};

/** No end date: it says that nothing will happen by itself. */
export const NoEndDate: Story = {
  args: { enrollment: withoutEndDate(ENROLLMENTS.started) },
  play: async ({ canvasElement }) => {
    const element = await inside(canvasElement, 'enrollment-status');
    await see(() => element.getByText(/Zonder einddatum/));
  },
};

/** Only the months are known. */
export const MonthsOnly: Story = {
  args: {
    enrollment: {
      ...ENROLLMENTS.enrolled,
      startDate: '2026-10-01',
      startDateIsMonthOnly: true,
      endDate: '2026-12-01',
      endDateIsMonthOnly: true,
    },
  },
};

/** The end date passed, the invoice didn't come. */
export const WaitingForTheInvoice: Story = {
  args: { enrollment: { ...ENROLLMENTS.started, endDate: '2026-08-28' } },
};

/** The pencil opens five choices; arrow keys move between them, Escape goes back. */
export const Editing: Story = {
  args: { editable: true },
  play: async ({ canvasElement }) => {
    const element = await inside(canvasElement, 'enrollment-status');
    await userEvent.click(await element.findByRole('button', { name: 'Status wijzigen' }));
    await expect(await element.findAllByRole('radio')).toHaveLength(5);
    await expect(await element.findByRole('radio', { name: 'Gestart' })).toBeChecked();
  },
};

/** Chosen and updated. */
export const Changed: Story = {
  args: { editable: true, showHistory: true, onChange: fn(), onChanged: fn() },
  play: async ({ canvasElement, args }) => {
    const element = await choose(canvasElement, 'No-show');
    await userEvent.click(await element.findByRole('button', { name: 'Bijwerken' }));
    await waitFor(() => expect(args.onChanged).toHaveBeenCalledOnce());
    await expect(args.onChange).toHaveBeenCalledOnce();
    await settled(canvasElement, 'enrollment-status', ':not(:state(editing))');
    await see(() => element.getAllByText('Marije Postma')[0]);
  },
};

/** Escape leaves everything as it was. */
export const EditingStopped: Story = {
  args: { editable: true, onChange: fn() },
  play: async ({ canvasElement, args }) => {
    await choose(canvasElement, 'Afgerond');
    await userEvent.keyboard('{Escape}');
    await settled(canvasElement, 'enrollment-status', ':not(:state(editing))');
    await expect(args.onChange).not.toHaveBeenCalled();
  },
};

/** On its way to the backend. */
export const Saving: Story = {
  args: { editable: true, overrides: { changeStatus: never } },
  play: async ({ canvasElement }) => {
    const element = await choose(canvasElement, 'Afgerond');
    await userEvent.click(await element.findByRole('button', { name: 'Bijwerken' }));
    await settled(canvasElement, 'enrollment-status', ':state(busy)');
  },
};

/** Somebody else changed it meanwhile: theirs is shown, the choice stays to be made again. */
export const Conflict: Story = {
  args: { editable: true },
  render: (args) => status({ ...args, overrides: somebodyElseIsFirst() }),
  play: async ({ canvasElement }) => {
    const element = await choose(canvasElement, 'Afgerond');
    await userEvent.click(await element.findByRole('button', { name: 'Bijwerken' }));
    await see(() => element.getByText('Intussen is de status gewijzigd in No-show.'));
    await expect(await element.findByRole('radio', { name: 'Afgerond' })).toBeChecked();
    await see(() => element.getByRole('button', { name: 'Toch wijzigen in Afgerond' }));
  },
};

/** The change couldn't be sent: the choice stays. */
export const SavingWhileOffline: Story = {
  args: { editable: true, overrides: { changeStatus: failing('offline') } },
  play: async ({ canvasElement }) => {
    const element = await choose(canvasElement, 'Afgerond');
    await userEvent.click(await element.findByRole('button', { name: 'Bijwerken' }));
    await see(() => element.getByText(/geen internetverbinding/));
    await expect(await element.findByRole('radio', { name: 'Afgerond' })).toBeChecked();
  },
};

/** The backend keeps the change until there is a connection: no problem, and nothing to do. */
export const KeptWhileOffline: Story = {
  args: { editable: true, overrides: { changeStatus: kept } },
  play: async ({ canvasElement }) => {
    const element = await choose(canvasElement, 'Afgerond');
    await userEvent.click(await element.findByRole('button', { name: 'Bijwerken' }));
    await see(() => element.getAllByText(/Wordt Afgerond zodra er weer verbinding is/)[0]);
    await expect(await element.findByRole('button', { name: 'Status wijzigen' })).toHaveAttribute(
      'aria-disabled',
      'true',
    );
  },
};

/** This person may read it and not change it. */
export const SavingForbidden: Story = {
  args: { editable: true, overrides: { changeStatus: failing('forbidden') } },
  play: async ({ canvasElement }) => {
    const element = await choose(canvasElement, 'Afgerond');
    await userEvent.click(await element.findByRole('button', { name: 'Bijwerken' }));
    await see(() => element.getByText(/hebt hier geen toegang/));
  },
};

/** The host said no to the change: it asked first, by the cancelable event. */
export const RefusedByTheHost: Story = {
  args: { editable: true, onChange: (event) => event.preventDefault(), onChanged: fn() },
  play: async ({ canvasElement, args }) => {
    const element = await choose(canvasElement, 'Afgerond');
    await userEvent.click(await element.findByRole('button', { name: 'Bijwerken' }));
    await settled(canvasElement, 'enrollment-status', ':not(:state(editing))');
    await expect(args.onChanged).not.toHaveBeenCalled();
  },
};

/** A skeleton of the final size. */
export const Loading: Story = {
  args: { overrides: { getEnrollment: never } },
  play: async ({ canvasElement }) => settled(canvasElement, 'enrollment-status', ':state(loading)'),
};

export const Missing: Story = {
  args: { overrides: { getEnrollment: failing('not-found') } },
  play: async ({ canvasElement }) => {
    const element = await inside(canvasElement, 'enrollment-status');
    await see(() => element.getByText(/niet gevonden/));
  },
};

export const Offline: Story = {
  args: { overrides: { getEnrollment: failing('offline') } },
  play: async ({ canvasElement }) => {
    const element = await inside(canvasElement, 'enrollment-status');
    await see(() => element.getByText(/geen internetverbinding/));
  },
};

/** What happened and one thing to do. The second try works. */
export const FailedWithRetry: Story = {
  args: { overrides: { getEnrollment: failingOnce('getEnrollment', 'timeout', ENROLLMENTS.started) } },
  // Once each time that it is looked at.
  render: (args) =>
    status({ ...args, overrides: { getEnrollment: failingOnce('getEnrollment', 'timeout', ENROLLMENTS.started) } }),
  play: async ({ canvasElement }) => {
    const element = await inside(canvasElement, 'enrollment-status');
    await userEvent.click(await element.findByRole('button', { name: 'Opnieuw proberen' }));
    await see(() => element.getByText('Gestart'));
  },
};

/** The page forgot to say where the data is. */
export const NoBackend: Story = {
  args: { isWithoutBackend: true },
  render: () => html`<enrollment-status class="story-width" enrollment-id="enrollment"></enrollment-status>`,
  play: async ({ canvasElement }) => {
    const element = await inside(canvasElement, 'enrollment-status');
    await see(() => element.getByText(/Meld dit aan de beheerder/));
  },
};

/** Long names wrap; nothing is cut off. */
export const LongTexts: Story = {
  args: {
    editable: true,
    showHistory: true,
    enrollment: {
      ...ENROLLMENTS['did-not-pass'],
      history: ENROLLMENTS['did-not-pass'].history.map((change) =>
        change.cause.kind === 'manual'
          ? {
              ...change,
              cause: {
                kind: 'manual',
                by: 'Wilhelmina van Bovenkamp-Oosterhuis (examencommissie, locatie ’s-Hertogenbosch)',
              },
            }
          : change,
      ),
    },
  },
  render: (args) => html`<div class="story-narrow">${status(args)}</div>`,
};

export const English: Story = { args: { ...History.args, editable: true }, globals: { language: 'en' } };

export const Dark: Story = { ...EveryStatusEditable, globals: { theme: 'dark' } };

export const DarkEditing: Story = { ...Editing, globals: { theme: 'dark' } };

export const RightToLeft: Story = { args: { ...History.args, editable: true }, globals: { direction: 'rtl' } };

export const BrandHarbour: Story = { ...Editing, globals: { brand: 'harbour' } };

export const BrandOrchard: Story = { ...Editing, globals: { brand: 'orchard' } };

export const BrandFoundry: Story = { ...Editing, globals: { brand: 'foundry' } };

/** A host on which Bram changes the status just before this person does. */
function somebodyElseIsFirst(): Partial<Backend> {
  let current = ENROLLMENTS.started;
  return {
    getEnrollment: async () => current,
    changeStatus: async () => {
      const cause = { kind: 'manual', by: 'Bram Dekker' } as const;
      const theirs = { from: current.status, to: 'no-show', at: STORY_NOW, cause } as const;
      current = { ...applyChanges(current, [theirs]), version: current.version + 1 };
      throw new EnrollkitError('conflict', 'Bram was first.', { current });
    },
  };
}

/** Nobody has accepted it. */
function requestOf(more: Partial<Enrollment>): Enrollment {
  return {
    ...withoutAcceptance(ENROLLMENTS.enrolled),
    status: 'unknown',
    history: [],
    requestedAt: STORY_NOW,
    allowed: ['enrollment.accept', 'enrollment.decline'],
    ...more,
  };
}

function withoutAcceptance({ acceptedAt: _, ...enrollment }: Enrollment): Enrollment {
  return enrollment;
}

function withoutEndDate({ endDate: _, ...enrollment }: Enrollment): Enrollment {
  return enrollment;
}

/** Each mode of the toolbars that can stand beside others. */
export const EveryMode: Story = everyMode<Args>({ ...History.args, editable: true });
