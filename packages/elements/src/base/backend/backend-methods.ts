import type { Backend, TrainerPort } from '@enrollkit/core';

/** What elements may ask. Trainers are no port that they count on: pages of a provider have it. */
type Asked = Backend & Pick<TrainerPort, 'listTrainers'>;
type Method = Exclude<keyof Asked, 'subscribe' | 'clock' | 'timeZone' | 'rules'>;

interface Methods {
  /** Without one of these there is nothing to show. */
  readonly needs: readonly Method[];
  /** Each offers something more. A host without it has the element without that. */
  readonly uses: readonly Method[];
}

/**
 * Which methods of a backend each element calls, itself or by the elements that it is made of: all that a host's own object
 * need have. `subscribe`, `clock`, `timeZone` and `rules` are looked at by every element, and may be absent.
 */
export const BACKEND_METHODS = {
  'booking-withdrawal': { needs: ['getEnrollment', 'withdrawEnrollment'], uses: ['getEnrollments', 'getProduct'] },
  'certificate-bundle': {
    needs: ['getProduct', 'listCertifications', 'listEnrollments', 'uploadCertificate'],
    uses: ['listCertificates'],
  },
  'certificate-list': {
    needs: ['listCertificates'],
    uses: ['getCertificate', 'openCertificateFile', 'removeCertificate'],
  },
  'certificate-upload': {
    needs: ['getEnrollment', 'getProduct', 'listCertifications'],
    uses: ['getEnrollments', 'listCertificates', 'openCertificateFile', 'removeCertificate', 'uploadCertificate'],
  },
  'course-booking': { needs: ['createEnrollment', 'getProduct'], uses: [] },
  'enrollment-roster': {
    needs: ['listEnrollments'],
    uses: [
      'acceptEnrollment',
      'changeStart',
      'changeStatus',
      'changeStatuses',
      'correctEnrollment',
      'declineEnrollment',
      'getEnrollment',
      'getEnrollments',
      'getProduct',
      'listCertificates',
      'listCertifications',
      'openCertificateFile',
      'openInvoiceFile',
      'recordInvoice',
      'removeCertificate',
      'uploadCertificate',
      'uploadInvoice',
    ],
  },
  'enrollment-status': {
    needs: ['getEnrollment'],
    uses: ['acceptEnrollment', 'changeStatus', 'declineEnrollment', 'getEnrollments'],
  },
  'feed-check': { needs: [], uses: [] },
  'invoice-upload': {
    needs: ['getEnrollment'],
    uses: ['getEnrollments', 'openInvoiceFile', 'recordInvoice', 'uploadInvoice'],
  },
  'price-breakdown': { needs: ['getProduct'], uses: ['getEnrollment', 'getEnrollments'] },
  'product-certifications': {
    needs: ['getProduct', 'listCertifications'],
    uses: [
      'createCertification',
      'linkCertifications',
      'rejectCertification',
      'resetCertification',
      'verifyCertification',
    ],
  },
  'product-details': { needs: ['getProduct'], uses: ['listTrainers'] },
  'starting-dates': { needs: ['getProduct'], uses: [] },
} as const satisfies Readonly<Record<string, Methods>>;

type Table = typeof BACKEND_METHODS;

/**
 * A backend that is enough for these elements, for a host that writes its own.
 *
 * @example
 * const backend: BackendFor<'enrollment-status' | 'certificate-list'> = { getEnrollment, listCertificates };
 */
export type BackendFor<Tag extends keyof Table> = Pick<Asked, Table[Tag]['needs'][number]> & Partial<Asked>;
