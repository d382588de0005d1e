import '@enrollkit/elements/certificate-upload.js';
import '@enrollkit/elements/enrollment-status.js';
import type { Backend, Certificate, Certification, Enrollment } from '@enrollkit/core';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { expect, fn, userEvent, waitFor } from 'storybook/test';
import { FOUNDATION, PRACTITIONER, uploadedCertificate } from './support/certifications.js';
import { ENROLLMENTS } from './support/enrollments.js';
import { everyMode } from './support/every-mode.js';
import { pdfFile, pngFile, renamedDocument } from './support/files.js';
import { failing, hostBackend, kept, never } from './support/host-backend.js';
import { inside, see, settled } from './support/inside.js';
import { pricedCourse } from './support/products.js';

interface Args {
  enrollment?: Enrollment;
  certifications?: readonly Certification[];
  certificates?: readonly Certificate[];
  overrides?: Partial<Backend>;
  setupUrl?: string;
  accept?: string;
  maxSize?: string;
  onUploaded?: (event: Event) => void;
  onError?: (event: Event) => void;
}

const hostOf = ({
  enrollment = ENROLLMENTS.started,
  certifications = [FOUNDATION],
  certificates = [],
  overrides,
}: Args) =>
  hostBackend(
    {
      enrollment,
      product: pricedCourse({ certificationIds: certifications.map(({ id }) => id) }),
      certifications,
      certificates,
    },
    overrides,
  );

const upload = (args: Args, backend = hostOf(args)) =>
  html`<certificate-upload
    class="story-width"
    enrollment-id="enrollment"
    .backend=${backend}
    setup-url=${ifDefined(args.setupUrl)}
    accept=${ifDefined(args.accept)}
    max-size=${ifDefined(args.maxSize)}
    @ek-certificate-uploaded=${args.onUploaded}
    @ek-certificate-error=${args.onError}
  ></certificate-upload>`;

export default {
  title: 'Elements/Certificate upload',
  component: 'certificate-upload',
  argTypes: {
    accept: { control: 'text' },
    maxSize: { control: 'text' },
    setupUrl: { control: 'text' },
    overrides: { table: { disable: true } },
  },
  render: (args) => upload(args),
} satisfies Meta<Args>;

type Story = StoryObj<Args>;
type Inside = Awaited<ReturnType<typeof inside>>;

/** Chooses files the way the browser's dialog does. */
async function chooseFiles(canvas: HTMLElement, ...files: File[]): Promise<Inside> {
  const element = await inside(canvas, 'certificate-upload');
  // The dialog's own filter is not a check: somebody can choose "all files" in it.
  await userEvent.setup({ applyAccept: false }).upload(await element.findByLabelText(/Sleep het certificaat/), files);
  return element;
}

/** A date field takes a whole day at once. */
async function fillDay(element: Inside, label: RegExp, day: string): Promise<void> {
  await userEvent.type(await element.findByLabelText(label), day);
}

async function send(element: Inside): Promise<void> {
  await userEvent.click(await element.findByRole('button', { name: 'Uploaden' }));
}

/** For people who may only look. */
export const ReadOnly: Story = { args: { enrollment: { ...ENROLLMENTS.started, allowed: [] } } };

/** Drop, paste, click or keyboard. */
export const Empty: Story = {};

/** The course doesn't lead to anything yet: what to do first, and where. */
export const NoCertification: Story = {
  args: { certifications: [], setupUrl: '#product' },
  play: async ({ canvasElement }) => {
    const element = await inside(canvasElement, 'certificate-upload');
    await see(() => element.getByText(/Koppel die eerst/));
    await expect(await element.findByRole('link', { name: 'Certificering koppelen' })).toHaveAttribute(
      'href',
      '#product',
    );
    await expect(element.queryByLabelText(/Sleep het certificaat/)).toBeNull();
  },
};

/** The course leads to more than one certification: the person chooses. */
export const SeveralCertifications: Story = { args: { certifications: [FOUNDATION, PRACTITIONER] } };

/** The certificate expires, so a last day is asked for. */
export const ValidUntilRequired: Story = { args: { certifications: [PRACTITIONER] } };

/** Results can be read from it: the participant must have agreed beforehand. */
export const Consent: Story = {
  play: async ({ canvasElement }) => {
    const element = await inside(canvasElement, 'certificate-upload');
    await userEvent.click(await element.findByRole('checkbox', { name: /resultaten of prestaties/ }));
    await see(() => element.getByRole('checkbox', { name: /toestemming gegeven/ }));
  },
};

/** What was forgotten is said at the field, and the first one gets the focus. */
export const NotFilledIn: Story = {
  play: async ({ canvasElement }) => {
    const element = await inside(canvasElement, 'certificate-upload');
    await userEvent.click(await element.findByRole('checkbox', { name: /resultaten of prestaties/ }));
    await send(element);
    await see(() => element.getByText(/Kies eerst een bestand/));
    await see(() => element.getByText(/vanaf welke dag/));
    await see(() => element.getByText(/Bevestig de toestemming/));
  },
};

/** Chosen and found good. Nothing is sent before the form around it is filled in. */
export const ChosenFiles: Story = {
  play: async ({ canvasElement }) => {
    const element = await chooseFiles(canvasElement, pdfFile(), pdfFile('certificaat-tweede-deel.pdf', 'Deel 2'));
    await see(() => element.getByText('certificaat-el-khatib.pdf'));
    await waitFor(() => expect(element.getAllByText('Klaar om te uploaden')).toHaveLength(2));
  },
};

/** On its way, with a way to stop. */
export const Uploading: Story = {
  args: {
    overrides: {
      uploadCertificate: (draft, { onProgress } = {}) => {
        onProgress?.({ sentBytes: draft.file.size * 0.68, totalBytes: draft.file.size });
        return never();
      },
    },
  },
  play: async ({ canvasElement }) => {
    const element = await chooseFiles(canvasElement, pdfFile());
    await fillDay(element, /Geldig vanaf/, '2026-08-28');
    await send(element);
    await settled(canvasElement, 'certificate-upload', ':state(busy)');
    await see(() => element.getByRole('progressbar'));
    await see(() => element.getByRole('button', { name: /Stoppen/ }));
  },
};

/** The certificate is there, and every element on the page knows that the participant has completed the course. */
export const Uploaded: Story = {
  args: { onUploaded: fn() },
  render: (args) => {
    const backend = hostOf(args);
    return html`<div class="story-stack">
      <enrollment-status class="story-width" enrollment-id="enrollment" .backend=${backend}></enrollment-status>
      ${upload(args, backend)}
    </div>`;
  },
  play: async ({ canvasElement, args }) => {
    const element = await chooseFiles(canvasElement, pdfFile());
    await fillDay(element, /Geldig vanaf/, '2026-08-28');
    await send(element);
    await waitFor(() => expect(args.onUploaded).toHaveBeenCalledOnce());
    const status = await inside(canvasElement, 'enrollment-status');
    await see(() => status.getByText('Afgerond'));
    await see(() => element.getByText('Geüpload'));
  },
};

/** The network failed: the file and everything filled in are still there. */
export const FailedWithRetry: Story = {
  args: { overrides: { uploadCertificate: failing('timeout') }, onError: fn() },
  play: async ({ canvasElement, args }) => {
    const element = await chooseFiles(canvasElement, pdfFile());
    await fillDay(element, /Geldig vanaf/, '2026-08-28');
    await send(element);
    await waitFor(() => expect(args.onError).toHaveBeenCalled());
    await see(() => element.getByRole('button', { name: /Opnieuw proberen/ }));
    await expect(await element.findByLabelText(/Geldig vanaf/)).toHaveValue('2026-08-28');
  },
};

/** The backend keeps the file until there is a connection: no problem, and nothing to do. */
export const KeptWhileOffline: Story = {
  args: { overrides: { uploadCertificate: kept }, onError: fn() },
  play: async ({ canvasElement, args }) => {
    const element = await chooseFiles(canvasElement, pdfFile());
    await fillDay(element, /Geldig vanaf/, '2026-08-28');
    await send(element);
    await see(() => element.getAllByText(/Wordt verstuurd zodra er weer verbinding is/)[0]);
    await expect(args.onError).not.toHaveBeenCalled();
  },
};

/** The disk of this browser is full. */
export const StorageFull: Story = {
  args: { overrides: { uploadCertificate: failing('storage-full') } },
  play: async ({ canvasElement }) => {
    const element = await chooseFiles(canvasElement, pdfFile());
    await fillDay(element, /Geldig vanaf/, '2026-08-28');
    await send(element);
    await see(() => element.getAllByText(/geen ruimte/)[0]);
  },
};

/** What is looked at are the bytes: a name that ends in .pdf says nothing. */
export const RefusedFiles: Story = {
  args: { maxSize: '1kB', onError: fn() },
  play: async ({ canvasElement }) => {
    const cut = await pdfFile().slice(0, 300).arrayBuffer();
    const element = await chooseFiles(
      canvasElement,
      renamedDocument(),
      pngFile(),
      new File([], 'leeg.pdf', { type: 'application/pdf' }),
      new File([cut], 'halverwege-afgebroken.pdf', { type: 'application/pdf' }),
      new File(['%PDF-1.4', 'x'.repeat(4000)], 'te-groot.pdf', { type: 'application/pdf' }),
    );
    await see(() => element.getAllByText(/Dit bestand is leeg/)[0]);
    await see(() => element.getAllByText(/Dit is geen PDF/)[0]);
    await see(() => element.getAllByText(/is niet compleet/)[0]);
    await see(() => element.getAllByText(/te groot/)[0]);
  },
};

/** The same bytes under another name. */
export const ChosenTwice: Story = {
  play: async ({ canvasElement }) => {
    const element = await chooseFiles(canvasElement, pdfFile(), pdfFile('kopie van certificaat.pdf'));
    await see(() => element.getAllByText(/staat al in de lijst/)[0]);
  },
};

/** The very same bytes were uploaded for somebody else: that is said, and it can be uploaded all the same. */
export const SameFileElsewhere: Story = {
  render: (args) => {
    const overrides: Partial<Backend> = {
      // Whatever is chosen is there for somebody else.
      listCertificates: async ({ sha256 } = {}) => {
        const { file, ...other } = uploadedCertificate({
          enrollmentId: 'another',
          participant: { name: 'Anna Smit', email: 'anna@voorbeeld.nl' },
        });
        return sha256 ? { items: [{ ...other, file: { ...file, sha256 } }], total: 1 } : { items: [], total: 0 };
      },
    };
    return upload({ ...args, overrides });
  },
  play: async ({ canvasElement }) => {
    const element = await chooseFiles(canvasElement, pdfFile());
    await see(() => element.getByText(/al geüpload voor Anna Smit/));
    await expect(element.getByRole('button', { name: 'Uploaden' })).toBeEnabled();
  },
};

/** Its bytes are looked at: on a slow disk one sees that. */
export const CheckingFiles: Story = {
  args: { overrides: { listCertificates: async ({ sha256 } = {}) => (sha256 ? never() : { items: [], total: 0 }) } },
  play: async ({ canvasElement }) => {
    const element = await chooseFiles(canvasElement, pdfFile());
    await see(() => element.getByText('Wordt gecontroleerd'));
  },
};

/** Stopped by a person: it is on the list, and can be sent after all. */
export const Stopped: Story = {
  args: Uploading.args!,
  play: async (context) => {
    await Uploading.play?.(context);
    const element = await inside(context.canvasElement, 'certificate-upload');
    await userEvent.click(element.getByRole('button', { name: /Stoppen/ }));
    await see(() => element.getByText('Klaar om te uploaden'));
  },
};

/** What is there already: to open, and to remove. */
export const UploadedList: Story = {
  args: {
    enrollment: ENROLLMENTS.completed,
    certificates: [
      uploadedCertificate(),
      uploadedCertificate({
        id: 'certificate-2',
        file: {
          name: 'cijferlijst.pdf',
          mediaType: 'application/pdf',
          sizeBytes: 88_120,
          sha256: '2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae',
        },
        validUntil: '2029-08-28',
        consent: { textVersion: '1', confirmedAt: '2026-08-31T12:40:00.000Z', confirmedBy: 'Marije Postma' },
      }),
    ],
  },
};

/** A certificate that is no longer valid. */
export const Expired: Story = {
  args: {
    enrollment: ENROLLMENTS.completed,
    certificates: [uploadedCertificate({ validFrom: '2023-08-28', validUntil: '2026-08-28' })],
  },
};

/** First a question, then it is gone. */
export const Removing: Story = {
  args: UploadedList.args!,
  play: async ({ canvasElement }) => {
    const element = await inside(canvasElement, 'certificate-upload');
    await userEvent.click(await element.findByRole('button', { name: /Verwijderen: cijferlijst/ }));
    await see(() => element.getByRole('button', { name: 'Behouden' }));
  },
};

/** Nothing can be added to a cancelled enrollment. */
export const CancelledEnrollment: Story = {
  args: { enrollment: ENROLLMENTS.cancelled },
  play: async ({ canvasElement }) => {
    const element = await inside(canvasElement, 'certificate-upload');
    await see(() => element.getByText(/Deze inschrijving is geannuleerd/));
  },
};

/** A host that also takes photos of certificates. */
export const PicturesAllowed: Story = {
  args: { accept: '.pdf, .png, .jpg', maxSize: '5MB' },
  play: async ({ canvasElement }) => {
    const element = await chooseFiles(canvasElement, pngFile());
    await see(() => element.getByText('Klaar om te uploaden'));
  },
};

/** Platform staff haven't looked at the certification yet. */
export const CertificationNotVerified: Story = { args: { certifications: [{ ...FOUNDATION, verified: false }] } };

export const Loading: Story = {
  args: { overrides: { getEnrollment: never } },
  play: async ({ canvasElement }) => settled(canvasElement, 'certificate-upload', ':state(loading)'),
};

export const Missing: Story = {
  args: { overrides: { getEnrollment: failing('not-found') } },
  play: async ({ canvasElement }) => {
    const element = await inside(canvasElement, 'certificate-upload');
    await see(() => element.getByText(/niet gevonden/));
  },
};

export const Offline: Story = {
  args: { overrides: { getEnrollment: failing('offline') } },
  play: async ({ canvasElement }) => {
    const element = await inside(canvasElement, 'certificate-upload');
    await see(() => element.getByText(/geen internetverbinding/));
  },
};

/** Names of files and certifications wrap; the end of a name stays readable. */
export const LongTexts: Story = {
  args: {
    certifications: [
      {
        ...PRACTITIONER,
        name: 'Registeropleiding Integraal Projectmanagement in de Publieke Sector, verdiepingsjaar met praktijkexamen',
      },
    ],
    certificates: [
      uploadedCertificate({
        certificationId: PRACTITIONER.id,
        validUntil: '2029-08-28',
        file: {
          ...uploadedCertificate().file,
          name: 'certificaat_registeropleiding_integraal_projectmanagement_publieke_sector_el-khatib_definitief_v2.pdf',
        },
      }),
    ],
  },
  render: (args) => html`<div class="story-narrow">${upload(args)}</div>`,
};

export const English: Story = {
  args: { ...UploadedList.args, certifications: [FOUNDATION, PRACTITIONER] },
  globals: { language: 'en' },
};

export const Dark: Story = { ...NotFilledIn, args: UploadedList.args!, globals: { theme: 'dark' } };

export const RightToLeft: Story = { args: UploadedList.args!, globals: { direction: 'rtl' } };

export const BrandOrchard: Story = { ...ChosenFiles, globals: { brand: 'orchard' } };

export const BrandFoundry: Story = { ...ChosenFiles, globals: { brand: 'foundry' } };

/** Each mode of the toolbars that can stand beside others. */
export const EveryMode: Story = everyMode<Args>(UploadedList.args);
