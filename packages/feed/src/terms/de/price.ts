import type { PriceTerms } from '../feed-terms.js';
import { shareOf } from '../share-of.js';

/** Was an Preisen auffällt. */
export const price: PriceTerms = {
  'price-missing': {
    title: 'Preis fehlt',
    sentence: () => 'Es gibt keinen Preis. Schreiben Sie den Betrag in Price, oder 0, wenn es kostenlos ist.',
  },
  'price-incomplete': {
    title: 'Preis nicht vollständig',
    sentence: () =>
      'PriceComplete ist nicht true, also kann der Preis nicht gezeigt werden. Führen Sie alle verbindlichen Kosten in AdditionalCosts auf und schreiben Sie true.',
  },
  'amount-not-decimal': {
    title: 'Kein Betrag',
    sentence: ({ element = 'diesem Betrag', value }) =>
      value === undefined
        ? 'Das ist kein gültiger Betrag. Schreiben Sie nur Ziffern, mit einem Punkt vor den Cent, zum Beispiel 1250.00.'
        : `Bei ${element} steht „${value}“. Das ist kein gültiger Betrag. Schreiben Sie nur Ziffern, mit einem Punkt vor den Cent, zum Beispiel 1250.00.`,
  },
  'amount-negative': {
    title: 'Negativer Betrag',
    sentence: ({ element, value }) =>
      value === undefined
        ? 'Dieser Betrag ist negativ. Schreiben Sie 0 oder mehr. Für Rabatte gibt es PriceDiscounts.'
        : `Der Betrag „${value}“ bei ${element} ist negativ. Schreiben Sie 0 oder mehr. Für Rabatte gibt es PriceDiscounts.`,
  },
  'amount-not-whole-cents': {
    title: 'Keine ganzen Cent',
    sentence: ({ amount }) => `${amount} ergibt keine ganzen Cent. Runden Sie den Betrag.`,
  },
  'amount-too-large': {
    title: 'Betrag zu groß',
    sentence: ({ element, value }) =>
      value === undefined
        ? 'Dieser Betrag ist zu groß, um damit zu rechnen. Prüfen Sie die Ziffern.'
        : `Der Betrag „${value}“ bei ${element} ist zu groß, um damit zu rechnen. Prüfen Sie die Ziffern.`,
  },
  'vat-treatment-unknown': {
    title: 'MwSt. unbekannt',
    sentence: ({ vat }) => `VatIncluded kann nicht „${vat}“ sein. Schreiben Sie no oder exempt.`,
  },
  'period-unknown': {
    title: 'Zeitraum unbekannt',
    sentence: ({ period }) => `PricePeriod kann nicht „${period}“ sein. Schreiben Sie all, yearly, monthly oder daily.`,
  },
  'vat-missing': {
    title: 'MwSt. fehlt',
    sentence: () =>
      'Der Betrag der MwSt. fehlt. Schreiben Sie ihn in VatAmount, oder schreiben Sie VatIncluded „exempt“, wenn keine MwSt. anfällt.',
  },
  'included-vat-missing': {
    title: 'MwSt. fehlt',
    sentence: () => 'Der Preis enthält die MwSt., aber ihr Betrag fehlt. Schreiben Sie ihn in VatAmount.',
  },
  'vat-zero': {
    title: 'MwSt. ist null',
    sentence: ({ amountMinor }, { money }) =>
      `Auf ${money(amountMinor)} beträgt die MwSt. ${money(0)}. Schreiben Sie VatIncluded „exempt“, wenn keine MwSt. anfällt, sonst ihren Betrag.`,
  },
  'vat-on-exempt': {
    title: 'MwSt. trotz Befreiung',
    sentence: ({ vatMinor }, { money }) =>
      `Das ist von der MwSt. befreit, also zählen ${money(vatMinor)} MwSt. nicht. Schreiben Sie VatAmount 0.00, oder VatIncluded „no“.`,
  },
  'vat-exceeds-amount': {
    title: 'Mehr MwSt. als Preis',
    sentence: ({ amountMinor, vatMinor }, { money }) =>
      amountMinor === 0
        ? `Das ist kostenlos, aber es stehen ${money(vatMinor)} MwSt. dabei. Schreiben Sie VatAmount 0.00, oder den Preis ohne MwSt.`
        : `Die MwSt. (${money(vatMinor)}) ist höher als der Betrag selbst (${money(amountMinor)}). Prüfen Sie VatAmount.`,
  },
  'vat-looks-like-percentage': {
    title: 'MwSt. sieht wie ein Prozentsatz aus',
    sentence: ({ amountMinor, vatMinor, percentage }, { money }) =>
      `VatAmount ist ${money(vatMinor)} auf ${money(amountMinor)}: Das sieht wie ein Prozentsatz aus. Schreiben Sie die MwSt. als Betrag, bei ${percentage} % sind das ${money(shareOf(amountMinor, percentage))}.`,
  },
  'vat-rate-unusual': {
    title: 'Ungewöhnlicher Steuersatz',
    sentence: ({ amountMinor, vatMinor }, { money }) =>
      `${money(vatMinor)} MwSt. auf ${money(amountMinor)} entsprechen weder 9 % noch 21 %. Prüfen Sie VatAmount. Der Betrag bleibt, wie er ist.`,
  },
  'exempt-price-missing': {
    title: 'Kein befreiter Preis',
    sentence: () => 'Es gibt keinen von der MwSt. befreiten Preis. Schreiben Sie ihn in PriceExemptAmount.',
  },
  'exempt-amount-missing': {
    title: 'Befreiter Betrag fehlt',
    sentence: () =>
      'VATExemptAmount steht ohne PriceExemptAmount da und zählt nicht. Schreiben Sie beide oder keines von beiden.',
  },
  'exempt-amount-includes-vat': {
    title: 'MwSt. zählt doppelt',
    sentence: ({ exemptAmountMinor, exemptVatMinor, amountMinor }, { money }) =>
      `PriceExemptAmount (${money(exemptAmountMinor)}) scheint die MwSt. schon zu enthalten, und VATExemptAmount (${money(exemptVatMinor)}) kommt noch hinzu. Schreiben Sie ${money(amountMinor)}, oder lassen Sie VATExemptAmount weg.`,
  },
  'on-request-ignored': {
    title: 'Preis auf Anfrage zählt nicht',
    sentence: ({ productType }) =>
      `PriceAgreement zählt nur beim Produkttyp in-company, und dies ist „${productType}“: Der Preis wird gezeigt. Lassen Sie PriceAgreement weg.`,
  },
  'cost-id-duplicate': {
    title: 'Kostenposition doppelt',
    sentence: ({ id }) =>
      `Die Kostenposition „${id}“ kommt mehrfach vor. Geben Sie jeder Kostenposition eine eigene ID.`,
  },
  'selected-cost-unknown': {
    title: 'Kostenposition unbekannt',
    sentence: ({ id }) => `Die gewählte Kostenposition „${id}“ gibt es nicht. Wählen Sie eine andere.`,
  },
  'discount-not-decimal': {
    title: 'Kein Prozentsatz',
    sentence: ({ percentage }) =>
      `„${percentage}“ ist kein Prozentsatz. Schreiben Sie eine Zahl von 0 bis 100, zum Beispiel 12.5.`,
  },
  'discount-out-of-range': {
    title: 'Rabatt nicht zwischen 0 und 100',
    sentence: ({ percentage }) =>
      `Ein Rabatt von ${percentage} % ist nicht möglich. Schreiben Sie eine Zahl von 0 bis 100.`,
  },
  'discount-duplicate': {
    title: 'Rabatt doppelt',
    sentence: ({ site }) =>
      `Für die Website „${site}“ gibt es bereits einen Rabatt, und der gilt. Entfernen Sie diesen hier.`,
  },
};
