import type { Texts } from './texts.js';

const numbers = new Intl.NumberFormat('nl-NL');
const count = (value: number, one: string, more: string) => `${numbers.format(value)} ${value === 1 ? one : more}`;

const REASONS: Readonly<Record<string, string>> = {
  ENOTFOUND: 'de naam is onbekend',
  EAI_AGAIN: 'de naam kan nu niet worden opgezocht',
  ECONNREFUSED: 'daar antwoordt niets',
  ECONNRESET: 'de verbinding viel weg',
  UND_ERR_SOCKET: 'de verbinding viel weg',
  ENOSPC: 'de schijf is vol',
  EROFS: 'daar mag niet worden geschreven',
  EACCES: 'je hebt daar geen rechten',
  ENOENT: 'de map bestaat niet',
};
const because = (reason: string) => (reason === '' ? '' : ` (${REASONS[reason] ?? reason})`);

/** What the program says, in Dutch. */
export const nl: Texts = {
  noSuchFile: ({ file }) => `${file} bestaat niet. Kijk of de naam en de map kloppen.`,
  mayNotRead: ({ file }) => `Je mag ${file} niet lezen. Vraag leesrechten voor dit bestand.`,
  isFolder: ({ file }) => `${file} is een map. Geef het bestand van de feed op.`,
  cannotReadFile: ({ file, reason }) =>
    `${file} kan niet worden gelezen${because(reason)}. Probeer het nog eens, of probeer het met een kopie.`,
  cannotWriteFile: ({ file, reason }) =>
    `${file} kan niet worden geschreven${because(reason)}. Kies een andere plaats met -o.`,
  noOrganisations: ({ file }) =>
    `${file} is geen lijst van organisaties. Schrijf JSON zoals [{ "id": "SKJ", "name": "Stichting Kwaliteitsregister Jeugd" }], met hoogstens 1000 organisaties.`,
  urlInvalid: ({ url }) => `${url} is geen adres van een feed. Geef een adres op dat met https:// of http:// begint.`,
  urlUnreachable: ({ url, reason }) =>
    `${url} is niet bereikbaar${because(reason)}. Controleer het adres en je verbinding.`,
  urlRefused: ({ url, status }) =>
    `${url} gaf foutcode ${status} in plaats van een feed. Open het adres in een browser om te zien waarom.`,
  urlRedirects: ({ url, most }) =>
    `${url} verwijst meer dan ${most} keer door. Geef het adres op waar de feed zelf staat.`,
  urlTooSlow: ({ url }) => `${url} antwoordt niet meer. Probeer het later nog eens.`,
  urlTooLarge: ({ url, gigabytes }) =>
    `De feed op ${url} is groter dan ${gigabytes} GB. Download het bestand zelf en geef het hier op.`,
  unreadableAt: ({ file, line, column, why }) =>
    `${file} kan vanaf regel ${line}:${column} niet worden gelezen. ${why}`,
  trainerFeed: 'Dit is een trainersfeed. Voeg --trainers toe.',
  stopped: 'Gestopt.',
  outputFailed: ({ code }) =>
    `De uitvoer kan niet worden geschreven${because(code)}. Maak ruimte vrij, of schrijf naar een andere plaats.`,
  failed: ({ reason }) => `Er ging onverwacht iets mis: ${reason}`,

  products: (value) => count(value, 'product', 'producten'),
  trainers: (value) => count(value, 'trainer', 'trainers'),
  errors: (value) => count(value, 'fout', 'fouten'),
  warnings: (value) => count(value, 'waarschuwing', 'waarschuwingen'),
  number: (value) => numbers.format(value),

  headingErrors: 'Fouten: deze worden niet geïmporteerd',
  headingWarnings: 'Waarschuwingen',
  moreOfThis: (value) => `nog ${count(value, 'keer', 'keer')}`,
  summary: ({ items, errors, warnings }) => `${items} gelezen: ${errors}, ${warnings}.`,
  allGood: ({ items }) => `${items} gelezen: alles is in orde.`,
  difference: (counts) =>
    `Ten opzichte van de vorige feed: ${numbers.format(counts.create)} nieuw, ${numbers.format(counts.update)} gewijzigd, ` +
    `${numbers.format(counts.delete)} ${counts.delete === 1 ? 'zou' : 'zouden'} worden verwijderd.`,
  otherFinding: ({ path }) =>
    `De waarde van ${path === '' ? 'dit product' : path} kan niet worden opgeslagen. Controleer die.`,
  unchanged: (value) => `${numbers.format(value)} ongewijzigd`,

  actions: {
    create: (value) => `${numbers.format(value)} nieuw`,
    update: (value) => `${numbers.format(value)} gewijzigd`,
    restore: (value) => `${numbers.format(value)} hersteld`,
    delete: (value) => `${numbers.format(value)} te verwijderen`,
    invite: (value) => `${count(value, 'trainer', 'trainers')} uit te nodigen`,
  },
  changed: ({ field, from, to }) => `${field}: ${from} wordt ${to}`,
  nothing: 'niets',
  nothingToDo: 'Er is niets te doen: alles is al zoals in de feed.',
  nothingImportable: (value) =>
    `Er kan niets worden geïmporteerd: ${count(value, 'product heeft', 'producten hebben')} een fout. Controleer de feed: enrollkit feed check.`,
  enrollments: ({ total, open }) =>
    total === 0
      ? 'geen inschrijvingen'
      : `${count(total, 'inschrijving', 'inschrijvingen')}, waarvan ${numbers.format(open)} nog open`,
  newId: ({ id, name }) =>
    `misschien is dit ${id} (“${name}”) onder een nieuwe ID: verwijder het dan niet, en behoud de ID`,
  newIds: (value) =>
    `${count(value, 'product lijkt', 'producten lijken')} alleen een nieuwe ID te hebben. Wat erbij hoort, blijft behouden, tenzij je het plan doorvoert met --new-ids replace.`,
  unknownMissing: (value) =>
    `${count(value, 'product ontbreekt', 'producten ontbreken')} en ${value === 1 ? 'wordt' : 'worden'} niet verwijderd: een product in de feed is niet te lezen.`,
  heldHere: ({ percentage, most }) =>
    `Dit zou ${numbers.format(percentage)}% verwijderen van wat er was, en een import stopt boven ${numbers.format(most)}%. Klopt het toch? Importeer met --max-delete.`,
  productsNotBookable: (value) =>
    `${count(value, 'product is', 'producten zijn')} niet te boeken en ${value === 1 ? 'is' : 'zijn'} weggelaten.`,
  leftOut: (value) =>
    `${count(value, 'product', 'producten')} met een fout ${value === 1 ? 'blijft' : 'blijven'} buiten de import en ${value === 1 ? 'wordt' : 'worden'} niet verwijderd.`,
  moreSteps: (value) => `en nog ${numbers.format(value)}`,

  uploading: 'uploaden',
  planning: 'vergelijken',
  applying: 'doorvoeren',
  held: ({ percentage, most, enrollments, command }) =>
    `Deze import verwijdert ${numbers.format(percentage)}% van wat er staat, en hoogstens ${numbers.format(most)}% is toegestaan. ` +
    `${enrollments === undefined ? '' : `Bij wat verdwijnt, horen ${enrollments}. `}Klopt het toch? Voer dan uit: ${command}`,
  importFailed: ({ why }) => `De import kon niet doorgaan. ${why}`,
  importCancelled: 'De import is geannuleerd. Begin opnieuw met hetzelfde bestand.',
  importDone: ({ applied }) => `Klaar: ${count(applied, 'wijziging', 'wijzigingen')} doorgevoerd.`,
  waiting: ({ command }) => `Het plan staat klaar en er is nog niets veranderd. Doorvoeren: ${command}`,
  goOn: ({ command }) => `De server gaat zelf verder. Weer meekijken: ${command}`,
  uploadStopped: 'Het uploaden is gestopt en er is niets veranderd. Begin opnieuw met hetzelfde bestand.',
  sendsAgain: ({ seconds }) =>
    `De server kan de feed nu niet aannemen. Over ${seconds}\u00a0s wordt hij opnieuw verstuurd.`,
  applyQuestion: 'Dit doorvoeren? [j/N] ',
  isYes: (answer) => /^\s*(j|ja|y|yes)\s*$/i.test(answer),
  needsAnswer: 'Hier kan niemand antwoorden. Voeg --yes toe om door te voeren, of --plan-only om alleen te kijken.',
  noToken:
    'Er is geen sleutel. Zet hem in de omgevingsvariabele ENROLLKIT_TOKEN, of geef een bestand op met --token-file.',
  unencrypted: ({ url }) => `De sleutel gaat onversleuteld naar ${url}. Gebruik een adres dat met https:// begint.`,
  emptyToken: ({ file }) => `In ${file} staat geen sleutel. Zet hem op de eerste regel, met niets erbij.`,
  serverUnreachable: ({ url, reason }) =>
    `De server ${url} is niet bereikbaar${because(reason)}. Controleer het adres en je verbinding.`,
  serverRefused: ({ status, why }) => `De server weigert dit (${status}). ${why}`,
  serverUnknown: ({ url }) => `${url} antwoordt niet als een Enrollkit-server. Controleer het adres.`,
  alreadyRunning: ({ id }) => `Er loopt al een import. Kijk mee met --resume ${id}, of wacht tot hij klaar is.`,
  notAuthorized:
    'De server kent deze sleutel niet, of hij is verlopen. Maak een nieuwe sleutel en probeer het nog eens.',

  written: ({ items, file }) => `${items} geschreven naar ${file}.`,
  notWritten: ({ products: lostProducts, values, file }) =>
    `${file} is niet overschreven: er zouden ${count(lostProducts, 'product', 'producten')} en ${count(values, 'waarde', 'waarden')} verloren gaan. Kies een ander bestand met -o.`,
  lostFromFile: ({ count: value }) => `${count(value, 'onderdeel is', 'onderdelen zijn')} niet bewaard:`,
  leftOutOfFile: ({ count: value }) =>
    `${count(value, 'product is', 'producten zijn')} weggelaten, omdat er een fout in zit:`,
  converted: ({ count: value, format }) => `${count(value, 'product is', 'producten zijn')} omgezet voor ${format}.`,
  convertedTogether: ({ count: value, format }) =>
    `${count(value, 'bericht', 'berichten')} voor ${format}, gemaakt uit alle producten.`,
  conversionRefused: ({ count: value, format }) =>
    `${format} zou ${count(value, 'product', 'producten')} weigeren, en ${value === 1 ? 'dat is' : 'die zijn'} weggelaten.`,
  conversionItem: ({ why, id, more }) =>
    `${why} (${id}${more > 0 ? ` en nog ${count(more, 'product', 'producten')}` : ''})`,
  leftOutItem: ({ id, line, why }) => `regel ${line}${id === '' ? '' : `, ${id}`}: ${why}`,
};
