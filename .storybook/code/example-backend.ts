import type { Backend, Certificate, Certification, Enrollment, NewEnrollment, StoredProduct } from '@enrollkit/core';
import { STORY_NOW } from '../../stories/support/clock.js';
import { writtenAs } from '../../stories/support/host-backend.js';
import type { ExampleRecords, StoryRecords } from './example-records.js';
import { Code, toSource } from './to-source.js';

/** Which records an element asks for: the course is always there. */
export interface NeededRecords {
  readonly certifications: boolean;
  readonly enrollments: boolean;
  /** Not only that there is one. */
  readonly invoices: boolean;
}

/** A line of an example, and when it is done: without a moment, whenever. */
interface Step {
  readonly line: string;
  readonly at?: string | undefined;
}

/**
 * The function that gives the example a backend with its records, in the browser's own database: no server, nothing else
 * to write, and everything that the element can do works. It needs `openIndexedDbBackend`.
 */
export function sampleSource(records: ExampleRecords, needed: NeededRecords, database: string): string {
  const { product, linked, cut } = records;
  const certifications = needed.certifications ? records.certifications : [];
  const certificates = needed.certifications ? records.certificates : [];
  const enrollments = needed.enrollments ? records.enrollments : [];
  const isReviewed = certifications.some(({ verified, rejection }) => !verified || rejection);
  const by = enrollments.flatMap(changedBy).at(-1);
  const options = [
    'database, clock',
    ...(by ? [`actor: { id: 'provider', name: ${toSource(by)}, role: 'provider' }`] : []),
    ...(certifications.length > 0 && !isReviewed ? ['verifyCertifications: false'] : []),
  ];
  const { clock, lines } = inTime([
    { line: `await backend.putProduct(${toSource(bare(product), '  ')});` },
    ...certifications.map(({ id, name, description, requiresValidUntil }) => ({
      line: call('createCertification', { id, name, ...(description && { description }), requiresValidUntil }),
    })),
    ...(isReviewed ? reviewLines(certifications) : []).map((line) => ({ line })),
    ...(certifications.length > 0 && linked.length > 0
      ? [{ line: `await backend.linkCertifications('${product.id}', ${toSource(linked)});` }]
      : []),
    ...enrollments.flatMap((enrollment) => enrollmentSteps(enrollment, product.id, needed)),
    ...startLines(product).map((line) => ({ line, at: STORY_NOW })),
    ...certificates.map((certificate) => ({ line: certificateLine(certificate), at: STORY_NOW })),
    ...(product.state === 'deleted' ? [{ line: `await backend.removeProduct('${product.id}');` }] : []),
  ]);
  return `/** Records to try it with, in the browser's own database.${cut ? ` ${cut}` : ''} */
async function openExample() {
${clock}
  const database = '${database}';
  const backend = openIndexedDbBackend({ ${options.join(', ')} });
  if ((await backend.listProducts()).total > 0) return backend;

${lines.map((line) => `  ${line}\n`).join('')}  return backend;
}${certificates.length > 0 ? DRAWN : ''}`;
}

/** The lines with a clock that goes along: what an element tells of the past has happened then. */
function inTime(steps: readonly Step[]): { clock: string; lines: readonly string[] } {
  const moments = [...steps.flatMap(({ at = [] }) => at), STORY_NOW];
  if (moments.every((moment) => moment === STORY_NOW)) {
    const clock = `  const clock = () => '${STORY_NOW}'; // The day of the example.`;
    return { clock, lines: steps.map(({ line }) => line) };
  }
  let [now] = moments;
  const lines: string[] = [];
  for (const { line, at = now } of [...steps, { line: '', at: STORY_NOW }]) {
    if (at !== now) lines.push(`now = '${at}';`);
    now = at;
    if (line) lines.push(line);
  }
  // Somebody who opens the page again is there on the day of the example.
  return {
    clock: `  let now = '${STORY_NOW}'; // The day of the example.\n  const clock = () => now;`,
    lines: [`now = '${moments[0]}';`, ...lines],
  };
}

/** Who changed its status by hand. */
const changedBy = ({ history }: Enrollment): readonly string[] =>
  history.flatMap(({ cause }) => (cause.kind === 'manual' ? [cause.by] : []));

const call = (method: keyof Backend, input: object): string => `await backend.${method}(${toSource(input, '  ')});`;

/**
 * Without what a backend adds to a product by itself, without its empty lists, and without pictures: the story's are this
 * Storybook's own.
 */
function bare(product: StoredProduct): object {
  const { state: _state, version: _version, certificationIds: _linked, startStates: _starts, ...published } = product;
  const { allowed: _allowed, trainers: _trainers, linkedTrainers: _links, startRegions: _regions, ...rest } = published;
  const price = rest.price && { ...rest.price, amountMinor: Math.max(0, rest.price.amountMinor) };
  const { imageUrls: _pictures, ...fields } = { ...rest, price };
  return Object.fromEntries(Object.entries(fields).filter(([, held]) => !Array.isArray(held) || held.length > 0));
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

/** A start that is full has somebody in its last seat; one that is cancelled had too few. */
function startLines({ id: productId, startStates }: StoredProduct): readonly string[] {
  return startStates.flatMap(({ startingDateId, seatsLeft, cancelledAt }) => {
    if (cancelledAt !== undefined) {
      return ['announceCancellation', 'cancelStart'].map(
        (method) => `await backend.${method}('${productId}', '${startingDateId}');`,
      );
    }
    const participant = { name: 'Sem Bakker', email: 'sem@voorbeeld.nl' };
    return seatsLeft === 0 ? [call('createEnrollment', { productId, startingDateId, participant })] : [];
  });
}

function enrollmentSteps(enrollment: Enrollment, productId: string, { invoices }: NeededRecords): readonly Step[] {
  const { id, participant, startDate, endDate, startDateIsMonthOnly, endDateIsMonthOnly, booked } = enrollment;
  const { status, history, bookingState, withdrawal = participant, consumer } = enrollment;
  const isWithdrawn = bookingState === 'withdrawn';
  const isDeclined = bookingState === 'declined';
  const isRequest = bookingState === 'requested' || isDeclined;
  const made = {
    id,
    productId,
    participant,
    ...(startDate !== undefined && { startDate }),
    ...(endDate !== undefined && { endDate }),
    ...(startDateIsMonthOnly !== undefined && { startDateIsMonthOnly }),
    ...(endDateIsMonthOnly !== undefined && { endDateIsMonthOnly }),
    ...(booked && { selectedCosts: booked.lines.filter(({ mandatory }) => !mandatory).map((line) => line.id) }),
    // Only consumers withdraw.
    ...((consumer ?? isWithdrawn) && { consumer: true }),
    ...(consumer === false && { consumer }),
    ...(isRequest && { request: true }),
  } satisfies NewEnrollment;
  const byHand = history.find(({ cause }) => cause.kind === 'manual')?.at ?? STORY_NOW;
  const { name, email } = withdrawal;
  const note = enrollment.bookingHistory?.at(-1)?.note;
  const invoice = invoices ? 'uploadInvoice' : 'recordInvoice';
  const file = "new File(['%PDF-1.4\\n%%EOF'], 'factuur.pdf', { type: 'application/pdf' })";
  const { invoiceUploadedAt: invoicedAt, acceptedAt = STORY_NOW, cancelledAt = STORY_NOW } = enrollment;
  return [
    // Withdrawing is done in time.
    { at: isWithdrawn ? STORY_NOW : acceptedAt, line: call('createEnrollment', made) },
    ...(invoicedAt
      ? [{ at: invoicedAt, line: `await backend.${invoice}('${id}'${invoices ? `, ${file}` : ''});` }]
      : []),
    ...(status === 'did-not-pass' || status === 'no-show'
      ? [{ at: byHand, line: `await backend.changeStatus('${id}', '${status}');` }]
      : []),
    ...(isDeclined ? [{ line: `await backend.declineEnrollment('${id}', ${toSource({ note })});` }] : []),
    ...(isWithdrawn ? [{ line: `await backend.withdrawEnrollment('${id}', ${toSource({ name, email })});` }] : []),
    ...(status === 'cancelled' && !isWithdrawn
      ? [{ at: cancelledAt, line: `await backend.cancelEnrollment('${id}');` }]
      : []),
  ];
}

function certificateLine(certificate: Certificate): string {
  const { enrollmentId, certificationId, validFrom, validUntil, consent, participant, file } = certificate;
  // The same picture twice would be the same file twice, which a backend refuses.
  const name = `${participant?.name ?? file.name.replace(/\.\w+$/, '')}.png`;
  return call('uploadCertificate', {
    enrollmentId,
    certificationId,
    file: new Code(`await drawFile(${toSource(name)})`),
    validFrom,
    ...(validUntil && { validUntil }),
    showsResults: consent !== undefined,
    ...(consent && { consentTextVersion: consent.textVersion }),
  });
}

const DRAWN = `

/** Stands for a file that somebody chooses. */
async function drawFile(name = '') {
  const canvas = new OffscreenCanvas(840, 594);
  const page = canvas.getContext('2d');
  if (page) {
    page.fillStyle = 'ivory';
    page.fillRect(0, 0, 840, 594);
    page.fillStyle = 'black';
    page.font = '40px serif';
    page.textAlign = 'center';
    page.fillText(name, 420, 300, 720);
  }
  return new File([await canvas.convertToBlob()], name, { type: 'image/png' });
}`;

/** Gives the example's backend to the page: as it is, or with what a state has it answer otherwise. */
export function handedIn(records: StoryRecords): string {
  const overrides = Object.entries<unknown>(records.overrides ?? {});
  const left = overrides.flatMap(([method, answer]) => (answer === undefined ? [method] : []));
  const answers = answersOf(records);
  if (left.length === 0 && answers.length === 0) return 'openExample().then(setDefaultBackend);';
  const given = left.length > 0 ? `({ ${left.join(', ')}, ...backend })` : '(backend)';
  if (answers.length === 0) return `openExample().then(${given} => setDefaultBackend(backend));`;
  return `openExample().then(${given} =>
  setDefaultBackend({
    ...backend, // And what it says in this state:
${answers.map((answer) => `    ${answer},\n`).join('')}  }),
);`;
}

/** Methods of an object, in source: a state that a backend doesn't come to by itself can be looked at all the same. */
function answersOf({ overrides = {}, enrollment, product }: StoryRecords): readonly string[] {
  const changed = (method: string, fields: object): string =>
    `${method}: async (id) => ({ ...(await backend.${method}(id)), ${toSource(fields).slice(2, -2)} })`;
  const { status, originalStatus } = enrollment ?? {};
  return [
    ...Object.entries<unknown>(overrides).flatMap(([method, answer]) => {
      const source = writtenAs(answer);
      return source ? [`${method}: ${source}`] : [];
    }),
    // For people who may only look.
    ...(enrollment?.allowed?.length === 0 ? [changed('getEnrollment', { allowed: [] })] : []),
    ...(product?.allowed?.length === 0 ? [changed('getProduct', { allowed: [] })] : []),
    // Nothing of the kind is ever kept.
    ...(product?.price && product.price.amountMinor < 0 ? [changed('getProduct', { price: product.price })] : []),
    // The word of another system, which this one has no way to come to.
    ...(originalStatus ? [changed('getEnrollment', { status, originalStatus })] : []),
  ];
}
