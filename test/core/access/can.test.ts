import { ACTIONS, can, type Action, type Actor, type Resource } from '@enrollkit/core';
import { describe, expect, test } from 'vitest';

const jan = { email: 'Jan@Example.nl', employerId: 'acme' };

/** Every role as somebody whose records are meant, and as somebody else. */
const OWN: Record<Actor['role'], Actor> = {
  provider: { id: 'a', role: 'provider', providerId: 'alfa' },
  participant: { id: 'b', role: 'participant', email: 'jan@example.NL' },
  'employer-hr': { id: 'c', role: 'employer-hr', employerId: 'acme' },
  'platform-staff': { id: 'd', role: 'platform-staff' },
  visitor: { id: 'e', role: 'visitor', providerId: 'alfa' },
};
const FOREIGN: Record<Actor['role'], Actor> = {
  provider: { id: 'a', role: 'provider', providerId: 'beta' },
  participant: { id: 'b', role: 'participant', email: 'eva@example.nl' },
  'employer-hr': { id: 'c', role: 'employer-hr', employerId: 'bolt' },
  'platform-staff': { id: 'd', role: 'platform-staff', providerId: 'beta' },
  visitor: { id: 'e', role: 'visitor', providerId: 'beta' },
};
const ROLES = Object.keys(OWN) as Actor['role'][];

function resourceFor(action: Action, certificationVerified = true): Resource {
  const shared = { providerId: 'alfa', enrollmentId: 'e1', participant: jan };
  const kind = action.split('.')[0] as Resource['kind'];
  return kind === 'certificate' ? { kind, ...shared, certificationVerified } : { kind, ...shared };
}

// Written out a second time on purpose: a change of the policy must be made twice, and be meant.
const ALLOWED: Record<Action, string> = {
  'enrollment.read': 'provider participant employer-hr platform-staff',
  'enrollment.create': 'provider participant employer-hr',
  'enrollment.overbook': 'provider',
  'enrollment.accept': 'provider',
  'enrollment.decline': 'provider',
  'enrollment.withdraw': 'provider participant',
  'enrollment.change-status': 'provider',
  'enrollment.cancel': 'provider',
  'enrollment.record-invoice': 'provider',
  'enrollment.move-dates': 'provider',
  'enrollment.correct': 'provider',
  'enrollment.change-start': 'provider',
  'certificate.read': 'provider participant employer-hr platform-staff',
  'certificate.upload': 'provider',
  'certificate.remove': 'provider',
  'certification.read': 'provider participant employer-hr platform-staff',
  'certification.create': 'provider',
  'certification.verify': 'platform-staff',
  'certification.reject': 'platform-staff',
  'certification.reset-verification': 'platform-staff',
  'product.read': 'provider participant employer-hr platform-staff visitor',
  'product.put': 'provider',
  'product.link-certifications': 'provider',
  'product.remove': 'provider',
  'product.cancel-start': 'provider',
  'trainer.read': 'provider',
  'trainer.put': 'provider',
  'trainer.confirm': 'provider',
  'trainer.ask-link': 'provider',
  'trainer.accept-link': 'provider',
  'trainer.decline-link': 'provider',
  'import.read': 'provider',
  'import.create': 'provider',
  'import.apply': 'provider',
  'import.cancel': 'provider',
};

/** What is no personal data: whoever deals with providers at all may know it. */
const OPEN_TO_OUTSIDERS: readonly Action[] = ['certification.read', 'product.read'];

const matrix = (Object.keys(ACTIONS) as Action[]).flatMap((action) => ROLES.map((role) => ({ action, role })));

describe('Who may do what', () => {
  test.each(matrix)('$role: $action with own records', ({ action, role }) => {
    expect(can(OWN[role], action, resourceFor(action))).toBe(ALLOWED[action].split(' ').includes(role));
  });

  test.each(matrix)('$role: $action with somebody else’s records', ({ action, role }) => {
    const isOpen = OPEN_TO_OUTSIDERS.includes(action) && (role === 'participant' || role === 'employer-hr');
    expect(can(FOREIGN[role], action, resourceFor(action))).toBe(isOpen);
  });

  test.each(ROLES)('%s: sees a certificate of a certification that is not verified only as the provider', (role) => {
    expect(can(OWN[role], 'certificate.read', resourceFor('certificate.read', false))).toBe(role === 'provider');
  });

  test.each(matrix)('$role: $action with a token for one enrollment', ({ action, role }) => {
    const kind = resourceFor(action).kind;
    const isPersonal = kind === 'enrollment' || kind === 'certificate';
    const mayOtherwise = can(OWN[role], action, resourceFor(action));
    const forThis = { ...OWN[role], enrollmentIds: ['e1'] };
    const forOther = { ...OWN[role], enrollmentIds: ['e2'] };
    // What a widget shows besides: not the provider’s own affairs.
    const isReading = OPEN_TO_OUTSIDERS.includes(action);
    expect(can(forThis, action, resourceFor(action))).toBe(mayOtherwise && (isPersonal || isReading));
    expect(can(forOther, action, resourceFor(action))).toBe(mayOtherwise && !isPersonal && isReading);
  });
});

test('in a host with one provider, nobody names it and everything is the provider’s', () => {
  const enrollment = { kind: 'enrollment', enrollmentId: 'e1', participant: jan } as const;
  expect(can({ id: 'a', role: 'provider' }, 'enrollment.cancel', enrollment)).toBe(true);
  expect(can(OWN.provider, 'enrollment.read', enrollment)).toBe(false);
  expect(can({ id: 'a', role: 'provider' }, 'enrollment.read', { ...enrollment, providerId: 'alfa' })).toBe(false);
});

test('an outsider who is kept to one provider sees nothing of another', () => {
  const staff: Actor = { id: 'd', role: 'platform-staff', providerId: 'alfa' };
  expect(can(staff, 'certification.verify', { kind: 'certification', providerId: 'alfa' })).toBe(true);
  expect(can(staff, 'certification.verify', { kind: 'certification', providerId: 'beta' })).toBe(false);
});

test('a participant without an address and HR without an employer see nothing', () => {
  const nobodys = { kind: 'enrollment', enrollmentId: 'e1', participant: { email: '' } } as const;
  expect(can({ id: 'b', role: 'participant' }, 'enrollment.read', nobodys)).toBe(false);
  expect(can({ id: 'c', role: 'employer-hr' }, 'enrollment.read', nobodys)).toBe(false);
});

test('an action with a resource of another kind is not allowed', () => {
  expect(can(OWN.provider, 'certificate.upload', resourceFor('enrollment.read'))).toBe(false);
  expect(can(OWN.provider, 'certification.create', resourceFor('certificate.read'))).toBe(false);
});
