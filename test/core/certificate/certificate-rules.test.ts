import {
  certificateFileName,
  certificateUploadAvailability,
  certificateValidity,
  isCalendarDay,
  type Certification,
} from '@enrollkit/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

describe('whether a certificate can be uploaded', () => {
  const certification = (id: string): Certification => ({
    id,
    name: id,
    requiresValidUntil: false,
    verified: true,
    version: 1,
  });
  const certifications = [certification('agile'), certification('prince2')];
  const started = { status: 'started' } as const;

  test('not while the product has no certification', () => {
    expect(
      certificateUploadAvailability({ enrollment: started, product: { certificationIds: [] }, certifications }),
    ).toEqual({ possible: false, reason: 'no-certification-linked' });
  });

  test('not when the linked certification is gone', () => {
    expect(
      certificateUploadAvailability({ enrollment: started, product: { certificationIds: ['x'] }, certifications }),
    ).toEqual({ possible: false, reason: 'no-certification-linked' });
  });

  test('not for a cancelled enrollment, whatever the product has', () => {
    expect(
      certificateUploadAvailability({
        enrollment: { status: 'cancelled' },
        product: { certificationIds: ['agile'] },
        certifications,
      }),
    ).toEqual({ possible: false, reason: 'enrollment-cancelled' });
  });

  test('several certifications come in the order of the product', () => {
    const availability = certificateUploadAvailability({
      enrollment: started,
      product: { certificationIds: ['prince2', 'agile'] },
      certifications,
    });
    expect(availability.possible && availability.certifications.map(({ id }) => id)).toEqual(['prince2', 'agile']);
  });
});

describe('validity', () => {
  const certificate = { validFrom: '2026-09-12', validUntil: '2029-09-12' };
  test.each([
    ['2026-09-11', 'not-yet-valid'],
    ['2026-09-12', 'valid'],
    ['2029-09-12', 'valid'],
    ['2029-09-13', 'expired'],
  ])('on %s it is %s', (today, expected) => expect(certificateValidity(certificate, today)).toBe(expected));

  test('without a last day it stays valid', () => {
    expect(certificateValidity({ validFrom: '2026-09-12' }, '9999-12-31')).toBe('valid');
  });
});

describe('the name to save a file under', () => {
  test.each([
    ['certificaat.pdf', 'certificaat.pdf'],
    ['CERTIFICAAT.PDF', 'CERTIFICAAT.PDF'],
    ['diploma.exe', 'diploma.exe.pdf'],
    ['../../etc/passwd', '_.._etc_passwd.pdf'],
    ['zo\u202efdp.exe', 'zo_fdp.exe.pdf'],
    ['a"b<c>.pdf', 'a_b_c_.pdf'],
    ['...', 'certificate.pdf'],
    ['', 'certificate.pdf'],
  ])('%j becomes %s', (name, expected) => {
    expect(certificateFileName({ name, mediaType: 'application/pdf' })).toBe(expected);
  });

  test('a photo keeps the ending it has', () => {
    expect(certificateFileName({ name: 'scan.jpeg', mediaType: 'image/jpeg' })).toBe('scan.jpeg');
    expect(certificateFileName({ name: 'scan', mediaType: 'image/jpeg' })).toBe('scan.jpg');
  });

  test('never has a path, a control character or another ending than what the bytes are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        expect(certificateFileName({ name, mediaType: 'image/png' })).toMatch(/^[^\u0000-\u001f\\/]+\.png$/i);
      }),
    );
  });
});

test('every day that a calendar gives is a calendar day', () => {
  fc.assert(
    fc.property(fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }), (date) =>
      isCalendarDay(date.toISOString().slice(0, 10)),
    ),
  );
});
