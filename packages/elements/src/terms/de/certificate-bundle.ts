import type { CertificateBundleTerms } from '../certificate-bundle.js';

const files = (count: number): string => (count === 1 ? '1 Datei' : `${count} Dateien`);
const certificates = (count: number): string => (count === 1 ? '1 Zertifikat' : `${count} Zertifikate`);

export const de: CertificateBundleTerms = {
  heading: 'Zertifikate ausstellen',
  drop: 'Ziehen Sie einen Ordner, eine ZIP-Datei oder alle Dateien hierher',
  orChoose: 'oder wählen Sie Dateien aus',
  chooseFolder: 'Ordner auswählen',
  limits: ({ accepted, maxSize, most }) => `${accepted}, je bis zu ${maxSize}, höchstens ${most} Dateien`,
  privacy: 'Die Dateien werden in diesem Browser gelesen. Es wird nichts hochgeladen, bevor Sie alles geprüft haben.',
  noPeople:
    'Auf dieser Liste steht noch niemand. Sobald jemand angemeldet ist, können Sie hier Zertifikate ausstellen.',
  looking: (looked) => `Die Dateien werden gelesen: ${looked} fertig.`,
  count: files,

  tabsLabel: 'Dateien',
  tabs: {
    matched: 'Zugeordnet',
    'to-check': 'Zu prüfen',
    'not-matched': 'Nicht zugeordnet',
    'left-out': 'Ausgelassen',
  },
  empty: {
    matched: 'Noch von keiner Datei steht fest, wem sie gehört.',
    'to-check': 'Es gibt nichts zu prüfen.',
    'not-matched': 'Jede Datei ist jemandem zugeordnet.',
    'left-out': 'Es wurde nichts ausgelassen.',
  },
  skipList: 'Liste überspringen',
  filesOf: (tab) => `Dateien: ${tab}`,

  clues: {
    'booking-number': 'Buchungsnummer',
    'external-id': 'Kennung',
    email: 'E-Mail-Adresse',
    'full-name': 'Name',
    initials: 'Initialen und Nachname',
    surname: 'Nachname',
  },
  foundIn: (clue, { found, page }) =>
    page === undefined ? `${clue} im Dateinamen: ${found}` : `${clue} im Text, Seite ${page}: ${found}`,
  chosenByYou: 'von Ihnen ausgewählt',
  doubts: {
    'several-people': 'Das passt zu mehr als einer Person. Wählen Sie aus, wem die Datei gehört.',
    contradiction: 'Die Angaben deuten auf verschiedene Personen. Wählen Sie aus, wem die Datei gehört.',
    'surname-only': 'Hier steht nur ein Nachname. Wählen Sie aus, wem die Datei gehört.',
    'signed-by':
      'Dieser Name steht bei der Unterschrift, etwa der eines Trainers. Wählen Sie aus, wem die Datei gehört.',
    'words-beside-name':
      'Neben dem Namen steht ein Wort, das zu einem anderen Namen gehören kann. Wählen Sie aus, wem die Datei gehört.',
    'two-files':
      'Für diese Person gibt es mehrere Dateien. Lassen Sie eine aus, oder bestätigen Sie, dass beide richtig sind.',
    'same-file': 'Genau diese Datei liegt auch bei jemand anderem. Prüfen Sie, wem sie gehört.',
    'has-certificate':
      'Diese Person hat bereits ein Zertifikat. Bestätigen Sie, dass dies ein zusätzliches Zertifikat ist.',
    'enrollment-cancelled': 'Diese Anmeldung ist storniert. Wählen Sie jemand anderen, oder lassen Sie die Datei aus.',
  },
  belongsTo: 'von',
  whose: (file) => `Wem gehört ${file}?`,
  choosePerson: 'Person auswählen',
  search: 'Name, E-Mail oder Nummer',
  noneFound: 'Niemand gefunden',
  suggestions: (count) => (count === 1 ? '1 Person' : `${count} Personen`),
  change: 'Ändern',
  close: 'Schließen',
  leaveOut: 'Auslassen',
  takeBack: 'Doch aufnehmen',
  confirm: 'Stimmt',
  leftOutByYou: 'Von Ihnen ausgelassen',
  ownFields: 'Abweichende Angaben',
  asAll: 'Wie bei den anderen',
  forFile: (action, name) => `${action}: ${name}`,

  fieldsHeading: 'Für alle Zertifikate',
  reviewed: 'Ich habe geprüft, dass jedes Zertifikat bei der richtigen Person liegt',
  reviewedMissing: 'Bestätigen Sie zuerst, dass Sie die Liste geprüft haben.',
  reviewedAgain:
    'Die Liste hat sich geändert, seit Sie sie geprüft haben. Prüfen Sie die markierten Zertifikate und bestätigen Sie dies erneut.',
  changedSince: 'Neu oder geändert, seit Sie die Liste geprüft haben.',
  send: (count) => `${certificates(count)} hochladen`,
  nothingToSend: 'Es gibt nichts hochzuladen. Wählen Sie zuerst aus, wem die Dateien gehören.',
  stillToDo: (count) =>
    count === 1
      ? '1 Datei ist noch zu prüfen und wird jetzt nicht hochgeladen.'
      : `${count} Dateien sind noch zu prüfen und werden jetzt nicht hochgeladen.`,
  pause: 'Anhalten',
  goOn: (count) => `Mit ${count === 1 ? '1 Zertifikat' : `${count} Zertifikaten`} fortfahren`,
  progress: (done, total) => `${done} von ${total}`,
  pausedBefore: (sent, total) =>
    `${sent} von ${total} ${sent === 1 ? 'wurde' : 'wurden'} hochgeladen. Die übrigen liegen noch in diesem Browser, Sie können fortfahren.`,
  notKept:
    'Dieser Browser kann die Dateien nicht speichern. Lassen Sie diese Seite geöffnet, bis alles hochgeladen ist.',
  elsewhere:
    'Diese Zertifikate werden gerade in einem anderen Fenster hochgeladen. Endet das dort, können Sie hier fortfahren.',
  stops: {
    'storage-full': 'Der Speicher ist voll. Schaffen Sie Platz.',
    'bad-answer':
      'Nicht der Server hat geantwortet, sondern zum Beispiel die Anmeldeseite eines WLANs. Öffnen Sie einen neuen Tab, melden Sie sich dort bei Bedarf an und fahren Sie dann fort.',
  },
  waitUntil: ({ time, day }) =>
    `Der Server bittet Sie zu warten. Fahren Sie ${day ? `am ${day} ` : ''}nach ${time} Uhr fort.`,
  forget: 'Alle löschen',
  forgetTitle: 'Alle Dateien aus diesem Browser löschen?',
  forgetText:
    'Was noch nicht hochgeladen ist, müssen Sie dann erneut auswählen. Was hochgeladen wurde, bleibt bei den Teilnehmenden.',
  keep: 'Behalten',
  states: {
    waiting: 'Wartet auf die anderen Dateien',
    sending: 'Wird hochgeladen',
    sent: 'Hochgeladen',
    there: 'War bereits vorhanden',
    queued: 'Wird hochgeladen, sobald wieder eine Verbindung besteht',
    failed: 'Fehlgeschlagen',
  },
  report: 'Bericht herunterladen',
  reportName: 'zertifikate',
  columns: ['Datei', 'Teilnehmer/in', 'E-Mail-Adresse', 'Buchungsnummer', 'Gefunden über', 'Ergebnis'],
  outcome: ({ sent, there, queued, failed }) =>
    [
      `${certificates(sent)} hochgeladen`,
      there > 0 ? `${there} bereits vorhanden` : '',
      queued > 0 ? `${queued} ${queued === 1 ? 'wartet' : 'warten'} auf eine Verbindung` : '',
      failed > 0 ? `${failed} fehlgeschlagen` : '',
    ]
      .filter(Boolean)
      .join(', ') + '.',

  announceLooked: (counts) =>
    `Fertig: ${counts.matched} zugeordnet, ${counts['to-check']} zu prüfen, ${counts['not-matched']} nicht zugeordnet, ${counts['left-out']} ausgelassen.`,
  announceChosen: (file, person) => `${file} gehört jetzt zu ${person}.`,
  announceLeftOut: (file) => `${file} wird ausgelassen.`,
  announceTakenBack: (file) => `${file} ist wieder dabei.`,
  announceConfirmed: (file) => `${file} ist bestätigt.`,
  announceSending: (count) => `${certificates(count)} ${count === 1 ? 'wird' : 'werden'} hochgeladen.`,
  announceProgress: (done, total) => `${done} von ${total} hochgeladen.`,
  announcePaused: 'Das Hochladen ist angehalten.',
  announceForgotten: 'Alle Dateien sind gelöscht.',

  intake: {
    'zip-damaged':
      'Diese Datei ist beschädigt oder unvollständig. Kopieren Sie die ZIP-Datei erneut oder laden Sie sie noch einmal herunter, und wählen Sie sie dann aus.',
    'zip-unreadable': 'Diese Datei lässt sich nicht entpacken. Entpacken Sie sie selbst und wählen Sie den Ordner aus.',
    'zip-encrypted':
      'Diese Datei in der ZIP-Datei hat ein Passwort. Entpacken Sie die ZIP-Datei selbst und wählen Sie den Ordner aus.',
    'zip-nested':
      'Diese ZIP-Datei liegt zu tief in anderen ZIP-Dateien. Entpacken Sie sie selbst und wählen Sie den Ordner aus.',
    'too-many-files':
      'Das sind zu viele Dateien auf einmal. Laden Sie zuerst die anderen Dateien hoch, und wählen Sie danach diese aus.',
  },
};
