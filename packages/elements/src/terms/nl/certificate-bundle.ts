import type { CertificateBundleTerms } from '../certificate-bundle.js';

const files = (count: number): string => (count === 1 ? '1 bestand' : `${count} bestanden`);
const certificates = (count: number): string => (count === 1 ? '1 certificaat' : `${count} certificaten`);

export const nl: CertificateBundleTerms = {
  heading: 'Certificaten uitreiken',
  drop: 'Sleep een map, een zip of alle bestanden hierheen',
  orChoose: 'of kies bestanden',
  chooseFolder: 'Map kiezen',
  limits: ({ accepted, maxSize, most }) => `${accepted}, elk tot ${maxSize}, hoogstens ${most} bestanden`,
  privacy: 'De bestanden worden in deze browser bekeken. Er wordt niets geüpload voordat je alles hebt nagekeken.',
  noPeople:
    'Er staan nog geen deelnemers op deze lijst. Zodra er iemand is ingeschreven, kun je hier certificaten uitreiken.',
  looking: (looked) => `De bestanden worden bekeken: ${looked} klaar.`,
  count: files,

  tabsLabel: 'Bestanden',
  tabs: { matched: 'Gevonden', 'to-check': 'Nakijken', 'not-matched': 'Niet gevonden', 'left-out': 'Overgeslagen' },
  empty: {
    matched: 'Nog van geen enkel bestand is bekend van wie het is.',
    'to-check': 'Er is niets om na te kijken.',
    'not-matched': 'Van elk bestand is iemand gevonden.',
    'left-out': 'Er is niets overgeslagen.',
  },
  skipList: 'Lijst overslaan',
  filesOf: (tab) => `Bestanden: ${tab}`,

  clues: {
    'booking-number': 'boekingsnummer',
    'external-id': 'kenmerk',
    email: 'e-mailadres',
    'full-name': 'naam',
    initials: 'voorletters en achternaam',
    surname: 'achternaam',
  },
  foundIn: (clue, { found, page }) =>
    page === undefined ? `${clue} in de bestandsnaam: ${found}` : `${clue} in de tekst, pagina ${page}: ${found}`,
  chosenByYou: 'door jou gekozen',
  doubts: {
    'several-people': 'Dit past bij meer dan één deelnemer. Kies van wie het is.',
    contradiction: 'De gegevens wijzen naar verschillende deelnemers. Kies van wie het bestand is.',
    'surname-only': 'Er staat alleen een achternaam. Kies van wie het is.',
    'signed-by': 'Deze naam staat bij de ondertekening, bijvoorbeeld van een trainer. Kies van wie het is.',
    'words-beside-name': 'Naast de naam staat een woord dat bij een andere naam kan horen. Kies van wie het is.',
    'two-files': 'Er zijn meer bestanden voor deze deelnemer. Sla er één over, of bevestig dat beide kloppen.',
    'same-file': 'Precies dit bestand staat ook bij iemand anders. Kijk na van wie het is.',
    'has-certificate': 'Deze deelnemer heeft al een certificaat. Bevestig dat dit een extra certificaat is.',
    'enrollment-cancelled': 'Deze inschrijving is geannuleerd. Kies iemand anders, of sla het bestand over.',
  },
  belongsTo: 'van',
  whose: (file) => `Van wie is ${file}?`,
  choosePerson: 'Deelnemer kiezen',
  search: 'Naam, e-mail of nummer',
  noneFound: 'Niemand gevonden',
  suggestions: (count) => (count === 1 ? '1 deelnemer' : `${count} deelnemers`),
  change: 'Wijzigen',
  close: 'Sluiten',
  leaveOut: 'Overslaan',
  takeBack: 'Toch meenemen',
  confirm: 'Klopt',
  leftOutByYou: 'Door jou overgeslagen',
  ownFields: 'Afwijkende gegevens',
  asAll: 'Zoals bij de andere',
  forFile: (action, name) => `${action}: ${name}`,

  fieldsHeading: 'Voor alle certificaten',
  reviewed: 'Ik heb nagekeken dat elk certificaat bij de juiste deelnemer staat',
  reviewedMissing: 'Bevestig eerst dat je de lijst hebt nagekeken.',
  reviewedAgain:
    'De lijst is gewijzigd sinds je die hebt nagekeken. Kijk de gemarkeerde certificaten na en vink dit opnieuw aan.',
  changedSince: 'Nieuw of gewijzigd sinds je de lijst hebt nagekeken.',
  send: (count) => `${certificates(count)} uploaden`,
  nothingToSend: 'Er is niets om te uploaden. Kies eerst van wie de bestanden zijn.',
  stillToDo: (count) => `${files(count)} nog na te kijken. ${count === 1 ? 'Dat gaat' : 'Die gaan'} nu niet mee.`,
  pause: 'Pauzeren',
  goOn: (count) => `Verdergaan met ${certificates(count)}`,
  progress: (done, total) => `${done} van ${total}`,
  pausedBefore: (sent, total) =>
    `${sent} van ${total} geüpload. De rest staat nog in deze browser. Je kunt verdergaan.`,
  notKept: 'Deze browser kan de bestanden niet bewaren. Laat deze pagina open tot alles is geüpload.',
  elsewhere: 'Deze certificaten worden nu in een ander venster geüpload. Stopt dat, dan kun je hier verdergaan.',
  stops: {
    'storage-full': 'Er is geen opslagruimte meer. Maak ruimte en ga dan verder.',
    'bad-answer':
      'Iets anders dan de server gaf antwoord, zoals de inlogpagina van een wifinetwerk. Open een nieuw tabblad, log daar zo nodig in en ga dan verder.',
  },
  waitUntil: ({ time, day }) => `De server vraagt om even te wachten. Ga ${day ? `op ${day} ` : ''}na ${time} verder.`,
  forget: 'Alles wissen',
  forgetTitle: 'Alle bestanden uit deze browser wissen?',
  forgetText:
    'Wat nog niet is geüpload, moet je dan opnieuw kiezen. Wat al is geüpload, blijft bij de deelnemers staan.',
  keep: 'Behouden',
  states: {
    waiting: 'Wacht op de andere bestanden',
    sending: 'Wordt geüpload',
    sent: 'Geüpload',
    there: 'Was er al',
    queued: 'Wordt geüpload zodra er weer verbinding is',
    failed: 'Niet gelukt',
  },
  report: 'Verslag downloaden',
  reportName: 'certificaten',
  columns: ['Bestand', 'Deelnemer', 'E-mailadres', 'Boekingsnummer', 'Gevonden via', 'Uitkomst'],
  outcome: ({ sent, there, queued, failed }) =>
    [
      `${certificates(sent)} geüpload`,
      there > 0 ? `${there} ${there === 1 ? 'was' : 'waren'} er al` : '',
      queued > 0 ? `${queued} ${queued === 1 ? 'wacht' : 'wachten'} op verbinding` : '',
      failed > 0 ? `${failed} niet gelukt` : '',
    ]
      .filter(Boolean)
      .join(', ') + '.',

  announceLooked: (counts) =>
    `Bekeken: ${counts.matched} gevonden, ${counts['to-check']} nakijken, ${counts['not-matched']} niet gevonden, ${counts['left-out']} overgeslagen.`,
  announceChosen: (file, person) => `${file} is nu van ${person}.`,
  announceLeftOut: (file) => `${file} wordt overgeslagen.`,
  announceTakenBack: (file) => `${file} doet weer mee.`,
  announceConfirmed: (file) => `${file} is bevestigd.`,
  announceSending: (count) => `${certificates(count)} ${count === 1 ? 'wordt' : 'worden'} geüpload.`,
  announceProgress: (done, total) => `${done} van ${total} geüpload.`,
  announcePaused: 'Het uploaden is gepauzeerd.',
  announceForgotten: 'Alle bestanden zijn gewist.',

  intake: {
    'zip-damaged':
      'Dit bestand is beschadigd of niet compleet. Download of kopieer de zip opnieuw en kies hem nog een keer.',
    'zip-unreadable': 'Dit bestand kan niet worden uitgepakt. Pak het zelf uit en kies de map.',
    'zip-encrypted': 'Dit bestand in de zip heeft een wachtwoord. Pak de zip zelf uit en kies de map.',
    'zip-nested': 'Deze zip zit te diep in andere zips. Pak hem zelf uit en kies de map.',
    'too-many-files': 'Dit zijn te veel bestanden in één keer. Upload eerst de andere bestanden en kies daarna deze.',
  },
};
