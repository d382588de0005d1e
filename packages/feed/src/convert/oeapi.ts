import { startOfDay, type StartingDate } from '@enrollkit/core';
import {
  priceOf,
  type ConvertContext,
  type FieldTable,
  type Format,
  type Json,
  type JsonObject,
  type JsonRecord,
} from './conversion.js';
import { amountText, plainText, webUri } from './values.js';

const LEVELS: Readonly<Record<string, string>> = {
  VMBO: 'pre_vocational',
  'VMBO+': 'pre_vocational',
  MBO: 'secondary_vocational_education',
  'MBO+': 'secondary_vocational_education',
  'Associate Degree': 'associate_degree',
  Bachelor: 'bachelor',
  HBO: 'bachelor',
  Master: 'master',
  MBA: 'master',
  PhD: 'doctoral',
};

const MODES: Readonly<Record<string, string>> = {
  elearning: 'online',
  home: 'online',
  learning_bite: 'online',
  open: 'presential',
  classroom: 'presential',
  'in-company': 'work_based',
};

/** How ISO 8601 writes a length of time. */
const DURATIONS: Readonly<Record<string, (number: string) => string>> = {
  minutes: (number) => `PT${number}M`,
  hours: (number) => `PT${number}H`,
  days: (number) => `P${number}D`,
  weeks: (number) => `P${number}W`,
  months: (number) => `P${number}M`,
  years: (number) => `P${number}Y`,
};

/** Open Education API 6.0: a course with its offerings. Source: its public OpenAPI description. */
export const OEAPI: Format = {
  name: 'OEAPI',
  begin({ product, options, draft }) {
    draft.course = { courseId: uuid(options, `course/${product.id}`) };
    draft.offerings = [];
  },
  fields: {
    id: {
      element: 'ID',
      isRequired: true,
      put: (id, { draft }) => put(draft, { primaryCode: { codeType: 'product_id', code: id } }),
    },
    name: {
      element: 'Name',
      isRequired: true,
      put: (name, context) => put(context.draft, { name: said(name, context) }),
    },
    description: {
      element: 'Description',
      put(html, context) {
        const text = plainText(html);
        if (text !== '') put(context.draft, { description: said(text, context) });
        if (/<(?:h2|ul|ol|li|strong|b|em|i)\b/i.test(html)) context.report.changed('Description', 'HTML', 'text');
      },
    },
    language: {
      element: 'Language',
      isRequired: true,
      put(language, { draft, report }) {
        if (!/^[a-z]{2,3}(?:-[A-Z]{2})?$/.test(language)) report.refused('Language', language, 'language');
        put(draft, { teachingLanguages: [language] });
      },
    },
    productType: {
      element: 'ProductType',
      put(type, { draft, report }) {
        const mode = MODES[type];
        if (mode === undefined) report.lost('ProductType');
        else put(draft, { modesOfDelivery: [mode] });
      },
    },
    courseType: { element: 'CourseType' },
    level: {
      element: 'Level',
      put(level, { draft, report }) {
        const known = LEVELS[level];
        if (known === undefined) report.lost('Level');
        else {
          report.changed('Level', level, known);
          put(draft, { level: known });
        }
      },
    },
    duration: {
      element: 'Duration',
      put({ value, unit }, { draft, report }) {
        const number = String(Math.ceil(Number(value)));
        const written = DURATIONS[unit]?.(number);
        if (written === undefined) report.lost('Duration');
        else put(draft, { duration: written });
        if (written !== undefined && number !== value) report.changed('Duration', `${value} ${unit}`, written);
      },
    },
    durationByAgreement: { element: 'DurationAgreement' },
    studyLoad: {
      element: 'StudyLoad',
      put({ value, unit }, { draft, report }) {
        if (unit !== 'hours') report.lost('StudyLoad');
        else put(draft, { studyLoad: [{ studyLoadUnit: 'hour', value: Number(value) }] });
      },
    },
    price: {
      element: 'Price',
      put(_, { product, report }) {
        const price = priceOf(product);
        // There is one total for each start, and no place for what may be chosen.
        if (price === undefined || product.startingDates.length === 0) report.lost('Price');
        else if (price.recurringMinor !== undefined) report.lost('PricePeriod');
        if (price?.exemptTotalMinor !== undefined) report.lost('PriceExemptAmount');
      },
    },
    additionalCosts: {
      element: 'AdditionalCost',
      put(costs, { product, report }) {
        if (product.startingDates.length === 0 || costs.some(({ mandatory }) => !mandatory))
          report.lost('AdditionalCost');
        else report.changed('AdditionalCost', 'AdditionalCosts', 'total_costs');
      },
    },
    discounts: { element: 'Discount' },
    priceInfo: { element: 'PriceInfo' },
    startingDates: {
      element: 'StartingDatePlace',
      put(starts, context) {
        context.draft.offerings = starts.map((start, index) => toOffering(start, index, context));
      },
    },
    maxParticipants: { element: 'MaxParticipants' },
    participantsByAgreement: { element: 'ParticipantsAgreement' },
    runtime: { element: 'Runtime' },
    completion: {
      element: 'Completion',
      put: (text, context) => put(context.draft, { assessment: said(text, context) }),
    },
    extraInstructionsAfterBooking: { element: 'ExtraInstructionsAfterBooking' },
    moments: { element: 'Moment' },
    regions: {
      element: 'Region',
      put: (regions, { draft }) =>
        put(draft, {
          addresses: regions.map(({ name, country }) => ({ addressType: 'teaching', city: name || country })),
        }),
    },
    trainerEmails: { element: 'Trainer' },
    contactPerson: { element: 'ContactPerson' },
    webAddress: {
      element: 'WebAddress',
      put(address, { draft, report }) {
        const uri = webUri(address);
        if (uri === undefined || uri.length > 2048) report.lost('WebAddress');
        else put(draft, { link: uri });
      },
    },
    pdfBrochureUrl: { element: 'PdfBrochure', put: (address, context) => supplement(context, 'uri', [address]) },
    imageUrls: { element: 'ImageUrl', put: (addresses, context) => supplement(context, 'image', addresses) },
    videoUrl: { element: 'VideoEmbed', put: (address, context) => supplement(context, 'video', [address]) },
    allowedSites: {
      element: 'AllowedSites',
      put: (sites, { report }) => report.refused('AllowedSites', sites.join(', '), 'for-some-sites'),
    },
    purpose: { element: 'Purpose' },
    costPlacements: { element: 'CostPlacement' },
    pePoints: { element: 'PePoint' },
    crohoId: { element: 'CrohoID' },
    creboId: { element: 'CreboID' },
    ltiParams: { element: 'customLtiParam' },
  } satisfies FieldTable,
};

function put(draft: JsonRecord, values: JsonObject): void {
  draft.course = { ...(draft.course as JsonObject), ...values };
}

function said(value: string, { product }: Pick<ConvertContext, 'product'>): Json {
  return [{ language: product.language, value }];
}

function supplement(context: ConvertContext, type: string, addresses: readonly string[]): void {
  const course = context.draft.course as { readonly supplementaryInformation?: readonly Json[] };
  const added = addresses.map((address) => ({ role: 'promo', type, value: said(address, context) }));
  put(context.draft, { supplementaryInformation: [...(course.supplementaryInformation ?? []), ...added] });
}

function toOffering(start: StartingDate, index: number, context: ConvertContext): Json {
  const { product, options, report } = context;
  const { startDate, endDate, place, minSeats, maxSeats, availableSeats } = start;
  const code = start.id ?? `${product.id}-${index + 1}`;
  if (start.startDateIsMonthOnly) report.lost('StartdateIsMonthOnly');
  if (start.endDateIsMonthOnly) report.lost('EnddateIsMonthOnly');
  if (start.startGuaranteed) report.lost('StartGuaranteed');
  if (availableSeats) report.lost('AvailableSeats');
  if (start.schedule.length > 0) report.lost('Courseday');
  const price = priceOf(product);
  return {
    courseOfferingId: uuid(options, `offering/${product.id}/${code}`),
    courseId: uuid(options, `course/${product.id}`),
    primaryCode: { codeType: 'offering_code', code },
    name: said(product.name, context),
    state: availableSeats === 0 ? 'inactive' : 'active',
    startDateTime: startOfDay(startDate, options.timeZone),
    ...(endDate !== undefined && { endDateTime: startOfDay(endDate, options.timeZone) }),
    ...(minSeats !== undefined && { minNumberStudents: minSeats }),
    ...(maxSeats !== undefined && { maxNumberStudents: maxSeats }),
    ...(place !== '' && { addresses: [{ addressType: 'teaching', city: place }] }),
    ...(price && {
      priceInformation: [
        {
          costType: 'total_costs',
          amount: amountText(price.totalMinor),
          vatAmount: amountText(price.vatMinor),
          amountWithoutVat: amountText(price.netMinor),
          currency: 'EUR',
        },
      ],
    }),
  };
}

function uuid({ organisation, uuidOf }: ConvertContext['options'], name: string): string {
  return uuidOf?.(`${organisation}/${name}`) ?? '';
}
