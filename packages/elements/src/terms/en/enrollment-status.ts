import type { EnrollmentStatusTerms } from '../enrollment-status.js';

export const en: EnrollmentStatusTerms = {
  edit: 'Change status',
  update: 'Update',
  updating: 'Updating',
  why: 'Why?',
  history: 'History',
  changed: (status) => `The status is now ${status}.`,
  kept: (status) => `Becomes ${status} as soon as there is a connection. The change is kept in this browser.`,
  changedMeanwhile: (status) => `In the meantime the status was changed to ${status}.`,
  changeAnyway: (status) => `Make it ${status} anyway`,
  byHand: (by) => `changed by ${by}`,
  byHost: (name, detail) => (detail === '' ? name : `${name}: ${detail}`),
  byRule: {
    'enrollment-accepted': 'enrollment accepted',
    'start-date-passed': 'start date passed',
    'invoice-uploaded': 'invoice uploaded',
    'end-date-passed': 'end date passed',
    'certificate-uploaded': 'certificate uploaded',
    'enrollment-cancelled': 'enrollment cancelled',
    'enrollment-withdrawn': 'withdrawn by the participant',
    'minimum-not-reached': 'too few enrollments',
  },
  fields: {
    startDate: 'start date',
    endDate: 'end date',
    acceptedAt: 'accepted on',
    invoiceUploadedAt: 'invoice uploaded on',
    certificateUploadedAt: 'certificate uploaded on',
    cancelledAt: 'cancelled on',
    withdrawnAt: 'withdrawn on',
  },
  explanation: {
    'why-changed-by-hand': ({ status, by, at }) => `${by} changed the status to ${status} on ${at}.`,
    'why-reported-by-host': ({ status, by, detail, at }) =>
      `${by} reported on ${at}: ${detail === '' ? status : detail}.`,
    'why-enrollment-accepted': ({ at }) => `The enrollment was accepted on ${at}.`,
    'why-start-date-passed': ({ at }) => `The start date had passed on ${at}.`,
    'why-invoice-uploaded': ({ at }) => `The invoice was uploaded on ${at}, after the end date.`,
    'why-end-date-passed': ({ at }) => `The end date had passed on ${at}, with the invoice already uploaded.`,
    'why-certificate-uploaded': ({ at }) => `The certificate was uploaded on ${at}.`,
    'why-enrollment-cancelled': ({ at }) => `The enrollment was cancelled on ${at}.`,
    'why-enrollment-withdrawn': ({ at }) => `The participant withdrew on ${at}.`,
    'why-booking-requested': ({ at }) =>
      at === undefined
        ? 'Requested. The provider looks at it first.'
        : `Requested on ${at}. The provider looks at it first.`,
    'why-booking-declined': ({ at, note }) =>
      `The provider declined the request${at === undefined ? '' : ` on ${at}`}${note === undefined ? '.' : `: ${note}`}`,
    'next-when-accepted': ({ status }) => `Becomes ${status} when the provider accepts the request.`,
    'why-minimum-not-reached': ({ at }) => `The start was cancelled on ${at}, because too few people enrolled.`,
    'why-imported': ({ status }) => `The enrollment was taken over with the status ${status}.`,
    'why-status-not-recognized': ({ originalStatus }) =>
      `Another system gave the status “${originalStatus}”, which is not known here.`,
    'why-status-unknown': () => 'No status is known yet.',
    'next-at-moment': ({ status, at }) => `Becomes ${status} on ${at}.`,
    'next-at-moment-with-invoice': ({ status, at }) => `Becomes ${status} on ${at}, if the invoice has been uploaded.`,
    'next-when-invoice-uploaded': ({ status }) => `Becomes ${status} once the invoice is uploaded.`,
    'next-when-certificate-uploaded': ({ status }) => `Becomes ${status} when the certificate is uploaded.`,
    'no-start-date': ({ status }) => `Without a start date it does not become ${status} by itself.`,
    'no-end-date': ({ status }) => `Without an end date it does not become ${status} by itself.`,
    'no-undoing-by-rule': ({ rule, status, by, at }) =>
      `It does not become ${status} by itself (${rule}): ${by} changed the status after that, on ${at}.`,
    'no-readable-date': ({ field, value }) => `“${value}” is not a readable date (${field}) and does not count.`,
    'no-further-change': () => 'Does not change by itself any more.',
    'no-change-after-cancelling': () => 'A cancelled enrollment does not change any more.',
  },
};
