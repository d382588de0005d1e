import { checkCertificateDraft, CONSENT_TEXT_VERSION, type CertificateInput } from '@enrollkit/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const enrollment = { id: 'e-1', status: 'started' } as const;
const product = { certificationIds: ['prince2', 'agile'] };
const certification = { id: 'prince2', requiresValidUntil: false };
const draft = {
  enrollmentId: 'e-1',
  certificationId: 'prince2',
  file: { size: 2594 },
  validFrom: '2026-09-12',
  showsResults: false,
} satisfies CertificateInput;

function check(changes: CertificateInput = {}, context: Partial<Parameters<typeof checkCertificateDraft>[1]> = {}) {
  const issues = checkCertificateDraft({ ...draft, ...changes }, { enrollment, product, certification, ...context });
  return issues.map(({ code, path }) => `${path}: ${code}`);
}

test('a draft with everything filled in has no issues', () => {
  expect(check()).toEqual([]);
  expect(check({ validUntil: '2029-09-12', showsResults: true, consentTextVersion: CONSENT_TEXT_VERSION })).toEqual([]);
});

test('an empty form is told every field that it needs', () => {
  expect(
    checkCertificateDraft({}, { enrollment, product, certification: { ...certification, requiresValidUntil: true } }),
  ).toMatchObject([
    { code: 'certification-required', severity: 'error', path: 'certificationId' },
    { code: 'file-required', path: 'file' },
    { code: 'valid-from-required', path: 'validFrom' },
    { code: 'valid-until-required', path: 'validUntil' },
  ]);
});

describe('dates', () => {
  test.each(['2026-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '12-09-2026', '2026-9-1', 'soon'])(
    '%s is not a day',
    (validFrom) => expect(check({ validFrom })).toEqual(['validFrom: date-invalid']),
  );

  test('29 February of a leap year is a day', () => expect(check({ validFrom: '2028-02-29' })).toEqual([]));

  test('a last day is needed only when the certification says so', () => {
    expect(check({ validUntil: '' })).toEqual([]);
    expect(check({}, { certification: { ...certification, requiresValidUntil: true } })).toEqual([
      'validUntil: valid-until-required',
    ]);
  });

  test('a last day that is given is checked, needed or not', () => {
    expect(check({ validUntil: '2029-02-30' })).toEqual(['validUntil: date-invalid']);
    expect(check({ validUntil: '2026-09-11' })).toEqual(['validUntil: valid-until-before-valid-from']);
    expect(check({ validUntil: '2026-09-12' })).toEqual([]);
  });

  test('an unreadable first day is not also compared with the last', () => {
    expect(check({ validFrom: 'soon', validUntil: '2026-09-11' })).toEqual(['validFrom: date-invalid']);
  });
});

describe('consent', () => {
  test('is needed when results are shown', () => {
    expect(check({ showsResults: true })).toEqual(['consentTextVersion: consent-required']);
    expect(check({ showsResults: true, consentTextVersion: '' })).toEqual(['consentTextVersion: consent-required']);
  });

  test('is not needed when no results are shown', () => expect(check({ showsResults: false })).toEqual([]));
});

describe('certification', () => {
  test('must be one that the product leads to', () => {
    const itil = { id: 'itil', requiresValidUntil: false };
    expect(check({ certificationId: 'itil' }, { certification: itil })).toEqual([
      'certificationId: certification-not-linked',
    ]);
  });

  test('must exist', () => {
    expect(check({}, { certification: undefined })).toEqual(['certificationId: certification-not-linked']);
  });
});

describe('file', () => {
  test('may not be empty', () => expect(check({ file: { size: 0 } })).toEqual(['file: file-empty']));

  test('may not be larger than the limit', () => {
    expect(check({ file: { size: 11 } }, { maxSizeBytes: 10 })).toEqual(['file: file-too-large']);
    expect(check({ file: { size: 10 } }, { maxSizeBytes: 10 })).toEqual([]);
  });
});

test('a cancelled enrollment refuses a certificate', () => {
  expect(check({}, { enrollment: { id: 'e-1', status: 'cancelled' } })).toEqual(['enrollmentId: enrollment-cancelled']);
});

test.each(['no-show', 'did-not-pass', 'completed'] as const)('a retake is accepted after %s', (status) => {
  expect(check({}, { enrollment: { id: 'e-1', status } })).toEqual([]);
});

test('whatever is typed, the answer is a list of errors and the draft stays as it was', () => {
  fc.assert(
    fc.property(
      fc.record({ validFrom: fc.string(), validUntil: fc.string(), certificationId: fc.string() }),
      (typed) => {
        const before = structuredClone(typed);
        const issues = checkCertificateDraft(typed, { enrollment, product, certification });
        expect(typed).toEqual(before);
        expect(issues.every(({ severity }) => severity === 'error')).toBe(true);
      },
    ),
  );
});
