import type { StoredProduct } from '@enrollkit/core';
import { byId, control } from '../dom.js';
import { formatCount } from '../format.js';
import { serverApi, type CallApi } from '../importing/server-api.js';
import { keepInAddress } from '../kept-in-address.js';
import { startPage } from '../portal.js';
import { productCard } from '../product-card.js';
import { tokenGiver } from '../session.js';
import { pageSite } from '../site.js';
import { language, text } from '../texts/language.js';
import { showTrainerAsks } from '../trainer-asks.js';

/** So many cards at a time: a whole catalogue would be forty screens of a phone. */
const CARDS = 24;

const filters = byId<HTMLFormElement>('filters');
const list = byId('products');
const more = byId<HTMLButtonElement>('more');

let wanted = CARDS;
let products: readonly StoredProduct[] = [];
/** Absent for others than the provider, and where the records are in this browser: nobody can ask for anything then. */
let api: CallApi | undefined;

await startPage({
  wire(backend, role) {
    if (role === 'provider' && !('listImports' in backend)) api = serverApi(tokenGiver(role));
    keepInAddress(filters, ['search']);
    filters.addEventListener('input', () => {
      wanted = CARDS;
      showCards();
    });
    more.addEventListener('click', showMore);
    filters.addEventListener('submit', (event) => event.preventDefault());
  },
  async show(backend) {
    const site = pageSite();
    const page = await backend.listProducts({ state: 'active', size: 500, ...(site !== undefined && { site }) });
    products = page.items.toSorted((a, b) => a.name.localeCompare(b.name, language()));
    showCards();
    if (api) await showTrainerAsks(api, products);
  },
});

function showCards(): void {
  const words = control(filters, 'search').value.trim().toLowerCase();
  const shown = products.filter((product) => searchable(product).includes(words));
  byId('none').hidden = products.length > 0;
  for (const part of [filters, byId('count')]) part.hidden = products.length === 0;
  byId('count').textContent = shown.length ? formatCount(shown.length, 'products') : text('nothingFound');
  list.replaceChildren(...shown.slice(0, wanted).map((product) => productCard(product)));
  more.hidden = shown.length <= wanted;
}

/** Whoever came by the keyboard goes on at the first that is new. */
function showMore(): void {
  const first = wanted;
  wanted += CARDS;
  showCards();
  list.children[first]?.querySelector('a')?.focus();
}

function searchable(product: StoredProduct): string {
  const places = [...product.startingDates.map((date) => date.place), ...product.regions.map((region) => region.name)];
  return [product.name, ...places].join(' ').toLowerCase();
}
