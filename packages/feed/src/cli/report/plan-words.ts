import type { Product, ProductField } from '@enrollkit/core';
import { formatsFor } from '../../terms/formats.js';
import type { Locale } from '@enrollkit/core';

type Label = Readonly<Record<Locale, string>>;

/** What people call the fields of a product. */
const FIELDS = {
  name: { nl: 'naam', en: 'name' },
  description: { nl: 'beschrijving', en: 'description' },
  language: { nl: 'taal', en: 'language' },
  productType: { nl: 'producttype', en: 'product type' },
  courseType: { nl: 'cursustype', en: 'course type' },
  level: { nl: 'niveau', en: 'level' },
  price: { nl: 'prijs', en: 'price' },
  additionalCosts: { nl: 'bijkomende kosten', en: 'additional costs' },
  discounts: { nl: 'korting', en: 'discount' },
  priceInfo: { nl: 'prijsinformatie', en: 'price information' },
  startingDates: { nl: 'startdatum', en: 'starting date' },
  maxParticipants: { nl: 'maximum aantal deelnemers', en: 'maximum number of participants' },
  participantsByAgreement: { nl: 'deelnemers in overleg', en: 'participants by agreement' },
  duration: { nl: 'duur', en: 'duration' },
  durationByAgreement: { nl: 'duur in overleg', en: 'duration by agreement' },
  studyLoad: { nl: 'studielast', en: 'study load' },
  runtime: { nl: 'looptijd', en: 'runtime' },
  completion: { nl: 'afronding', en: 'completion' },
  moments: { nl: 'momenten', en: 'moments' },
  regions: { nl: 'regio', en: 'region' },
  trainerEmails: { nl: 'trainers', en: 'trainers' },
  contactPerson: { nl: 'contactpersoon', en: 'contact person' },
  webAddress: { nl: 'webadres', en: 'web address' },
  pdfBrochureUrl: { nl: 'brochure', en: 'brochure' },
  imageUrls: { nl: 'afbeeldingen', en: 'images' },
  videoUrl: { nl: 'video', en: 'video' },
  extraInstructionsAfterBooking: { nl: 'instructies na het boeken', en: 'instructions after booking' },
  allowedSites: { nl: 'sites', en: 'sites' },
  purpose: { nl: 'doel', en: 'purpose' },
  costPlacements: { nl: 'wie betaalt', en: 'who pays' },
  pePoints: { nl: 'PE-punten', en: 'PE points' },
  crohoId: { nl: 'Croho-nummer', en: 'Croho number' },
  creboId: { nl: 'Crebo-nummer', en: 'Crebo number' },
  ltiParams: { nl: 'LTI-parameter', en: 'LTI parameter' },
} as const satisfies Record<ProductField, Label>;

/** What is in such a field, at any depth, without the names that are only for machines. */
type Part<Type> = Type extends readonly (infer Item)[]
  ? Part<Item>
  : Type extends object
    ? { [Name in keyof Type & string]-?: Name | Part<NonNullable<Type[Name]>> }[keyof Type & string]
    : never;
type PartOfField = Exclude<Part<NonNullable<Product[ProductField]>>, 'id'>;

/** What people call what is in such a field. */
const PARTS: Readonly<Record<string, Label>> = {
  amountMinor: { nl: 'bedrag', en: 'amount' },
  vatMinor: { nl: 'btw', en: 'VAT' },
  vat: { nl: 'btw-regeling', en: 'VAT treatment' },
  exemptAmountMinor: { nl: 'bedrag vrijgesteld van btw', en: 'amount exempt from VAT' },
  exemptVatMinor: { nl: 'btw bij vrijstelling', en: 'VAT when exempt' },
  period: { nl: 'periode', en: 'period' },
  complete: { nl: 'volledig', en: 'complete' },
  onRequest: { nl: 'op aanvraag', en: 'on request' },
  mandatory: { nl: 'verplicht', en: 'mandatory' },
  startDate: { nl: 'begin', en: 'start' },
  endDate: { nl: 'einde', en: 'end' },
  startDateIsMonthOnly: { nl: 'alleen de maand van het begin', en: 'only the month of the start' },
  endDateIsMonthOnly: { nl: 'alleen de maand van het einde', en: 'only the month of the end' },
  place: { nl: 'plaats', en: 'place' },
  minSeats: { nl: 'minimum aantal plaatsen', en: 'minimum number of seats' },
  maxSeats: { nl: 'maximum aantal plaatsen', en: 'maximum number of seats' },
  availableSeats: { nl: 'vrije plaatsen', en: 'available seats' },
  startGuaranteed: { nl: 'start gegarandeerd', en: 'start guaranteed' },
  schedule: { nl: 'lesdag', en: 'course day' },
  date: { nl: 'datum', en: 'date' },
  startTime: { nl: 'begintijd', en: 'start time' },
  endTime: { nl: 'eindtijd', en: 'end time' },
  percentage: { nl: 'percentage', en: 'percentage' },
  value: { nl: 'waarde', en: 'value' },
  unit: { nl: 'eenheid', en: 'unit' },
  name: { nl: 'naam', en: 'name' },
  email: { nl: 'e-mailadres', en: 'e-mail address' },
  telephone: { nl: 'telefoon', en: 'telephone' },
  type: { nl: 'soort', en: 'type' },
  typeOther: { nl: 'omschrijving', en: 'described as' },
  country: { nl: 'land', en: 'country' },
  site: { nl: 'site', en: 'site' },
  placement: { nl: 'wie betaalt', en: 'who pays' },
  organisation: { nl: 'organisatie', en: 'organisation' },
  pointType: { nl: 'soort punten', en: 'type of points' },
  points: { nl: 'punten', en: 'points' },
  key: { nl: 'sleutel', en: 'key' },
} satisfies Record<PartOfField, Label>;
const YES_NO: Readonly<Record<Locale, readonly [string, string]>> = { nl: ['ja', 'nee'], en: ['yes', 'no'] };
const LONGEST_VALUE = 60;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Where a change is, in words: `startingDates[S1].startDate` is "starting date S1, start". */
export function fieldWords(path: string, language: Locale): string {
  const parts = path.match(/[^.[\]]+|\[[^\]]*\]/g) ?? [];
  return parts
    .map((part) => {
      // The first of a list is the first, not the zeroth.
      if (part.startsWith('[')) return ` ${part.slice(1, -1).replace(/^\d+$/, (index) => String(Number(index) + 1))}`;
      const label = FIELDS[part as keyof Product as ProductField] as Label | undefined;
      return `, ${(label ?? PARTS[part])?.[language] ?? part}`;
    })
    .join('')
    .slice(2);
}

/** A value as people write it: amounts and days in their language, records by what is in them. */
export function valueWords(path: string, value: unknown, language: Locale): string {
  const { money, day, number } = formatsFor(language);
  if (typeof value === 'number') return path.endsWith('Minor') ? money(value) : number(value);
  if (typeof value === 'boolean') return YES_NO[language][value ? 0 : 1];
  if (typeof value === 'string') return DAY.test(value) ? day(value) : `“${cut(value)}”`;
  if (Array.isArray(value)) return cut(value.map((each) => valueWords(path, each, language)).join(', '));
  if (typeof value !== 'object' || value === null) return '';
  const told = Object.entries(value).filter(([key, each]) => key !== 'id' && each !== '' && !isEmptyList(each));
  return cut(
    told.map(([key, each]) => `${PARTS[key]?.[language] ?? key} ${valueWords(key, each, language)}`).join(', '),
  );
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

function cut(text: string): string {
  return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE - 1)}…` : text;
}
