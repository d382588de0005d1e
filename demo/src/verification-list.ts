import type { Backend, Certification, StoredProduct } from '@enrollkit/core';
import { byId, h, notify } from './dom.js';
import { tellFailure } from './portal.js';
import { text } from './texts/language.js';

/** What a provider offers. */
interface Offer {
  readonly certifications: readonly Certification[];
  readonly products: readonly StoredProduct[];
}

/** The certifications through the eyes of the platform: what nobody has looked at yet comes first. */
export function showVerification(backend: Backend, { certifications, products }: Offer): void {
  const list = byId('to-verify');
  const sorted = certifications.toSorted((a, b) => Number(a.verified) - Number(b.verified));
  const focused = document.activeElement?.closest<HTMLElement>('#to-verify li')?.dataset.id;
  list.replaceChildren(
    ...sorted.map((certification) => row(backend, certification, coursesOf(certification, products))),
    ...(sorted.length > 0 ? [] : [h('li', {}, text('noneToVerify'))]),
  );
  list.removeAttribute('aria-busy');
  // The row was made anew: who was in it, with the keyboard, goes on from there.
  const again = focused === undefined ? undefined : [...list.children].find((item) => isRow(item, focused));
  again?.querySelector<HTMLElement>('button, [tabindex]')?.focus();
}

function isRow(item: Element, id: string): boolean {
  return item instanceof HTMLElement && item.dataset.id === id;
}

function coursesOf({ id }: Certification, products: readonly StoredProduct[]): string {
  const names = products.filter((product) => product.certificationIds.includes(id)).map(({ name }) => name);
  return names.length > 0 ? `${text('products')}: ${names.join('; ')}` : text('noCourses');
}

function row(backend: Backend, certification: Certification, courses: string): HTMLLIElement {
  const { id, name, description, requiresValidUntil, verified } = certification;
  const notes = [description, requiresValidUntil && text('expires')].filter(Boolean).join(' · ');
  const item = h(
    'li',
    {},
    h('span', {}, name, notes !== '' && h('small', {}, notes), h('small', {}, courses)),
    verified ? done() : button(backend, certification),
  );
  item.dataset.id = id;
  return item;
}

function done(): HTMLElement {
  return h('span', { className: 'done', tabIndex: -1 }, text('verified'));
}

function button(backend: Backend, certification: Certification): HTMLButtonElement {
  const verify = h('button', { type: 'button', className: 'button' }, text('verify'));
  verify.setAttribute('aria-label', `${text('verify')}: ${certification.name}`);
  verify.addEventListener('click', () => void approve(backend, certification));
  return verify;
}

async function approve(backend: Backend, { id, name, version }: Certification): Promise<void> {
  try {
    // What was looked at is what is approved: somebody may have changed it meanwhile.
    await backend.verifyCertification(id, { expectedVersion: version });
    notify(text('certificationVerified', { name }));
  } catch (error) {
    tellFailure(error);
  }
}
