import type { InvoiceUploadTerms } from '../invoice-upload.js';

export const de: InvoiceUploadTerms = {
  heading: 'Rechnung',
  drop: 'Ziehen Sie die Rechnung hierher',
  what: 'Mit einer Rechnung wird die Anmeldung abgeschlossen, sobald das Enddatum vorbei ist.',
  uploadedOn: (day) => `Hochgeladen am ${day}.`,
  none: 'Es gibt noch keine Rechnung.',
  completed: 'Die Anmeldung ist jetzt abgeschlossen.',
  another: 'Andere Rechnung hochladen',
  elsewhere: 'Die Rechnung wurde bereits auf anderem Weg verschickt',
  recorded: 'Es ist vermerkt, dass es eine Rechnung gibt.',
  download: 'Herunterladen',
  obstacles: {
    cancelled: 'Diese Anmeldung ist beendet. Es kann keine Rechnung mehr hinzugefügt werden.',
    'not-accepted': 'Diese Anmeldung ist noch nicht angenommen. Danach kann die Rechnung hochgeladen werden.',
  },
};
