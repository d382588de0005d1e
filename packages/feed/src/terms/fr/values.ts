import type { ValueTerms } from '../feed-terms.js';

/** Ce que rencontre la lecture des valeurs d’un flux. */
export const values: ValueTerms = {
  'unknown-value': {
    title: 'Valeur inconnue',
    sentence: ({ element, value, allowed, use }) =>
      `${element} ne peut pas valoir « ${value} ». ${choice(allowed, use)}`,
  },
  'unlisted-value': {
    title: 'Valeur hors du schéma',
    sentence: ({ element, value, allowed, use }) =>
      `« ${value} » ne figure pas dans le schéma pour ${element}. ${choice(allowed, use)}`,
  },
  'amount-spelling': {
    title: 'Montant écrit autrement',
    sentence: ({ value, use }) => `Écrivez le montant « ${value} » sous la forme ${use}.`,
  },
  'amount-doubtful': {
    title: 'Milliers ou décimales ?',
    sentence: ({ element, value, thousands, decimals, fits }) =>
      `Pour ${element}, « ${value} » peut vouloir dire ${thousands} ou ${decimals}, et n’a pas été lu. ${fits === undefined ? `Écrivez ${thousands} ou ${decimals}.` : `Au vu des autres montants, ${fits} convient : écrivez ${fits} si c’est exact.`}`,
  },
  'amount-rounded': {
    title: 'Montant arrondi',
    sentence: ({ value, use }) =>
      `Le montant « ${value} » a plus de deux chiffres après le point et a été arrondi. Écrivez des centimes entiers, par exemple ${use}.`,
  },
  'date-spelling': {
    title: 'Date écrite autrement',
    sentence: ({ value, use }) => `Écrivez la date « ${value} » sous la forme ${use}.`,
  },
  'date-doubtful': {
    title: 'Jour ou mois en premier ?',
    sentence: ({ value, first, second }, { day }) =>
      `« ${value} » peut désigner le ${day(first)} ou le ${day(second)}. Écrivez ${first} ou ${second}.`,
  },
  'price-left-out': {
    title: 'Intra-entreprise sans prix',
    sentence: () =>
      'Il n’y a pas de prix : les acheteurs lisent donc « sur demande ». Il n’y a rien à changer ; pour suivre le schéma à la lettre, écrivez Price 0.00 et PriceAgreement « true ».',
  },
  'value-spelling': {
    title: 'Valeur écrite autrement',
    sentence: ({ element, value, use }) => `Pour ${element}, écrivez « ${use} » au lieu de « ${value} ».`,
  },
  'amount-comma': {
    title: 'Montant avec une virgule',
    sentence: ({ value, use }) => `Le montant « ${value} » contient une virgule. Écrivez ${use}.`,
  },
  'number-comma': {
    title: 'Nombre avec une virgule',
    sentence: ({ value, use }) => `Le nombre « ${value} » contient une virgule. Écrivez ${use}.`,
  },
  'not-a-number': {
    title: 'Nombre non valide',
    sentence: ({ element, value }) =>
      `Pour ${element}, « ${value} » n’est pas un nombre. Écrivez des chiffres, par exemple 2.5.`,
  },
  'not-a-whole-number': {
    title: 'Nombre non entier',
    sentence: ({ element, value }) =>
      `Pour ${element}, « ${value} » n’est pas un nombre entier. N’écrivez que des chiffres, par exemple 12.`,
  },
  'not-true-or-false': {
    title: 'Ni true ni false',
    sentence: ({ element, value }) => `${element} ne peut pas valoir « ${value} ». Écrivez true ou false.`,
  },
  'not-a-date': {
    title: 'Date non valide',
    sentences: {
      'short-year': ({ value }) =>
        `L’année de « ${value} » n’a que deux chiffres. Écrivez-la en entier, sous la forme aaaa-mm-jj, par exemple 2027-03-31.`,
      year: ({ value, min, max }) =>
        `L’année de « ${value} » n’est pas comprise entre ${min} et ${max}. Corrigez la date, par exemple 2027-03-31.`,
      month: ({ value, use }) =>
        `« ${value} » est un mois sans jour. Indiquez aussi le jour ; si seul le mois est connu, écrivez ${use} et signalez-le dans l’élément qui se termine par IsMonthOnly.`,
      serial: ({ value, use }) =>
        `« ${value} » est le nombre sous lequel un tableur enregistre une date, sans doute ${use}. Mettez la cellule au format date et écrivez aaaa-mm-jj.`,
      'no-day': ({ element, value }) =>
        `Pour ${element}, « ${value} » n’est pas une date valide. Écrivez aaaa-mm-jj, par exemple 2027-03-31.`,
    },
  },
  'not-a-time': {
    title: 'Heure non valide',
    sentence: ({ element, value }) =>
      `Pour ${element}, « ${value} » n’est pas une heure et a été ignoré. Écrivez hh:mm, par exemple 09:30.`,
  },
  'time-spelling': {
    title: 'Heure écrite autrement',
    sentence: ({ value, use }) => `Écrivez l’heure sous la forme ${use} au lieu de « ${value} ».`,
  },
  'legacy-vat-included': {
    title: 'Prix TTC',
    sentence: () =>
      'Les prix TTC ne sont plus utilisés. Écrivez le prix HT, la TVA dans VatAmount, et VatIncluded « no ».',
  },
  'language-unknown': {
    title: 'Langue inconnue',
    sentence: ({ value }) =>
      `Le code de langue « ${value} » n’existe pas. Écrivez un code ISO 639-1, par exemple nl, en ou de.`,
  },
  'end-before-start': {
    title: 'Fin avant le début',
    sentence: ({ startDate, endDate }, { day }) =>
      `La fin (${day(endDate)}) précède le début (${day(startDate)}). Corrigez Startdate ou Enddate.`,
  },
};

/** Ce qui peut être écrit à la place. */
function choice(allowed = '', use?: string): string {
  const proposal = use === undefined ? '' : `Peut-être vouliez-vous dire « ${use} ». `;
  return allowed === ''
    ? `${proposal}Choisissez une valeur du schéma.`
    : `${proposal}Choisissez l’une de ces valeurs : ${allowed}.`;
}
