import type { Backend, Certificate } from '@enrollkit/core';
import { byId, h } from './dom.js';
import { formatDay } from './format.js';
import { tellFailure } from './portal.js';
import { text } from './texts/language.js';

/** The certificates of an enrollment, for who may look and not change. */
export async function showCertificates(backend: Backend, enrollmentId: string): Promise<void> {
  const { items } = await backend.listCertificates({ enrollmentId });
  byId('certificates').replaceChildren(
    ...items.map((certificate) => row(backend, certificate)),
    ...(items.length > 0 ? [] : [h('li', {}, text('noCertificates'))]),
  );
}

function row(backend: Backend, certificate: Certificate): HTMLLIElement {
  const { validFrom, validUntil, certification, certificationId, file } = certificate;
  const from = formatDay(validFrom);
  const validity = validUntil
    ? text('validBetween', { from, until: formatDay(validUntil) })
    : text('validFrom', { from });
  const open = h('button', { type: 'button', className: 'button' }, text('openCertificate'));
  open.setAttribute('aria-label', `${text('openCertificate')}: ${file.name}`);
  open.addEventListener('click', () => void save(backend, certificate).catch(tellFailure));
  return h('li', {}, h('span', {}, certification?.name ?? certificationId, h('small', {}, validity)), open);
}

async function save(backend: Backend, { id, file }: Certificate): Promise<void> {
  const binary = await backend.openCertificateFile(id);
  const href = URL.createObjectURL(new Blob([await binary.arrayBuffer()], { type: file.mediaType }));
  h('a', { href, download: file.name }).click();
  // The download has begun by the next task.
  setTimeout(() => URL.revokeObjectURL(href));
}
