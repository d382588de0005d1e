import type { InvoiceUploadTerms } from '../invoice-upload.js';

export const de: InvoiceUploadTerms = {
  heading: 'Rechnung',
  drop: 'Ziehen Sie die Rechnung hierher',
  what: 'Ist die Rechnung hochgeladen, wird der Status zu „Abgeschlossen“, sobald das Enddatum vorbei ist.',
  uploadedOn: (day) => `Hochgeladen am ${day}.`,
  none: 'Es wurde noch keine Rechnung hochgeladen.',
  completed: 'Der Status ist jetzt „Abgeschlossen“.',
  another: 'Andere Rechnung hochladen',
  elsewhere: 'Die Rechnung wurde bereits auf anderem Weg verschickt',
  recorded: 'Vermerkt: Die Rechnung wurde verschickt.',
  download: 'Herunterladen',
  obstacles: {
    cancelled: 'Diese Anmeldung ist beendet. Es kann keine Rechnung mehr hochgeladen werden.',
    'not-accepted': 'Die Rechnung kann hochgeladen werden, sobald diese Anmeldung angenommen ist.',
  },
};
