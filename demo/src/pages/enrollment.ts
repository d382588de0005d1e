import '@enrollkit/elements/booking-withdrawal.js';
import '@enrollkit/elements/certificate-upload.js';
import '@enrollkit/elements/enrollment-status.js';
import '@enrollkit/elements/invoice-upload.js';
import '@enrollkit/elements/price-breakdown.js';
import { hasErrorCode, type Backend, type Enrollment, type StoredProduct } from '@enrollkit/core';
import { byId, control, courseName, h, notify } from '../dom.js';
import { formatPeriod } from '../format.js';
import { ParticipantCorrection } from '../participant-correction.js';
import { forgetFailure, startPage, tellBeside, tellFailure } from '../portal.js';
import { giveRecord, isParticipant, type Role } from '../roles.js';
import { pageTitle, text } from '../texts/language.js';

const id = new URLSearchParams(location.search).get('id') ?? '';
const dates = byId<HTMLFormElement>('dates');
let correction: ParticipantCorrection | undefined;
const cancelDialog = byId<HTMLDialogElement>('cancel-dialog');

await startPage({
  wire(backend, role) {
    byId('status').toggleAttribute('editable', role === 'provider');
    if (role === 'provider') correction = new ParticipantCorrection(backend);
    // Nobody else sees a form there.
    else byId('upload').dataset.reader = '';
    byId('cancel').addEventListener('click', () => {
      cancelDialog.returnValue = '';
      cancelDialog.showModal();
    });
    cancelDialog.addEventListener('close', () => {
      if (cancelDialog.returnValue === 'cancel') void cancel(backend);
    });
    giveRecord(role, 'enrollment-id', id);
    dates.addEventListener('submit', (event) => {
      event.preventDefault();
      void moveDates(backend);
    });
  },
  async show(backend, role) {
    try {
      const enrollment = await backend.getEnrollment(id);
      const product = await backend.getProduct(enrollment.productId).catch(() => undefined);
      showEnrollment(enrollment, product, role);
    } catch (error) {
      if (!hasErrorCode(error, 'not-found')) throw error;
      byId('columns').hidden = true;
      notify(text('enrollmentMissing'), {
        tone: 'plain',
        link: h('a', { className: 'button', href: '/index.html' }, text('toEnrollments')),
      });
    }
  },
});

function showEnrollment(enrollment: Enrollment, product: StoredProduct | undefined, role: Role): void {
  const { participant, productId } = enrollment;
  const productHref = `/product.html?id=${encodeURIComponent(productId)}`;
  const course = product ? courseName(product) : productId;
  // Participants know who they are: what tells theirs apart is the course.
  const isOwn = isParticipant(role);
  document.title = pageTitle(isOwn ? `${product?.name ?? productId} · ${text('enrollment')}` : participant.name);
  byId('title').replaceChildren(isOwn ? course : participant.name);
  byId('lead').replaceChildren(h('a', { href: productHref }, isOwn ? text('about') : course));

  byId('facts').replaceChildren(
    ...(isOwn ? fact(text('participantName'), participant.name) : []),
    ...fact(text('email'), participant.email),
    ...fact(text('period'), formatPeriod(enrollment)),
  );
  correction?.show(enrollment);
  // Nothing can be done any more, and it stays like that.
  if (enrollment.status === 'cancelled') byId('administration-panel').hidden = true;
  // Somebody may be choosing other dates right now: only untouched fields follow the record.
  for (const name of ['startDate', 'endDate'] as const) {
    const field = control(dates, name);
    if (field.value === field.defaultValue) field.value = field.defaultValue = enrollment[name] ?? '';
  }

  const back = encodeURIComponent(id);
  const setupUrl = `/certifications.html?product=${encodeURIComponent(productId)}&enrollment=${back}`;
  byId('upload').setAttribute('setup-url', setupUrl);
}

function fact(name: string, value: string): readonly HTMLElement[] {
  return [h('dt', {}, name), h('dd', {}, value)];
}

async function cancel(backend: Backend): Promise<void> {
  const isCancelled = await attempt(byId('cancel'), backend.cancelEnrollment(id));
  if (isCancelled) notify(text('enrollmentCancelled'), { takesFocus: true });
}

async function moveDates(backend: Backend): Promise<void> {
  const fields = { startDate: control(dates, 'startDate'), endDate: control(dates, 'endDate') };
  const startDate = fields.startDate.value;
  const endDate = fields.endDate.value;
  if (startDate && endDate && endDate < startDate) {
    tellBeside(byId('move'), text('datesReversed'));
    fields.endDate.focus();
    return;
  }
  const moved = await attempt(
    byId('move'),
    backend.moveDates(id, { ...(startDate ? { startDate } : {}), ...(endDate ? { endDate } : {}) }),
  );
  if (!moved) return;
  fields.startDate.defaultValue = startDate;
  fields.endDate.defaultValue = endDate;
  notify(text('datesMoved'));
}

/** What fails is told beside the button that was pressed. */
async function attempt(button: HTMLElement, work: Promise<unknown>): Promise<boolean> {
  forgetFailure();
  try {
    await work;
    return true;
  } catch (error) {
    tellFailure(error, button);
    return false;
  }
}
