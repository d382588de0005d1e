import type { ValueTerms } from '../feed-terms.js';

/** Wat er bij het lezen van de waarden in een feed opvalt. */
export const values: ValueTerms = {
  'unknown-value': {
    title: 'Onbekende waarde',
    sentence: ({ element, value, allowed, use }) => `${element} kan niet “${value}” zijn. ${choice(allowed, use)}`,
  },
  'unlisted-value': {
    title: 'Waarde niet in het schema',
    sentence: ({ element, value, allowed, use }) =>
      `“${value}” staat voor ${element} niet in het schema. ${choice(allowed, use)}`,
  },
  'amount-spelling': {
    title: 'Bedrag anders gespeld',
    sentence: ({ value, use }) => `Schrijf het bedrag “${value}” als ${use}.`,
  },
  'amount-doubtful': {
    title: 'Duizendtallen of decimalen?',
    sentence: ({ element, value, thousands, decimals, fits }) =>
      `“${value}” kan voor ${element} ${thousands} of ${decimals} zijn, en is niet gelezen. ${fits === undefined ? `Schrijf ${thousands} of ${decimals}.` : `Bij de andere bedragen past ${fits}: schrijf ${fits} als dat klopt.`}`,
  },
  'amount-rounded': {
    title: 'Bedrag afgerond',
    sentence: ({ value, use }) =>
      `Het bedrag “${value}” heeft meer dan twee cijfers achter de punt en is afgerond. Schrijf hele centen, zoals ${use}.`,
  },
  'date-spelling': {
    title: 'Datum anders gespeld',
    sentence: ({ value, use }) => `Schrijf de datum “${value}” als ${use}.`,
  },
  'date-doubtful': {
    title: 'Dag of maand voorop?',
    sentence: ({ value, first, second }, { day }) =>
      `“${value}” kan ${day(first)} of ${day(second)} zijn. Schrijf ${first} of ${second}.`,
  },
  'price-left-out': {
    title: 'In-company zonder prijs',
    sentence: () =>
      'Er staat geen prijs, dus kopers lezen “op aanvraag”. Er hoeft niets te veranderen; wie het schema naar de letter volgt, schrijft Price 0.00 en PriceAgreement “true”.',
  },
  'value-spelling': {
    title: 'Waarde anders gespeld',
    sentence: ({ element, value, use }) => `Schrijf voor ${element} “${use}” in plaats van “${value}”.`,
  },
  'amount-comma': {
    title: 'Bedrag met komma',
    sentence: ({ value, use }) => `Het bedrag “${value}” heeft een komma. Schrijf ${use}.`,
  },
  'number-comma': {
    title: 'Getal met komma',
    sentence: ({ value, use }) => `Het getal “${value}” heeft een komma. Schrijf ${use}.`,
  },
  'not-a-number': {
    title: 'Geen getal',
    sentence: ({ element, value }) => `“${value}” is voor ${element} geen getal. Schrijf cijfers, zoals 2.5.`,
  },
  'not-a-whole-number': {
    title: 'Geen heel getal',
    sentence: ({ element, value }) =>
      `“${value}” is voor ${element} geen heel getal. Schrijf alleen cijfers, zoals 12.`,
  },
  'not-true-or-false': {
    title: 'Geen true en geen false',
    sentence: ({ element, value }) => `${element} kan niet “${value}” zijn. Schrijf true of false.`,
  },
  'not-a-date': {
    title: 'Geen datum',
    sentences: {
      'short-year': ({ value }) =>
        `Het jaar in “${value}” heeft twee cijfers. Schrijf het voluit, als jjjj-mm-dd, zoals 2027-03-31.`,
      year: ({ value, min, max }) =>
        `Het jaar in “${value}” ligt niet tussen ${min} en ${max}. Verbeter de datum, zoals 2027-03-31.`,
      month: ({ value, use }) =>
        `“${value}” is een maand zonder dag. Schrijf de dag erbij; is alleen de maand bekend, schrijf dan ${use} en zet dat bij het element dat eindigt op IsMonthOnly.`,
      serial: ({ value, use }) =>
        `“${value}” is hoe een spreadsheet een datum opslaat, waarschijnlijk ${use}. Maak de cel op als datum en schrijf jjjj-mm-dd.`,
      'no-day': ({ element, value }) =>
        `“${value}” is voor ${element} geen bestaande datum. Schrijf jjjj-mm-dd, zoals 2027-03-31.`,
    },
  },
  'not-a-time': {
    title: 'Geen tijd',
    sentence: ({ element, value }) =>
      `“${value}” is voor ${element} geen tijd en is overgeslagen. Schrijf uu:mm, zoals 09:30.`,
  },
  'time-spelling': {
    title: 'Tijd anders gespeld',
    sentence: ({ value, use }) => `Schrijf de tijd als ${use} in plaats van “${value}”.`,
  },
  'legacy-vat-included': {
    title: 'Prijs inclusief btw',
    sentence: () =>
      'Prijzen inclusief btw worden niet meer gebruikt. Schrijf de prijs zonder btw, de btw als VatAmount, en VatIncluded “no”.',
  },
  'language-unknown': {
    title: 'Onbekende taal',
    sentence: ({ value }) => `De taalcode “${value}” bestaat niet. Schrijf een code van ISO 639-1, zoals nl, en of de.`,
  },
  'end-before-start': {
    title: 'Einde vóór het begin',
    sentence: ({ startDate, endDate }, { day }) =>
      `Het einde (${day(endDate)}) ligt vóór de start (${day(startDate)}). Verbeter Startdate of Enddate.`,
  },
};

/** Wat er dan wel kan staan. */
function choice(allowed = '', use?: string): string {
  const proposal = use === undefined ? '' : `Misschien bedoel je “${use}”. `;
  return allowed === '' ? `${proposal}Kies een waarde uit het schema.` : `${proposal}Kies uit: ${allowed}.`;
}
