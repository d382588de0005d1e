import '@enrollkit/elements/enrollment-status.js';
import {
  STATUSES,
  type Backend,
  type Enrollment,
  type EnrollmentQuery,
  type ParticipationStatus,
  type StoredProduct,
} from '@enrollkit/core';
import { byId, control, courseName, h } from '../dom.js';
import { formatCount, formatPeriod } from '../format.js';
import { keepInAddress } from '../kept-in-address.js';
import { startPage, tellFailure } from '../portal.js';
import { isParticipant } from '../roles.js';
import { text } from '../texts/language.js';

const PAGE_SIZE = 100;
/** A person is still typing until then. */
const TYPING_MS = 200;

const filters = byId<HTMLFormElement>('filters');
const rows = byId('rows');
const more = byId<HTMLButtonElement>('more');

let courses: ReadonlyMap<string, StoredProduct> = new Map();
/** Whose list this is: then it is told by its courses, not by one name again and again. */
let isOwn = false;
/** How many are shown, if there are as many. */
let wanted = PAGE_SIZE;
let asked = 0;

await startPage({
  wire(backend, role) {
    isOwn = isParticipant(role);
    showStatuses();
    keepInAddress(filters, ['search', 'status']);
    let typing: ReturnType<typeof setTimeout> | undefined;
    filters.addEventListener('input', () => {
      clearTimeout(typing);
      wanted = PAGE_SIZE;
      typing = setTimeout(() => void showRows(backend).catch(tellFailure), TYPING_MS);
    });
    filters.addEventListener('submit', (event) => event.preventDefault());
    more.addEventListener('click', () => {
      showMore(backend).catch((error: unknown) => tellFailure(error, more));
    });
  },
  async show(backend) {
    showStatuses();
    const products = await backend.listProducts({ size: 500 });
    courses = new Map(products.items.map((product) => [product.id, product]));
    await showRows(backend);
  },
});

function showStatuses(): void {
  const select = control<HTMLSelectElement>(filters, 'status');
  const chosen = select.value;
  const offered = STATUSES.filter((status) => status !== 'unknown');
  select.replaceChildren(
    h('option', { value: '' }, text('allStatuses')),
    ...offered.map((status) => h('option', { value: status }, text(status))),
  );
  select.value = (offered as readonly string[]).includes(chosen) ? chosen : '';
}

/** The button goes with the last row; who pressed it goes on where the new rows begin. */
async function showMore(backend: Backend): Promise<void> {
  const known = rows.children.length;
  wanted += PAGE_SIZE;
  await showRows(backend);
  if (more.hidden) rows.children[known]?.querySelector('a')?.focus();
}

/** The newest first; what is looked for is found by the backend, however many there are. */
async function showRows(backend: Backend): Promise<void> {
  const status = control<HTMLSelectElement>(filters, 'status').value as ParticipationStatus | '';
  const search = control(filters, 'search').value.trim();
  const turn = (asked += 1);
  const query = { orderBy: '-booked', ...(status && { status }), ...(search && { search }) } as const;
  const { found, total } = await readFirst(backend, query);
  // Somebody has typed on meanwhile.
  if (turn !== asked) return;
  const isEmpty = total === 0 && !status && !search;
  byId('none').hidden = !isEmpty;
  for (const part of [filters, byId('count')]) part.hidden = isEmpty;
  // Headings of nothing tell nothing.
  byId('list').hidden = total === 0;
  byId('count').textContent = total ? formatCount(total, 'enrollments') : text('nothingFound');
  rows.replaceChildren(...found.map(row));
  more.hidden = found.length >= total;
}

async function readFirst(
  backend: Backend,
  query: EnrollmentQuery,
): Promise<{ readonly found: readonly Enrollment[]; readonly total: number }> {
  const first = await backend.listEnrollments({ ...query, size: Math.min(wanted, 500) });
  const found = [...first.items];
  while (found.length < Math.min(wanted, first.total)) {
    const afterId = found.at(-1)?.id ?? '';
    const { items } = await backend.listEnrollments({ ...query, size: Math.min(wanted - found.length, 500), afterId });
    if (items.length === 0) break;
    found.push(...items);
  }
  return { found, total: first.total };
}

function row(enrollment: Enrollment): HTMLTableRowElement {
  const { id, participant, productId } = enrollment;
  const href = `/enrollment.html?id=${encodeURIComponent(id)}`;
  const course = courses.get(productId);
  const status = h('enrollment-status');
  status.setAttribute('enrollment-id', id);
  status.setAttribute('compact', '');
  const name = course ? courseName(course) : productId;
  return h(
    'tr',
    {},
    !isOwn && h('td', {}, h('a', { href }, participant.name), h('small', {}, participant.email)),
    h('td', {}, isOwn ? h('a', { href }, name) : name),
    h('td', {}, formatPeriod(enrollment)),
    h('td', {}, status),
  );
}
