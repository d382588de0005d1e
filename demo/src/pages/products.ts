import type { StoredProduct } from '@enrollkit/core';
import { byId, control } from '../dom.js';
import { formatCount } from '../format.js';
import { startPage } from '../portal.js';
import { productCard } from '../product-card.js';
import { language, text } from '../texts/language.js';

const filters = byId<HTMLFormElement>('filters');
const list = byId('products');

let products: readonly StoredProduct[] = [];

await startPage({
  wire() {
    filters.addEventListener('input', showCards);
    filters.addEventListener('submit', (event) => event.preventDefault());
  },
  async show(backend) {
    const page = await backend.listProducts({ state: 'active', size: 500 });
    products = page.items.toSorted((a, b) => a.name.localeCompare(b.name, language()));
    showCards();
  },
});

function showCards(): void {
  const words = control(filters, 'search').value.trim().toLowerCase();
  const shown = products.filter((product) => searchable(product).includes(words));
  byId('none').hidden = products.length > 0;
  for (const part of [filters, byId('count')]) part.hidden = products.length === 0;
  byId('count').textContent = shown.length ? formatCount(shown.length, 'products') : text('nothingFound');
  list.replaceChildren(...shown.map((product) => productCard(product)));
}

function searchable(product: StoredProduct): string {
  const places = [...product.startingDates.map((date) => date.place), ...product.regions.map((region) => region.name)];
  return [product.name, ...places].join(' ').toLowerCase();
}
