import '@enrollkit/elements/certificate-bundle.js';
import '@enrollkit/elements/enrollment-roster.js';
import { connectPdfReader, setDefaultPdfReader } from '@enrollkit/elements/pdf-reader.js';
import { createTrustedWorker } from '@enrollkit/feed/worker';
import { hasErrorCode, type Backend, type Enrollment } from '@enrollkit/core';
import { byId, courseName, h, notify, whileBusy } from '../dom.js';
import { formatCount, formatPeriod, joinFacts } from '../format.js';
import { forgetFailure, startPage, tellFailure } from '../portal.js';
import { pageTitle, text } from '../texts/language.js';

const asked = new URLSearchParams(location.search);
const productId = asked.get('product') ?? '';
const startId = asked.get('start') ?? '';
const onDate = { productId, startingDateId: startId };
const invoices = byId<HTMLButtonElement>('invoices');

// Under Trusted Types a worker's address has to be trusted too.
setDefaultPdfReader(connectPdfReader({ createWorker: () => createTrustedWorker('/embed/enrollkit-pdf-worker.js') }));

// At once, and not when there is a backend: until then they would say that nobody tells them.
for (const id of ['roster', 'bundle']) {
  byId(id).setAttribute('product-id', productId);
  byId(id).setAttribute('starting-date-id', startId);
}

await startPage({
  wire(backend) {
    invoices.addEventListener('click', () => void whileBusy([invoices], () => recordInvoices(backend)));
  },
  async show(backend) {
    try {
      const product = await backend.getProduct(productId);
      const start = product.startingDates.find(({ id }) => id === startId);
      if (!start) throw Object.assign(new Error('No such start.'), { code: 'not-found' });
      document.title = pageTitle(`${product.name} · ${formatPeriod(start)}`);
      byId('title').replaceChildren(courseName(product));
      byId('lead').textContent = joinFacts(formatPeriod(start), start.place);
      await showInvoices(backend);
    } catch (error) {
      if (!hasErrorCode(error, 'not-found')) throw error;
      byId('parts').hidden = true;
      notify(text('dateMissing'), {
        tone: 'plain',
        link: h('a', { className: 'button', href: '/dates.html' }, text('toDates')),
      });
    }
  },
});

/** Counts only: the list above has the rows. */
async function showInvoices(backend: Backend): Promise<void> {
  const [all, missing] = await Promise.all([
    backend.listEnrollments({ ...onDate, bookingState: 'accepted', size: 1 }),
    backend.listEnrollments({ ...onDate, missing: 'invoice', size: 1 }),
  ]);
  byId('invoices-count').textContent =
    all.total === 0
      ? formatCount(0, 'enrollments')
      : text('invoicesCount', { sent: all.total - missing.total, all: all.total });
  invoices.hidden = missing.total === 0;
  invoices.textContent = text('invoicesRecord', { count: missing.total });
}

/** The administration has sent them: rule 3 then completes who is through. */
async function recordInvoices(backend: Backend): Promise<void> {
  forgetFailure();
  try {
    const missing: Enrollment[] = [];
    for (;;) {
      const afterId = missing.at(-1)?.id;
      const query = { ...onDate, missing: 'invoice', size: 500 } as const;
      const { items } = await backend.listEnrollments({ ...query, ...(afterId !== undefined && { afterId }) });
      missing.push(...items);
      if (items.length < 500) break;
    }
    for (const { id, version } of missing) await backend.recordInvoice(id, { expectedVersion: version });
    notify(text('invoicesRecorded', { count: missing.length }), { takesFocus: true });
  } catch (error) {
    tellFailure(error, invoices);
  }
}
