import type { PriceTerms } from '../feed-terms.js';
import { shareOf } from '../share-of.js';

/** Ce qui frappe dans les prix. */
export const price: PriceTerms = {
  'price-missing': {
    title: 'Prix absent',
    sentence: () => 'Il n’y a pas de prix. Écrivez le montant dans Price, ou 0 si c’est gratuit.',
  },
  'price-incomplete': {
    title: 'Prix incomplet',
    sentence: () =>
      'PriceComplete n’est pas true, le prix ne peut donc pas être affiché. Mettez tous les frais obligatoires dans AdditionalCosts et écrivez true.',
  },
  'amount-not-decimal': {
    title: 'Montant non valide',
    sentence: ({ element = 'ce montant', value }) =>
      value === undefined
        ? 'Ce n’est pas un montant valide. N’écrivez que des chiffres, avec un point avant les centimes, par exemple 1250.00.'
        : `Pour ${element}, « ${value} » n’est pas un montant valide. N’écrivez que des chiffres, avec un point avant les centimes, par exemple 1250.00.`,
  },
  'amount-negative': {
    title: 'Montant négatif',
    sentence: ({ element, value }) =>
      value === undefined
        ? 'Ce montant est négatif. Écrivez 0 ou plus ; pour une remise, il y a PriceDiscounts.'
        : `Pour ${element}, le montant « ${value} » est négatif. Écrivez 0 ou plus ; pour une remise, il y a PriceDiscounts.`,
  },
  'amount-not-whole-cents': {
    title: 'Fraction de centime',
    sentence: ({ amount }) => `${amount} n’est pas un nombre entier de centimes. Arrondissez le montant.`,
  },
  'amount-too-large': {
    title: 'Montant trop grand',
    sentence: ({ element, value }) =>
      value === undefined
        ? 'Ce montant est trop grand pour un calcul. Vérifiez les chiffres.'
        : `Pour ${element}, le montant « ${value} » est trop grand pour un calcul. Vérifiez les chiffres.`,
  },
  'vat-treatment-unknown': {
    title: 'TVA inconnue',
    sentence: ({ vat }) => `VatIncluded ne peut pas valoir « ${vat} ». Écrivez no ou exempt.`,
  },
  'period-unknown': {
    title: 'Période inconnue',
    sentence: ({ period }) => `PricePeriod ne peut pas valoir « ${period} ». Écrivez all, yearly, monthly ou daily.`,
  },
  'vat-missing': {
    title: 'TVA absente',
    sentence: () =>
      'Le montant de la TVA est absent. Écrivez-le dans VatAmount, ou écrivez VatIncluded « exempt » s’il n’y a pas de TVA.',
  },
  'included-vat-missing': {
    title: 'TVA absente',
    sentence: () => 'Le prix est TTC, mais le montant de la TVA est absent. Écrivez-le dans VatAmount.',
  },
  'vat-zero': {
    title: 'TVA nulle',
    sentence: ({ amountMinor }, { money }) =>
      `La TVA sur ${money(amountMinor)} est de ${money(0)}. Écrivez VatIncluded « exempt » s’il n’y a pas de TVA, sinon le montant de la TVA.`,
  },
  'vat-on-exempt': {
    title: 'TVA malgré l’exonération',
    sentence: ({ vatMinor }, { money }) =>
      `Ce montant est exonéré de TVA : ${money(vatMinor)} de TVA ne compte pas. Écrivez VatAmount 0.00, ou VatIncluded « no ».`,
  },
  'vat-exceeds-amount': {
    title: 'Plus de TVA que de prix',
    sentence: ({ amountMinor, vatMinor }, { money }) =>
      amountMinor === 0
        ? `C’est gratuit, mais il y a ${money(vatMinor)} de TVA. Écrivez VatAmount 0.00, ou le prix HT.`
        : `La TVA (${money(vatMinor)}) dépasse le montant lui-même (${money(amountMinor)}). Vérifiez VatAmount.`,
  },
  'vat-looks-like-percentage': {
    title: 'TVA qui ressemble à un pourcentage',
    sentence: ({ amountMinor, vatMinor, percentage }, { money }) =>
      `VatAmount est de ${money(vatMinor)} sur ${money(amountMinor)} : cela ressemble à un pourcentage. Écrivez la TVA en montant ; pour ${percentage} %, c’est ${money(shareOf(amountMinor, percentage))}.`,
  },
  'vat-rate-unusual': {
    title: 'Taux de TVA inhabituel',
    sentence: ({ amountMinor, vatMinor }, { money }) =>
      `${money(vatMinor)} de TVA sur ${money(amountMinor)} ne correspond ni à 9 % ni à 21 %. Vérifiez VatAmount ; le montant reste tel quel.`,
  },
  'exempt-price-missing': {
    title: 'Pas de prix exonéré',
    sentence: () => 'Il n’y a pas de prix exonéré de TVA. Écrivez-le dans PriceExemptAmount.',
  },
  'exempt-amount-missing': {
    title: 'Montant exonéré absent',
    sentence: () => 'VATExemptAmount figure sans PriceExemptAmount et ne compte pas. Écrivez les deux ou aucun.',
  },
  'exempt-amount-includes-vat': {
    title: 'TVA comptée deux fois',
    sentence: ({ exemptAmountMinor, exemptVatMinor, amountMinor }, { money }) =>
      `PriceExemptAmount (${money(exemptAmountMinor)}) semble déjà contenir la TVA, et VATExemptAmount (${money(exemptVatMinor)}) s’y ajoute. Écrivez ${money(amountMinor)}, ou retirez VATExemptAmount.`,
  },
  'on-request-ignored': {
    title: 'Prix sur demande non pris en compte',
    sentence: ({ productType }) =>
      `PriceAgreement ne compte que pour le type de produit in-company, et celui-ci est « ${productType} » : le prix est affiché. Retirez PriceAgreement.`,
  },
  'cost-id-duplicate': {
    title: 'Frais en double',
    sentence: ({ id }) => `Les frais « ${id} » figurent plusieurs fois. Donnez à chaque poste de frais son propre ID.`,
  },
  'selected-cost-unknown': {
    title: 'Frais inconnus',
    sentence: ({ id }) => `Les frais choisis « ${id} » n’existent pas. Choisissez-en d’autres.`,
  },
  'discount-not-decimal': {
    title: 'Pourcentage non valide',
    sentence: ({ percentage }) =>
      `« ${percentage} » n’est pas un pourcentage. Écrivez un nombre de 0 à 100, par exemple 12.5.`,
  },
  'discount-out-of-range': {
    title: 'Remise non comprise entre 0 et 100',
    sentence: ({ percentage }) => `Une remise de ${percentage} % est impossible. Écrivez un nombre de 0 à 100.`,
  },
  'discount-duplicate': {
    title: 'Remise en double',
    sentence: ({ site }) =>
      `Il y a déjà une remise pour le site « ${site} », et c’est elle qui compte. Supprimez celle-ci.`,
  },
};
