import '@enrollkit/elements/price-breakdown.js';
import { hasErrorCode, type Backend, type StartingDate, type StoredProduct } from '@enrollkit/core';
import { renderDescription } from '@enrollkit/feed/html/render.js';
import { byId, control, h, notify, typed } from '../dom.js';
import { formatDay, formatDuration, formatKind, formatPeriod } from '../format.js';
import { startPage, tellFailure } from '../portal.js';
import type { Role } from '../roles.js';
import { text, type TextKey } from '../texts/language.js';

const id = new URLSearchParams(location.search).get('id') ?? '';
const booking = byId<HTMLFormElement>('booking');
const price = byId('price');

await startPage({
  wire(backend, role) {
    (role === 'provider' ? price : byId('public-price')).setAttribute('product-id', id);
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
  byId('description').replaceChildren(renderDescription(product.description));
  byId('facts').replaceChildren(...facts(product));
  byId('exempt').hidden = product.price?.exemptAmountMinor === undefined;
  const isRequest = product.productType === 'in-company' && product.price?.onRequest === true;
  byId('submit').textContent = text(isRequest ? 'requestNow' : 'bookNow');
  showStarts(product);
}

function facts(product: StoredProduct): readonly HTMLElement[] {
  const contact = product.contactPerson;
  const entries: readonly (readonly [TextKey, string | undefined])[] = [
    ['duration', product.duration && formatDuration(product.duration)],
    ['completion', product.completion],
    ['contact', contact && [contact.name, contact.telephone, contact.email].filter(Boolean).join(', ')],
  ];
  return entries.flatMap(([key, value]) => (value ? [h('dt', {}, text(key)), h('dd', {}, value)] : []));
}

function showStarts(product: StoredProduct): void {
  const chosen = new FormData(booking).get('start');
  const choices = product.startingDates.map((date, index) => startChoice(date, String(index), chosen));
  const without = text(product.productType === 'in-company' ? 'startByAgreement' : 'startAnytime');
  byId('choices').replaceChildren(...(choices.length > 0 ? choices : [h('p', {}, without)]));
  const open = [...byId('choices').querySelectorAll<HTMLInputElement>('input:enabled')];
  const [first] = open;
  if (first && !open.some((radio) => radio.checked)) first.checked = true;
  byId<HTMLButtonElement>('submit').disabled = choices.length > 0 && open.length === 0;
}

function startChoice(date: StartingDate, value: string, chosen: FormDataEntryValue | null): HTMLLabelElement {
  const isFull = date.availableSeats === 0;
  const notes = [date.place, isFull && text('full'), !isFull && date.startGuaranteed && text('guaranteed')];
  return h(
    'label',
    { className: 'check' },
    h('input', { type: 'radio', name: 'start', value, disabled: isFull, checked: chosen === value && !isFull }),
    h('span', {}, formatPeriod(date), h('small', {}, notes.filter(Boolean).join(' · '))),
  );
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
    const product = await backend.getProduct(id);
    const date = product.startingDates[Number(data.get('start') ?? -1)];
    const enrollment = await backend.createEnrollment({
      productId: id,
      participant: { name: typed(booking, 'name'), email: typed(booking, 'email') },
      ...(date ? bookedDates(date) : {}),
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

function bookedDates(date: StartingDate) {
  const { startDate, startDateIsMonthOnly, endDate, endDateIsMonthOnly } = date;
  return {
    ...(date.id ? { startingDateId: date.id } : {}),
    startDate,
    startDateIsMonthOnly,
    ...(endDate ? { endDate, endDateIsMonthOnly } : {}),
  };
}
