import type {
  AbortSignalLike,
  Certificate,
  CertificateDraft,
  Certification,
  Enrollment,
  StoredProduct,
  UploadOptions,
} from '@enrollkit/core';
import type { CertificateUpload, HostBackend } from '@enrollkit/elements';
import { fixture, html } from '@open-wc/testing';
import { waitUntil } from '../../support/wait-until.js';

/** One upload that the test answers when it likes. */
export interface PendingUpload {
  readonly draft: CertificateDraft;
  readonly options: UploadOptions & { readonly signal: AbortSignalLike };
  progress(sentBytes: number): void;
  succeed(): Certificate;
  fail(error: unknown): void;
}

export const PRINCE2: Certification = {
  id: 'prince2',
  name: 'PRINCE2 Foundation',
  requiresValidUntil: false,
  verified: true,
  version: 1,
};
export const AGILE: Certification = { ...PRINCE2, id: 'agile', name: 'PRINCE2 Agile', requiresValidUntil: true };

export const UPLOADED: Certificate = {
  id: 'c/1',
  enrollmentId: 'e1',
  certificationId: 'prince2',
  file: { name: 'diploma.pdf', mediaType: 'application/pdf', sizeBytes: 1258291, sha256: 'aa' },
  validFrom: '2026-09-12',
  uploadedBy: 'u1',
  createdAt: '2026-09-13T10:00:00.000Z',
  version: 3,
};

/** An error as a plain host throws it: any object with a code. */
export const failed = (code: string): Error => Object.assign(new Error(code), { code });

const hosts = new Set<CertificateHost>();

// An upload that nobody ends would have the browser ask before it leaves the page of the tests.
afterEach(() => {
  for (const host of hosts) host.close();
  hosts.clear();
});

/** The records of a host that hands in a plain object as backend; uploads stay open until the test answers them. */
export class CertificateHost {
  enrollment = {
    id: 'e1',
    productId: 'p1',
    participant: { name: 'Sanne Jansen', email: 'sanne@example.com' },
    status: 'started',
    history: [],
    version: 1,
  } as Enrollment;
  certifications: readonly Certification[] = [PRINCE2];
  certificates: readonly Certificate[] = [];
  readonly uploads: PendingUpload[] = [];
  readonly removals: { readonly id: string; readonly version: number | undefined }[] = [];
  /** Every answer of the backend while it is set. */
  failure: Error | undefined;
  #isClosed = false;

  constructor() {
    hosts.add(this);
  }

  /** Ends every upload, also the ones that are still to come. */
  close(): void {
    this.#isClosed = true;
    for (const upload of this.uploads) upload.fail(failed('aborted'));
  }

  backend(): HostBackend {
    return {
      clock: () => '2026-11-21T12:00:00.000Z',
      getEnrollment: () => this.#answer(this.enrollment),
      getProduct: () =>
        this.#answer({
          id: 'p1',
          certificationIds: this.certifications.map(({ id }) => id),
        } as unknown as StoredProduct),
      listCertifications: () => this.#answer({ items: this.certifications, total: this.certifications.length }),
      listCertificates: () => this.#answer({ items: this.certificates, total: this.certificates.length }),
      uploadCertificate: (draft, options) => this.#upload(draft, options as PendingUpload['options']),
      removeCertificate: async (id, options) => {
        if (this.failure) throw this.failure;
        this.removals.push({ id, version: options?.expectedVersion });
        this.certificates = this.certificates.filter((certificate) => certificate.id !== id);
      },
      openCertificateFile: () => this.#answer(new Blob(['%PDF-1.7'], { type: 'application/pdf' })),
    };
  }

  #upload(draft: CertificateDraft, options: PendingUpload['options']): Promise<Certificate> {
    if (this.#isClosed) return Promise.reject(failed('aborted'));
    return new Promise((resolve, reject) => {
      this.uploads.push({
        draft,
        options,
        progress: (sentBytes) => options.onProgress?.({ sentBytes, totalBytes: draft.file.size }),
        fail: reject,
        succeed: () => {
          const certificate: Certificate = {
            ...UPLOADED,
            id: `c${this.certificates.length + 2}`,
            certificationId: draft.certificationId,
            file: { name: draft.file.name, mediaType: 'application/pdf', sizeBytes: draft.file.size, sha256: 'bb' },
            createdAt: `2026-11-21T12:00:0${this.certificates.length}.000Z`,
          };
          this.certificates = [...this.certificates, certificate];
          this.enrollment = { ...this.enrollment, status: 'completed' };
          resolve(certificate);
          return certificate;
        },
      });
    });
  }

  async #answer<Value>(value: Value): Promise<Value> {
    if (this.failure) throw this.failure;
    return value;
  }
}

export const all = (element: CertificateUpload, selector: string): HTMLElement[] => [
  ...element.shadowRoot!.querySelectorAll<HTMLElement>(selector),
];
export const one = <Found extends HTMLElement = HTMLInputElement>(
  element: CertificateUpload,
  selector: string,
): Found => element.shadowRoot!.querySelector<Found>(selector)!;
export const has = (element: CertificateUpload, selector: string): boolean => all(element, selector).length > 0;
export const textOf = (node: Element | null | undefined): string =>
  (node?.textContent ?? '').replace(/\s+/g, ' ').trim();
export const rows = (element: CertificateUpload): string[] =>
  all(element, '[part="item"]').map((row) => textOf(row.querySelector('.row-text')));
export const states = (element: CertificateUpload): (string | undefined)[] =>
  all(element, '[part="item"]').map((row) => row.dataset.state);
export const button = (element: CertificateUpload, name: string): HTMLButtonElement | undefined =>
  all(element, 'button').find((each) => (each.ariaLabel ?? textOf(each)) === name) as HTMLButtonElement | undefined;
export const focused = (element: CertificateUpload): Element | null => element.shadowRoot!.activeElement;

/** Which certificate has the focus. Elements themselves are never compared: to print one on failure takes minutes. */
export const focusedRow = (element: CertificateUpload): string | undefined =>
  (focused(element) as HTMLElement | null)?.dataset.certificate;

/** The element when it shows what the host has. */
export async function shown(
  host: CertificateHost,
  attributes: Record<string, string> = {},
): Promise<CertificateUpload> {
  const element = await fixture<CertificateUpload>(
    html`<certificate-upload lang="nl" enrollment-id="e1" .backend=${host.backend()}></certificate-upload>`,
  );
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  await waitUntil(() => !element.matches(':state(loading)'));
  await element.updateComplete;
  return element;
}

/** A real file of test/fixtures/certificates, under another name when given. */
export async function realFile(name: string, as = name): Promise<File> {
  const response = await fetch(new URL(`../../fixtures/certificates/${name}`, import.meta.url));
  return new File([await response.arrayBuffer()], as);
}

/** Chooses files as the browser's file dialog does, and waits until they are checked. */
export async function choose(element: CertificateUpload, ...files: readonly File[]): Promise<void> {
  const input = one(element, '#file');
  const transfer = new DataTransfer();
  for (const file of files) transfer.items.add(file);
  input.files = transfer.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
  await checked(element);
}

/** Resolves when no file is being checked any more. */
export async function checked(element: CertificateUpload): Promise<void> {
  await element.updateComplete;
  await waitUntil(() => !states(element).includes('checking'));
}

export function fill(element: CertificateUpload, selector: string, value: string): void {
  const field = one(element, selector);
  field.value = value;
  field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
}

export async function tick(element: CertificateUpload, selector: string): Promise<void> {
  one(element, selector).click();
  await element.updateComplete;
}

/** Presses Uploaden and waits for what comes of it. */
export async function pressUpload(element: CertificateUpload): Promise<void> {
  one(element, '[type=submit]').click();
  await settle(element);
}

/** Lets everything that is under way in promises happen. */
export async function settle(element: CertificateUpload): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve));
  await element.updateComplete;
}

/** One file that is being sent. */
export async function sending(host: CertificateHost, ...names: readonly string[]): Promise<CertificateUpload> {
  const element = await shown(host);
  await choose(element, ...(await Promise.all(names.map((name) => realFile(name)))));
  fill(element, '#valid-from', '2026-09-12');
  await pressUpload(element);
  return element;
}
