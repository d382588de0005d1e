import '@enrollkit/elements/price-breakdown.js';
import { EnrollkitError, type PricedProduct } from '@enrollkit/core';
import type { PriceBreakdown, PriceChangeDetail } from '@enrollkit/elements/price-breakdown.js';
import { fixture, html } from '@open-wc/testing';

/** A `<price-breakdown>` on the page, in the language that the test needs. */
export async function show(
  properties: Partial<Pick<PriceBreakdown, 'product' | 'selectable' | 'audience' | 'site' | 'selectedCosts' | 'name'>>,
  lang = 'nl',
): Promise<PriceBreakdown> {
  const wrapper = await fixture<HTMLDivElement>(html`<div lang=${lang}></div>`);
  const element = document.createElement('price-breakdown');
  Object.assign(element, properties);
  wrapper.append(element);
  await element.updateComplete;
  return element;
}

/** Text as a reader sees it: one kind of space, no line breaks. */
export const read = (node: Element | null | undefined): string =>
  (node?.textContent ?? '').replace(/[\s\u00a0]+/g, ' ').trim();

export const part = (element: PriceBreakdown, name: string): Element | null =>
  element.shadowRoot!.querySelector(`[part~="${name}"]`);

export const shadowText = (element: PriceBreakdown): string => read(part(element, 'price'));

/** The rows of the table, cell by cell. */
export const rows = (element: PriceBreakdown): string[][] =>
  [...element.shadowRoot!.querySelectorAll('tbody tr, tfoot tr')].map((row) => [...row.children].map(read));

export const boxes = (element: PriceBreakdown): HTMLInputElement[] => [
  ...element.shadowRoot!.querySelectorAll<HTMLInputElement>('input[type="checkbox"]'),
];

export function heardChanges(element: PriceBreakdown): PriceChangeDetail[] {
  const heard: PriceChangeDetail[] = [];
  element.addEventListener('ek-price-change', (event) => heard.push(event.detail));
  return heard;
}

/** A host's own backend: a plain object with the one method that the element needs. */
export function backendOf(products: readonly PricedProduct[]) {
  const listeners = new Set<(change: { kind: 'product'; id: string }) => void>();
  const byId = new Map(products.map((product) => [product.id, product]));
  return {
    async getProduct(id: string) {
      const product = byId.get(id);
      if (!product) throw new EnrollkitError('not-found', `No product ${id}`);
      return product as never;
    },
    subscribe(listener: (change: never) => void) {
      listeners.add(listener as never);
      return () => listeners.delete(listener as never);
    },
    change(product: PricedProduct) {
      byId.set(product.id, product);
      for (const listener of listeners) listener({ kind: 'product', id: product.id });
    },
  };
}
