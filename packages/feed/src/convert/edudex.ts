import type { Product } from '@enrollkit/core';
import type { ConvertContext, FieldTable, Format, Json, JsonObject, JsonRecord } from './conversion.js';
import { additionalCost, courseCosts } from './edudex-costs.js';
import { DEGREES, LEVELS, PARTS_OF_DAY, PROGRAM_TYPES, wholeDuration } from './edudex-words.js';
import { edudexHeader, isMailable, isProgramId } from './edudex-rules.js';
import { toProgramRun } from './edudex-run.js';
import { plainText, shortened, webUri } from './values.js';

const MOST_CREDITS = 420;
const NAME_LENGTH = 200;
const TEXT_LENGTH = 1200;

type Part =
  'programAdmission' | 'programClassification' | 'programContacts' | 'programCurriculum' | 'programDescriptions';

/** EDU-DEX Data API 1.0.2: a program. Source: its public OpenAPI description. */
export const EDUDEX: Format = {
  name: 'EDU-DEX',
  begin({ product, options, report, draft }) {
    const admission = {
      applicationOpen: product.maxParticipants !== 0,
      applicationType: product.productType === 'in-company' ? 'group' : 'individual',
      paymentDue: 'afterwards',
      startDateDetermination: startDetermination(product),
    };
    const levels = product.level ?? '';
    const degree = DEGREES[levels] ?? 'none';
    report.assumed('paymentDue', admission.paymentDue);
    report.assumed('degree', degree);
    Object.assign(draft, {
      ...edudexHeader(options),
      programAdmission: admission,
      programClassification: {
        orgUnitId: options.organisation,
        degree,
        programLevel: 'none',
        programForm:
          product.productType === 'elearning'
            ? ['e-learning']
            : product.productType === 'home'
              ? ['distance learning']
              : [],
      },
      programContacts: {},
      programCurriculum: {},
      programDescriptions: {},
      programSchedule: {},
    } satisfies JsonRecord);
    putPlaces(product, { report, draft });
    // Both are lists of what there is beside the starts, and neither field says it alone.
    const costs = [
      ...courseCosts(product.price, report),
      ...product.additionalCosts.flatMap((cost, index) => additionalCost(cost, index, report)),
    ];
    if (costs.length > 0) put(draft, 'programSchedule', { genericProgramRun: { cost: costs } });
  },
  fields: {
    id: {
      element: 'ID',
      isRequired: true,
      put(id, { draft, report }) {
        if (!isProgramId(id)) report.refused('ID', id, 'id');
        put(draft, 'programClassification', { programId: id });
      },
    },
    name: {
      element: 'Name',
      isRequired: true,
      put(name, context) {
        const short = shortened(name, NAME_LENGTH);
        if (short !== name) context.report.changed('Name', name, short);
        putText(context, 'programName', short);
      },
    },
    description: {
      element: 'Description',
      isRequired: true,
      put(html, context) {
        const text = plainText(html);
        if (text === '') context.report.missing('Description');
        putText(context, 'programSummaryText', shortened(text, NAME_LENGTH));
        putText(context, 'programDescriptionText', shortened(text, TEXT_LENGTH));
        const { sanitize } = context.options;
        if (sanitize) putText(context, 'programDescriptionHtml', sanitize(html));
      },
    },
    language: {
      element: 'Language',
      isRequired: true,
      put(language, { draft, report }) {
        if (!/^[a-z]{2}$/.test(language)) report.refused('Language', language, 'language');
        put(draft, 'programCurriculum', { instructionLanguage: [{ languageCode: language, percentage: 100 }] });
      },
    },
    productType: { element: 'ProductType', put: () => undefined },
    courseType: {
      element: 'CourseType',
      isRequired: true,
      put(type, { draft, report }) {
        const programType = PROGRAM_TYPES[type] ?? 'regular';
        if (programType !== type) report.changed('CourseType', type, programType);
        put(draft, 'programClassification', { programType });
      },
    },
    level: {
      element: 'Level',
      put(level, { draft, report }) {
        const programLevel = LEVELS[level];
        if (!programLevel) report.lost('Level');
        else if (programLevel.toLowerCase() !== level.toLowerCase()) report.changed('Level', level, programLevel);
        put(draft, 'programClassification', { programLevel: programLevel ?? 'none' });
      },
    },
    duration: {
      element: 'Duration',
      isRequired: true,
      put(duration, { draft, report }) {
        const [unit, value] = wholeDuration(duration);
        const [from, to] = [`${duration.value} ${duration.unit}`, `${value} ${unit}`];
        if (from !== to) report.changed('Duration', from, to);
        put(draft, 'programClassification', { programDuration: { [unit]: value } });
      },
    },
    durationByAgreement: { element: 'DurationAgreement' },
    studyLoad: {
      element: 'StudyLoad',
      put({ value, unit }, { draft, report }) {
        const hours = Math.round(unit === 'minutes' ? Number(value) / 60 : Number(value));
        if ((unit !== 'hours' && unit !== 'minutes') || hours < 1) report.lost('StudyLoad');
        else {
          if (String(hours) !== value || unit !== 'hours')
            report.changed('StudyLoad', `${value} ${unit}`, `${hours} hours`);
          put(draft, 'programCurriculum', { studyLoad: { program: hours } });
        }
      },
    },
    // Made before, together with the additional costs.
    price: { element: 'Price', put: () => undefined },
    additionalCosts: { element: 'AdditionalCost', put: () => undefined },
    regions: { element: 'Region', put: () => undefined },
    discounts: { element: 'Discount', put: (_, { report }) => report.apart('Discount', 'edudex-discounts') },
    priceInfo: { element: 'PriceInfo', put: (text, context) => addSubject(context, 'tuition fee', text) },
    runtime: { element: 'Runtime', put: (text, context) => addSubject(context, 'scheduled hours', text) },
    completion: { element: 'Completion', put: (text, context) => addSubject(context, 'graduation', text) },
    extraInstructionsAfterBooking: { element: 'ExtraInstructionsAfterBooking' },
    maxParticipants: {
      element: 'MaxParticipants',
      put: (most, { draft }) => put(draft, 'programAdmission', { maxNumberOfParticipants: most }),
    },
    participantsByAgreement: { element: 'ParticipantsAgreement' },
    startingDates: {
      element: 'StartingDatePlace',
      put(starts, context) {
        const programRun = starts.map((start, index) => toProgramRun(start, index, context));
        put(context.draft, 'programSchedule', { programRun });
      },
    },
    moments: {
      element: 'Moment',
      put(moments, { draft }) {
        // Told of a run; without one it belongs to all.
        const parts = [...new Set(moments.flatMap((moment) => PARTS_OF_DAY[moment] ?? []))];
        const { genericProgramRun: run = {} } = (draft.programSchedule ?? {}) as {
          readonly genericProgramRun?: JsonObject;
        };
        put(draft, 'programSchedule', { genericProgramRun: { ...run, contactHoursPartOfDay: parts } });
      },
    },
    trainerEmails: { element: 'Trainer' },
    contactPerson: {
      element: 'ContactPerson',
      put({ name, telephone, email }, { draft, report }) {
        const hasEmail = isMailable(email);
        if (email !== '' && !hasEmail) report.lost('ContactPerson/EmailAddress');
        const contact = { contactName: name, role: 'contact person', telephone, ...(hasEmail && { email }) };
        put(draft, 'programContacts', { contactData: [contact] });
      },
    },
    webAddress: {
      element: 'WebAddress',
      put(address, { product, draft, report }) {
        const uri = webUri(address);
        if (uri === undefined) report.lost('WebAddress');
        else put(draft, 'programDescriptions', { webLink: { [product.language]: uri } });
      },
    },
    pdfBrochureUrl: {
      element: 'PdfBrochure',
      put: (address, context) => addMedia(context, 'PdfBrochure', 'pdf', [address]),
    },
    imageUrls: { element: 'ImageUrl', put: (addresses, context) => addMedia(context, 'ImageUrl', 'image', addresses) },
    videoUrl: {
      element: 'VideoEmbed',
      put: (address, context) => addMedia(context, 'VideoEmbed', videoType(address), [address]),
    },
    allowedSites: {
      element: 'AllowedSites',
      // Everybody would see it there, and it is for some only.
      put: (sites, { report }) => report.refused('AllowedSites', sites.join(', '), 'for-some-sites'),
    },
    purpose: { element: 'Purpose' },
    costPlacements: { element: 'CostPlacement' },
    pePoints: {
      element: 'PePoint',
      put(points, { draft, report }) {
        const accreditation = points.flatMap(({ organisation, pointType, points: number }) => {
          const credits = Number(number);
          const fits = credits <= MOST_CREDITS && /^\d+(\.\d{1,2})?$/.test(number);
          if (!fits) report.lost('PePoint/Points');
          if (pointType !== '') report.lost('PePoint/PointType');
          return { organization: organisation, ...(fits && { trainingPoints: credits }) };
        });
        draft.programExternalAcknowledgements = { accreditation };
      },
    },
    crohoId: {
      element: 'CrohoID',
      put: (code, { draft, report }) =>
        /^\d{5}$/.test(code) ? put(draft, 'programClassification', { crohoCode: code }) : report.lost('CrohoID'),
    },
    creboId: {
      element: 'CreboID',
      put: (code, { draft, report }) =>
        /^[A-Z\d]\d{4}$/.test(code) ? put(draft, 'programClassification', { creboCode: code }) : report.lost('CreboID'),
    },
    ltiParams: { element: 'customLtiParam' },
  } satisfies FieldTable,
};

/** Adds to a part of the program. */
function put(draft: JsonRecord, part: Part | 'programSchedule', values: JsonObject): void {
  draft[part] = { ...(draft[part] as JsonObject | undefined), ...values };
}

function putText({ product, draft }: ConvertContext, name: string, text: string): void {
  put(draft, 'programDescriptions', { [name]: { [product.language]: text } });
}

function addTo(draft: JsonRecord, name: string, items: readonly Json[]): void {
  const before = (draft.programDescriptions as Readonly<Record<string, readonly Json[]>> | undefined)?.[name] ?? [];
  if (items.length > 0) put(draft, 'programDescriptions', { [name]: [...before, ...items] });
}

function addSubject({ product, draft }: ConvertContext, subject: string, text: string): void {
  addTo(draft, 'subjectText', [{ subject, descriptionText: { [product.language]: text } }]);
}

function addMedia(
  { draft, report }: ConvertContext,
  element: string,
  type: string,
  addresses: readonly string[],
): void {
  const uris = addresses.map((address) => webUri(address));
  if (uris.includes(undefined)) report.lost(element);
  addTo(
    draft,
    'media',
    uris.flatMap((url) => (url === undefined ? [] : { type, url })),
  );
}

function videoType(address: string): string {
  if (/\b(?:youtube\.com|youtu\.be|youtube-nocookie\.com)\//.test(address)) return 'youtube';
  return /\bvimeo\.com\//.test(address) ? 'vimeo' : 'video';
}

function startDetermination({ productType, startingDates }: Product): string {
  if (startingDates.length > 0) return 'fixed starting date';
  return productType === 'in-company' ? 'agreed starting date' : 'direct start';
}

/** Where nobody has to go anywhere, or where it is for whoever books to say. */
const OWN_PLACES: Readonly<Record<string, string>> = {
  elearning: 'online',
  home: 'online',
  learning_bite: 'online',
  book: 'online',
  'in-company': 'in-company',
};

function putPlaces(
  { productType, startingDates, regions, language }: Product,
  { report, draft }: Pick<ConvertContext, 'report' | 'draft'>,
): void {
  const places = [...startingDates.map(({ place }) => place), ...regions.map(({ name, country }) => name || country)];
  const named = [...new Set(places.filter((place) => place !== ''))];
  const own = OWN_PLACES[productType] ?? (language === 'nl' ? 'nog niet bekend' : 'not known yet');
  if (named.length === 0) report.assumed('programLocation', own);
  const programLocation = (named.length > 0 ? named : [own]).map((description) => ({ description }));
  put(draft, 'programClassification', { programLocation });
}
