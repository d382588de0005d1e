import { openIndexedDbBackend } from '@enrollkit/adapters/indexeddb';
import { addDays, dayOf, type Backend, type CalendarDay, type Instant } from '@enrollkit/core';
import { readProducts } from '@enrollkit/feed';
import { SAMPLE_CERTIFICATIONS } from './certifications.js';
import { SAMPLE_ENROLLMENTS, type SampleEnrollment, type SampleStep } from './enrollments.js';

const TIME_ZONE = 'Europe/Amsterdam';

/** Who did everything in the sample data. */
export const SAMPLE_PROVIDER = { id: 'Marije Postma', role: 'provider' } as const;

/**
 * Fills the database once, also when two tabs open at the same time. The last record tells that it was finished: a page
 * that was closed halfway begins again.
 */
export async function seedSampleData(backend: Backend, database: string): Promise<void> {
  await navigator.locks.request(`${database}-sample-data`, async () => {
    if (await isSeeded(backend)) return;
    await eraseSampleData(database);
    await seed(database);
  });
}

/** Throws the whole database away. */
export function eraseSampleData(database: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(database);
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error ?? new Error('The database could not be deleted.'));
  });
}

async function isSeeded(backend: Backend): Promise<boolean> {
  const last = SAMPLE_ENROLLMENTS.at(-1);
  const { items } = await backend.listEnrollments({ size: 500 });
  return items.some(({ id }) => id === last?.id);
}

/** Plays the past: everything is done through the backend, with a clock that says when it was. */
async function seed(database: string): Promise<void> {
  const today = dayOf(new Date().toISOString(), TIME_ZONE);
  const time = { now: new Date().toISOString() };
  const options = { database, timeZone: TIME_ZONE, clock: (): Instant => time.now };
  const provider = openIndexedDbBackend({ ...options, actor: SAMPLE_PROVIDER });
  const staff = openIndexedDbBackend({ ...options, actor: { id: 'platform', role: 'platform-staff' } });
  try {
    await addProducts(provider);
    await addCertifications(provider, staff);
    for (const [index, sample] of SAMPLE_ENROLLMENTS.entries()) {
      // Not everything happens at nine sharp.
      const clock = (day: number): void => {
        time.now = `${addDays(today, day)}T${String(8 + (index % 8)).padStart(2, '0')}:${((index * 17) % 50) | 10}:00.000Z`;
      };
      clock(sample.accepted);
      await enroll(provider, sample, today);
      for (const step of sample.then ?? []) {
        clock(step.on);
        await play(provider, sample, step, addDays(today, step.on));
      }
    }
  } finally {
    provider.close();
    staff.close();
  }
}

async function addProducts(provider: Backend): Promise<void> {
  const { body } = await fetch('/sample-products.xml');
  if (!body) throw new Error('The sample feed is missing.');
  for await (const { product } of readProducts(body)) if (product) await provider.putProduct(product);
}

async function addCertifications(provider: Backend, staff: Backend): Promise<void> {
  const links = new Map<string, string[]>();
  for (const { products, verified, ...certification } of SAMPLE_CERTIFICATIONS) {
    await provider.createCertification(certification);
    if (verified) await staff.verifyCertification(certification.id);
    for (const product of products) links.set(product, [...(links.get(product) ?? []), certification.id]);
  }
  for (const [product, certifications] of links) await provider.linkCertifications(product, certifications);
}

async function enroll(provider: Backend, sample: SampleEnrollment, today: CalendarDay): Promise<void> {
  const { id, name, email, product, starts, ends, isMonthOnly } = sample;
  await provider.createEnrollment({
    id,
    productId: product,
    participant: { name, email },
    ...(starts === undefined ? {} : { startDate: addDays(today, starts) }),
    ...(ends === undefined ? {} : { endDate: addDays(today, ends) }),
    ...(isMonthOnly ? { startDateIsMonthOnly: true } : {}),
  });
}

async function play(provider: Backend, { id, product }: SampleEnrollment, { what }: SampleStep, day: CalendarDay) {
  switch (what) {
    case 'invoice':
      return provider.recordInvoice(id);
    case 'cancel':
      return provider.cancelEnrollment(id);
    case 'certificate':
      return uploadCertificate(provider, id, product, day);
    default:
      return provider.changeStatus(id, what);
  }
}

async function uploadCertificate(provider: Backend, enrollmentId: string, productId: string, day: CalendarDay) {
  const certification = SAMPLE_CERTIFICATIONS.find(({ products }) => products.includes(productId));
  const sample = await (await fetch('/voorbeeldcertificaat.pdf')).blob();
  // Other bytes than the file that the page offers, or uploading that one would be a duplicate.
  const file = new File([sample, `% ${enrollmentId}\n`], 'certificaat-projectmatig-werken.pdf', { type: sample.type });
  return provider.uploadCertificate({
    enrollmentId,
    certificationId: certification?.id ?? '',
    file,
    validFrom: day,
    showsResults: false,
  });
}
