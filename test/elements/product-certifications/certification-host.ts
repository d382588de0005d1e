import '@enrollkit/elements/product-certifications.js';
import type { Certification, Change, NewCertification, StoredProduct, WriteOptions } from '@enrollkit/core';
import type { HostBackend, ProductCertifications } from '@enrollkit/elements';
import { fixture, html } from '@open-wc/testing';
import { waitUntil } from '../../support/wait-until.js';

export const refusal = (code: string, more: object = {}): Error => Object.assign(new Error(code), { code, ...more });

const certification = (id: string, name: string, more: Partial<Certification> = {}): Certification => ({
  id,
  name,
  requiresValidUntil: false,
  verified: true,
  version: 1,
  ...more,
});

/** What a host may hand in: a product and certifications of its own. */
export class CertificationHost {
  readonly calls: string[] = [];
  readonly keys: (string | undefined)[] = [];
  readonly listeners = new Set<(change: Change) => void>();
  /** Thrown by the next writes. */
  failures: Error[] = [];
  /** Writes wait until it resolves. */
  gate: Promise<void> = Promise.resolve();
  product = { id: 'p1', name: 'PRINCE2', certificationIds: ['foundation'], version: 1 } as unknown as StoredProduct;
  certifications: readonly Certification[] = [
    certification('agile', 'PRINCE2 Agile', { verified: false, requiresValidUntil: true }),
    certification('foundation', 'PRINCE2 Foundation', { description: 'Eerste niveau' }),
    certification('old', 'Oud diploma', {
      verified: false,
      rejection: { reason: 'Bestaat niet meer.', at: '2026-08-01T10:00:00.000Z' },
    }),
  ];

  /** Somebody else links something. */
  link(...certificationIds: string[]): void {
    this.product = { ...this.product, certificationIds, version: this.product.version + 1 };
    for (const listener of this.listeners) listener({ kind: 'product', id: 'p1' });
  }

  async #write(call: string, { idempotencyKey }: WriteOptions = {}): Promise<void> {
    this.calls.push(call);
    this.keys.push(idempotencyKey);
    await this.gate;
    const failure = this.failures.shift();
    if (failure) throw failure;
  }

  #review(id: string, change: Partial<Certification>): Certification {
    this.certifications = this.certifications.map((each) => {
      if (each.id !== id) return each;
      const { rejection: _, ...rest } = each;
      return { ...rest, ...change, version: each.version + 1 };
    });
    return this.certifications.find((each) => each.id === id)!;
  }

  backend(): HostBackend {
    return {
      getProduct: async () => this.product,
      listCertifications: async ({ productId, size = 50, afterId } = {}) => {
        const ids = this.product.certificationIds;
        const all = productId ? this.certifications.filter(({ id }) => ids.includes(id)) : this.certifications;
        const left = all.slice(all.findIndex(({ id }) => id === afterId) + 1);
        return { items: left.slice(0, size), total: left.length };
      },
      linkCertifications: async (_id, ids, options = {}) => {
        await this.#write(`link ${ids.join(' ')}`, options);
        if (options.expectedVersion !== this.product.version) throw refusal('conflict', { current: this.product });
        this.product = { ...this.product, certificationIds: ids, version: this.product.version + 1 };
        return this.product;
      },
      createCertification: async (input: NewCertification, options = {}) => {
        await this.#write(`create ${input.name}`, options);
        const made = certification(`c${this.certifications.length}`, input.name, { ...input, verified: false });
        this.certifications = [...this.certifications, made];
        return made;
      },
      verifyCertification: async (id, options = {}) => {
        await this.#write(`verify ${id} ${options.expectedVersion}`, options);
        return this.#review(id, { verified: true });
      },
      rejectCertification: async (id, { reason, ...options }) => {
        await this.#write(`reject ${id} ${reason}`, options);
        return this.#review(id, { verified: false, rejection: { reason, at: '2026-09-01T10:00:00.000Z' } });
      },
      resetCertification: async (id, options = {}) => {
        await this.#write(`undo ${id}`, options);
        return this.#review(id, { verified: false });
      },
      subscribe: (listener) => {
        this.listeners.add(listener);
        return () => this.listeners.delete(listener);
      },
    };
  }
}

export async function show(
  host: CertificationHost,
  more: Partial<ProductCertifications> = { editable: true },
  lang = 'nl',
): Promise<ProductCertifications> {
  const page = await fixture(html`<div lang=${lang}></div>`);
  const element = document.createElement('product-certifications');
  Object.assign(element, { backend: host.backend(), productId: 'p1', ...more });
  page.append(element);
  await waitUntil(() => part(element, 'list') ?? part(element, 'empty') ?? part(element, 'problem'), 'it is shown');
  return element;
}

export const part = (element: ProductCertifications, name: string): HTMLElement | null =>
  element.shadowRoot!.querySelector(`[part~="${name}"]`);

export const row = (element: ProductCertifications, id: string): HTMLElement =>
  element.shadowRoot!.querySelector<HTMLElement>(`[data-certification="${id}"]`)!;

export const tick = (element: ProductCertifications, id: string): HTMLInputElement =>
  row(element, id).querySelector('input')!;

export const button = (element: ProductCertifications, id: string, name: string): HTMLElement | null =>
  row(element, id).querySelector(`[part~="${name}-button"]`);

export const read = (node: Element | null): string => (node?.textContent ?? '').replace(/\s+/g, ' ').trim();
