import type { InvoiceUploadTerms } from '../invoice-upload.js';

export const en: InvoiceUploadTerms = {
  heading: 'Invoice',
  drop: 'Drop the invoice here',
  what: 'Once the invoice is uploaded, the status becomes Completed when the end date has passed.',
  uploadedOn: (day) => `Uploaded on ${day}.`,
  none: 'No invoice has been uploaded yet.',
  completed: 'The status is now Completed.',
  another: 'Upload another invoice',
  elsewhere: 'The invoice has already been sent another way',
  recorded: 'Recorded: the invoice has been sent.',
  download: 'Download',
  obstacles: {
    cancelled: 'This enrollment has ended. An invoice can no longer be uploaded.',
    'not-accepted': 'The invoice can be uploaded once this enrollment has been accepted.',
  },
};
