import type { ValueTerms } from '../feed-terms.js';

/** Was beim Lesen der Werte eines Feeds begegnet. */
export const values: ValueTerms = {
  'unknown-value': {
    title: 'Unbekannter Wert',
    sentence: ({ element, value, allowed, use }) => `${element} kann nicht „${value}“ sein. ${choice(allowed, use)}`,
  },
  'unlisted-value': {
    title: 'Wert nicht im Schema',
    sentence: ({ element, value, allowed, use }) =>
      `„${value}“ steht für ${element} nicht im Schema. ${choice(allowed, use)}`,
  },
  'amount-spelling': {
    title: 'Betrag anders geschrieben',
    sentence: ({ value, use }) => `Schreiben Sie den Betrag „${value}“ als ${use}.`,
  },
  'amount-doubtful': {
    title: 'Tausender oder Dezimalen?',
    sentence: ({ element, value, thousands, decimals, fits }) =>
      `„${value}“ kann bei ${element} ${thousands} oder ${decimals} bedeuten und wurde nicht gelesen. ${fits === undefined ? `Schreiben Sie ${thousands} oder ${decimals}.` : `Zu den anderen Beträgen passt ${fits}: Schreiben Sie ${fits}, wenn das stimmt.`}`,
  },
  'amount-rounded': {
    title: 'Betrag gerundet',
    sentence: ({ value, use }) =>
      `Der Betrag „${value}“ hat mehr als zwei Stellen nach dem Punkt und wurde gerundet. Schreiben Sie ganze Cent, zum Beispiel ${use}.`,
  },
  'date-spelling': {
    title: 'Datum anders geschrieben',
    sentence: ({ value, use }) => `Schreiben Sie das Datum „${value}“ als ${use}.`,
  },
  'date-doubtful': {
    title: 'Tag oder Monat zuerst?',
    sentence: ({ value, first, second }, { day }) =>
      `„${value}“ kann ${day(first)} oder ${day(second)} bedeuten. Schreiben Sie ${first} oder ${second}.`,
  },
  'price-left-out': {
    title: 'Inhouse ohne Preis',
    sentence: () =>
      'Es steht kein Preis da, also lesen Käufer „auf Anfrage“. Sie müssen nichts ändern; wer das Schema wörtlich nimmt, schreibt Price 0.00 und PriceAgreement „true“.',
  },
  'value-spelling': {
    title: 'Wert anders geschrieben',
    sentence: ({ element, value, use }) => `Schreiben Sie für ${element} „${use}“ statt „${value}“.`,
  },
  'amount-comma': {
    title: 'Betrag mit Komma',
    sentence: ({ value, use }) => `Der Betrag „${value}“ hat ein Komma. Schreiben Sie ${use}.`,
  },
  'number-comma': {
    title: 'Zahl mit Komma',
    sentence: ({ value, use }) => `Die Zahl „${value}“ hat ein Komma. Schreiben Sie ${use}.`,
  },
  'not-a-number': {
    title: 'Keine Zahl',
    sentence: ({ element, value }) =>
      `„${value}“ ist für ${element} keine Zahl. Schreiben Sie Ziffern, zum Beispiel 2.5.`,
  },
  'not-a-whole-number': {
    title: 'Keine ganze Zahl',
    sentence: ({ element, value }) =>
      `„${value}“ ist für ${element} keine ganze Zahl. Schreiben Sie nur Ziffern, zum Beispiel 12.`,
  },
  'not-true-or-false': {
    title: 'Weder true noch false',
    sentence: ({ element, value }) => `${element} kann nicht „${value}“ sein. Schreiben Sie true oder false.`,
  },
  'not-a-date': {
    title: 'Kein Datum',
    sentences: {
      'short-year': ({ value }) =>
        `Das Jahr in „${value}“ hat zwei Ziffern. Schreiben Sie es aus, als jjjj-mm-tt, zum Beispiel 2027-03-31.`,
      year: ({ value, min, max }) =>
        `Das Jahr in „${value}“ liegt nicht zwischen ${min} und ${max}. Korrigieren Sie das Datum, zum Beispiel 2027-03-31.`,
      month: ({ value, use }) =>
        `„${value}“ ist ein Monat ohne Tag. Geben Sie auch den Tag an; ist nur der Monat bekannt, schreiben Sie ${use} und vermerken Sie das im Element, das auf IsMonthOnly endet.`,
      serial: ({ value, use }) =>
        `Als „${value}“ speichert eine Tabellenkalkulation ein Datum, vermutlich ${use}. Formatieren Sie die Zelle als Datum und schreiben Sie jjjj-mm-tt.`,
      'no-day': ({ element, value }) =>
        `„${value}“ ist für ${element} kein gültiges Datum. Schreiben Sie jjjj-mm-tt, zum Beispiel 2027-03-31.`,
    },
  },
  'not-a-time': {
    title: 'Keine Uhrzeit',
    sentence: ({ element, value }) =>
      `„${value}“ ist für ${element} keine Uhrzeit und wurde übersprungen. Schreiben Sie hh:mm, zum Beispiel 09:30.`,
  },
  'time-spelling': {
    title: 'Uhrzeit anders geschrieben',
    sentence: ({ value, use }) => `Schreiben Sie die Uhrzeit als ${use} statt „${value}“.`,
  },
  'legacy-vat-included': {
    title: 'MwSt. im Preis enthalten',
    sentence: () =>
      'Preise inklusive MwSt. werden nicht mehr verwendet. Schreiben Sie den Preis ohne MwSt., die MwSt. als VatAmount, und VatIncluded „no“.',
  },
  'language-unknown': {
    title: 'Unbekannte Sprache',
    sentence: ({ value }) =>
      `Den Sprachcode „${value}“ gibt es nicht. Schreiben Sie einen Code nach ISO 639-1, zum Beispiel nl, en oder de.`,
  },
  'end-before-start': {
    title: 'Ende vor dem Beginn',
    sentence: ({ startDate, endDate }, { day }) =>
      `Das Ende (${day(endDate)}) liegt vor dem Beginn (${day(startDate)}). Korrigieren Sie Startdate oder Enddate.`,
  },
};

/** Was stattdessen dastehen kann. */
function choice(allowed = '', use?: string): string {
  const proposal = use === undefined ? '' : `Vielleicht meinen Sie „${use}“. `;
  return allowed === ''
    ? `${proposal}Wählen Sie einen Wert aus dem Schema.`
    : `${proposal}Wählen Sie einen dieser Werte: ${allowed}.`;
}
