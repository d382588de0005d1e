import type { Backend, Certification, StoredProduct } from '@enrollkit/core';
import { byId, control, h, notify, typed } from '../dom.js';
import { startPage, tellFailure } from '../portal.js';
import { language, text } from '../texts/language.js';
import { showVerification } from '../verification-list.js';

const asked = new URLSearchParams(location.search);
const link = byId<HTMLFormElement>('link');
const create = byId<HTMLFormElement>('create');
const productSelect = control<HTMLSelectElement>(link, 'product');

let products: readonly StoredProduct[] = [];
let certifications: readonly Certification[] = [];

await startPage({
  wire(backend) {
    const enrollment = asked.get('enrollment');
    const back = byId<HTMLAnchorElement>('back');
    back.hidden = !enrollment;
    back.href = `/enrollment.html?id=${encodeURIComponent(enrollment ?? '')}`;
    productSelect.addEventListener('change', showChoices);
    link.addEventListener('submit', (event) => {
      event.preventDefault();
      void save(backend);
    });
    create.addEventListener('submit', (event) => {
      event.preventDefault();
      void add(backend);
    });
  },
  async show(backend, role) {
    const [allProducts, allCertifications] = await Promise.all([
      backend.listProducts({ state: 'active', size: 500 }),
      backend.listCertifications({ size: 500 }),
    ]);
    products = allProducts.items.toSorted((a, b) => a.name.localeCompare(b.name, language()));
    certifications = allCertifications.items.toSorted((a, b) => a.name.localeCompare(b.name, language()));
    if (role === 'platform-staff') {
      showVerification(backend, { certifications, products });
      return;
    }
    showProducts();
    showChoices();
  },
});

function showProducts(): void {
  const chosen = productSelect.value || asked.get('product') || '';
  productSelect.replaceChildren(...products.map(({ id, name }) => h('option', { value: id }, name)));
  if (products.some(({ id }) => id === chosen)) productSelect.value = chosen;
}

function showChoices(): void {
  const linked = products.find(({ id }) => id === productSelect.value)?.certificationIds ?? [];
  byId('choices').replaceChildren(
    ...certifications.map((certification) => choice(certification, linked.includes(certification.id))),
    ...(certifications.length ? [] : [h('p', {}, text('noCertifications'))]),
  );
}

function choice(certification: Certification, checked: boolean): HTMLLabelElement {
  const notes = [
    certification.description,
    certification.requiresValidUntil && text('expires'),
    !certification.verified && text('notVerified'),
  ];
  return h(
    'label',
    { className: 'check' },
    h('input', { type: 'checkbox', name: 'certification', value: certification.id, checked }),
    h('span', {}, certification.name, h('small', {}, notes.filter(Boolean).join(' · '))),
  );
}

async function save(backend: Backend): Promise<void> {
  try {
    await backend.linkCertifications(productSelect.value, new FormData(link).getAll('certification').map(String));
    notify(text('linksSaved'));
  } catch (error) {
    tellFailure(error);
  }
}

async function add(backend: Backend): Promise<void> {
  const description = typed(create, 'description');
  try {
    await backend.createCertification({
      name: typed(create, 'name'),
      ...(description ? { description } : {}),
      requiresValidUntil: control(create, 'requiresValidUntil').checked,
    });
    create.reset();
    notify(text('certificationAdded'));
  } catch (error) {
    tellFailure(error);
  }
}
