import type { Certification, Enrollment, Product } from '@enrollkit/core';

// What the cases work with.

export function newEnrollment() {
  return {
    productId: 'prince2',
    participant: { name: 'Jan Jansen', email: 'jan@example.nl', externalId: 'emp-1', employerId: 'acme' },
    startDate: '2026-08-24',
    endDate: '2026-09-12',
  };
}

export function draftFor(enrollment: Enrollment, certification: Certification, content = 'certificate') {
  return {
    enrollmentId: enrollment.id,
    certificationId: certification.id,
    file: pdf(content),
    validFrom: '2026-09-12',
    showsResults: false,
  };
}

/** A file that is a PDF from its first byte to its last. */
export function pdf(content: string, name = 'certificate.pdf'): File {
  return new File(['%PDF-1.7\n', `% ${content}\n`, 'trailer\n<< /Size 1 >>\nstartxref\n0\n%%EOF\n'], name, {
    type: 'application/pdf',
  });
}

export function newProduct(id: string): Product {
  return {
    id,
    name: `Course ${id}`,
    description: '<p>A course</p>',
    imageUrls: [],
    language: 'nl',
    productType: 'open',
    courseType: 'training',
    price: { amountMinor: 39900, vat: 'excluded', vatMinor: 8379, period: 'all', complete: true },
    additionalCosts: [],
    discounts: [],
    trainerEmails: [],
    allowedSites: [],
    regions: [],
    costPlacements: [],
    pePoints: [],
    moments: [],
    startingDates: [],
    ltiParams: [],
  };
}
