import { addDays, type Backend, type CalendarDay, type Instant } from '@enrollkit/core';
import { readProducts } from '@enrollkit/feed';
import { SAMPLE_CERTIFICATIONS } from './certifications.js';
import { BOOKED_AT, INVOICED_AT, SAMPLE_DATE, SAMPLE_PARTICIPANTS } from './course-date.js';
import { SAMPLE_ENROLLMENTS, type SampleEnrollment, type SampleStep } from './enrollments.js';

/** Where the sample data goes, and the files that it takes. */
export interface Stage {
  readonly provider: Backend;
  readonly staff: Backend;
  /** Sets the clock of both. */
  readonly setTime: (now: Instant) => void;
  readonly today: CalendarDay;
  /** A file of the portal by its name. */
  readonly readFile: (name: string) => Promise<Blob>;
}

/** Plays the past: everything is done through the backends, with a clock that says when it was. */
export async function playSampleData(stage: Stage): Promise<void> {
  const { provider, today } = stage;
  await addProducts(stage);
  await addCertifications(stage);
  await fillCourseDate(stage);
  for (const [index, sample] of SAMPLE_ENROLLMENTS.entries()) {
    // Not everything happens at nine sharp.
    const clock = (day: number): void => {
      const [hour, minute] = [8 + (index % 8), ((index * 17) % 50) | 10];
      stage.setTime(`${addDays(today, day)}T${String(hour).padStart(2, '0')}:${minute}:00.000Z`);
    };
    clock(sample.accepted);
    await enroll(provider, sample, today);
    for (const step of sample.then ?? []) {
      clock(step.on);
      await play(stage, sample, step);
    }
  }
}

/** A group, as a provider has one on every date. */
async function fillCourseDate({ provider, setTime }: Stage): Promise<void> {
  const { product, start } = SAMPLE_DATE;
  for (const [index, { name, isInvoiced }] of SAMPLE_PARTICIPANTS.entries()) {
    const id = `voorbeeld-bhv-${index + 1}`;
    const email = `deelnemer${index + 1}@voorbeeld.example`;
    setTime(BOOKED_AT);
    await provider.createEnrollment({ id, productId: product, startingDateId: start, participant: { name, email } });
    if (!isInvoiced) continue;
    setTime(INVOICED_AT);
    await provider.recordInvoice(id);
  }
}

/** Whether it was played to the end: the last record tells. */
export async function isPlayed(provider: Backend): Promise<boolean> {
  const last = SAMPLE_ENROLLMENTS.at(-1);
  const [found] = await provider.getEnrollments(last ? [last.id] : []);
  return found !== undefined;
}

async function addProducts({ provider, readFile }: Stage): Promise<void> {
  const feed = await readFile('sample-products.xml');
  for await (const { product } of readProducts(feed)) if (product) await provider.putProduct(product);
}

async function addCertifications({ provider, staff }: Stage): Promise<void> {
  const links = new Map<string, string[]>();
  for (const { products, verified, ...certification } of SAMPLE_CERTIFICATIONS) {
    await provider.createCertification(certification);
    if (verified) await staff.verifyCertification(certification.id);
    for (const product of products) links.set(product, [...(links.get(product) ?? []), certification.id]);
  }
  for (const [product, certifications] of links) await provider.linkCertifications(product, certifications);
}

async function enroll(provider: Backend, sample: SampleEnrollment, today: CalendarDay): Promise<void> {
  const { id, name, email, employer, product, site, starts, ends, isMonthOnly } = sample;
  await provider.createEnrollment({
    id,
    productId: product,
    participant: { name, email, ...(employer === undefined ? {} : { employerId: employer }) },
    ...(site === undefined ? {} : { site }),
    ...(starts === undefined ? {} : { startDate: addDays(today, starts) }),
    ...(ends === undefined ? {} : { endDate: addDays(today, ends) }),
    ...(isMonthOnly ? { startDateIsMonthOnly: true } : {}),
  });
}

async function play(stage: Stage, sample: SampleEnrollment, { what, on }: SampleStep): Promise<unknown> {
  const { provider, today } = stage;
  switch (what) {
    case 'invoice':
      return provider.recordInvoice(sample.id);
    case 'cancel':
      return provider.cancelEnrollment(sample.id);
    case 'certificate':
      return uploadCertificate(stage, sample, addDays(today, on));
    default:
      return provider.changeStatus(sample.id, what);
  }
}

async function uploadCertificate({ provider, readFile }: Stage, { id, product }: SampleEnrollment, day: CalendarDay) {
  const certification = SAMPLE_CERTIFICATIONS.find(({ products }) => products.includes(product));
  const sample = await readFile('voorbeeldcertificaat.pdf');
  // Other bytes than the file that the page offers, or uploading that one would be a duplicate.
  const file = new File([sample, `% ${id}\n`], 'certificaat-projectmatig-werken.pdf', { type: 'application/pdf' });
  return provider.uploadCertificate({
    enrollmentId: id,
    certificationId: certification?.id ?? '',
    file,
    validFrom: day,
    showsResults: false,
  });
}
