import type { Counted, FeedCheckTerms } from '../feed-check.js';

const many = ({ count, text }: Counted, one: string, more: string): string => `${text} ${count === 1 ? one : more}`;
const products = (counted: Counted): string => many(counted, 'product', 'producten');
const trainers = (counted: Counted): string => many(counted, 'trainer', 'trainers');
const errors = (counted: Counted): string => many(counted, 'fout', 'fouten');
const warnings = (counted: Counted): string => many(counted, 'waarschuwing', 'waarschuwingen');

export const nl: FeedCheckTerms = {
  heading: 'Productfeed controleren',
  of: {
    products: {
      count: products,
      checked: (checked) => `${products(checked)} gecontroleerd`,
      errorsNote: 'Een product met een fout kan niet worden geïmporteerd.',
      warningsNote: 'Alle producten kunnen worden geïmporteerd. De waarschuwingen zeggen wat beter kan.',
      leftOut: (left) =>
        `${products(left)} met fouten ${left.count === 1 ? 'staat' : 'staan'} niet in de verbeterde feed. Verbeter ` +
        `${left.count === 1 ? 'dat product' : 'die producten'} eerst: wie deze feed als geheel importeert, verwijdert ` +
        `${left.count === 1 ? 'het' : 'ze'}.`,
      each: 'Per product',
    },
    trainers: {
      count: trainers,
      checked: (checked) => `${trainers(checked)} gecontroleerd`,
      errorsNote: 'Een trainer met een fout kan niet worden geïmporteerd.',
      warningsNote: 'Alle trainers kunnen worden geïmporteerd. De waarschuwingen zeggen wat beter kan.',
      leftOut: (left) =>
        `${trainers(left)} met fouten ${left.count === 1 ? 'staat' : 'staan'} niet in de verbeterde feed. Verbeter eerst de fouten.`,
      each: 'Per trainer',
    },
  },

  drop: 'Sleep de productfeed hierheen',
  orChoose: 'of kies een bestand',
  limits: (maxSize) => `XML, ook gecomprimeerd als .gz, tot ${maxSize}`,
  staysHere: 'De feed blijft in deze browser. Er wordt niets verstuurd.',
  otherWays: 'Tekst plakken of een webadres opgeven',
  text: 'Tekst van de feed',
  checkText: 'Tekst controleren',
  address: 'Webadres van de feed',
  fetchAddress: 'Ophalen en controleren',
  pastedName: 'Geplakte tekst',
  mode: 'Manier van controleren',
  tolerant: 'Zoals importeurs lezen',
  tolerantNote: 'Wat een importeur zelf oplost, is een waarschuwing.',
  strict: 'Precies volgens het schema',
  strictNote: 'Elke afwijking van het schema is een fout.',

  encoding: 'Tekencodering',
  encodingOfFeed: 'Zoals in de feed staat',

  fetching: (name) => `${name} wordt opgehaald`,
  checking: (name) => `${name} wordt gecontroleerd`,
  readOf: (read, total) => `${read} van ${total}`,
  stop: 'Stoppen',
  stopped: (name) => `De controle van ${name} is gestopt.`,
  again: 'Opnieuw controleren',

  clean: 'Deze feed is in orde.',
  found: (foundErrors, foundWarnings) =>
    [foundErrors.count > 0 && errors(foundErrors), foundWarnings.count > 0 && warnings(foundWarnings)]
      .filter(Boolean)
      .join(' en '),
  incomplete: 'De feed kon niet tot het einde worden gelezen.',
  nothingRead: 'Dit kon niet als productfeed worden gelezen.',
  onPage: 'De controle kon niet op de achtergrond lopen. Daarom liep die op de pagina zelf, en dat duurde langer.',

  saveFindings: 'Bevindingen downloaden (CSV)',
  saveRepaired: 'Verbeterde feed downloaden (XML)',
  saving: 'Het bestand wordt gemaakt',
  saved: 'Het bestand wordt gedownload.',
  lost: (things) => `${many(things, 'onderdeel staat', 'onderdelen staan')} niet in de verbeterde feed:`,
  saveFailed: 'Het bestand kon niet worden gemaakt. Controleer de feed opnieuw en probeer het dan nog eens.',
  findingsFile: (name) => `${name}-bevindingen`,
  repairedFile: (name) => `${name}-verbeterd`,

  findings: 'Bevindingen',
  filterFindings: 'Bevindingen filteren',
  groupBy: 'Groeperen',
  byKind: 'Per soort',
  severity: 'Ernst',
  everySeverity: 'Alles',
  onlyErrors: 'Alleen fouten',
  onlyWarnings: 'Alleen waarschuwingen',
  kind: 'Soort',
  everyKind: 'Alle soorten',
  search: 'Zoeken',
  noMatch: 'Geen bevindingen met deze filters.',
  clearFilter: 'Alles tonen',
  matches: (groups) => many(groups, 'groep', 'groepen'),
  firstOnly: (findings) => `Hier staan de eerste ${findings} bevindingen. In het CSV-bestand staan ze allemaal.`,
  error: 'Fout',
  warning: 'Waarschuwing',
  errors,
  warnings,
  place: (line, column) => `Regel ${line}, teken ${column}`,
  atLine: (line) => `Vanaf regel ${line}`,
  productId: (id) => `ID ${id}`,
  more: 'Meer tonen',
  shownOf: (shown, total) => `${shown} van ${total}`,

  prices: 'Prijzen',
  findProduct: 'Zoeken op naam of ID',
  product: 'Product',
  noProduct: 'Geen product gevonden. Zoek op iets anders.',
  noPrice: 'Deze prijs kan niet worden berekend. Verbeter eerst de fouten bij dit product.',

  compare: 'Vergelijken met de vorige feed',
  compareNote: 'Zie vooraf wat een import zou toevoegen, wijzigen en verwijderen.',
  dropPrevious: 'Sleep de vorige feed hierheen',
  comparing: (name) => `Wordt vergeleken met ${name}`,
  comparedWith: (name) => `Vergeleken met ${name}`,
  difference: (create, update, gone) =>
    `${create} nieuw, ${update} gewijzigd, ${gone.text} ${gone.count === 1 ? 'zou' : 'zouden'} worden verwijderd`,
  noDifference: 'De feeds zijn gelijk. Een import zou niets veranderen.',
  unchanged: (unchanged) => `${products(unchanged)} ongewijzigd`,
  created: (created) => `Nieuw (${created})`,
  updated: (updated) => `Gewijzigd (${updated})`,
  deleted: (deleted) => `Te verwijderen (${deleted})`,
  fields: {
    name: 'naam',
    description: 'omschrijving',
    language: 'taal',
    productType: 'producttype',
    courseType: 'soort cursus',
    level: 'niveau',
    price: 'prijs',
    additionalCosts: 'bijkomende kosten',
    discounts: 'kortingen',
    priceInfo: 'toelichting op de prijs',
    startingDates: 'startdata',
    maxParticipants: 'maximaal aantal deelnemers',
    participantsByAgreement: 'deelnemers in overleg',
    duration: 'duur',
    durationByAgreement: 'duur in overleg',
    studyLoad: 'studielast',
    runtime: 'doorlooptijd',
    completion: 'afsluiting',
    moments: 'lesmomenten',
    regions: 'regio’s',
    trainerEmails: 'trainers',
    contactPerson: 'contactpersoon',
    webAddress: 'webadres',
    pdfBrochureUrl: 'brochure',
    imageUrls: 'afbeeldingen',
    videoUrl: 'video',
    extraInstructionsAfterBooking: 'instructies na het boeken',
    allowedSites: 'toegestane sites',
    purpose: 'doel',
    costPlacements: 'wie betaalt',
    pePoints: 'PE-punten',
    crohoId: 'CROHO-nummer',
    creboId: 'Crebo-nummer',
    ltiParams: 'LTI-parameters',
  },

  neighbours: 'Deze feed in andere systemen',
  neighboursNote: 'Zie wat EDU-DEX of de Open Education API zou weigeren, en wat er onderweg verloren gaat.',
  lookFor: (neighbour) => `Controleren voor ${neighbour}`,
  wouldTake: (neighbour, taken, refused) =>
    `${neighbour} zou ${products(taken)} accepteren` + (refused.count > 0 ? ` en ${products(refused)} weigeren` : ''),

  announceStarted: (name) => `De controle van ${name} is begonnen.`,
  problems: {
    'not-configured': 'Feeds kunnen hier niet worden gecontroleerd. Meld dit aan de beheerder van de pagina.',
    'file-is-folder': 'Dit is een map. Kies het bestand in de map.',
    'file-empty': 'Dit bestand is leeg. Kies een ander bestand.',
    'text-empty': 'Er is nog geen tekst. Plak de feed in het veld.',
    'too-large': ({ maxSize }) => `Deze feed is groter dan ${maxSize}. Kies een kleinere feed, of deel hem op.`,
    unreadable: 'Dit bestand kan niet meer worden gelezen. Het is verplaatst of gewijzigd: kies het opnieuw.',
    'broken-archive': 'Dit .gz-bestand is beschadigd. Comprimeer de feed opnieuw, of kies het XML-bestand zelf.',
    'not-a-feed': 'Dit kan niet als productfeed worden gelezen. Kies het XML-bestand van de vorige feed.',
    'bad-address': 'Dit is geen webadres. Vul het volledige adres in, met https:// ervoor.',
    unreachable:
      'De feed kan vanaf deze pagina niet worden opgehaald: het adres klopt niet, of die site staat het niet toe (CORS). ' +
      'Open het adres in een nieuw tabblad, sla de feed op en kies hier het bestand.',
    'http-status': ({ status }) =>
      `De site gaf de feed niet (foutcode ${status}). Controleer het adres, of sla de feed op en kies hier het bestand.`,
    offline: 'Er is geen internetverbinding. Controleer de verbinding, of kies een bestand.',
    internal: 'De controle is vastgelopen. Probeer het opnieuw.',
  },
};
