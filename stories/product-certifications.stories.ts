import '@enrollkit/elements/product-certifications.js';
import { EnrollkitError, type Backend, type Certification } from '@enrollkit/core';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { userEvent } from 'storybook/test';
import { STORY_NOW } from './support/clock.js';
import { FOUNDATION, PRACTITIONER } from './support/certifications.js';
import { everyMode } from './support/every-mode.js';
import { failing, hostBackend, never } from './support/host-backend.js';
import { inside, see } from './support/inside.js';
import { pricedCourse } from './support/products.js';

interface Args {
  certifications: readonly Certification[];
  linked: readonly string[];
  editable?: boolean;
  reviewable?: boolean;
  withoutProduct?: boolean;
  overrides?: Partial<Backend>;
}

const AGILE: Certification = {
  id: 'agile',
  name: 'PRINCE2 Agile',
  description: 'Voor projecten die stap voor stap leveren',
  requiresValidUntil: true,
  verified: false,
  version: 1,
};
const REJECTED: Certification = {
  id: 'old',
  name: 'Diploma Projectleider',
  requiresValidUntil: false,
  verified: false,
  rejection: { reason: 'Zo’n diploma geeft het instituut niet uit. Bedoel je het certificaat?', at: STORY_NOW },
  version: 2,
};

/** A host's own records: linking, making and reviewing change them. */
function recordsOf({ certifications, linked, overrides }: Args): Partial<Backend> {
  let product = pricedCourse({ certificationIds: linked });
  let all = certifications;
  const review = async (id: string, change: Partial<Certification>): Promise<Certification> => {
    all = all.map(({ rejection: _, ...each }) =>
      each.id === id ? { ...each, ...change, version: each.version + 1 } : each,
    );
    const found = all.find((each) => each.id === id);
    if (!found) throw new EnrollkitError('not-found', 'The host has no such certification.');
    return found;
  };
  const own = {
    ...hostBackend({ product }),
    getProduct: async () => product,
    listCertifications: async ({ productId }: { productId?: string } = {}) => {
      const items = productId ? all.filter(({ id }) => product.certificationIds.includes(id)) : all;
      return { items, total: items.length };
    },
    linkCertifications: async (_id: string, certificationIds: readonly string[]) => {
      product = { ...product, certificationIds, version: product.version + 1 };
      return product;
    },
    createCertification: async (input: { name: string; requiresValidUntil: boolean }) => {
      const made = { ...input, id: `c${all.length}`, verified: false, version: 1 };
      all = [...all, made];
      return made;
    },
    verifyCertification: async (id: string) => review(id, { verified: true }),
    rejectCertification: async (id: string, { reason }: { reason: string }) =>
      review(id, { rejection: { reason, at: STORY_NOW } }),
    resetCertification: async (id: string) => review(id, { verified: false }),
  };
  return { ...own, ...overrides };
}

export default {
  title: 'Elements/Product certifications',
  component: 'product-certifications',
  args: { certifications: [FOUNDATION, PRACTITIONER, AGILE, REJECTED], linked: [FOUNDATION.id], editable: true },
  render: (args) =>
    html`<product-certifications
      class="story-width"
      product-id=${args.withoutProduct ? '' : 'course'}
      ?editable=${args.editable}
      ?reviewable=${args.reviewable}
      .backend=${recordsOf(args)}
    ></product-certifications>`,
} satisfies Meta<Args>;

type Story = StoryObj<Args>;

/** On a product's edit page: what is linked comes first, each tick is stored at once. */
export const Editable: Story = {};

/** A new one is linked as soon as it is made. */
export const MakingOne: Story = {
  play: async ({ canvasElement }) => {
    const list = await inside(canvasElement, 'product-certifications');
    await userEvent.click(await list.findByRole('button', { name: 'Nieuwe certificering' }));
    await userEvent.click(await list.findByRole('button', { name: 'Toevoegen' }));
    await see(() => list.getByText('Vul een naam in.'));
    await userEvent.type(list.getByLabelText('Naam'), 'MSP Foundation');
  },
};

/** A name is asked for. */
export const NameMissing: Story = {
  play: async ({ canvasElement }) => {
    const list = await inside(canvasElement, 'product-certifications');
    await userEvent.click(await list.findByRole('button', { name: 'Nieuwe certificering' }));
    await userEvent.click(await list.findByRole('button', { name: 'Toevoegen' }));
    await see(() => list.getByText('Vul een naam in.'));
  },
};

/** What was made stands on top, ticked, and waits for review. */
export const MadeOne: Story = {
  play: async (context) => {
    await MakingOne.play?.(context);
    const list = await inside(context.canvasElement, 'product-certifications');
    await userEvent.click(list.getByRole('button', { name: 'Toevoegen' }));
    await see(() => list.getByRole('checkbox', { name: 'MSP Foundation', checked: true }));
  },
};

/** For participants and visitors: what the course leads to. */
export const ReadOnly: Story = { args: { editable: false, linked: [FOUNDATION.id, AGILE.id] } };

/** For platform staff: all certifications of a provider. */
export const Reviewable: Story = { args: { editable: false, reviewable: true, withoutProduct: true } };

/** Rejecting asks why; the provider reads it. */
export const Rejecting: Story = {
  args: Reviewable.args ?? {},
  play: async ({ canvasElement }) => {
    const list = await inside(canvasElement, 'product-certifications');
    await userEvent.click(await list.findByRole('button', { name: 'Afwijzen: PRINCE2 Agile' }));
    await see(() => list.getByLabelText('Waarom wijs je deze certificering af?'));
  },
};

export const Many: Story = {
  args: {
    certifications: Array.from({ length: 30 }, (_, index) => ({
      ...FOUNDATION,
      id: `c${index}`,
      name: `Module ${index + 1}`,
    })),
    linked: ['c11'],
  },
};

export const NoneYet: Story = { args: { certifications: [], linked: [] } };

export const LeadsToNothing: Story = { args: { editable: false, linked: [] } };

export const Loading: Story = { args: { overrides: { listCertifications: never } } };

export const Unavailable: Story = { args: { overrides: { getProduct: failing('unavailable') } } };

export const Missing: Story = { args: { overrides: { getProduct: failing('not-found') } } };

/** What could not be stored isn't ticked, and its row says why. */
export const Forbidden: Story = {
  args: { overrides: { linkCertifications: failing('forbidden') } },
  play: async ({ canvasElement }) => {
    const list = await inside(canvasElement, 'product-certifications');
    await userEvent.click(await list.findByRole('checkbox', { name: 'PRINCE2 Practitioner' }));
    await see(() => list.getByText(/hebt hier geen toegang/));
  },
};

export const English: Story = { globals: { language: 'en' } };

export const Dark: Story = { ...Rejecting, globals: { theme: 'dark' } };

export const RightToLeft: Story = { ...MakingOne, globals: { direction: 'rtl' } };

/** Each mode of the toolbars that can stand beside others. */
export const EveryMode: Story = everyMode<Args>();
