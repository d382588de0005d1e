import '@enrollkit/elements/enrollment-status.js';
import { STATUSES, type Backend, type Enrollment, type ParticipationStatus } from '@enrollkit/core';
import { byId, control, h } from '../dom.js';
import { formatCount, formatPeriod } from '../format.js';
import { startPage } from '../portal.js';
import { text } from '../texts/language.js';

const filters = byId<HTMLFormElement>('filters');
const rows = byId('rows');

let enrollments: readonly Enrollment[] = [];
let courseNames: ReadonlyMap<string, string> = new Map();

await startPage({
  wire() {
    filters.addEventListener('input', showRows);
    filters.addEventListener('submit', (event) => event.preventDefault());
  },
  async show(backend) {
    await read(backend);
    showStatuses();
    showRows();
  },
});

async function read(backend: Backend): Promise<void> {
  const [found, products] = await Promise.all([
    backend.listEnrollments({ size: 500 }),
    backend.listProducts({ size: 500 }),
  ]);
  const newestFirst = (a: Enrollment, b: Enrollment) => (b.acceptedAt ?? '').localeCompare(a.acceptedAt ?? '');
  enrollments = found.items.toSorted(newestFirst);
  courseNames = new Map(products.items.map((product) => [product.id, product.name]));
}

function showStatuses(): void {
  const select = control<HTMLSelectElement>(filters, 'status');
  const chosen = select.value;
  const present = STATUSES.filter((status) => enrollments.some((enrollment) => enrollment.status === status));
  select.replaceChildren(
    h('option', { value: '' }, text('allStatuses')),
    ...present.map((status) => h('option', { value: status }, text(status))),
  );
  select.value = present.includes(chosen as ParticipationStatus) ? chosen : '';
}

function showRows(): void {
  const isEmpty = enrollments.length === 0;
  byId('none').hidden = !isEmpty;
  for (const part of [filters, byId('count'), byId('list')]) part.hidden = isEmpty;
  const status = control<HTMLSelectElement>(filters, 'status').value;
  const words = control(filters, 'search').value.trim().toLowerCase();
  const shown = enrollments.filter(
    (enrollment) => (!status || enrollment.status === status) && searchable(enrollment).includes(words),
  );
  byId('count').textContent = shown.length ? formatCount(shown.length, 'enrollments') : text('nothingFound');
  rows.replaceChildren(...shown.map(row));
  rows.removeAttribute('aria-busy');
}

function searchable({ participant, productId }: Enrollment): string {
  return `${participant.name} ${participant.email} ${courseNames.get(productId) ?? ''}`.toLowerCase();
}

function row(enrollment: Enrollment): HTMLTableRowElement {
  const { id, participant, productId } = enrollment;
  const href = `/enrollment.html?id=${encodeURIComponent(id)}`;
  const status = h('enrollment-status');
  status.setAttribute('enrollment-id', id);
  status.setAttribute('compact', '');
  return h(
    'tr',
    {},
    h('td', {}, h('a', { href }, participant.name), h('small', {}, participant.email)),
    h('td', {}, courseNames.get(productId) ?? productId),
    h('td', {}, formatPeriod(enrollment)),
    h('td', {}, status),
  );
}
