import '@enrollkit/elements/certificate-list.js';
import {
  addDays,
  searchWords,
  meetsSearch,
  parseSearch,
  expiryOf,
  type Certificate,
  type CertificateQuery,
  type Change,
} from '@enrollkit/core';
import type { CertificateList, HostBackend } from '@enrollkit/elements';
import { fixture, html } from '@open-wc/testing';
import { waitUntil } from '../../support/wait-until.js';

const NOW = '2026-09-01T08:00:00.000Z';
const TODAY = '2026-09-01';

/** One that ends so many days from now. */
export function certificate(id: string, days: number | undefined, more: Partial<Certificate> = {}): Certificate {
  return {
    id,
    enrollmentId: `e-${id}`,
    certificationId: 'bhv',
    certification: { name: 'BHV basis', verified: true },
    participant: { name: `Persoon ${id}`, email: `${id}@example.nl` },
    file: { name: `${id}.png`, mediaType: 'image/png', sizeBytes: 2000, sha256: id },
    validFrom: '2025-09-01',
    ...(days !== undefined && { validUntil: addDays(TODAY, days) }),
    uploadedBy: 'p1',
    createdAt: '2025-09-01T08:00:00.000Z',
    version: 1,
    allowed: ['certificate.remove'],
    ...more,
  };
}

/** What a host may hand in: certificates of its own, and what is asked of them. */
export class ListHost {
  certificates: readonly Certificate[];
  readonly asked: CertificateQuery[] = [];
  readonly calls: string[] = [];
  failure: Error | undefined;
  file: () => Promise<Blob> = picture;
  readonly #listeners = new Set<(change: Change) => void>();

  constructor(certificates: readonly Certificate[]) {
    this.certificates = certificates;
  }

  /** Somebody else changes one, adds it, or removes it. */
  change(id: string, certificate: Certificate | undefined): void {
    const others = this.certificates.filter((each) => each.id !== id);
    this.certificates = certificate ? [...others, certificate] : others;
    for (const listener of this.#listeners) listener({ kind: 'certificate', id, enrollmentId: `e-${id}` });
  }

  backend(): HostBackend {
    return {
      clock: () => NOW,
      listCertificates: async (query = {}) => {
        this.asked.push(query);
        if (this.failure) throw this.failure;
        const { size = 50, afterId, search = '', expiresFrom, expiresBefore } = query;
        const all = this.certificates
          .filter(({ participant }) => meetsSearch(searchWords([participant?.name]), parseSearch(search)))
          .filter(({ validUntil }) => !expiresFrom || (validUntil ?? '') >= expiresFrom)
          .filter((each) => !expiresBefore || expiryOf(each) < expiresBefore)
          .toSorted((a, b) => (`${expiryOf(a)} ${a.id}` < `${expiryOf(b)} ${b.id}` ? -1 : 1));
        const left = all.slice(afterId === undefined ? 0 : all.findIndex(({ id }) => id === afterId) + 1);
        return {
          items: left.slice(0, size),
          total: afterId === undefined ? all.length : Math.min(left.length, size + 1),
        };
      },
      getCertificate: async (id) => {
        this.calls.push(`get ${id}`);
        const found = this.certificates.find((each) => each.id === id);
        if (!found) throw Object.assign(new Error('gone'), { code: 'not-found' });
        return found;
      },
      openCertificateFile: async (id) => {
        this.calls.push(`open ${id}`);
        return this.file();
      },
      removeCertificate: async (id, { expectedVersion } = {}) => {
        this.calls.push(`remove ${id} ${expectedVersion}`);
        if (this.failure) throw this.failure;
        this.certificates = this.certificates.filter((each) => each.id !== id);
      },
      subscribe: (listener) => {
        this.#listeners.add(listener);
        return () => this.#listeners.delete(listener);
      },
    };
  }
}

export async function show(host: ListHost, attributes: Partial<CertificateList> = {}): Promise<CertificateList> {
  const element = await fixture<CertificateList>(html`<certificate-list lang="nl"></certificate-list>`);
  Object.assign(element, attributes, { backend: host.backend() });
  await waitUntil(() => !element.matches(':state(loading)'), 'it is read');
  await element.updateComplete;
  return element;
}

export function rows(element: CertificateList): readonly HTMLElement[] {
  return [...element.shadowRoot!.querySelectorAll<HTMLElement>('[part~="certificate"]')];
}

export const idsOf = (element: CertificateList): readonly (string | undefined)[] =>
  rows(element).map(({ dataset }) => dataset.certificate);

export function button(element: CertificateList, id: string, part: string): HTMLButtonElement | null {
  const row = rows(element).find(({ dataset }) => dataset.certificate === id);
  return row?.querySelector<HTMLButtonElement>(`[part~="${part}-button"]`) ?? null;
}

export const part = (element: CertificateList, name: string): HTMLElement | null =>
  element.shadowRoot!.querySelector(`[part~="${name}"]`);

export const read = (node: Element | null): string => (node?.textContent ?? '').replaceAll(/\s+/g, ' ').trim();

/** A picture of one colour. */
async function picture(): Promise<Blob> {
  const canvas = new OffscreenCanvas(40, 30);
  const context = canvas.getContext('2d')!;
  context.fillStyle = '#c00';
  context.fillRect(0, 0, 40, 30);
  return canvas.convertToBlob();
}

/** 200 by 100 points, the left half of it blue. */
export function onePagePdf(): Blob {
  const drawing = '0 0 1 rg 0 0 100 100 re f';
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 100] /Contents 4 0 R >>',
    `<< /Length ${drawing.length} >>\nstream\n${drawing}\nendstream`,
  ];
  let text = '%PDF-1.7\n';
  const offsets = objects.map((object, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const table = `xref\n0 5\n0000000000 65535 f \n${entries}trailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`;
  return new Blob([text, table], { type: 'application/pdf' });
}
