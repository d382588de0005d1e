import type { Texts } from './texts.js';

const numbers = new Intl.NumberFormat('de-DE');
const count = (value: number, one: string, more: string) => `${numbers.format(value)} ${value === 1 ? one : more}`;

const REASONS: Readonly<Record<string, string>> = {
  ENOTFOUND: 'der Name ist unbekannt',
  EAI_AGAIN: 'der Name kann gerade nicht nachgeschlagen werden',
  ECONNREFUSED: 'dort antwortet nichts',
  ECONNRESET: 'die Verbindung ging verloren',
  UND_ERR_SOCKET: 'die Verbindung ging verloren',
  ENOSPC: 'der Datenträger ist voll',
  EROFS: 'dort darf nicht geschrieben werden',
  EACCES: 'Sie haben dort keine Rechte',
  ENOENT: 'den Ordner gibt es nicht',
};
const because = (reason: string) => (reason === '' ? '' : ` (${REASONS[reason] ?? reason})`);

/** What the program says, in German. */
export const de: Texts = {
  noSuchFile: ({ file }) => `${file} gibt es nicht. Prüfen Sie Name und Ordner.`,
  mayNotRead: ({ file }) => `${file} darf nicht gelesen werden. Lassen Sie sich Leserechte für diese Datei geben.`,
  isFolder: ({ file }) => `${file} ist ein Ordner. Nennen Sie die Datei des Feeds.`,
  cannotReadFile: ({ file, reason }) =>
    `${file} kann nicht gelesen werden${because(reason)}. Versuchen Sie es erneut oder mit einer Kopie.`,
  cannotWriteFile: ({ file, reason }) =>
    `${file} kann nicht geschrieben werden${because(reason)}. Wählen Sie mit -o einen anderen Ort.`,
  noOrganisations: ({ file }) =>
    `${file} ist keine Liste von Organisationen. Schreiben Sie JSON wie [{ "id": "SKJ", "name": "Stichting Kwaliteitsregister Jeugd" }], mit höchstens 1000 Organisationen.`,
  urlInvalid: ({ url }) =>
    `${url} ist keine Adresse eines Feeds. Geben Sie eine an, die mit https:// oder http:// beginnt.`,
  urlUnreachable: ({ url, reason }) =>
    `${url} ist nicht erreichbar${because(reason)}. Prüfen Sie die Adresse und Ihre Verbindung.`,
  urlRefused: ({ url, status }) =>
    `${url} lieferte Fehlercode ${status} statt eines Feeds. Öffnen Sie die Adresse in einem Browser, um zu sehen, warum.`,
  urlRedirects: ({ url, most }) =>
    `${url} leitet mehr als ${most}-mal weiter. Geben Sie die Adresse an, unter der der Feed selbst liegt.`,
  urlTooSlow: ({ url }) => `${url} antwortet nicht mehr. Versuchen Sie es später erneut.`,
  urlTooLarge: ({ url, gigabytes }) =>
    `Der Feed unter ${url} ist größer als ${gigabytes} GB. Laden Sie die Datei selbst herunter und nennen Sie sie hier.`,
  unreadableAt: ({ file, line, column, why }) => `${file} kann ab Zeile ${line}:${column} nicht gelesen werden. ${why}`,
  trainerFeed: 'Das ist ein Trainerfeed. Fügen Sie --trainers hinzu.',
  stopped: 'Abgebrochen.',
  outputFailed: ({ code }) =>
    `Die Ausgabe kann nicht geschrieben werden${because(code)}. Schaffen Sie Platz, oder schreiben Sie sie woandershin.`,
  failed: ({ reason }) => `Es ist ein unerwarteter Fehler aufgetreten: ${reason}`,

  products: (value) => count(value, 'Produkt', 'Produkte'),
  trainers: (value) => count(value, 'Trainer/in', 'Trainer/innen'),
  errors: (value) => count(value, 'Fehler', 'Fehler'),
  warnings: (value) => count(value, 'Warnung', 'Warnungen'),
  number: (value) => numbers.format(value),

  headingErrors: 'Fehler: diese werden nicht importiert',
  headingWarnings: 'Warnungen',
  moreOfThis: (value) => `noch ${numbers.format(value)}-mal`,
  summary: ({ items, errors, warnings }) => `${items} gelesen: ${errors}, ${warnings}.`,
  allGood: ({ items }) => `${items} gelesen: Alles ist in Ordnung.`,
  difference: (counts) =>
    `Gegenüber dem vorherigen Feed: ${numbers.format(counts.create)} neu, ${numbers.format(counts.update)} geändert, ` +
    `${numbers.format(counts.delete)} ${counts.delete === 1 ? 'würde' : 'würden'} gelöscht.`,
  otherFinding: ({ path }) =>
    path === ''
      ? 'Der Wert dieses Produkts kann nicht gespeichert werden. Prüfen Sie ihn.'
      : `Der Wert von ${path} kann nicht gespeichert werden. Prüfen Sie ihn.`,
  unchanged: (value) => `${numbers.format(value)} unverändert`,

  actions: {
    create: (value) => `${numbers.format(value)} neu`,
    update: (value) => `${numbers.format(value)} geändert`,
    restore: (value) => `${numbers.format(value)} wiederhergestellt`,
    delete: (value) => `${numbers.format(value)} zu löschen`,
    invite: (value) => `${count(value, 'Trainer/in', 'Trainer/innen')} einzuladen`,
  },
  changed: ({ field, from, to }) => `${field}: ${from} wird zu ${to}`,
  nothing: 'nichts',
  nothingToDo: 'Es gibt nichts zu tun: Alles ist schon wie im Feed.',
  nothingImportable: (value) =>
    `Es kann nichts importiert werden: ${count(value, 'Produkt hat', 'Produkte haben')} einen Fehler. Prüfen Sie den Feed: enrollkit feed check.`,
  enrollments: ({ total, open }) =>
    total === 0
      ? 'keine Anmeldungen'
      : `${count(total, 'Anmeldung', 'Anmeldungen')}, davon ${numbers.format(open)} noch offen`,
  newId: ({ id, name }) =>
    `vielleicht ist dies ${id} („${name}“) unter einer neuen ID: Löschen Sie es dann nicht, und behalten Sie die ID`,
  newIds: (value) =>
    `${count(value, 'Produkt scheint', 'Produkte scheinen')} nur eine neue ID zu haben. Was dazugehört, bleibt erhalten, es sei denn, Sie wenden den Plan mit --new-ids replace an.`,
  unknownMissing: (value) =>
    `${count(value, 'Produkt fehlt und wird', 'Produkte fehlen und werden')} nicht gelöscht: Ein Produkt im Feed ist nicht lesbar.`,
  heldHere: ({ percentage, most }) =>
    `Das würde ${numbers.format(percentage)} % dessen löschen, was da war, und ein Import hält über ${numbers.format(most)} % an. Wenn das so sein soll, importieren Sie mit --max-delete.`,
  productsNotBookable: (value) =>
    `${count(value, 'Produkt ist nicht buchbar und wurde', 'Produkte sind nicht buchbar und wurden')} ausgelassen.`,
  leftOut: (value) =>
    `${count(value, 'Produkt mit einem Fehler bleibt beim Import außen vor und wird', 'Produkte mit einem Fehler bleiben beim Import außen vor und werden')} nicht gelöscht.`,
  moreSteps: (value) => `und noch ${numbers.format(value)}`,

  uploading: 'wird hochgeladen',
  planning: 'wird verglichen',
  applying: 'wird angewendet',
  held: ({ percentage, most, enrollments, command }) =>
    `Dieser Import löscht ${numbers.format(percentage)} % dessen, was da ist, erlaubt sind höchstens ${numbers.format(most)} %. ` +
    `${enrollments === undefined ? '' : `Für das, was gelöscht wird, gibt es ${enrollments}. `}Wenn das so sein soll, führen Sie aus: ${command}`,
  importFailed: ({ why }) => `Der Import konnte nicht fortgesetzt werden. ${why}`,
  importCancelled: 'Der Import wurde abgebrochen. Beginnen Sie mit derselben Datei von vorn.',
  importDone: ({ applied }) => `Fertig: ${count(applied, 'Änderung', 'Änderungen')} angewendet.`,
  waiting: ({ command }) => `Der Plan ist fertig, und es hat sich noch nichts geändert. Anwenden: ${command}`,
  goOn: ({ command }) => `Der Server macht von selbst weiter. Weiter verfolgen: ${command}`,
  uploadStopped:
    'Das Hochladen wurde abgebrochen, und es hat sich nichts geändert. Beginnen Sie mit derselben Datei von vorn.',
  sendsAgain: ({ seconds }) =>
    `Der Server kann den Feed gerade nicht annehmen. In ${seconds}\u00a0s wird er noch einmal gesendet.`,
  applyQuestion: 'Anwenden? [j/N] ',
  isYes: (answer) => /^\s*(j|ja|y|yes)\s*$/i.test(answer),
  needsAnswer:
    'Hier kann niemand antworten. Fügen Sie --yes hinzu, um anzuwenden, oder --plan-only, um den Plan nur anzusehen.',
  noToken:
    'Es gibt keinen Schlüssel. Setzen Sie ihn in die Umgebungsvariable ENROLLKIT_TOKEN, oder nennen Sie eine Datei mit --token-file.',
  unencrypted: ({ url }) =>
    `Der Schlüssel geht unverschlüsselt an ${url}. Verwenden Sie eine Adresse, die mit https:// beginnt.`,
  emptyToken: ({ file }) => `In ${file} steht kein Schlüssel. Setzen Sie ihn allein in die erste Zeile.`,
  serverUnreachable: ({ url, reason }) =>
    `Der Server ${url} ist nicht erreichbar${because(reason)}. Prüfen Sie die Adresse und Ihre Verbindung.`,
  serverRefused: ({ status, why }) => `Der Server lehnt das ab (${status}). ${why}`,
  serverUnknown: ({ url }) => `${url} antwortet nicht wie ein Enrollkit-Server. Prüfen Sie die Adresse.`,
  alreadyRunning: ({ id }) =>
    `Es läuft bereits ein Import. Verfolgen Sie ihn mit --resume ${id}, oder warten Sie, bis er fertig ist.`,
  notAuthorized:
    'Der Server kennt diesen Schlüssel nicht, oder er ist abgelaufen. Erstellen Sie einen neuen Schlüssel und versuchen Sie es erneut.',

  written: ({ items, file }) => `${items} nach ${file} geschrieben.`,
  notWritten: ({ products: lostProducts, values, file }) =>
    `${file} wurde nicht überschrieben: Es würden ${count(lostProducts, 'Produkt', 'Produkte')} und ${count(values, 'Wert', 'Werte')} verloren gehen. Wählen Sie mit -o eine andere Datei.`,
  lostFromFile: ({ count: value }) => `${count(value, 'Bestandteil wurde', 'Bestandteile wurden')} nicht übernommen:`,
  leftOutOfFile: ({ count: value }) =>
    `${count(value, 'Produkt wurde', 'Produkte wurden')} wegen eines Fehlers ausgelassen:`,
  converted: ({ count: value, format }) =>
    `${count(value, 'Produkt wurde', 'Produkte wurden')} für ${format} umgewandelt.`,
  convertedTogether: ({ count: value, format }) =>
    `${count(value, 'Datensatz', 'Datensätze')} für ${format} aus allen Produkten.`,
  conversionRefused: ({ count: value, format }) =>
    value === 1
      ? `${format} würde 1 Produkt ablehnen, es wurde ausgelassen.`
      : `${format} würde ${numbers.format(value)} Produkte ablehnen, sie wurden ausgelassen.`,
  conversionItem: ({ why, id, more }) =>
    `${why} (${id}${more > 0 ? ` und ${count(more, 'weiteres Produkt', 'weitere Produkte')}` : ''})`,
  leftOutItem: ({ id, line, why }) => `Zeile ${line}${id === '' ? '' : `, ${id}`}: ${why}`,
};
