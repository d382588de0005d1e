import { MARKUP_PROBLEMS, REFERENCE_PROBLEMS } from './markup-problems.js';
import type { ReadingTerms } from '../feed-terms.js';

/** Een goede feed, op de verkeerde plek. */
const OTHER_FEED: ReadonlyMap<string, string> = new Map([
  ['Trainers', 'Dit is een trainersfeed. Kies hier de productfeed.'],
  ['Products', 'Dit is een productfeed. Kies hier de trainersfeed.'],
  [
    'html',
    'Dit is een webpagina, bijvoorbeeld om in te loggen of met een foutmelding. Kies het adres of bestand van de feed zelf.',
  ],
]);

/** Wat het lezen van een feed tegenkomt. */
export const reading: ReadingTerms = {
  'not-a-product-feed': {
    title: 'Geen feed',
    sentences: {
      root: ({ expected, element = '' }) =>
        OTHER_FEED.get(element) ?? `Deze feed begint met <${element}>. Begin het bestand met <${expected}>.`,
      nothing: ({ expected }) => `Het bestand is leeg. Begin het bestand met <${expected}>.`,
      json: ({ expected }) => `Dit is JSON, en een feed is XML. Begin het bestand met <${expected}>.`,
      'no-xml': ({ expected }) => `Dit is geen XML-feed. Begin het bestand met <${expected}>.`,
    },
  },
  'doctype-refused': {
    title: 'Documenttype',
    sentence: () =>
      'Een feed met een documenttype wordt voor de veiligheid niet gelezen. Haal de regel met <!DOCTYPE weg.',
  },
  'encoding-unknown': {
    title: 'Onbekende tekencodering',
    sentence: ({ declared, supported }) =>
      `De tekencodering “${declared}” wordt niet ondersteund. Sla het bestand op als UTF-8. Ondersteund: ${supported}.`,
  },
  'too-many-products': {
    title: 'Te veel in één feed',
    sentence: ({ limit }, { number }) => `Deze feed telt er meer dan ${number(limit)}. Verdeel ze over meer feeds.`,
  },
  'too-many-bytes': {
    title: 'Bestand te groot',
    sentence: ({ limit }, { number }) =>
      `Het bestand is groter dan ${number(limit)} bytes. Verdeel het over meer feeds.`,
  },
  'gzip-broken': {
    title: 'Gecomprimeerd bestand beschadigd',
    sentence: () =>
      'Het gecomprimeerde bestand (gzip) is onvolledig of beschadigd. Comprimeer het opnieuw, of stuur het ongecomprimeerd.',
  },
  'gzip-too-large': {
    title: 'Gecomprimeerd bestand verdacht',
    sentence: ({ limit }, { number }) =>
      `Uitgepakt is het bestand meer dan ${number(limit)} keer zo groot; dat is ongewoon voor een feed. Stuur het ongecomprimeerd als het toch klopt.`,
  },
  'too-much-work': {
    title: 'Duurt te lang',
    sentence: ({ seconds }, { number }) =>
      `Na ${number(seconds)} seconden rekenen is de rest niet meer gelezen: dat is veel meer dan een gewone feed van deze grootte vraagt. Verdeel hem over meer feeds, of kijk wat zich er steeds in herhaalt.`,
  },

  'malformed-xml': {
    title: 'Ongeldige XML',
    sentences: MARKUP_PROBLEMS,
  },
  'tag-mismatch': {
    title: 'Eindtag past niet',
    sentence: ({ expected }) =>
      expected === ''
        ? 'Deze eindtag hoort bij geen begintag. Haal hem weg of zet de begintag erbij.'
        : `Deze eindtag past niet bij <${expected}>. Sluit dat element eerst met </${expected}>.`,
  },
  'product-not-closed': {
    title: 'Niet afgesloten',
    sentence: ({ element }) =>
      `Hier begint een volgende <${element}> terwijl de vorige nog open is. Sluit die eerst met </${element}>.`,
  },
  'bad-reference': {
    title: 'Verwijzing die niet bestaat',
    sentences: REFERENCE_PROBLEMS,
  },
  'reference-spelling': {
    title: 'Teken dat in XML anders wordt geschreven',
    sentences: REFERENCE_PROBLEMS,
  },
  'before-declaration': {
    title: 'Iets vóór de XML-declaratie',
    sentences: {
      space: () => 'Vóór <?xml …?> staat witruimte, en veel programma’s lezen het bestand dan niet. Haal die weg.',
      mark: () =>
        'Aan het begin van het bestand staat een byte order mark te veel. Sla het op als UTF-8 met één of geen.',
      both: () =>
        'Vóór <?xml …?> staan byte order marks en witruimte, en veel programma’s lezen het bestand dan niet. Haal die weg.',
      comment: () =>
        'Vóór <?xml …?> staat commentaar, en veel programma’s lezen het bestand dan niet. Zet het erachter.',
      text: ({ text }) =>
        `Vóór het begin van de feed staat iets wat er niet hoort: “${text}”. Haal dat weg; het komt vaak van het programma dat de feed maakt.`,
    },
  },
  'byte-misread': {
    title: 'Windows-1252 in plaats van UTF-8',
    sentence: ({ element, byte, character }) =>
      `Dit bestand is Windows-1252, maar zegt UTF-8 te zijn: in ${element} staat de byte ${byte}, die als “${character}” is gelezen. Sla het bestand op als UTF-8, of begin het met <?xml version="1.0" encoding="windows-1252"?>.`,
  },
  'character-cut': {
    title: 'Deel van een teken',
    sentence: ({ element, byte }) =>
      `In ${element} staat maar een deel van een teken (byte ${byte}): een tekst is midden in dat teken afgebroken. Schrijf het teken heel, of haal het weg.`,
  },
  'bad-character': {
    title: 'Teken mag niet in XML',
    sentence: () => 'Hier staat een teken dat in XML niet mag. Haal het weg.',
  },
  'unexpected-end': {
    title: 'Feed breekt af',
    sentence: () =>
      'De feed houdt hier midden in een element op. Maak het bestand opnieuw en controleer of het helemaal is aangekomen.',
  },
  'too-deep': {
    title: 'Te diep genest',
    sentence: ({ limit }, { number }) =>
      `Hier zitten meer dan ${number(limit)} elementen in elkaar. Controleer of elk element is afgesloten.`,
  },
  'text-too-long': {
    title: 'Tekst veel te lang',
    sentence: ({ limit }, { number }) => `Deze tekst is langer dan ${number(limit)} tekens. Maak hem korter.`,
  },
  'too-many-attributes': {
    title: 'Te veel attributen',
    sentence: ({ limit }, { number }) =>
      `Dit element heeft meer dan ${number(limit)} attributen. Haal ze weg: de feed kent er geen.`,
  },
  'too-many-elements': {
    title: 'Te veel elementen',
    sentence: ({ limit }, { number }) =>
      `Hierin staan meer dan ${number(limit)} elementen. Verdeel ze over meer producten.`,
  },
  'product-too-long': {
    title: 'Te lang',
    sentence: ({ element, limit }, { number }) =>
      `Deze <${element}> is langer dan ${number(limit)} tekens. Maak de teksten korter of splits het op.`,
  },
  'too-many-issues': {
    title: 'Nog meer',
    sentence: ({ count }, { number }) =>
      `Hierover ${count === 1 ? 'is nog 1 bevinding' : `zijn nog ${number(count)} bevindingen`}. Los eerst op wat hierboven staat en controleer opnieuw.`,
  },

  'no-products': {
    title: 'Lege feed',
    sentence: ({ element }) => `Er staat geen enkele <${element}> in deze feed. Zet er minstens één in.`,
  },
  'encoding-mismatch': {
    title: 'Andere codering dan genoemd',
    sentence: ({ declared, used }) =>
      `De eerste regel noemt de codering “${declared}”, maar het bestand is ${used}. Schrijf encoding="${used}".`,
  },

  'missing-element': {
    title: 'Element ontbreekt',
    sentence: ({ element }) => `Het verplichte element ${element} ontbreekt. Zet het erbij.`,
  },
  'empty-required': {
    title: 'Verplicht en leeg',
    sentence: ({ element }) => `Het verplichte element ${element} is leeg. Vul het in.`,
  },
  'repeated-element': {
    title: 'Dubbel element',
    sentence: ({ element }) => `${element} staat hier vaker dan één keer; alleen het eerste telt. Haal de andere weg.`,
  },
  'markup-in-text': {
    title: 'Opmaak buiten CDATA',
    sentence: ({ element, markup }) =>
      `In ${element} staat het element <${markup}> waar alleen tekst mag. Zet de tekst in <![CDATA[ … ]]>.`,
  },
  'unknown-element': {
    title: 'Onbekend element',
    sentence: ({ element }) => `Het element ${element} hoort niet in de feed en wordt overgeslagen. Haal het weg.`,
  },
  'unknown-attribute': {
    title: 'Onbekend attribuut',
    sentence: ({ element, attribute }) =>
      `Het attribuut ${attribute} van ${element} hoort niet in de feed en wordt overgeslagen. Haal het weg.`,
  },
  'unexpected-text': {
    title: 'Tekst tussen elementen',
    sentence: ({ element }) =>
      `In ${element} staat losse tekst tussen de elementen, die wordt overgeslagen. Haal die weg.`,
  },
  'element-left-out': {
    title: 'Element weggelaten',
    sentence: ({ element }) =>
      `Het element ${element} hoort erbij, ook als het leeg is. Schrijf <${element}></${element}>.`,
  },
  'element-spelling': {
    title: 'Element anders gespeld',
    sentence: ({ element, use }) => `Schrijf ${use} in plaats van ${element}.`,
  },
  'newer-schema': {
    title: 'Uit een nieuwer schema',
    sentence: ({ element, value }) =>
      value === undefined
        ? `${element} bestaat pas in een nieuwere versie van het schema. Laat het weg als de ontvanger die niet kent.`
        : `${element} “${value}” bestaat pas in een nieuwere versie van het schema. Kies een andere als de ontvanger die niet kent.`,
  },
  'empty-element': {
    title: 'Leeg element',
    sentence: ({ element }) => `${element} is leeg. Laat het element weg of vul het in.`,
  },
  'empty-value': {
    title: 'Leeg element',
    sentence: ({ element }) => `${element} mag niet leeg zijn. Laat het element weg of vul het in.`,
  },
  'value-needed': {
    title: 'Waarde ontbreekt',
    sentence: ({ element, around }) =>
      `${element} heeft hier geen waarde, en die is wel nodig. Vul die in${around === undefined ? '' : `, of laat ${around} weg`}.`,
  },
  'cost-unread': {
    title: 'Kosten niet gelezen',
    sentence: ({ element, use }) =>
      `${element} staat in een element dat niet wordt gelezen, en dan is het totaal te laag. Zet het in <${use}>.`,
  },
  'element-outside': {
    title: 'Element buiten zijn lijst',
    sentence: ({ element, use }) => `${element} staat niet in ${use}, en is toch gelezen. Zet het in <${use}>.`,
  },
  'record-left-out': {
    title: 'Weggelaten vanwege een fout',
    sentence: ({ element }) =>
      `In deze ${element} zit een fout, dus die valt weg. Het product wordt zonder dit deel geïmporteerd. Verbeter de fout.`,
  },
};
