import type { Certification, Enrollment, NewEnrollment, StoredProduct } from '@enrollkit/core';
import { FOUNDATION } from '../../stories/support/certifications.js';
import { STORY_NOW } from '../../stories/support/clock.js';
import { ENROLLMENTS } from '../../stories/support/enrollments.js';
import { pricedCourse } from '../../stories/support/products.js';
import { toSource } from './to-source.js';

/** What a story may have been handed. */
export interface StoryRecords {
  readonly product?: StoredProduct;
  readonly enrollment?: Enrollment;
  readonly rows?: readonly Enrollment[];
  readonly certifications?: readonly Certification[];
}

/** The records of an example, all of one course. */
interface ExampleRecords {
  readonly product: StoredProduct;
  readonly enrollments: readonly Enrollment[];
  readonly certifications: readonly Certification[];
}

/** Enough of a long list to see what one looks like. */
const FEW = 3;

export function exampleRecords({ product, enrollment, rows, certifications }: StoryRecords): ExampleRecords {
  const all = product ?? pricedCourse();
  return {
    product: { ...all, startingDates: all.startingDates.slice(0, FEW) },
    enrollments: rows ? rows.slice(0, FEW) : [enrollment ?? ENROLLMENTS.started],
    certifications: (certifications ?? [FOUNDATION]).slice(0, FEW),
  };
}

/**
 * The lines that give the example a backend with its records, in the browser's own database: no server, nothing else to
 * write, and everything that the element can do works. `setDefaultBackend` and `openIndexedDbBackend` are in scope.
 */
export function backendSource({ product, enrollments, certifications }: ExampleRecords, database: string): string {
  const ids = certifications.map(({ id }) => id);
  const lines = [
    `await backend.putProduct(${toSource(bare(product), '    ')});`,
    ...certifications.map(
      ({ id, name, requiresValidUntil }) =>
        `await backend.createCertification(${toSource({ id, name, requiresValidUntil }, '    ')});`,
    ),
    ...(ids.length > 0 ? [`await backend.linkCertifications('${product.id}', ${toSource(ids)});`] : []),
    ...enrollments.flatMap((enrollment) => enrollmentLines(enrollment, product.id)),
  ];
  return `// Sample records in the browser's own database. With the server: createRestBackend({ baseUrl: '/api' }).
async function openExample() {
  const clock = () => '${STORY_NOW}'; // The example's today: leave it out.
  const backend = openIndexedDbBackend({ database: '${database}', clock });
  if ((await backend.listProducts()).total === 0) {
${lines.map((line) => `    ${line}\n`).join('')}  }
  return backend;
}

openExample().then(setDefaultBackend);`;
}

/** Without what a backend adds to a product by itself. */
function bare(product: StoredProduct): object {
  const { state: _state, version: _version, certificationIds: _linked, startStates: _starts, ...rest } = product;
  return rest;
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
    `await backend.createEnrollment(${toSource(made, '    ')});`,
    ...(enrollment.invoiceUploadedAt ? [`await backend.recordInvoice('${id}');`] : []),
    ...(enrollment.status === 'did-not-pass' || enrollment.status === 'no-show'
      ? [`await backend.changeStatus('${id}', '${enrollment.status}');`]
      : []),
    ...(enrollment.status === 'cancelled' ? [`await backend.cancelEnrollment('${id}');`] : []),
  ];
}
