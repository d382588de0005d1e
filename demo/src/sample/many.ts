import {
  addDays,
  foldText,
  type Backend,
  type CalendarDay,
  type ImportPort,
  type Instant,
  type StatusRequest,
} from '@enrollkit/core';
import { playCatalogue } from './catalogue.js';
import { EMPLOYER } from './enrollments.js';
import { playGroups } from './groups.js';
import { playImports } from './imports.js';
import { FAMILY, GIVEN } from './names.js';

/** How many a provider of some size has in two years. */
export const MANY = 2000;

const ABSENCES = [
  'Ziek gemeld',
  'Niet verschenen, niet bereikbaar',
  'Gaat mee met een volgende groep',
  'Trein viel uit',
];

/** The same ones every time, and no order that anybody sees. */
function numbersFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

interface Booking {
  readonly id: string;
  readonly bookedOn: CalendarDay;
  readonly isOver: boolean;
  readonly input: Parameters<Backend['createEnrollment']>[0];
}

/** What fills the server, and where. */
export interface ManyStage {
  readonly provider: Backend & ImportPort;
  readonly staff: Backend;
  readonly setTime: (now: Instant) => void;
  readonly today: CalendarDay;
  /** A file of the portal by its name. */
  readonly readFile: (name: string) => Promise<Blob>;
  readonly tell: (done: number) => void;
}

/** Whether all of them are there. */
export async function areManyPlayed(provider: Backend): Promise<boolean> {
  const [found] = await provider.getEnrollments([idOf(MANY)]);
  return found !== undefined;
}

/**
 * A whole catalogue with the feeds that it came from, and two thousand people on its courses, over two years: what is over is mostly completed, with here and there
 * somebody who was absent, an invoice that is missing, and a group of which nobody was marked yet.
 */
export async function playMany(stage: ManyStage): Promise<void> {
  const { provider, setTime, today, tell } = stage;
  await playCatalogue(stage);
  await playImports(stage);
  await playGroups(provider, { setTime, today });
  const products = (await provider.listProducts({ state: 'active', size: 500 })).items;
  const ids = products.filter(({ allowedSites, price }) => allowedSites.length === 0 && price).map(({ id }) => id);
  const bookings = makeBookings(ids, today);
  for (const [index, { id, input, bookedOn, isOver }] of bookings.entries()) {
    setTime(`${bookedOn}T${String(8 + (index % 9)).padStart(2, '0')}:${10 + (index % 49)}:00.000Z`);
    await provider.createEnrollment(input);
    // An invoice in nine of ten: the others wait for it.
    if (isOver && index % 10 !== 3) await provider.recordInvoice(id);
    if (index % 100 === 99) tell(index + 1);
  }
  setTime(`${addDays(today, -1)}T15:30:00.000Z`);
  const changes = bookings.flatMap(({ id, isOver }, index): StatusRequest[] => {
    if (!isOver || index % 14 > 1) return [];
    if (index % 14 === 0) return [{ id, to: 'did-not-pass' }];
    return [{ id, to: 'no-show', note: ABSENCES[index % ABSENCES.length] ?? '' }];
  });
  for (let begin = 0; begin < changes.length; begin += 500) {
    await provider.changeStatuses(changes.slice(begin, begin + 500));
  }
  await giveCertificates(stage, bookings);
}

/** One in eight of what is over, valid from its last day; of some the end is near, or past. */
async function giveCertificates({ provider, readFile, setTime, today }: ManyStage, bookings: readonly Booking[]) {
  const sample = await readFile('voorbeeldcertificaat.pdf');
  const certifications = new Map(
    (await provider.listCertifications({ size: 500 })).items.map((each) => [each.id, each]),
  );
  for (const [index, { id, input, isOver }] of bookings.entries()) {
    // Not those who did not pass, or were not there.
    if (!isOver || index % 8 !== 5 || index % 14 < 2) continue;
    const { certificationIds } = await provider.getProduct(input.productId);
    const certification = certifications.get(certificationIds[0] ?? '');
    if (!certification) continue;
    const validFrom = input.endDate ?? today;
    setTime(`${addDays(validFrom, 1)}T10:00:00.000Z`);
    // A file is each time another one: the same bytes would be a duplicate.
    const file = new File([sample, `% ${id}\n`], `certificaat-${id}.pdf`, { type: 'application/pdf' });
    const end = certification.requiresValidUntil ? { validUntil: addDays(validFrom, 365) } : {};
    await provider.uploadCertificate({
      ...{ enrollmentId: id, certificationId: certification.id, file, validFrom, ...end },
      showsResults: false,
    });
  }
}

function makeBookings(products: readonly string[], today: CalendarDay): readonly Booking[] {
  const random = numbersFrom(20_260_901);
  const bookings: Booking[] = [];
  // The last one is written last: it tells that all are there.
  while (bookings.length < MANY) {
    const product = products[random(products.length)] ?? '';
    const begins = addDays(today, random(730) - 500);
    const ends = addDays(begins, random(3) === 0 ? 30 + random(60) : random(4));
    const size = 6 + random(19);
    for (let seat = 0; seat < size && bookings.length < MANY; seat += 1) {
      const number = bookings.length + 1;
      const name = `${GIVEN[random(GIVEN.length)]} ${FAMILY[random(FAMILY.length)]}`;
      const bookedOn = [addDays(begins, -7 - random(90)), addDays(today, -1 - random(20))].sort()[0] ?? begins;
      bookings.push({
        id: idOf(number),
        bookedOn,
        isOver: ends < today,
        input: {
          id: idOf(number),
          productId: product,
          participant: {
            name,
            email: `${foldText(name).replaceAll(/[^a-z]+/g, '.')}${number}@voorbeeld.example`,
            externalId: `D${10_000 + number}`,
            ...(random(6) === 0 && { employerId: EMPLOYER }),
          },
          startDate: begins,
          endDate: ends,
          ...(begins > today && random(25) === 0 && { request: true }),
        },
      });
    }
  }
  return bookings;
}

function idOf(number: number): string {
  return `veel-${String(number).padStart(4, '0')}`;
}
