import type { EnrollmentRosterTerms } from '../enrollment-roster.js';
import type { Counted } from '../feed-check.js';

const people = ({ count, text }: Counted): string => `${text} ${count === 1 ? 'Person' : 'Personen'}`;
const have = ({ count }: Counted): string => (count === 1 ? 'hat' : 'haben');

export const de: EnrollmentRosterTerms = {
  label: 'Teilnehmende',
  fields: {
    participant: 'Teilnehmer/in',
    status: 'Status',
    next: 'Als Nächstes',
    start: 'Daten',
    certificate: 'Zertifikat',
    invoice: 'Rechnung',
    booked: 'Gebucht',
    changed: 'Geändert',
  },
  none: 'nicht vorhanden',
  participants: ({ count, text }) => `${text} ${count === 1 ? 'Teilnehmer/in' : 'Teilnehmende'}`,
  shownOf: (shown, total) => `${shown} von ${total}`,
  empty: 'Es gibt noch keine Teilnehmenden. Sobald sich jemand anmeldet, erscheint die Person hier.',
  noMatch: 'Zu diesen Filtern passt niemand.',
  clearFilters: 'Filter löschen',

  toRows: 'Zur Liste',
  search: 'Suchen',
  searchHint: 'Name, E-Mail oder Nummer',
  statusFilter: 'Status',
  everyStatus: 'Alle Status',
  startFilter: 'Starttermin',
  everyStart: 'Alle Starttermine',
  missingFilter: 'Es fehlt',
  nothingMissing: 'Beliebig',
  missing: { certificate: 'Zertifikat', invoice: 'Rechnung' },
  endsBefore: 'Endet vor',
  moreFilters: 'Mehr Filter',
  order: 'Sortieren nach',
  ascending: (field) => `${field}, aufsteigend`,
  descending: (field) => `${field}, absteigend`,
  todo: 'Zu erledigen',
  tasks: {
    decision: 'Angefragt',
    invoice: 'Wartet auf Rechnung',
    certificate: 'Vorbei, noch kein Zertifikat',
    verification: 'Zertifizierung noch nicht freigegeben',
  },

  export: 'Exportieren',
  import: 'Importieren',
  print: 'Drucken',
  exported: (count) => `${people(count)} exportiert.`,
  fileName: 'teilnehmende',
  csv: {
    headings: {
      id: 'Buchungsnummer',
      name: 'Name',
      email: 'E-Mail-Adresse',
      externalId: 'Kennung',
      employerId: 'Arbeitgeber',
      startDate: 'Startdatum',
      endDate: 'Enddatum',
      bookingState: 'Anmeldung',
      status: 'Status',
      note: 'Notiz',
      invoiceUploadedAt: 'Rechnung',
      certificateUploadedAt: 'Zertifikat',
    },
    states: {
      requested: 'Angefragt',
      accepted: 'Angenommen',
      declined: 'Abgelehnt',
      cancelled: 'Storniert',
      withdrawn: 'Widerrufen',
    },
  },
  importTitle: 'Status importieren',
  importHint:
    'Wählen Sie eine CSV-Datei, die in jeder Zeile eine Buchungsnummer, Kennung oder E-\u2060Mail-\u2060Adresse und einen Status enthält. Eine Spalte mit Notizen ist möglich. Es ändert sich erst etwas, wenn Sie unten bestätigen.',
  importFile: 'Datei (CSV)',
  moreThan: (count) => `mehr als ${count}`,
  importWorkbook:
    'Dies ist eine Arbeitsmappe und keine Liste. Speichern Sie sie in Excel als „CSV UTF-8“ und wählen Sie diese Datei.',
  importTooLarge: (most) => `Diese Datei ist größer als ${most}. Teilen Sie sie in kleinere Listen auf.`,
  importSummary: (change, same, refused) =>
    `${change.text} zu ändern, ${same.text} bereits richtig, ${refused.text} nicht zu verarbeiten.`,
  importApply: (change) => `${people(change)} ändern`,
  importLine: 'Zeile',
  importSame: (status) => `Ist bereits „${status}“`,
  importChange: (from, to) => `${from} wird zu ${to}`,
  importMore: (left) => `Und ${left.text} weitere ${left.count === 1 ? 'Zeile' : 'Zeilen'}.`,
  importIssues: {
    'list-without-columns': () =>
      'In dieser Datei ist nicht zu erkennen, wer gemeint ist oder was der Status ist. Setzen Sie Überschriften über die Spalten, zum Beispiel E-Mail-Adresse und Status.',
    'list-too-long': ({ number }) => `Die Liste hat mehr als ${number} Zeilen. Teilen Sie sie in kleinere Listen auf.`,
    'list-quote-unclosed': ({ number }) =>
      `In Zeile ${number} beginnt ein Text mit einem Anführungszeichen, das nirgends endet. Entfernen Sie es oder schließen Sie den Text damit ab.`,
    'row-without-person': () =>
      'Es fehlt, wer gemeint ist. Tragen Sie eine Buchungsnummer, Kennung oder E-Mail-Adresse ein.',
    'row-without-status': () => 'Der Status fehlt. Tragen Sie einen Status ein.',
    'status-unknown': ({ value }) =>
      `„${value}“ ist kein Status. Schreiben Sie zum Beispiel „Abgeschlossen“ oder „Nicht erschienen“.`,
    'status-not-by-hand': ({ status }) =>
      `Der Status „${status}“ kann nicht über eine Liste gesetzt werden. Wählen Sie einen anderen.`,
    'note-too-long': ({ number }) => `Die Notiz ist zu lang. Kürzen Sie sie auf höchstens ${number} Zeichen.`,
    'person-unknown': ({ value }) =>
      `Mit „${value}“ steht niemand auf dieser Liste. Prüfen Sie, ob dies der richtige Kurstermin ist.`,
    'person-ambiguous': ({ value, number }) =>
      `„${value}“ gehört zu ${number} Anmeldungen. Verwenden Sie die Buchungsnummer.`,
    'person-contradiction': ({ value }) =>
      `„${value}“ gehört zu jemand anderem als der Rest dieser Zeile. Prüfen Sie, ob eine Spalte ohne die anderen sortiert wurde.`,
    'number-shortened': ({ value }) =>
      `„${value}“ ist eine gekürzte Zahl. Machen Sie diese Spalte in Excel zu Text und tragen Sie die Nummern neu ein.`,
    'person-named-before': ({ number }) =>
      `Steht auch in Zeile ${number}, mit einem anderen Status. Behalten Sie eine der beiden.`,
    'booking-without-status': () => 'Diese Anmeldung ist storniert oder noch nicht angenommen und hat keinen Status.',
  },

  select: (name) => `${name} auswählen`,
  selectAll: 'Alle auswählen',
  clearSelection: 'Auswahl aufheben',
  chosen: (count) => `${count} ausgewählt`,
  nobodyChosen: 'Niemand ausgewählt',
  setStatus: 'Status ändern',
  restCompleted: (status) => `Die übrigen auf „${status}“`,
  keys: { enrolled: 'm', started: 'b', completed: 'a', 'did-not-pass': 'n', 'no-show': 'x' },
  allKeys: 'Alle Tasten',
  keyHelp: {
    move: 'zu einer anderen Zeile',
    choose: 'Zeile auswählen oder abwählen',
    range: 'mehrere Zeilen hintereinander auswählen',
    all: 'alle auswählen',
    open: 'Angaben öffnen',
    search: 'suchen',
    undo: 'letzte Änderung rückgängig machen',
    clear: 'Auswahl aufheben',
  },
  close: 'Schließen',

  noteFor: (status, who) => `${status}: ${who}. Notiz (optional)`,
  noteReaders: 'Sichtbar für den Anbieter, die Personalabteilung und die teilnehmende Person.',
  charactersLeft: (count) => `Noch ${count} Zeichen.`,
  saveWithNote: 'Speichern',

  marking: 'Wird gespeichert',
  marked: (count, status) => `${people(count)} auf „${status}“ gesetzt.`,
  markedOne: (name, status) => `${name} steht auf „${status}“.`,
  listed: (count) => `Der Status von ${people(count)} wurde geändert.`,
  undone: (count) => `Für ${people(count)} rückgängig gemacht.`,
  nothingMarked: 'Es wurde nichts geändert.',
  markQueued: (count) =>
    `Die Änderung für ${people(count)} ist in diesem Browser gespeichert und wird gesendet, sobald wieder eine Verbindung besteht.`,
  markFailed: (count) => `Bei ${people(count)} ist es fehlgeschlagen.`,
  kept: (count) =>
    `${people(count)} ${have(count)} bereits ein Ergebnis und ${count.count === 1 ? 'behält' : 'behalten'} es.`,
  overwrite: (status) => `Auch auf „${status}“ setzen`,
  unable: (count) => `Bei ${people(count)} kann der Status nicht geändert werden.`,
  undo: 'Rückgängig machen',
  retryFailed: 'Fehlgeschlagene erneut versuchen',

  rowSaving: (status) => `${status} wird gespeichert`,
  rowQueued: (status) => `${status}, sobald wieder eine Verbindung besteht`,
  rowFailed: (status) => `„${status}“ wurde nicht gespeichert.`,
  rowTheirs: (theirs, ours) => `Jemand anders hat inzwischen „${theirs}“ gewählt. Hier wurde „${ours}“ gewählt.`,
  retryRow: 'Erneut versuchen',
  anyway: (status) => `Trotzdem „${status}“`,
  letGo: 'So lassen',
  keepTheirs: (status) => `„${status}“ lassen`,

  open: (name) => `Angaben zu ${name}`,
  details: 'Angaben',
  previous: 'Zurück',
  nextRow: 'Weiter',
  gone: 'Diese Anmeldung steht nicht mehr in der Liste.',
  correct: 'Angaben korrigieren',
  name: 'Name',
  email: 'E-Mail-Adresse',
  employer: 'Arbeitgeber',
  reference: 'Kennung',
  start: 'Starttermin',
  save: 'Speichern',
  saving: 'Wird gespeichert',
  saved: 'Die Angaben wurden gespeichert.',
  moveStart: 'Verschieben',
  moved: (start) => `Verschoben auf ${start}.`,
  faults: {
    name: 'Geben Sie einen Namen ein.',
    email: 'Das ist keine E-Mail-Adresse. Schreiben Sie sie in der Form name@beispiel.de.',
    'too-long': 'Das ist zu lang. Kürzen Sie den Text.',
  },
  corrections: 'Korrigiert',
  corrected: (field, from, to) => `${field}: ${from} wurde zu ${to}`,
};
