import '@enrollkit/elements/certificate-list.js';
import type { Backend, Certificate } from '@enrollkit/core';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import { storyClock } from './support/clock.js';
import { everyMode } from './support/every-mode.js';
import { failing, never } from './support/host-backend.js';
import { inside } from './support/inside.js';

interface Args {
  certificates: readonly Certificate[];
  enrollmentId?: string;
  expiringWithin?: number;
  removable?: boolean;
  overrides?: Partial<Backend>;
}

const NAMES = ['Anna Smit', 'Fatima Öztürk', 'Jan-Willem van der Berg', 'Sanne de Vries', 'Mehmet Yılmaz'];

function certificate(index: number, validUntil: string | undefined, more: Partial<Certificate> = {}): Certificate {
  const name = NAMES[index % NAMES.length] ?? '';
  return {
    id: `c-${1000 + index}`,
    enrollmentId: `b-${1000 + index}`,
    ...(index % 2 === 0
      ? { certificationId: 'bhv', certification: { name: 'BHV basis', verified: true } }
      : { certificationId: 'vca', certification: { name: 'VCA VOL', verified: true } }),
    participant: { name, email: `${name.split(/[ -]/)[0]?.toLowerCase()}@example.nl` },
    file: { name: 'certificaat.png', mediaType: 'image/png', sizeBytes: 84_000, sha256: String(index) },
    validFrom: '2025-09-12',
    ...(validUntil !== undefined && { validUntil }),
    uploadedBy: 'p1',
    createdAt: '2025-09-12T10:00:00.000Z',
    version: 1,
    allowed: ['certificate.remove'],
    ...more,
  };
}

const SOME = [
  certificate(0, '2026-08-14'),
  certificate(1, '2026-09-19'),
  certificate(2, '2027-09-12'),
  certificate(3, undefined, {
    certificationId: 'praktijk',
    certification: { name: 'Projectleider praktijk', verified: false },
  }),
  certificate(4, '2028-01-01', { validFrom: '2026-10-01' }),
];

/** A certificate that anybody would believe. */
async function drawn(): Promise<Blob> {
  const canvas = new OffscreenCanvas(840, 594);
  const context = canvas.getContext('2d');
  if (!context) return new Blob();
  context.fillStyle = '#fdfaf2';
  context.fillRect(0, 0, 840, 594);
  context.strokeStyle = '#24476b';
  context.lineWidth = 10;
  context.strokeRect(24, 24, 792, 546);
  context.fillStyle = '#24476b';
  context.textAlign = 'center';
  context.font = '48px serif';
  context.fillText('Certificaat', 420, 190);
  context.font = '34px serif';
  context.fillText('Fatima Öztürk', 420, 300);
  return canvas.convertToBlob();
}

function backendOf({ certificates, overrides }: Args): Partial<Backend> {
  let all = certificates;
  return {
    clock: storyClock,
    listCertificates: async ({ size = 50, search = '', expiresBefore = '9999' } = {}) => {
      const found = all.filter(
        ({ participant, validUntil = '9999' }) =>
          participant?.name?.toLowerCase().includes(search.toLowerCase()) && validUntil <= expiresBefore,
      );
      return { items: found.slice(0, size), total: found.length };
    },
    openCertificateFile: drawn,
    removeCertificate: async (id) => {
      all = all.filter((each) => each.id !== id);
    },
    ...overrides,
  };
}

const meta: Meta<Args> = {
  title: 'Elements/Certificate list',
  component: 'certificate-list',
  args: { certificates: SOME },
  render: (args) =>
    html`<certificate-list
      enrollment-id=${args.enrollmentId ?? ''}
      expiring-within=${args.expiringWithin ?? 90}
      ?removable=${args.removable}
      .backend=${backendOf(args)}
    ></certificate-list>`,
};
export default meta;

type Story = StoryObj<Args>;

/** What expires first is at the top. */
export const Overview: Story = {};

/** All of one person: whose they are need not be said. */
export const OfOneEnrollment: Story = {
  args: { enrollmentId: 'b-1001', certificates: [certificate(1, '2026-09-19', { allowed: [] })] },
};

/** The first page is opened only when somebody asks for it. */
export const Preview: Story = {
  play: async ({ canvasElement }) => {
    const list = await inside(canvasElement, 'certificate-list');
    await userEvent.click(await list.findByRole('button', { name: 'Bekijken: VCA VOL van Fatima Öztürk' }));
    await expect(await list.findByRole('img', { name: /Eerste pagina/ })).toBeVisible();
  },
};

/** Removing is asked about, and can't be undone. */
export const Removing: Story = {
  args: { removable: true },
  play: async ({ canvasElement }) => {
    const list = await inside(canvasElement, 'certificate-list');
    await userEvent.click(await list.findByRole('button', { name: 'Verwijderen: BHV basis van Anna Smit' }));
    await waitFor(async () => expect(list.getByRole('dialog')).toBeVisible());
  },
};

export const Many: Story = {
  args: { certificates: Array.from({ length: 120 }, (_, index) => certificate(index, '2027-09-12')) },
};

export const None: Story = { args: { certificates: [] } };

export const Loading: Story = { args: { overrides: { listCertificates: never } } };

export const Unreachable: Story = { args: { overrides: { listCertificates: failing('offline') } } };

/** Each mode of the toolbars that can stand beside others. */
export const EveryMode: Story = everyMode<Args>();
