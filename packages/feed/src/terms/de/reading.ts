import { MARKUP_PROBLEMS, REFERENCE_PROBLEMS } from './markup-problems.js';
import type { ReadingTerms } from '../feed-terms.js';

/** Ein guter Feed, an der falschen Stelle. */
const OTHER_FEED: ReadonlyMap<string, string> = new Map([
  ['Trainers', 'Das ist ein Trainerfeed. Wählen Sie hier den Produktfeed aus.'],
  ['Products', 'Das ist ein Produktfeed. Wählen Sie hier den Trainerfeed aus.'],
  [
    'html',
    'Das ist eine Webseite, etwa zum Anmelden oder mit einer Fehlermeldung. Wählen Sie die Adresse oder Datei des Feeds selbst.',
  ],
]);

/** Was beim Lesen eines Feeds begegnet. */
export const reading: ReadingTerms = {
  'not-a-product-feed': {
    title: 'Kein Feed',
    sentences: {
      root: ({ expected, element = '' }) =>
        OTHER_FEED.get(element) ?? `Dieser Feed beginnt mit <${element}>. Beginnen Sie die Datei mit <${expected}>.`,
      nothing: ({ expected }) => `Die Datei ist leer. Beginnen Sie die Datei mit <${expected}>.`,
      json: ({ expected }) => `Das ist JSON, und ein Feed ist XML. Beginnen Sie die Datei mit <${expected}>.`,
      'no-xml': ({ expected }) => `Das ist kein XML-Feed. Beginnen Sie die Datei mit <${expected}>.`,
    },
  },
  'doctype-refused': {
    title: 'Dokumenttyp',
    sentence: () =>
      'Ein Feed mit einem Dokumenttyp wird aus Sicherheitsgründen nicht gelesen. Entfernen Sie die Zeile mit <!DOCTYPE.',
  },
  'encoding-unknown': {
    title: 'Unbekannte Zeichenkodierung',
    sentence: ({ declared, supported }) =>
      `Die Zeichenkodierung „${declared}“ wird nicht unterstützt. Speichern Sie die Datei als UTF-8. Unterstützt werden: ${supported}.`,
  },
  'too-many-products': {
    title: 'Zu viele in einem Feed',
    sentence: ({ limit }, { number }) =>
      `In diesem Feed stehen mehr als ${number(limit)} Einträge. Verteilen Sie sie auf mehrere Feeds.`,
  },
  'too-many-bytes': {
    title: 'Datei zu groß',
    sentence: ({ limit }, { number }) =>
      `Die Datei ist größer als ${number(limit)} Byte. Verteilen Sie sie auf mehrere Feeds.`,
  },
  'gzip-broken': {
    title: 'Komprimierte Datei beschädigt',
    sentence: () =>
      'Die komprimierte Datei (gzip) ist unvollständig oder beschädigt. Komprimieren Sie sie erneut, oder senden Sie sie unkomprimiert.',
  },
  'gzip-too-large': {
    title: 'Komprimierte Datei verdächtig',
    sentence: ({ limit }, { number }) =>
      `Entpackt ist die Datei mehr als ${number(limit)}-mal so groß. Das ist ungewöhnlich für einen Feed. Senden Sie sie unkomprimiert, wenn sie dennoch stimmt.`,
  },
  'too-much-work': {
    title: 'Dauert zu lange',
    sentence: ({ seconds }, { number }) =>
      `Nach ${number(seconds)} Sekunden Arbeit blieb der Rest ungelesen: Das ist weit mehr, als ein üblicher Feed dieser Größe braucht. Verteilen Sie ihn auf mehrere Feeds, oder sehen Sie nach, was darin immer wiederkehrt.`,
  },

  'malformed-xml': {
    title: 'Ungültiges XML',
    sentences: MARKUP_PROBLEMS,
  },
  'tag-mismatch': {
    title: 'End-Tag passt nicht',
    sentence: ({ expected }) =>
      expected === ''
        ? 'Dieses End-Tag gehört zu keinem Start-Tag. Entfernen Sie es, oder ergänzen Sie das Start-Tag.'
        : `Dieses End-Tag passt nicht zu <${expected}>. Schließen Sie zuerst dieses Element mit </${expected}>.`,
  },
  'product-not-closed': {
    title: 'Nicht geschlossen',
    sentence: ({ element }) =>
      `Hier beginnt das nächste <${element}>, während das vorige noch offen ist. Schließen Sie dieses zuerst mit </${element}>.`,
  },
  'bad-reference': {
    title: 'Verweis, den es nicht gibt',
    sentences: REFERENCE_PROBLEMS,
  },
  'reference-spelling': {
    title: 'Zeichen, das XML anders schreibt',
    sentences: REFERENCE_PROBLEMS,
  },
  'before-declaration': {
    title: 'Etwas vor der XML-Deklaration',
    sentences: {
      space: () => 'Vor <?xml …?> steht Leerraum, und viele Programme lesen die Datei dann nicht. Entfernen Sie ihn.',
      mark: () =>
        'Am Anfang der Datei steht ein Byte-Order-Mark zu viel. Speichern Sie die Datei als UTF-8 mit einem oder keinem.',
      both: () =>
        'Vor <?xml …?> stehen Byte-Order-Marks und Leerraum, und viele Programme lesen die Datei dann nicht. Entfernen Sie beides.',
      comment: () =>
        'Vor <?xml …?> steht ein Kommentar, und viele Programme lesen die Datei dann nicht. Setzen Sie ihn dahinter.',
      text: ({ text }) =>
        `Vor dem Anfang des Feeds steht etwas, was dort nicht hingehört: „${text}“. Entfernen Sie es; oft kommt es von dem Programm, das den Feed erstellt.`,
    },
  },
  'byte-misread': {
    title: 'Windows-1252 statt UTF-8',
    sentence: ({ element, byte, character }) =>
      `Diese Datei ist Windows-1252, gibt sich aber als UTF-8 aus: In ${element} steht das Byte ${byte}, das als „${character}“ gelesen wurde. Speichern Sie die Datei als UTF-8, oder beginnen Sie sie mit <?xml version="1.0" encoding="windows-1252"?>.`,
  },
  'character-cut': {
    title: 'Teil eines Zeichens',
    sentence: ({ element, byte }) =>
      `In ${element} steht nur ein Teil eines Zeichens (Byte ${byte}): Ein Text wurde mitten in einem Zeichen abgeschnitten. Schreiben Sie das Zeichen ganz, oder entfernen Sie es.`,
  },
  'bad-character': {
    title: 'Zeichen in XML nicht erlaubt',
    sentence: () => 'Hier steht ein Zeichen, das in XML nicht erlaubt ist. Entfernen Sie es.',
  },
  'unexpected-end': {
    title: 'Feed bricht ab',
    sentence: () =>
      'Der Feed endet hier mitten in einem Element. Erstellen Sie die Datei neu, und prüfen Sie, ob sie vollständig angekommen ist.',
  },
  'too-deep': {
    title: 'Zu tief verschachtelt',
    sentence: ({ limit }, { number }) =>
      `Hier stecken mehr als ${number(limit)} Elemente ineinander. Prüfen Sie, ob jedes Element geschlossen ist.`,
  },
  'text-too-long': {
    title: 'Text viel zu lang',
    sentence: ({ limit }, { number }) => `Dieser Text ist länger als ${number(limit)} Zeichen. Kürzen Sie ihn.`,
  },
  'too-many-attributes': {
    title: 'Zu viele Attribute',
    sentence: ({ limit }, { number }) =>
      `Dieses Element hat mehr als ${number(limit)} Attribute. Entfernen Sie sie: In einem Feed gibt es keine.`,
  },
  'too-many-elements': {
    title: 'Zu viele Elemente',
    sentence: ({ limit }, { number }) =>
      `Hier stehen mehr als ${number(limit)} Elemente. Verteilen Sie sie auf mehrere Produkte.`,
  },
  'product-too-long': {
    title: 'Zu lang',
    sentence: ({ element, limit }, { number }) =>
      `Dieses <${element}> ist länger als ${number(limit)} Zeichen. Kürzen Sie die Texte, oder teilen Sie es auf.`,
  },
  'too-many-issues': {
    title: 'Und mehr',
    sentence: ({ count }, { number }) =>
      count === 1
        ? 'Dazu gibt es noch 1 weiteren Befund. Beheben Sie zuerst, was oben steht, und prüfen Sie erneut.'
        : `Dazu gibt es noch ${number(count)} weitere Befunde. Beheben Sie zuerst, was oben steht, und prüfen Sie erneut.`,
  },

  'no-products': {
    title: 'Leerer Feed',
    sentence: ({ element }) => `In diesem Feed steht kein einziges <${element}>. Nehmen Sie mindestens eines auf.`,
  },
  'encoding-mismatch': {
    title: 'Andere Kodierung als angegeben',
    sentence: ({ declared, used }) =>
      `Die erste Zeile nennt die Kodierung „${declared}“, die Datei ist aber ${used}. Schreiben Sie encoding="${used}".`,
  },

  'missing-element': {
    title: 'Element fehlt',
    sentence: ({ element }) => `Das Pflichtelement ${element} fehlt. Ergänzen Sie es.`,
  },
  'empty-required': {
    title: 'Pflichtelement leer',
    sentence: ({ element }) => `Das Pflichtelement ${element} ist leer. Füllen Sie es aus.`,
  },
  'repeated-element': {
    title: 'Element mehrfach',
    sentence: ({ element }) => `${element} steht hier mehr als einmal. Nur das erste zählt. Entfernen Sie die anderen.`,
  },
  'markup-in-text': {
    title: 'Auszeichnung außerhalb von CDATA',
    sentence: ({ element, markup }) =>
      `In ${element} steht das Element <${markup}>, wo nur Text erlaubt ist. Setzen Sie den Text in <![CDATA[ … ]]>.`,
  },
  'unknown-element': {
    title: 'Unbekanntes Element',
    sentence: ({ element }) =>
      `Das Element ${element} gehört nicht in den Feed und wird übersprungen. Entfernen Sie es.`,
  },
  'unknown-attribute': {
    title: 'Unbekanntes Attribut',
    sentence: ({ element, attribute }) =>
      `Das Attribut ${attribute} von ${element} gehört nicht in den Feed und wird übersprungen. Entfernen Sie es.`,
  },
  'unexpected-text': {
    title: 'Text zwischen Elementen',
    sentence: ({ element }) =>
      `In ${element} steht Text zwischen den Elementen, der übersprungen wird. Entfernen Sie ihn.`,
  },
  'element-left-out': {
    title: 'Element weggelassen',
    sentence: ({ element }) =>
      `Das Element ${element} gehört dazu, auch wenn es leer ist. Schreiben Sie <${element}></${element}>.`,
  },
  'element-spelling': {
    title: 'Element anders geschrieben',
    sentence: ({ element, use }) => `Schreiben Sie ${use} statt ${element}.`,
  },
  'newer-schema': {
    title: 'Aus einem neueren Schema',
    sentence: ({ element, value }) =>
      value === undefined
        ? `${element} gibt es erst in einer neueren Version des Schemas. Lassen Sie es weg, wenn der Empfänger diese nicht kennt.`
        : `${element} „${value}“ gibt es erst in einer neueren Version des Schemas. Wählen Sie einen anderen Wert, wenn der Empfänger diese nicht kennt.`,
  },
  'empty-element': {
    title: 'Leeres Element',
    sentence: ({ element }) => `${element} ist leer. Lassen Sie das Element weg, oder füllen Sie es aus.`,
  },
  'empty-value': {
    title: 'Leeres Element',
    sentence: ({ element }) => `${element} darf nicht leer sein. Lassen Sie das Element weg, oder füllen Sie es aus.`,
  },
  'value-needed': {
    title: 'Wert fehlt',
    sentence: ({ element, around }) =>
      `${element} hat hier keinen Wert und braucht einen. Tragen Sie ihn ein${around === undefined ? '' : `, oder lassen Sie ${around} weg`}.`,
  },
  'cost-unread': {
    title: 'Kosten nicht gelesen',
    sentence: ({ element, use }) =>
      `${element} steht in einem Element, das nicht gelesen wird; der Gesamtpreis wäre zu niedrig. Setzen Sie es in <${use}>.`,
  },
  'element-outside': {
    title: 'Element außerhalb seiner Liste',
    sentence: ({ element, use }) =>
      `${element} steht nicht in ${use} und wurde dennoch gelesen. Setzen Sie es in <${use}>.`,
  },
  'record-left-out': {
    title: 'Wegen eines Fehlers weggelassen',
    sentence: ({ element }) =>
      `Hier enthält ${element} einen Fehler und fällt deshalb weg. Das Produkt wird ohne diese Angabe importiert. Korrigieren Sie den Fehler.`,
  },
};
