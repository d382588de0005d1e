import '@enrollkit/elements/certificate-bundle.js';
import type {
  Certificate,
  CertificateAnswer,
  CertificateDraft,
  CertificateRequest,
  Certification,
  Enrollment,
  StoredProduct,
  UploadOptions,
  WriteProblem,
} from '@enrollkit/core';
import { connectPdfReader, type CertificateBundle, type HostBackend, type PdfReader } from '@enrollkit/elements';
import { fixture, html } from '@open-wc/testing';
import type { BundleRecord } from '../../../packages/elements/src/certificate-bundle/read-roster.js';
import { waitUntil } from '../../support/wait-until.js';

export const BHV: Certification = {
  id: 'bhv',
  name: 'BHV basis',
  requiresValidUntil: true,
  verified: true,
  version: 1,
};

export const failed = (code: string, more: object = {}): Error => Object.assign(new Error(code), { code, ...more });

let hosts = 0;

/** A course date and its participants, as a host hands them in; uploads are answered at once, or when the test opens the gate. */
export class BundleHost {
  readonly id = `course-${(hosts += 1)}-${Date.now()}`;
  people: readonly Enrollment[];
  certifications: readonly Certification[] = [BHV];
  certificates: readonly Certificate[] = [];
  readonly uploads: { readonly draft: CertificateDraft; readonly key: string | undefined }[] = [];
  /** What is stored, by idempotency key. */
  readonly stored = new Map<string, Certificate>();
  /** Uploads wait until it resolves. */
  gate: Promise<void> = Promise.resolve();
  /** Thrown by the next uploads, one each. */
  failures: (Error | undefined)[] = [];
  /** From now on everything is stored and nothing is answered, as for a page that is gone. */
  isLost = false;
  most = 0;
  /** Whether it takes many certificates in one call; a number: no more than so many. */
  takesMany: boolean | number = false;
  /** How many came in each call. */
  readonly calls: number[] = [];
  #running = 0;

  constructor(...names: readonly string[]) {
    this.people = names.map((name, at) => this.person(`B-${10_001 + at}`, name));
  }

  /** What an element that shows it has read. */
  record(): BundleRecord {
    return {
      product: { name: 'BHV' },
      certifications: this.certifications,
      people: new Map(this.people.map((person) => [person.id, person])),
      there: new Map(),
      holders: new Map(),
      mayUpload: true,
    } as unknown as BundleRecord;
  }

  person(id: string, name: string, more: Partial<Enrollment> = {}): Enrollment {
    const participant = { name, email: `${id.toLowerCase()}@example.nl` };
    return {
      id,
      productId: this.id,
      startingDateId: 's1',
      participant,
      status: 'started',
      history: [],
      version: 1,
      ...more,
    };
  }

  backend(): HostBackend {
    return {
      clock: () => '2026-12-08T18:00:00.000Z',
      getProduct: async () =>
        ({
          id: this.id,
          name: 'Bedrijfshulpverlening',
          certificationIds: this.certifications.map(({ id }) => id),
        }) as unknown as StoredProduct,
      listCertifications: async () => ({ items: this.certifications, total: this.certifications.length }),
      listEnrollments: async ({ size = 50, afterId } = {}) => ({
        items: this.people.slice(this.people.findIndex(({ id }) => id === afterId) + 1).slice(0, size),
        total: this.people.length,
      }),
      listCertificates: async () => ({ items: this.certificates, total: this.certificates.length }),
      uploadCertificate: (draft, options) => this.#upload(draft, options),
      ...(this.takesMany !== false && { uploadCertificates: (uploads) => this.#uploadMany(uploads) }),
    };
  }

  async #uploadMany(uploads: readonly CertificateRequest[]): Promise<readonly CertificateAnswer[]> {
    this.calls.push(uploads.length);
    if (typeof this.takesMany === 'number' && uploads.length > this.takesMany) throw failed('too-large');
    return Promise.all(
      uploads.map(async ({ idempotencyKey = '', ...draft }): Promise<CertificateAnswer> => {
        try {
          return { certificate: await this.#upload(draft, { idempotencyKey }) };
        } catch (error) {
          return { problem: error as WriteProblem };
        }
      }),
    );
  }

  async #upload(draft: CertificateDraft, { idempotencyKey = '' }: UploadOptions = {}): Promise<Certificate> {
    this.uploads.push({ draft, key: idempotencyKey });
    this.#running += 1;
    this.most = Math.max(this.most, this.#running);
    try {
      await this.gate;
      const failure = this.failures.shift();
      if (failure) throw failure;
      const certificate: Certificate = this.stored.get(idempotencyKey) ?? {
        id: `c${this.stored.size + 1}`,
        enrollmentId: draft.enrollmentId,
        certificationId: draft.certificationId,
        file: { name: draft.file.name, mediaType: 'application/pdf', sizeBytes: draft.file.size, sha256: '' },
        validFrom: draft.validFrom,
        uploadedBy: 'u1',
        createdAt: '2026-12-08T18:00:00.000Z',
        version: 1,
      };
      this.stored.set(idempotencyKey, certificate);
      if (this.isLost) await new Promise(() => undefined);
      return certificate;
    } finally {
      this.#running -= 1;
    }
  }
}

export const realReader = (): PdfReader =>
  connectPdfReader({
    createWorker: () => new Worker('/bundled-elements/pdf-worker.js', { type: 'module' }),
    patienceMs: 300_000,
  });

/** Waits for a state, however slow the machine is. */
export const until = (isSo: () => unknown, what: string): Promise<void> => waitUntil(isSo, what);

/** The element when it shows what the host has. */
export async function shown(host: BundleHost, more: Partial<CertificateBundle> = {}): Promise<CertificateBundle> {
  const element = await fixture<CertificateBundle>(
    html`<certificate-bundle
      lang="nl"
      product-id=${host.id}
      starting-date-id="s1"
      .backend=${host.backend()}
    ></certificate-bundle>`,
  );
  Object.assign(element, more);
  await until(() => !element.matches(':state(loading)'), 'the participants are read');
  await element.updateComplete;
  return element;
}

export const all = (element: CertificateBundle, selector: string): HTMLElement[] => [
  ...element.shadowRoot!.querySelectorAll<HTMLElement>(selector),
];
export const one = <Found extends HTMLElement = HTMLInputElement>(
  element: CertificateBundle,
  selector: string,
): Found => element.shadowRoot!.querySelector<Found>(selector)!;
export const textOf = (node: Element | null | undefined): string =>
  (node?.textContent ?? '').replace(/[\s\u00a0]+/g, ' ').trim();
export const rows = (element: CertificateBundle): string[] =>
  all(element, '[part="item"]').map((row) =>
    [...row.querySelectorAll('.row-file, .row-person')].map(textOf).filter(Boolean).join(' | '),
  );
export const tabs = (element: CertificateBundle): string => all(element, '[role="tab"]').map(textOf).join(', ');
export const button = (element: CertificateBundle, name: string): HTMLButtonElement =>
  all(element, 'button').find((each) => (each.ariaLabel ?? textOf(each)) === name) as HTMLButtonElement;
export const focused = (element: CertificateBundle): string =>
  ((each) => each?.ariaLabel || each?.id || textOf(each))(element.shadowRoot!.activeElement as HTMLElement | null);

export async function choose(element: CertificateBundle, ...files: readonly File[]): Promise<void> {
  const input = one(element, '#files');
  const transfer = new DataTransfer();
  for (const file of files) transfer.items.add(file);
  input.files = transfer.files;
  const matched = new Promise((resolve) => element.addEventListener('ek-bundle-matched', resolve, { once: true }));
  input.dispatchEvent(new Event('change', { bubbles: true }));
  await matched;
  await element.updateComplete;
}

export async function open(
  element: CertificateBundle,
  tab: 'matched' | 'to-check' | 'not-matched' | 'left-out',
): Promise<string[]> {
  one(element, `#tab-${tab}`).click();
  await element.updateComplete;
  return rows(element);
}

function fill(element: CertificateBundle, selector: string, value: string): void {
  const field = one(element, selector);
  field.value = value;
  field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
}

/** Everything that must be filled in before something is sent. */
export async function complete(element: CertificateBundle): Promise<void> {
  fill(element, '#valid-from', '2026-12-08');
  fill(element, '#valid-until', '2027-12-08');
  one(element, '#reviewed').click();
  await element.updateComplete;
}

export const press = async (element: CertificateBundle, name: string): Promise<void> => {
  button(element, name).click();
  await element.updateComplete;
};

export const idle = (element: CertificateBundle): Promise<void> =>
  until(() => !element.matches(':state(busy)'), 'nothing is under way');

/** A window that sends the same bundle and says nothing of it, until it is removed. */
export async function sentElsewhere(host: BundleHost): Promise<HTMLIFrameElement> {
  const frame = document.createElement('iframe');
  document.body.append(frame);
  const name = `enrollkit-bundle ${JSON.stringify([host.id, 's1', ''])}`;
  await new Promise((held) => {
    void frame.contentWindow!.navigator.locks.request(name, () => {
      held(undefined);
      return new Promise(() => undefined);
    });
  });
  return frame;
}
