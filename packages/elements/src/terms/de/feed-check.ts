import type { Counted, FeedCheckTerms } from '../feed-check.js';

const many = ({ count, text }: Counted, one: string, more: string): string => `${text} ${count === 1 ? one : more}`;
const products = (counted: Counted): string => many(counted, 'Produkt', 'Produkte');
const trainers = (counted: Counted): string => many(counted, 'Trainer/in', 'Trainer/innen');
const errors = (counted: Counted): string => many(counted, 'Fehler', 'Fehler');
const warnings = (counted: Counted): string => many(counted, 'Warnung', 'Warnungen');

export const de: FeedCheckTerms = {
  heading: 'Produktfeed prüfen',
  of: {
    products: {
      count: products,
      checked: (checked) => `${products(checked)} geprüft`,
      errorsNote: 'Ein Produkt mit einem Fehler kann nicht importiert werden.',
      warningsNote: 'Alle Produkte können importiert werden. Die Warnungen sagen, was besser sein könnte.',
      leftOut: (left) =>
        left.count === 1
          ? `${left.text} Produkt mit Fehlern ist nicht im korrigierten Feed. Korrigieren Sie es zuerst: Wer diesen Feed als Ganzes importiert, löscht es.`
          : `${left.text} Produkte mit Fehlern sind nicht im korrigierten Feed. Korrigieren Sie sie zuerst: Wer diesen Feed als Ganzes importiert, löscht sie.`,
      each: 'Nach Produkt',
    },
    trainers: {
      count: trainers,
      checked: (checked) => `${trainers(checked)} geprüft`,
      errorsNote: 'Ein Eintrag mit einem Fehler kann nicht importiert werden.',
      warningsNote: 'Alle Trainer/innen können importiert werden. Die Warnungen sagen, was besser sein könnte.',
      leftOut: (left) =>
        `${trainers(left)} mit Fehlern ${left.count === 1 ? 'ist' : 'sind'} nicht im korrigierten Feed. Korrigieren Sie zuerst die Fehler.`,
      each: 'Nach Trainer/in',
    },
  },

  drop: 'Ziehen Sie den Produktfeed hierher',
  orChoose: 'oder wählen Sie eine Datei aus',
  limits: (maxSize) => `XML, auch als .gz komprimiert, bis zu ${maxSize}`,
  staysHere: 'Der Feed bleibt in diesem Browser. Es wird nichts gesendet.',
  otherWays: 'Text einfügen oder Webadresse angeben',
  text: 'Text des Feeds',
  checkText: 'Text prüfen',
  address: 'Webadresse des Feeds',
  fetchAddress: 'Abrufen und prüfen',
  pastedName: 'Eingefügter Text',
  mode: 'Art der Prüfung',
  tolerant: 'Wie Importprogramme lesen',
  tolerantNote: 'Was ein Importprogramm selbst löst, ist eine Warnung.',
  strict: 'Genau nach dem Schema',
  strictNote: 'Jede Abweichung vom Schema ist ein Fehler.',

  encoding: 'Zeichenkodierung',
  encodingOfFeed: 'Wie im Feed angegeben',

  fetching: (name) => `${name} wird abgerufen`,
  checking: (name) => `${name} wird geprüft`,
  readOf: (read, total) => `${read} von ${total}`,
  stop: 'Abbrechen',
  stopped: (name) => `Die Prüfung von ${name} wurde abgebrochen.`,
  again: 'Erneut prüfen',

  clean: 'Dieser Feed ist in Ordnung.',
  found: (foundErrors, foundWarnings) =>
    [foundErrors.count > 0 && errors(foundErrors), foundWarnings.count > 0 && warnings(foundWarnings)]
      .filter(Boolean)
      .join(' und '),
  incomplete: 'Der Feed konnte nicht bis zum Ende gelesen werden.',
  nothingRead: 'Das konnte nicht als Produktfeed gelesen werden.',
  onPage: 'Die Prüfung konnte nicht im Hintergrund laufen. Sie lief deshalb auf der Seite selbst und dauerte länger.',

  saveFindings: 'Befunde herunterladen (CSV)',
  saveRepaired: 'Korrigierten Feed herunterladen (XML)',
  saving: 'Die Datei wird erstellt',
  saved: 'Die Datei wird heruntergeladen.',
  lost: (things) => `${many(things, 'Bestandteil ist', 'Bestandteile sind')} nicht im korrigierten Feed:`,
  saveFailed:
    'Die Datei konnte nicht erstellt werden. Prüfen Sie den Feed erneut und versuchen Sie es dann noch einmal.',
  findingsFile: (name) => `${name}-befunde`,
  repairedFile: (name) => `${name}-korrigiert`,

  findings: 'Befunde',
  filterFindings: 'Befunde filtern',
  groupBy: 'Gruppieren',
  byKind: 'Nach Art',
  severity: 'Schwere',
  everySeverity: 'Alle',
  onlyErrors: 'Nur Fehler',
  onlyWarnings: 'Nur Warnungen',
  kind: 'Art',
  everyKind: 'Alle Arten',
  search: 'Suchen',
  noMatch: 'Kein Befund passt zu diesen Filtern.',
  clearFilter: 'Alle anzeigen',
  matches: (groups) => many(groups, 'Gruppe', 'Gruppen'),
  firstOnly: (findings) => `Dies sind die ersten ${findings} Befunde. Die CSV-Datei enthält alle.`,
  error: 'Fehler',
  warning: 'Warnung',
  errors,
  warnings,
  place: (line, column) => `Zeile ${line}, Zeichen ${column}`,
  atLine: (line) => `Ab Zeile ${line}`,
  productId: (id) => `ID ${id}`,
  more: 'Mehr anzeigen',
  shownOf: (shown, total) => `${shown} von ${total}`,

  prices: 'Preise',
  findProduct: 'Nach Name oder ID suchen',
  product: 'Produkt',
  noProduct: 'Kein Produkt gefunden. Suchen Sie nach etwas anderem.',
  noPrice: 'Dieser Preis kann nicht berechnet werden. Korrigieren Sie zuerst die Fehler dieses Produkts.',

  compare: 'Mit dem vorherigen Feed vergleichen',
  compareNote: 'Sehen Sie vorab, was ein Import hinzufügen, ändern und löschen würde.',
  dropPrevious: 'Ziehen Sie den vorherigen Feed hierher',
  comparing: (name) => `Wird mit ${name} verglichen`,
  comparedWith: (name) => `Verglichen mit ${name}`,
  difference: (create, update, gone) =>
    `${create} neu, ${update} geändert, ${gone.text} ${gone.count === 1 ? 'würde' : 'würden'} gelöscht`,
  noDifference: 'Die Feeds sind gleich. Ein Import würde nichts ändern.',
  unchanged: (unchanged) => `${products(unchanged)} unverändert`,
  created: (created) => `Neu (${created})`,
  updated: (updated) => `Geändert (${updated})`,
  deleted: (deleted) => `Zu löschen (${deleted})`,
  fields: {
    name: 'Name',
    description: 'Beschreibung',
    language: 'Sprache',
    productType: 'Produkttyp',
    courseType: 'Art des Kurses',
    level: 'Niveau',
    price: 'Preis',
    additionalCosts: 'Zusatzkosten',
    discounts: 'Rabatte',
    priceInfo: 'Erläuterung zum Preis',
    startingDates: 'Starttermine',
    maxParticipants: 'Höchstzahl der Teilnehmenden',
    participantsByAgreement: 'Teilnehmende nach Absprache',
    duration: 'Dauer',
    durationByAgreement: 'Dauer nach Absprache',
    studyLoad: 'Lernaufwand',
    runtime: 'Gesamtlaufzeit',
    completion: 'Abschluss',
    moments: 'Kurszeiten',
    regions: 'Regionen',
    trainerEmails: 'Trainer/innen',
    contactPerson: 'Kontaktperson',
    webAddress: 'Webadresse',
    pdfBrochureUrl: 'Broschüre',
    imageUrls: 'Bilder',
    videoUrl: 'Video',
    extraInstructionsAfterBooking: 'Hinweise nach der Buchung',
    allowedSites: 'zugelassene Websites',
    purpose: 'Ziel',
    costPlacements: 'wer zahlt',
    pePoints: 'Fortbildungspunkte',
    crohoId: 'CROHO-Nummer',
    creboId: 'Crebo-Nummer',
    ltiParams: 'LTI-Parameter',
  },

  neighbours: 'Dieser Feed in anderen Systemen',
  neighboursNote: 'Sehen Sie, was EDU-DEX oder die Open Education API ablehnen würde und was dabei verloren geht.',
  lookFor: (neighbour) => `Für ${neighbour} prüfen`,
  wouldTake: (neighbour, taken, refused) =>
    `${neighbour} würde ${products(taken)} annehmen` + (refused.count > 0 ? ` und ${products(refused)} ablehnen` : ''),

  announceStarted: (name) => `Die Prüfung von ${name} hat begonnen.`,
  problems: {
    'not-configured': 'Feeds können hier nicht geprüft werden. Wenden Sie sich an die Administration dieser Seite.',
    'file-is-folder': 'Das ist ein Ordner. Wählen Sie die Datei aus, die darin liegt.',
    'file-empty': 'Diese Datei ist leer. Wählen Sie eine andere Datei aus.',
    'text-empty': 'Es gibt noch keinen Text. Fügen Sie den Feed in das Feld ein.',
    'too-large': ({ maxSize }) =>
      `Dieser Feed ist größer als ${maxSize}. Wählen Sie einen kleineren Feed, oder teilen Sie ihn auf.`,
    unreadable:
      'Diese Datei kann nicht mehr gelesen werden. Sie wurde verschoben oder geändert: Wählen Sie sie erneut aus.',
    'broken-archive':
      'Diese .gz-Datei ist beschädigt. Komprimieren Sie den Feed erneut, oder wählen Sie die XML-Datei selbst aus.',
    'not-a-feed': 'Das kann nicht als Produktfeed gelesen werden. Wählen Sie die XML-Datei des vorherigen Feeds aus.',
    'bad-address': 'Das ist keine Webadresse. Geben Sie die vollständige Adresse mit https:// am Anfang an.',
    unreachable:
      'Der Feed kann von dieser Seite aus nicht abgerufen werden: Die Adresse stimmt nicht, oder die Website erlaubt es nicht (CORS). ' +
      'Öffnen Sie die Adresse in einem neuen Tab, speichern Sie den Feed und wählen Sie hier die Datei aus.',
    'http-status': ({ status }) =>
      `Die Website hat den Feed nicht geliefert (Fehlercode ${status}). Prüfen Sie die Adresse, oder speichern Sie den Feed und wählen Sie hier die Datei aus.`,
    offline: 'Es besteht keine Internetverbindung. Prüfen Sie die Verbindung, oder wählen Sie eine Datei aus.',
    internal: 'Die Prüfung ist fehlgeschlagen. Versuchen Sie es erneut.',
  },
};
