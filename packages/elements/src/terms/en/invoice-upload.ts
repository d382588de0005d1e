import type { InvoiceUploadTerms } from '../invoice-upload.js';

export const en: InvoiceUploadTerms = {
  heading: 'Invoice',
  drop: 'Drag the invoice here',
  what: 'With an invoice the enrollment becomes Completed once its end date has passed.',
  uploadedOn: (day) => `Uploaded on ${day}.`,
  none: 'There is no invoice yet.',
  completed: 'The enrollment is completed now.',
  another: 'Upload another invoice',
  elsewhere: 'The invoice was sent in another way already',
  recorded: 'Recorded that there is an invoice.',
  download: 'Download',
  obstacles: {
    cancelled: 'This enrollment has ended. No invoice can be added.',
    'not-accepted': 'This enrollment is not accepted yet. The invoice can be uploaded after that.',
  },
};
