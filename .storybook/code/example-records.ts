import type { Backend, Certificate, Certification, Enrollment, NewEnrollment, StoredProduct } from '@enrollkit/core';
import { FOUNDATION } from '../../stories/support/certifications.js';
import { STORY_NOW } from '../../stories/support/clock.js';
import { ENROLLMENTS } from '../../stories/support/enrollments.js';
import { pricedCourse } from '../../stories/support/products.js';
import { Code, toSource } from './to-source.js';

/** What a story may have been handed. */
export interface StoryRecords {
  readonly product?: StoredProduct;
  readonly enrollment?: Enrollment;
  readonly rows?: readonly Enrollment[];
  readonly certifications?: readonly Certification[];
  /** Of these, which the course leads to: all, unless it says so. */
  readonly linked?: readonly string[];
  readonly certificates?: readonly Certificate[];
}

/** The records of an example, all of one course. */
interface ExampleRecords {
  readonly product: StoredProduct;
  readonly enrollments: readonly Enrollment[];
  readonly certifications: readonly Certification[];
  readonly linked: readonly string[];
  readonly certificates: readonly Certificate[];
}

/** Enough of a long list to see what one looks like. */
const FEW = 3;
/** One that has expired, one that is about to, one that is valid, and one that nobody has verified. */
const FEW_CERTIFICATES = 4;

export function exampleRecords(records: StoryRecords): ExampleRecords {
  const { product = pricedCourse(), enrollment = ENROLLMENTS.started, rows } = records;
  const certificates = (records.certificates ?? []).slice(0, FEW_CERTIFICATES);
  const named = unlessEmpty(certificates.flatMap(certificationsOf));
  const certifications = unique(records.certifications ?? named ?? [FOUNDATION]).slice(0, FEW_CERTIFICATES);
  return {
    product: { ...product, startingDates: product.startingDates.slice(0, FEW) },
    enrollments: rows?.slice(0, FEW) ?? unlessEmpty(certificates.flatMap(enrollmentsOf)) ?? [enrollment],
    certifications,
    linked: records.linked ?? certifications.map(({ id }) => id),
    certificates,
  };
}

/** In a list of certificates each says whose it is, and what it is for. */
function enrollmentsOf({ enrollmentId: id, participant }: Certificate): Enrollment[] {
  return participant ? [{ ...ENROLLMENTS.started, id, participant: { name: '', ...participant } }] : [];
}

function certificationsOf({ certificationId: id, certification }: Certificate): Certification[] {
  if (!certification) return [];
  const { name, verified = true } = certification;
  return [{ id, name, verified, requiresValidUntil: false, version: 1 }];
}

const unique = (all: readonly Certification[]): Certification[] => [
  ...new Map(all.map((one) => [one.id, one])).values(),
];
const unlessEmpty = <Item>(all: readonly Item[]): readonly Item[] | undefined => (all.length > 0 ? all : undefined);

/**
 * The lines that give the example a backend with its records, in the browser's own database: no server, nothing else to
 * write, and everything that the element can do works. `setDefaultBackend` and `openIndexedDbBackend` are in scope.
 */
export function backendSource(records: ExampleRecords, database: string): string {
  const { product, certifications, certificates, linked, enrollments } = records;
  const isReviewed = certifications.some(({ verified, rejection }) => !verified || rejection);
  const lines = [
    `await backend.putProduct(${toSource(bare(product), '    ')});`,
    ...certifications.map(({ id, name, description, requiresValidUntil }) =>
      call('createCertification', { id, name, ...(description && { description }), requiresValidUntil }),
    ),
    ...(isReviewed ? reviewLines(certifications) : []),
    ...(linked.length > 0 ? [`await backend.linkCertifications('${product.id}', ${toSource(linked)});`] : []),
    ...enrollments.flatMap((enrollment) => enrollmentLines(enrollment, product.id)),
    ...certificates.map(certificateLine),
  ];
  const options = isReviewed ? 'database, clock' : 'database, clock, verifyCertifications: false';
  return `// Sample records in the browser's own database. With the server: createRestBackend({ baseUrl: '/api' }).
async function openExample() {
  const clock = () => '${STORY_NOW}'; // The example's today: leave it out.
  const database = '${database}';
  const backend = openIndexedDbBackend({ ${options} });
  if ((await backend.listProducts()).total === 0) {
${lines.map((line) => `    ${line}\n`).join('')}  }
  return backend;
}
${certificates.length > 0 ? DRAWN : ''}
openExample().then(setDefaultBackend);`;
}

const call = (method: keyof Backend, input: object): string => `await backend.${method}(${toSource(input, '    ')});`;

/** Without what a backend adds to a product by itself, and without pictures: the story's are this Storybook's own. */
function bare(product: StoredProduct): object {
  const { state: _state, version: _version, certificationIds: _linked, startStates: _starts, ...rest } = product;
  return { ...rest, imageUrls: [] };
}

/** What the platform's people say about certifications, who have the same records. */
function reviewLines(certifications: readonly Certification[]): readonly string[] {
  const said = certifications.flatMap(({ id, verified, rejection }) => {
    if (verified) return [`await staff.verifyCertification('${id}');`];
    return rejection ? [`await staff.rejectCertification('${id}', ${toSource({ reason: rejection.reason })});`] : [];
  });
  if (said.length === 0) return said;
  return [
    "const staff = openIndexedDbBackend({ database, clock, actor: { id: 'staff', role: 'platform-staff' } });",
    ...said,
  ];
}

function enrollmentLines(enrollment: Enrollment, productId: string): readonly string[] {
  const { id, participant, startDate, endDate, startDateIsMonthOnly, endDateIsMonthOnly, consumer } = enrollment;
  const made = {
    id,
    productId,
    participant,
    ...(startDate !== undefined && { startDate }),
    ...(endDate !== undefined && { endDate }),
    ...(startDateIsMonthOnly !== undefined && { startDateIsMonthOnly }),
    ...(endDateIsMonthOnly !== undefined && { endDateIsMonthOnly }),
    ...(consumer !== undefined && { consumer }),
    ...(enrollment.bookingState === 'requested' && { request: true }),
  } satisfies NewEnrollment;
  return [
    call('createEnrollment', made),
    ...(enrollment.invoiceUploadedAt ? [`await backend.recordInvoice('${id}');`] : []),
    ...(enrollment.status === 'did-not-pass' || enrollment.status === 'no-show'
      ? [`await backend.changeStatus('${id}', '${enrollment.status}');`]
      : []),
    ...(enrollment.status === 'cancelled' ? [`await backend.cancelEnrollment('${id}');`] : []),
  ];
}

function certificateLine(certificate: Certificate): string {
  const { enrollmentId, certificationId, validFrom, validUntil, consent, participant } = certificate;
  return call('uploadCertificate', {
    enrollmentId,
    certificationId,
    file: new Code(`await drawCertificate(${participant?.name ? toSource(participant.name) : ''})`),
    validFrom,
    ...(validUntil && { validUntil }),
    showsResults: consent !== undefined,
    ...(consent && { consentTextVersion: consent.textVersion }),
  });
}

const DRAWN = `
/** Stands for the file that somebody chooses. */
async function drawCertificate(name = '') {
  const canvas = new OffscreenCanvas(840, 594);
  const page = canvas.getContext('2d');
  if (page) {
    page.fillStyle = '#fdfaf2';
    page.fillRect(0, 0, 840, 594);
    page.fillStyle = '#24476b';
    page.font = '48px serif';
    page.fillText(\`Certificaat \${name}\`, 80, 300, 680);
  }
  return new File([await canvas.convertToBlob()], 'certificaat.png', { type: 'image/png' });
}
`;
