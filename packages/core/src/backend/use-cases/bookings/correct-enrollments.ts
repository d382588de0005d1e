import { changeStart, correctEnrollment } from '../../../enrollment/acts/correct-enrollment.js';
import { refuse } from '../../../enrollment/acts/act-on-enrollment.js';
import type { Enrollment } from '../../../enrollment/enrollment.js';
import type { StoredProduct } from '../../../product/product.js';
import { CORRECTION } from '../../input/enrollment-input.js';
import { parseInput } from '../../input/parse-input.js';
import type { Change } from '../../ports/change-port.js';
import type { EnrollmentPort } from '../../ports/enrollment-port.js';
import { invalid } from '../../refusals.js';
import type { WriteTables } from '../../store.js';
import { tenantOf } from '../../tenant.js';
import type { UseCaseContext } from '../../use-case-context.js';
import { act, checkNote, seatIssues } from './act-on-enrollment.js';
import { bookedProduct, seatChanges } from './book-enrollment.js';
import { certificateChange } from '../certificates/certificate-records.js';
import { startingDateDays } from '../products/starting-dates.js';
import { withdrawWhenReached } from '../products/starts.js';

/** Setting right what was booked: who takes part, and in which start. */
export function correctionUseCases(context: UseCaseContext): Pick<EnrollmentPort, 'correctEnrollment' | 'changeStart'> {
  const { actor, timeZone } = context;
  const doer = { by: actor.id, name: actor.name };

  return {
    async correctEnrollment(id, correction, { note, ...options } = {}) {
      const { participant: asked } = parseInput(CORRECTION, { participant: correction });
      return act(
        context,
        {
          id,
          method: 'correctEnrollment',
          action: 'enrollment.correct',
          args: [asked, note],
          options,
          note,
          then: giveCertificatesAlong,
        },
        (enrollment, when) => correctEnrollment(enrollment, asked, { ...when, ...doer, note: checkNote(note) }),
      );
    },

    async changeStart(id, startingDateId, { overbook = false, note, ...options } = {}) {
      let product: StoredProduct | undefined;
      return act(
        context,
        {
          id,
          method: 'changeStart',
          action: overbook ? 'enrollment.overbook' : 'enrollment.change-start',
          args: [startingDateId, note, overbook],
          options,
          note,
          async then(tables) {
            const withdrawn = product ? await withdrawWhenReached(tables, product, startingDateId) : [];
            return [...withdrawn, ...seatChanges(product)];
          },
        },
        async (enrollment, when, tables) => {
          product = await bookedProduct(tables, enrollment);
          const start = product?.startingDates.find((each) => each.id !== undefined && each.id === startingDateId);
          if (!product || !start) throw invalid('unknown-starting-date', 'startingDateId', { startingDateId });
          const to = { startingDateId, days: startingDateDays(start) };
          const outcome = changeStart(enrollment, to, { ...when, ...doer, note: checkNote(note) });
          if (outcome.issues.length > 0 || enrollment.startingDateId === startingDateId) return outcome;
          const booking = { product, enrollment: { ...enrollment, startingDateId } };
          const issues = await seatIssues(tables, booking, { ...when, timeZone, overbook });
          return issues.length > 0 ? refuse(enrollment, ...issues) : outcome;
        },
      );
    },
  };
}

/** Who may see a certificate is whoever the enrollment says it is for, from the same moment on. */
async function giveCertificatesAlong(
  { certificates }: WriteTables,
  { id, participant, ...enrollment }: Enrollment,
): Promise<readonly Change[]> {
  const { name, email, externalId, employerId } = participant;
  const scope = { providerId: enrollment.providerId ?? null };
  const { items } = await certificates.list({ enrollmentId: id, scope });
  const owner = {
    ...tenantOf(enrollment),
    name,
    email,
    ...(externalId !== undefined && { externalId }),
    ...(employerId !== undefined && { employerId }),
  };
  const changes: Change[] = [];
  for (const row of items) {
    const isTheirs =
      row.owner.name === name &&
      row.owner.email === email &&
      row.owner.externalId === externalId &&
      row.owner.employerId === employerId;
    if (isTheirs) continue;
    const corrected = { ...row, owner, version: row.version + 1 };
    await certificates.put(corrected, 'certificate.correct');
    changes.push(certificateChange(corrected));
  }
  return changes;
}
