import type { EnrollmentStatusTerms } from '../enrollment-status.js';

export const de: EnrollmentStatusTerms = {
  edit: 'Status ändern',
  close: 'Schließen',
  update: 'Aktualisieren',
  updating: 'Wird aktualisiert',
  why: 'Warum?',
  history: 'Verlauf',
  changed: (status) => `Der Status ist jetzt „${status}“.`,
  kept: (status) =>
    `Der Status wechselt zu „${status}“, sobald wieder eine Verbindung besteht. Die Änderung ist in diesem Browser gespeichert.`,
  changedMeanwhile: (status) => `Inzwischen wurde der Status auf „${status}“ geändert.`,
  changeAnyway: (status) => `Trotzdem auf „${status}“ setzen`,
  bookings: { requested: 'Angefragt', declined: 'Abgelehnt', withdrawn: 'Widerrufen' },
  accept: 'Annehmen',
  decline: 'Ablehnen',
  deciding: 'Wird gespeichert',
  declineNote: 'Warum lehnen Sie die Anfrage ab?',
  noteReaders: 'Sichtbar für den Anbieter, die Personalabteilung und die teilnehmende Person.',
  charactersLeft: (count) => `Noch ${count} Zeichen.`,
  decided: { accepted: 'Die Anfrage wurde angenommen.', declined: 'Die Anfrage wurde abgelehnt.' },
  startFull: 'Dieser Termin ist ausgebucht. Lehnen Sie die Anfrage ab, oder warten Sie, bis ein Platz frei wird.',
  acceptAnyway: 'Trotzdem annehmen, obwohl der Termin ausgebucht ist',
  bookedBy: {
    requested: (by) => `angefragt von ${by}`,
    declined: (by) => `abgelehnt von ${by}`,
  },
  byHand: (by) => `geändert von ${by}`,
  byHost: (name, detail) => (detail === '' ? name : `${name}: ${detail}`),
  byRule: {
    'enrollment-accepted': 'Anmeldung angenommen',
    'start-date-passed': 'Startdatum vorbei',
    'invoice-uploaded': 'Rechnung hochgeladen',
    'end-date-passed': 'Enddatum vorbei',
    'certificate-uploaded': 'Zertifikat hochgeladen',
    'enrollment-cancelled': 'Anmeldung storniert',
    'enrollment-withdrawn': 'von der teilnehmenden Person widerrufen',
    'minimum-not-reached': 'zu wenige Anmeldungen',
  },
  fields: {
    startDate: 'Startdatum',
    endDate: 'Enddatum',
    acceptedAt: 'angenommen am',
    invoiceUploadedAt: 'Rechnung hochgeladen am',
    certificateUploadedAt: 'Zertifikat hochgeladen am',
    cancelledAt: 'storniert am',
    withdrawnAt: 'widerrufen am',
  },
  explanation: {
    'why-changed-by-hand': ({ status, by, at }) => `${by} hat den Status am ${at} auf „${status}“ geändert.`,
    'why-reported-by-host': ({ status, by, detail, at }) =>
      `${by} hat am ${at} gemeldet: ${detail === '' ? status : detail}.`,
    'why-enrollment-accepted': ({ at }) => `Die Anmeldung wurde am ${at} angenommen.`,
    'why-start-date-passed': ({ at }) => `Das Startdatum ist am ${at} verstrichen.`,
    'why-invoice-uploaded': ({ at }) => `Die Rechnung wurde am ${at} hochgeladen, nach dem Enddatum.`,
    'why-end-date-passed': ({ at }) =>
      `Das Enddatum ist am ${at} verstrichen. Die Rechnung war da bereits hochgeladen.`,
    'why-certificate-uploaded': ({ at }) => `Das Zertifikat wurde am ${at} hochgeladen.`,
    'why-enrollment-cancelled': ({ at }) => `Die Anmeldung wurde am ${at} storniert.`,
    'why-enrollment-withdrawn': ({ at }) => `Die teilnehmende Person hat den Vertrag am ${at} widerrufen.`,
    'why-booking-requested': ({ at }) =>
      at === undefined
        ? 'Angefragt. Der Anbieter muss die Anfrage noch prüfen.'
        : `Angefragt am ${at}. Der Anbieter muss die Anfrage noch prüfen.`,
    'why-booking-declined': ({ at, note }) =>
      `Der Anbieter hat die Anfrage${at === undefined ? '' : ` am ${at}`} abgelehnt${note === undefined ? '.' : `: ${note}`}`,
    'next-when-accepted': ({ status }) => `Wechselt zu „${status}“, wenn der Anbieter die Anfrage annimmt.`,
    'why-minimum-not-reached': ({ at }) =>
      `Der Termin wurde am ${at} abgesagt, weil sich zu wenige Personen angemeldet hatten.`,
    'why-imported': ({ status }) => `Die Anmeldung wurde mit dem Status „${status}“ importiert.`,
    'why-status-not-recognized': ({ originalStatus }) =>
      `Ein anderes System hat den Status „${originalStatus}“ gemeldet, der hier nicht bekannt ist.`,
    'why-status-unknown': () => 'Es ist noch kein Status bekannt.',
    'next-at-moment': ({ status, at }) => `Wechselt am ${at} zu „${status}“.`,
    'next-at-moment-with-invoice': ({ status, at }) =>
      `Wechselt am ${at} zu „${status}“, wenn die Rechnung hochgeladen ist.`,
    'next-when-invoice-uploaded': ({ status }) => `Wechselt zu „${status}“, sobald die Rechnung hochgeladen ist.`,
    'next-when-certificate-uploaded': ({ status }) =>
      `Wird ein Zertifikat hochgeladen, wechselt der Status doch noch zu „${status}“.`,
    'no-start-date': ({ status }) => `Ohne Startdatum wechselt der Status nicht von selbst zu „${status}“.`,
    'no-end-date': ({ status }) => `Ohne Enddatum wechselt der Status nicht von selbst zu „${status}“.`,
    'no-undoing-by-rule': ({ rule, status, by, at }) =>
      `Der Status wechselt nicht von selbst zu „${status}“ (${rule}): ${by} hat ihn danach geändert, am ${at}.`,
    'no-readable-date': ({ field, value }) => `„${value}“ ist kein lesbares Datum (${field}) und zählt nicht.`,
    'no-further-change': () => 'Der Status ändert sich nicht mehr automatisch.',
    'no-change-after-cancelling': () => 'Eine stornierte Anmeldung ändert sich nicht mehr.',
  },
};
