import '@enrollkit/elements/price-breakdown.js';
import '@enrollkit/elements/product-details.js';
import '@enrollkit/elements/starting-dates.js';
import { hasErrorCode, type Backend, type StoredProduct } from '@enrollkit/core';
import { byId, control, h, notify, typed } from '../dom.js';
import { formatDay, formatKind } from '../format.js';
import { startPage, tellFailure } from '../portal.js';
import type { Role } from '../roles.js';
import { text } from '../texts/language.js';

const id = new URLSearchParams(location.search).get('id') ?? '';
const booking = byId<HTMLFormElement>('booking');
const price = byId('price');

/** Where a provider books, and where others read. */
const BOOKING = ['price', 'starts'];
const READING = ['public-price', 'public-starts'];

await startPage({
  wire(backend, role) {
    const [own, others] = role === 'provider' ? [BOOKING, READING] : [READING, BOOKING];
    for (const name of others) byId(name).remove();
    for (const name of [...own, 'details']) byId(name).setAttribute('product-id', id);
    control(booking, 'exempt').addEventListener('change', ({ target }) => {
      price.setAttribute('audience', (target as HTMLInputElement).checked ? 'vat-exempt' : 'standard');
    });
    booking.addEventListener('submit', (event) => {
      event.preventDefault();
      void book(backend);
    });
  },
  async show(backend, role) {
    try {
      const product = await backend.getProduct(id);
      showProduct(product);
      await showCertifications(backend, product, role);
    } catch (error) {
      if (!hasErrorCode(error, 'not-found')) throw error;
      byId('columns').hidden = true;
      notify(text('productMissing'), { tone: 'plain', link: h('a', { href: '/products.html' }, text('toProducts')) });
    }
  },
});

function showProduct(product: StoredProduct): void {
  document.title = `${product.name} · Duinweg Opleidingen`;
  byId('title').textContent = product.name;
  byId('lead').textContent = formatKind(product);
  byId('exempt').hidden = product.price?.exemptAmountMinor === undefined;
  const isRequest = product.productType === 'in-company' && product.price?.onRequest === true;
  byId('submit').textContent = text(isRequest ? 'requestNow' : 'bookNow');
}

async function showCertifications(backend: Backend, product: StoredProduct, role: Role): Promise<void> {
  const { items } = await backend.listCertifications({ productId: product.id });
  const href = `/certifications.html?product=${encodeURIComponent(product.id)}`;
  const linked = h('ul', {}, ...items.map((certification) => h('li', {}, certification.name)));
  byId('certifications').className = 'prose';
  byId('certifications').replaceChildren(
    items.length ? linked : h('p', {}, text('leadsToNothing')),
    ...(role === 'provider' ? [h('p', {}, h('a', { href }, text('linkCertification')))] : []),
  );
}

async function book(backend: Backend): Promise<void> {
  const data = new FormData(booking);
  try {
    const startingDateId = data.get('start');
    const enrollment = await backend.createEnrollment({
      productId: id,
      participant: { name: typed(booking, 'name'), email: typed(booking, 'email') },
      ...(typeof startingDateId === 'string' && { startingDateId }),
      selectedCosts: data.getAll('costs').map(String),
      ...(data.has('exempt') && { audience: 'vat-exempt' as const }),
    });
    booking.reset();
    const href = `/enrollment.html?id=${encodeURIComponent(enrollment.id)}`;
    const { name } = enrollment.participant;
    const when = enrollment.startDate ? formatDay(enrollment.startDate, enrollment.startDateIsMonthOnly) : '';
    notify([`${text('enrolled')}: ${name}`, when].filter(Boolean).join(', '), {
      link: h('a', { href }, text('toEnrollment')),
    });
    byId('notice').scrollIntoView({ block: 'nearest' });
  } catch (error) {
    tellFailure(error);
  }
}
