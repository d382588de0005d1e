// Records of which every element has something to say, over the real use cases.
import {
  createBackend,
  type Actor,
  type Backend,
  type Enrollment,
  type FullBackend,
  type NewEnrollment,
} from '@enrollkit/core';
import { pdf } from '../../contract/records.js';
import { memoryStore } from '../../support/memory-store.js';
import { fullProduct } from '../product-details/full-product.js';

const NOW = '2026-09-01T10:00:00.000Z';
const PROVIDER: Actor = { id: 'p.drenth', name: 'Kim Drenth', role: 'provider' };
const STAFF: Actor = { id: 'staff', name: 'Wieke Staf', role: 'platform-staff' };

/** What no translator may touch: persons, addresses, places, what certificates are for, organisations and codes. */
export const NAMES = [
  'Noor Wiersma',
  'noor@wiersma.example',
  'Sem Rozema',
  'sem@rozema.example',
  'Tess Veldman',
  'tess@veldman.example',
  'Noortje Wiersema',
  'Kim Drenth',
  'Marije Postma',
  'info@example.test',
  '030 123 45 67',
  'Faizah Brandsma',
  'Appelscha',
  'Winterswijk',
  'Overijssel',
  'PRINCE2 Practitioner',
  'bewijs-noor.pdf',
  'KNMG',
  '34406',
] as const;

const { providerId: _, ...published } = fullProduct;

export const product = {
  ...published,
  id: 'course',
  productType: 'open',
  videoUrl: 'https://www.youtube.com/watch?v=abcdefghijk',
  imageUrls: [],
  price: { amountMinor: 39900, vat: 'excluded', vatMinor: 8379, period: 'all', complete: true },
  additionalCosts: [
    { id: 'lunch', type: 'lunch', amountMinor: 2500, vat: 'excluded', vatMinor: 225, mandatory: false },
    {
      id: 'exam',
      type: 'other',
      typeOther: 'Examen',
      amountMinor: 1000,
      vat: 'excluded',
      vatMinor: 210,
      mandatory: true,
    },
  ],
  discounts: [],
  allowedSites: [],
  trainerEmails: ['faizah@brandsma.example'],
  startingDates: [
    {
      id: 's1',
      startDate: '2027-01-19',
      startDateIsMonthOnly: false,
      endDate: '2027-01-20',
      endDateIsMonthOnly: false,
      place: 'Appelscha',
      maxSeats: 8,
      schedule: [
        { date: '2027-01-19', place: 'Appelscha', name: 'Begin', startTime: '09:00', endTime: '17:00' },
        { date: '2027-01-20', place: 'Winterswijk', name: 'Oefenen', startTime: '09:00', endTime: '17:00' },
      ],
    },
    ...['2027-02-09', '2027-03-09', '2027-04-13', '2027-05-11', '2027-06-08'].map((startDate, index) => ({
      id: `s${index + 2}`,
      startDate,
      startDateIsMonthOnly: false,
      endDateIsMonthOnly: false,
      place: index % 2 === 0 ? 'Winterswijk' : 'Zwolle',
      schedule: [],
    })),
  ],
} as const satisfies Parameters<Backend['putProduct']>[0];

export interface Records {
  readonly provider: FullBackend;
  readonly staff: FullBackend;
}

/** Records that every element has something to show of. */
export async function everyRecord(): Promise<Records> {
  const { store, files } = memoryStore();
  let count = 0;
  const as = (actor: Actor): FullBackend =>
    createBackend({ store, files, clock: () => NOW, ids: () => `id-${String((count += 1)).padStart(4, '0')}`, actor });
  const [provider, staff] = [as(PROVIDER), as(STAFF)];
  await provider.putProduct(product);
  await provider.putTrainer({ email: 'faizah@brandsma.example', firstName: 'Faizah', lastName: 'Brandsma' });
  await provider.confirmTrainer('faizah@brandsma.example');
  for (const [id, name] of [
    ['c1', 'PRINCE2 Practitioner'],
    ['c2', 'PRINCE2 Practitioner Plus'],
  ] as const) {
    await provider.createCertification({ id, name, description: 'Na het examen', requiresValidUntil: false });
  }
  await provider.linkCertifications('course', ['c1']);
  await staff.verifyCertification('c1');

  const book = (id: string, name: string, more: Partial<NewEnrollment> = {}): Promise<Enrollment> =>
    provider.createEnrollment({
      id,
      productId: 'course',
      startingDateId: 's1',
      participant: { name, email: `${name.split(' ')[0]!.toLowerCase()}@${name.split(' ')[1]!.toLowerCase()}.example` },
      ...more,
    });
  await book('e1', 'Noortje Wiersema');
  await provider.correctEnrollment('e1', { name: 'Noor Wiersma', email: 'noor@wiersma.example' });
  await provider.changeStatus('e1', 'started', { note: 'Was er al' });
  await provider.uploadCertificate({
    enrollmentId: 'e1',
    certificationId: 'c1',
    file: pdf('noor', 'bewijs-noor.pdf'),
    validFrom: '2026-08-30',
    showsResults: false,
  });
  await provider.uploadInvoice('e1', pdf('invoice', 'factuur.pdf'));
  await book('e2', 'Sem Rozema', { request: true });
  await book('e3', 'Tess Veldman', { consumer: true });
  await book('e4', 'Sem Rozema', { consumer: true });
  await provider.withdrawEnrollment('e4', { name: 'Sem Rozema', email: 'sem@rozema.example' });
  return { provider, staff };
}
