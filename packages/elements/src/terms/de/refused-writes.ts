import type { RefusedWritesTerms } from '../refused-writes.js';

export const de: RefusedWritesTerms = {
  heading: ({ text, count }) =>
    count === 1 ? '1 Änderung wurde nicht gespeichert' : `${text} Änderungen wurden nicht gespeichert`,
  explanation: 'Das wurde ohne Verbindung gewählt. Der Server hat es danach abgelehnt.',
  status: (name, status) => `${name}: ${status}`,
  cancellation: (name) => `${name}: Anmeldung stornieren`,
  certificate: (name, file) => `${name}: Zertifikat ${file}`,
  someone: 'Unbekannte Person',
  keptOn: (day) => `Gewählt am ${day}.`,
  theirs: (status) => `Jemand anders hat inzwischen „${status}“ gewählt.`,
  gone: 'Diese Anmeldung ist nicht mehr zu finden.',
  notAllowed: 'Bei dieser Anmeldung ist das nicht mehr möglich. Sehen Sie nach, wie es jetzt steht.',
  fileRefused:
    'Der Server nimmt diese Datei nicht an. Sehen Sie sich die Anmeldung an und laden Sie eine andere Datei hoch.',
  fileAgain: 'Das ist direkt bei der Anmeldung möglich.',
  tooOld:
    'Das wurde zu lange aufbewahrt, um noch gesendet zu werden. Sehen Sie nach, wie es jetzt steht, und wählen Sie gegebenenfalls neu.',
  anyway: (status) => `Trotzdem „${status}“`,
  letGo: 'So lassen',
  letFileGo: 'Nicht hochladen',
  about: (button, what) => `${button}: ${what}`,
  more: (text) => `Mehr anzeigen (noch ${text})`,
  allSeen: 'Alles ist erledigt.',
};
