import type { PriceTerms } from '../feed-terms.js';
import { shareOf } from '../share-of.js';

/** Wat er aan prijzen opvalt. */
export const price: PriceTerms = {
  'price-missing': {
    title: 'Prijs ontbreekt',
    sentence: () => 'Er is geen prijs. Schrijf het bedrag in Price, of 0 als het gratis is.',
  },
  'price-incomplete': {
    title: 'Prijs niet volledig',
    sentence: () =>
      'PriceComplete is niet true, dus de prijs kan niet worden getoond. Zet alle verplichte kosten in AdditionalCosts en schrijf true.',
  },
  'amount-not-decimal': {
    title: 'Geen bedrag',
    sentence: ({ element = 'dit bedrag', value }) =>
      value === undefined
        ? 'Dit is geen geldig bedrag. Schrijf alleen cijfers, met een punt voor de centen, zoals 1250.00.'
        : `Bij ${element} staat “${value}”. Dat is geen geldig bedrag. Schrijf alleen cijfers, met een punt voor de centen, zoals 1250.00.`,
  },
  'amount-negative': {
    title: 'Negatief bedrag',
    sentence: ({ element, value }) =>
      value === undefined
        ? 'Dit bedrag is negatief. Schrijf 0 of meer; voor korting is er PriceDiscounts.'
        : `Bij ${element} staat “${value}”. Dat is geen geldig bedrag: het is negatief. Schrijf 0 of meer; voor korting is er PriceDiscounts.`,
  },
  'amount-not-whole-cents': {
    title: 'Geen hele centen',
    sentence: ({ amount }) => `${amount} is geen heel aantal centen. Rond het bedrag af.`,
  },
  'amount-too-large': {
    title: 'Bedrag te groot',
    sentence: ({ element, value }) =>
      value === undefined
        ? 'Dit bedrag is te groot om mee te rekenen. Controleer de cijfers.'
        : `Het bedrag “${value}” van ${element} is te groot om mee te rekenen. Controleer de cijfers.`,
  },
  'vat-treatment-unknown': {
    title: 'Btw onbekend',
    sentence: ({ vat }) => `VatIncluded kan niet “${vat}” zijn. Schrijf no of exempt.`,
  },
  'period-unknown': {
    title: 'Periode onbekend',
    sentence: ({ period }) => `PricePeriod kan niet “${period}” zijn. Schrijf all, yearly, monthly of daily.`,
  },
  'vat-missing': {
    title: 'Btw ontbreekt',
    sentence: () =>
      'Het btw-bedrag ontbreekt. Schrijf het in VatAmount, of schrijf VatIncluded “exempt” als er geen btw is.',
  },
  'included-vat-missing': {
    title: 'Btw ontbreekt',
    sentence: () => 'De prijs is inclusief btw, maar het btw-bedrag ontbreekt. Schrijf het in VatAmount.',
  },
  'vat-zero': {
    title: 'Btw is nul',
    sentence: ({ amountMinor }, { money }) =>
      `Over ${money(amountMinor)} is de btw ${money(0)}. Schrijf VatIncluded “exempt” als er geen btw is, en anders het btw-bedrag.`,
  },
  'vat-on-exempt': {
    title: 'Btw bij vrijstelling',
    sentence: ({ vatMinor }, { money }) =>
      `Dit is vrijgesteld van btw, dus ${money(vatMinor)} btw telt niet mee. Schrijf VatAmount 0.00, of VatIncluded “no”.`,
  },
  'vat-exceeds-amount': {
    title: 'Meer btw dan prijs',
    sentence: ({ amountMinor, vatMinor }, { money }) =>
      amountMinor === 0
        ? `Dit is gratis, maar er staat ${money(vatMinor)} btw bij. Schrijf VatAmount 0.00, of de prijs zonder btw.`
        : `De btw (${money(vatMinor)}) is hoger dan het bedrag zelf (${money(amountMinor)}). Controleer VatAmount.`,
  },
  'vat-looks-like-percentage': {
    title: 'Btw lijkt een percentage',
    sentence: ({ amountMinor, vatMinor, percentage }, { money }) =>
      `VatAmount is ${money(vatMinor)} op ${money(amountMinor)}: dat lijkt een percentage. Schrijf de btw als bedrag, voor ${percentage}% is dat ${money(shareOf(amountMinor, percentage))}.`,
  },
  'vat-rate-unusual': {
    title: 'Ongebruikelijk btw-tarief',
    sentence: ({ amountMinor, vatMinor }, { money }) =>
      `${money(vatMinor)} btw op ${money(amountMinor)} komt niet overeen met 9% of 21%. Controleer VatAmount; het bedrag blijft zoals het is.`,
  },
  'exempt-price-missing': {
    title: 'Geen vrijgestelde prijs',
    sentence: () => 'Er is geen prijs vrijgesteld van btw. Schrijf die in PriceExemptAmount.',
  },
  'exempt-amount-missing': {
    title: 'Vrijgesteld bedrag ontbreekt',
    sentence: () =>
      'VATExemptAmount staat er zonder PriceExemptAmount en telt niet mee. Schrijf ze allebei of geen van beide.',
  },
  'exempt-amount-includes-vat': {
    title: 'Btw telt dubbel',
    sentence: ({ exemptAmountMinor, exemptVatMinor, amountMinor }, { money }) =>
      `In PriceExemptAmount (${money(exemptAmountMinor)}) lijkt de btw al te zitten, en VATExemptAmount (${money(exemptVatMinor)}) komt er nog bij. Schrijf ${money(amountMinor)}, of laat VATExemptAmount weg.`,
  },
  'on-request-ignored': {
    title: 'Prijs op aanvraag telt niet mee',
    sentence: ({ productType }) =>
      `PriceAgreement telt alleen mee bij het producttype in-company, en dit is “${productType}”: de prijs wordt getoond. Laat PriceAgreement weg.`,
  },
  'cost-id-duplicate': {
    title: 'Kostenpost dubbel',
    sentence: ({ id }) => `De kostenpost “${id}” komt vaker voor. Geef elke kostenpost een eigen ID.`,
  },
  'selected-cost-unknown': {
    title: 'Kostenpost onbekend',
    sentence: ({ id }) => `De gekozen kostenpost “${id}” bestaat niet. Kies een andere.`,
  },
  'discount-not-decimal': {
    title: 'Geen percentage',
    sentence: ({ percentage }) =>
      `“${percentage}” is geen percentage. Schrijf een getal van 0 tot en met 100, zoals 12.5.`,
  },
  'discount-out-of-range': {
    title: 'Korting niet tussen 0 en 100',
    sentence: ({ percentage }) => `Een korting van ${percentage}% kan niet. Schrijf een getal van 0 tot en met 100.`,
  },
  'discount-duplicate': {
    title: 'Korting dubbel',
    sentence: ({ site }) => `Voor de site “${site}” staat er al een korting, en die telt. Haal deze weg.`,
  },
};
