import '@enrollkit/elements/course-booking.js';
import '@enrollkit/elements/price-breakdown.js';
import '@enrollkit/elements/product-certifications.js';
import '@enrollkit/elements/product-details.js';
import '@enrollkit/elements/starting-dates.js';
import { hasErrorCode, type StoredProduct } from '@enrollkit/core';
import type { CourseBooking } from '@enrollkit/elements/course-booking.js';
import { byId, courseName, h, notify } from '../dom.js';
import { formatKind } from '../format.js';
import { startPage } from '../portal.js';
import { ACTORS, giveRecord, isFor, type Role } from '../roles.js';
import { pageSite } from '../site.js';
import { pageTitle, text } from '../texts/language.js';

const id = new URLSearchParams(location.search).get('id') ?? '';
const site = pageSite();
/** Who books for oneself is somebody else than who books for others. */
const WAYS_IN = [
  ['sign-in', 'participant'],
  ['sign-in-others', 'employer-hr'],
] as const;

await startPage({
  wire(_backend, role) {
    if (isFor(role, byId('booking-panel'))) wireBooking(role);
    byId('certifications').toggleAttribute('editable', role === 'provider');
    giveRecord(role, 'product-id', id);
    if (site !== undefined) giveSite(site);
    // A portal of its own would ask who one is.
    for (const [way, as] of WAYS_IN) {
      const address = new URLSearchParams({ id, ...(site !== undefined && { site }), as });
      byId<HTMLAnchorElement>(way).href = `?${address.toString()}`;
    }
  },
  async show(backend, role) {
    try {
      showProduct(await backend.getProduct(id, site === undefined ? {} : { site }), role);
    } catch (error) {
      if (!hasErrorCode(error, 'not-found')) throw error;
      byId('columns').hidden = true;
      tell('productMissing');
    }
  },
});

/** A provider and HR book for others, participants for themselves. */
function wireBooking(role: Role): void {
  const booking = byId<CourseBooking>('booking');
  const { employerId, id: name, email } = ACTORS[role];
  if (employerId !== undefined) booking.setAttribute('employer-id', employerId);
  if (role === 'provider' || role === 'employer-hr') booking.setAttribute('participants', 'many');
  // Whoever has signed in needn't say again who they are.
  if (email !== undefined) booking.knownParticipant = { name, email };
  byId('exempt').addEventListener('change', ({ target }) => {
    booking.setAttribute('audience', (target as HTMLInputElement).checked ? 'vat-exempt' : 'standard');
  });
  booking.addEventListener('ek-booked', ({ detail }) => {
    const href = `/enrollment.html?id=${encodeURIComponent(detail.enrollmentId)}`;
    notify(text('bookedHere'), { link: h('a', { href }, text('toEnrollment')) });
  });
}

function showProduct(product: StoredProduct, role: Role): void {
  const { name, price, state, allowedSites } = product;
  document.title = pageTitle(name);
  byId('title').replaceChildren(courseName(product));
  byId('lead').textContent = formatKind(product);
  if (isFor(role, byId('sites'))) showSites(product);
  byId('side').hidden = state === 'deleted';
  if (state === 'deleted') tell('productDeleted');
  if (!isFor(role, byId('booking-panel'))) return;
  byId('exempt').hidden = price?.exemptAmountMinor === undefined;
  // Who runs the courses sees those of groups too. It books them where they are booked, and can look at them there.
  const [first] = allowedSites;
  if (site === undefined && first !== undefined) giveSite(first);
}

/** The elements show, and book, what is for the people of this site. */
function giveSite(site: string): void {
  for (const element of document.querySelectorAll('[data-record]')) element.setAttribute('site', site);
}

/** On which sites a course of a group is to be seen: the way there, for whoever sees it everywhere. */
function showSites({ allowedSites }: StoredProduct): void {
  const links = allowedSites.map((site) => {
    const address = new URLSearchParams({ id, site, as: 'participant' });
    return h('a', { href: `/product.html?${address.toString()}` }, site);
  });
  byId('sites').hidden = links.length === 0;
  byId('sites').replaceChildren(
    text('onlyOnSites'),
    ...links.flatMap((link, index) => [index === 0 ? ' ' : ', ', link]),
  );
}

/** There is nothing to book, so no way to it either. */
function tell(what: 'productMissing' | 'productDeleted'): void {
  for (const way of ['jump', 'sign-in', 'sign-in-others']) byId(way).hidden = true;
  const className = what === 'productMissing' ? 'button' : '';
  notify(text(what), { tone: 'plain', link: h('a', { className, href: '/products.html' }, text('toProducts')) });
}
