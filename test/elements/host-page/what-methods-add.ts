import type { BACKEND_METHODS } from '@enrollkit/elements';
import type { Tag } from './every-element.js';

/** What is there with a method and not without it: in which shape of the element, after how many of its steps. */
export interface Offer {
  readonly at?: number;
  readonly after?: number;
  /** A selector; `element >> selector` looks into an element inside, `“text”` for that text. */
  readonly seen: string;
}

type Used<T extends Tag> = (typeof BACKEND_METHODS)[T]['uses'][number];

export const SAME = 'the same, in another way';
const DETAILS = { after: 3 } as const;

/** What each method adds, as the guide for hosts says it. */
export const OFFERS: { readonly [T in Tag]: Readonly<Record<Used<T>, Offer | typeof SAME>> } = {
  'booking-withdrawal': {
    getEnrollments: SAME,
    getProduct: { after: 1, seen: '“Projectmatig werken”' },
  },
  'certificate-bundle': { listCertificates: SAME },
  'certificate-list': {
    getCertificate: SAME,
    openCertificateFile: { seen: '[part~=download-button]' },
    removeCertificate: { seen: '[part=certificate] [part~=remove-button]' },
  },
  'certificate-upload': {
    getEnrollments: SAME,
    listCertificates: { seen: '[part=certificate]' },
    openCertificateFile: { seen: '[part=certificate] [aria-label^=Downloaden]' },
    removeCertificate: { seen: '[part=certificate] [aria-label^=Verwijderen]' },
    uploadCertificate: { seen: 'form' },
  },
  'course-booking': {},
  'enrollment-roster': {
    acceptEnrollment: { after: 4, seen: 'enrollment-status >> [part~=accept-button]' },
    changeStart: { ...DETAILS, seen: '.correction .move' },
    changeStatus: { ...DETAILS, seen: 'enrollment-status >> .edit' },
    changeStatuses: SAME,
    correctEnrollment: { ...DETAILS, seen: '.correction [name=email]' },
    declineEnrollment: { after: 4, seen: 'enrollment-status >> [part~=decline-button]' },
    getEnrollment: { ...DETAILS, seen: 'price-breakdown' },
    getEnrollments: SAME,
    getProduct: { ...DETAILS, seen: 'certificate-upload' },
    listCertificates: { ...DETAILS, seen: 'certificate-upload' },
    listCertifications: { ...DETAILS, seen: 'certificate-upload' },
    openCertificateFile: { ...DETAILS, seen: 'certificate-upload >> [aria-label^=Downloaden]' },
    openInvoiceFile: { ...DETAILS, seen: 'invoice-upload >> [part~=download-button]' },
    recordInvoice: { after: 6, seen: 'invoice-upload >> [part~=elsewhere-button]' },
    removeCertificate: { ...DETAILS, seen: 'certificate-upload >> [aria-label^=Verwijderen]' },
    uploadCertificate: { ...DETAILS, seen: 'certificate-upload >> form' },
    uploadInvoice: { ...DETAILS, seen: 'invoice-upload' },
  },
  'enrollment-status': {
    acceptEnrollment: { at: 1, seen: '[part~=accept-button]' },
    changeStatus: { seen: '.edit' },
    declineEnrollment: { at: 1, seen: '[part~=decline-button]' },
    getEnrollments: SAME,
  },
  'feed-check': {},
  'invoice-upload': {
    getEnrollments: SAME,
    openInvoiceFile: { seen: '[part~=download-button]' },
    recordInvoice: { at: 1, seen: '[part~=elsewhere-button]' },
    uploadInvoice: { at: 1, seen: '[part=drop-zone]' },
  },
  'price-breakdown': { getEnrollment: { at: 1, seen: '[part=total-amount]' }, getEnrollments: SAME },
  'product-certifications': {
    createCertification: { seen: '[part~=add-button]' },
    linkCertifications: { seen: 'input[type=checkbox]' },
    rejectCertification: { at: 1, seen: '[part~=reject-button]' },
    resetCertification: { at: 1, seen: '[part~=undo-button]' },
    verifyCertification: { at: 1, seen: '[part~=verify-button]' },
  },
  'product-details': { listTrainers: { at: 1, seen: '[part=trainer]' } },
  'starting-dates': {},
};

/** Methods that only who may is offered. */
export const GOVERNED = new Set<string>([
  'acceptEnrollment',
  'changeStart',
  'changeStatus',
  'correctEnrollment',
  'declineEnrollment',
  'recordInvoice',
  'rejectCertification',
  'removeCertificate',
  'resetCertification',
  'uploadCertificate',
  'verifyCertification',
]);
/** And what else is there for them, of elements that are about nothing else. */
export const BY_RECORD: Partial<Readonly<Record<Tag, readonly Offer[]>>> = {
  'booking-withdrawal': [{ seen: '[part~=withdraw-button]' }],
  'certificate-bundle': [{ seen: 'input[type=file]' }],
  'invoice-upload': [{ at: 1, seen: '[part=drop-zone]' }],
};
