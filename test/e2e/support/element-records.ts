import { openAsBlob } from 'node:fs';
import { join } from 'node:path';
import { createBackend, type Actor, type Backend } from '@enrollkit/core';
import { readProducts } from '@enrollkit/feed';
import type { ServerParts } from '@enrollkit/server';
import { CERTIFICATE_PDF } from './enrollment-page.js';

/** The course of all of them, which has everything that a product can show. */
export const COURSE = 'element-course';
/** One of its starts, as people read it. */
export const START = /9 – 10\smaart 2027/;
/** What it leads to, and what it may be linked with too. */
export const CERTIFICATION = 'Veilig vergaderen';
export const OTHER_CERTIFICATION = 'Notuleren voor gevorderden';
/** Who is on the course, named after what happens to their enrollment: no element changes what another one shows. */
export const PEOPLE = {
  withdrawn: 'Anna Smit',
  passed: 'Fatima Öztürk',
  marked: 'Zoë de Vries',
  certified: 'Łukasz Wiśniewski',
  invoiced: 'Jan van der Berg',
  listed: 'Sjoerd Dijkstra',
} as const;
/** The enrollment of each of them. */
export const ENROLLMENTS = {
  withdrawn: 'element-withdrawn',
  passed: 'element-passed',
  marked: 'element-marked',
  certified: 'element-certified',
  invoiced: 'element-invoiced',
  listed: 'element-listed',
} as const satisfies Record<keyof typeof PEOPLE, string>;

const SAMPLE_FEED = join(import.meta.dirname, '../../../demo/public/sample-products.xml');

/** Has a server hold what every element of a page needs, as a provider would. */
export async function addElementRecords({ stores, files, clock, ids }: ServerParts, providerId: string): Promise<void> {
  const actor: Actor = { id: 'setup', role: 'provider', providerId };
  const backend = createBackend({ store: stores.for(actor), files, clock, ids, actor });
  await addCourse(backend);
  const [certification] = await Promise.all(
    [CERTIFICATION, OTHER_CERTIFICATION].map((name) =>
      backend.createCertification({ name, requiresValidUntil: false }),
    ),
  );
  await backend.linkCertifications(COURSE, [certification!.id]);
  for (const who of Object.keys(PEOPLE) as (keyof typeof PEOPLE)[]) {
    const id = ENROLLMENTS[who];
    const participant = { name: PEOPLE[who], email: `${id}@voorbeeld.example` };
    await backend.createEnrollment({ id, productId: COURSE, participant, consumer: true });
  }
  await backend.uploadCertificate({
    enrollmentId: ENROLLMENTS.certified,
    certificationId: certification!.id,
    file: new File([await openAsBlob(CERTIFICATE_PDF)], 'certificate.pdf', { type: 'application/pdf' }),
    validFrom: '2026-09-12',
    showsResults: false,
  });
}

async function addCourse(backend: Backend): Promise<void> {
  for await (const { product } of readProducts(await openAsBlob(SAMPLE_FEED))) {
    if (product?.id === 'DW-101')
      await backend.putProduct({ ...product, id: COURSE, name: 'Vergaderen met resultaat' });
  }
}
