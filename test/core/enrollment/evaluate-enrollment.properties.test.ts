import { applyChanges, evaluateEnrollment, type Enrollment } from '@enrollkit/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyEnrollment, anyMoment } from './arbitrary-enrollment.js';
import { byHand, deepFreeze } from './enrollment-fixture.js';

const EVER_AFTER = '2199-01-01T00:00:00.000Z';
const RUNS = { numRuns: 300 };

/** Evaluates at each moment in turn and records what it finds, as a nightly run would. Inputs are frozen. */
function recordAt(enrollment: Enrollment, ...moments: readonly string[]): Enrollment {
  return moments.reduce(
    (record, now) => deepFreeze(applyChanges(record, evaluateEnrollment(record, { now }).changes)),
    enrollment,
  );
}

test('evaluating twice changes nothing the second time', () => {
  fc.assert(
    fc.property(anyEnrollment(), anyMoment(), (enrollment, now) => {
      const { changes: _changes, ...first } = evaluateEnrollment(enrollment, { now });
      expect(evaluateEnrollment(recordAt(enrollment, now), { now })).toEqual({ ...first, changes: [] });
    }),
    RUNS,
  );
});

test('evaluating late gives the same status and history as evaluating on time', () => {
  fc.assert(
    fc.property(anyEnrollment(), fc.array(anyMoment(), { maxLength: 5 }), (enrollment, moments) => {
      expect(recordAt(enrollment, ...moments.sort(), EVER_AFTER)).toEqual(recordAt(enrollment, EVER_AFTER));
    }),
    RUNS,
  );
});

test('the order of the moments of evaluation does not matter', () => {
  fc.assert(
    fc.property(anyEnrollment(), fc.array(anyMoment(), { minLength: 1, maxLength: 5 }), (enrollment, moments) => {
      expect(recordAt(enrollment, ...moments)).toEqual(recordAt(enrollment, [...moments].sort().at(-1) ?? EVER_AFTER));
    }),
    RUNS,
  );
});

test('history only grows, stays in order and leads to the status, and no change lies in the future', () => {
  fc.assert(
    fc.property(anyEnrollment(), anyMoment(), (enrollment, now) => {
      const { changes, status } = evaluateEnrollment(enrollment, { now });
      const after = recordAt(enrollment, now);
      expect(after.history.slice(0, enrollment.history.length)).toEqual(enrollment.history);
      expect(after.history.map(({ at }) => at)).toEqual(after.history.map(({ at }) => at).sort());
      expect(after.status).toBe(status);

      let from = enrollment.status;
      for (const change of changes) {
        expect(change.from).toBe(from);
        expect(change.to).not.toBe(from);
        expect(change.at <= now).toBe(true);
        from = change.to;
      }
      expect(status).toBe(from);
    }),
    RUNS,
  );
});

test('a manual change is never undone by anything that lies before it', () => {
  fc.assert(
    fc.property(anyEnrollment(), fc.constantFrom('enrolled', 'started', 'no-show'), (enrollment, to) => {
      const { history, status } = enrollment;
      // After every moment of the generator.
      const manual = byHand(to, '2026-12-24T00:00:00.000Z', status);
      const changed = { ...enrollment, status: to, history: [...history, manual] } as const;
      expect(evaluateEnrollment(changed, { now: EVER_AFTER })).toMatchObject({ status: to, changes: [] });
    }),
    RUNS,
  );
});

test('what is announced as next comes true at its moment, and nothing happens before', () => {
  fc.assert(
    fc.property(anyEnrollment(), anyMoment(), (enrollment, now) => {
      const record = recordAt(enrollment, now);
      const { next } = evaluateEnrollment(record, { now });
      if (!next) {
        expect(evaluateEnrollment(record, { now: EVER_AFTER }).changes).toEqual([]);
        return;
      }
      const promised = next.requires === 'invoice' ? { ...record, invoiceUploadedAt: now } : record;
      const justBefore = new Date(Date.parse(next.at) - 1).toISOString();
      expect(evaluateEnrollment(promised, { now: justBefore }).changes).toEqual([]);
      const change = { from: record.status, to: next.to, at: next.at, cause: { kind: 'rule', rule: next.rule } };
      expect(evaluateEnrollment(promised, { now: next.at }).changes[0]).toEqual(change);
    }),
    RUNS,
  );
});

test('every evaluation explains itself: one reason, and always an answer to what comes next', () => {
  fc.assert(
    fc.property(anyEnrollment(), anyMoment(), (enrollment, now) => {
      const { explanation, next } = evaluateEnrollment(enrollment, { now });
      const names = explanation.map(({ term }) => term);
      expect(names.filter((name) => name.startsWith('why-'))).toEqual(names.slice(0, 1));
      expect(names.length).toBeGreaterThan(1);
      expect(names.some((name) => name.startsWith('next-at-moment'))).toBe(next !== undefined);
      expect(new Set(explanation.map((term) => JSON.stringify(term))).size).toBe(explanation.length);
    }),
    RUNS,
  );
});
