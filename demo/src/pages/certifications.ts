import '@enrollkit/elements/product-certifications.js';
import type { StoredProduct } from '@enrollkit/core';
import { byId, h } from '../dom.js';
import { putInAddress } from '../kept-in-address.js';
import { startPage } from '../portal.js';
import { language } from '../texts/language.js';

const asked = new URLSearchParams(location.search);
const list = byId('certifications');
const chosen = byId<HTMLSelectElement>('product');

await startPage({
  wire(_backend, role) {
    const enrollment = asked.get('enrollment');
    const back = byId<HTMLAnchorElement>('back');
    back.hidden = !enrollment;
    back.href = `/enrollment.html?id=${encodeURIComponent(enrollment ?? '')}`;
    list.toggleAttribute(role === 'provider' ? 'editable' : 'reviewable', true);
    chosen.addEventListener('change', () => {
      putInAddress('product', chosen.value);
      showChosen();
    });
  },
  async show(backend, role) {
    if (role === 'provider') showProducts((await backend.listProducts({ state: 'active', size: 500 })).items);
  },
});

function showProducts(products: readonly StoredProduct[]): void {
  byId('none').hidden = products.length > 0;
  byId('links').hidden = products.length === 0;
  const before = chosen.value || asked.get('product') || '';
  const sorted = products.toSorted((a, b) => a.name.localeCompare(b.name, language()));
  chosen.replaceChildren(...sorted.map(({ id, name, language: lang }) => h('option', { value: id, lang }, name)));
  if (products.some(({ id }) => id === before)) chosen.value = before;
  showChosen();
}

function showChosen(): void {
  list.setAttribute('product-id', chosen.value);
}
