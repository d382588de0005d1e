import type { Enrollment, StatusChange } from '@enrollkit/core';

/** Anna's enrollment in a course of three weeks, accepted in June. */
export function makeEnrollment(fields: Partial<Enrollment> = {}): Enrollment {
  return deepFreeze({
    id: 'e-1',
    productId: 'p-1',
    participant: { name: 'Anna Jansen', email: 'anna@example.org' },
    startDate: '2026-08-24',
    endDate: '2026-09-12',
    status: 'enrolled',
    acceptedAt: '2026-06-02T09:30:00.000Z',
    history: [],
    version: 1,
    ...fields,
  });
}

/** Makes every later write to it a TypeError, so that a function under test can't change its input unseen. */
export function deepFreeze<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(deepFreeze);
  return value;
}

export function byHand(to: StatusChange['to'], at: string, from: StatusChange['from'] = 'enrolled'): StatusChange {
  return { from, to, at, cause: { kind: 'manual', by: 'p.devries' } };
}

export function byRule(
  rule: Extract<StatusChange['cause'], { kind: 'rule' }>['rule'],
  from: StatusChange['from'],
  to: StatusChange['to'],
  at: string,
): StatusChange {
  return { from, to, at, cause: { kind: 'rule', rule } };
}
