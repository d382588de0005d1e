import {
  ADDITIONAL_COST_TYPES,
  type AdditionalCost,
  type AdditionalCostType,
  type ContactPerson,
  type CostPlacement,
  type CourseDay,
  type CoursePrice,
  type LtiParam,
  type PePoint,
  type PricePeriod,
  type Product,
  type Quantity,
  type Region,
  type SiteDiscount,
  type StartingDate,
  type VatTreatment,
} from '@enrollkit/core';
import type { Excuses } from './element-rule.js';
import { isAfter, shownDay } from './start-days.js';
import type { Report } from './value-reader.js';
import { withGiven, type Drafted } from './with-given.js';

/** The feed is flat where core groups: a price, a duration. */
export type ProductDraft = Drafted<Omit<Product, 'providerId' | 'price' | 'duration' | 'studyLoad'>> &
  Drafted<Omit<CoursePrice, 'vat' | 'period'>> & {
    vat?: VatTreatment;
    period?: PricePeriod;
    duration?: string;
    durationUnit?: string;
    studyLoad?: string;
    studyLoadUnit?: string;
  };
/** The type stays text until it is built: an unknown one becomes "other" with its own words. */
export type CostDraft = Drafted<Omit<AdditionalCost, 'id' | 'type'>> & { type?: string };
export type StartingDateDraft = Drafted<StartingDate>;
export type CourseDayDraft = Drafted<CourseDay>;

/**
 * The product, as complete as it could be read. Required fields that are missing have been reported, and are empty here;
 * without an ID there is no product. No price is better than half a price.
 */
export function buildProduct(draft: ProductDraft, report: Report): Product | undefined {
  if (draft.id === undefined) return undefined;
  const price = buildPrice(draft, report);
  const duration = buildQuantity(draft.duration, draft.durationUnit);
  const studyLoad = buildQuantity(draft.studyLoad, draft.studyLoadUnit);
  return withGiven<Omit<Product, 'providerId'>>(
    {
      id: draft.id,
      name: draft.name ?? '',
      productType: draft.productType ?? '',
      courseType: draft.courseType ?? '',
      language: draft.language ?? '',
      description: draft.description ?? '',
      additionalCosts: draft.additionalCosts?.map(withCostId) ?? [],
      discounts: draft.discounts ?? [],
      imageUrls: draft.imageUrls ?? [],
      trainerEmails: draft.trainerEmails ?? [],
      allowedSites: draft.allowedSites ?? [],
      regions: draft.regions ?? [],
      costPlacements: draft.costPlacements ?? [],
      pePoints: draft.pePoints ?? [],
      moments: draft.moments ?? [],
      startingDates: draft.startingDates ?? [],
      ltiParams: draft.ltiParams ?? [],
    },
    {
      price,
      duration,
      studyLoad,
      priceInfo: draft.priceInfo,
      videoUrl: draft.videoUrl,
      durationByAgreement: draft.durationByAgreement,
      runtime: draft.runtime,
      completion: draft.completion,
      extraInstructionsAfterBooking: draft.extraInstructionsAfterBooking,
      maxParticipants: draft.maxParticipants,
      participantsByAgreement: draft.participantsByAgreement,
      webAddress: draft.webAddress,
      pdfBrochureUrl: draft.pdfBrochureUrl,
      contactPerson: draft.contactPerson,
      level: draft.level,
      crohoId: draft.crohoId,
      creboId: draft.creboId,
      purpose: draft.purpose,
    },
  );
}

function buildPrice(draft: ProductDraft, report: Report): CoursePrice | undefined {
  const { amountMinor, vat, vatMinor, exemptAmountMinor, period, onRequest, complete = false } = draft;
  // What is wrong with an incomplete price is for calculating it to say, and it calculates none that is on request.
  if (draft.complete === false && onRequest && draft.productType === 'in-company') {
    report('unlisted-value', { element: 'PriceComplete', value: 'false' }, 'price.complete');
  }
  if (amountMinor === undefined && draft.productType === 'in-company') return buildOpenPrice(draft, report);
  if (amountMinor === undefined || vat === undefined || period === undefined) return undefined;
  return withGiven<CoursePrice>({ amountMinor, vat, period, complete }, { vatMinor, exemptAmountMinor, onRequest });
}

/** In-company without a price is on request. Source: SEED-X. */
function buildOpenPrice(
  { vat = 'excluded', period = 'all', complete = true }: ProductDraft,
  report: Report,
): CoursePrice {
  report('price-left-out', { element: 'Price' }, 'price.amountMinor');
  return { amountMinor: 0, vat, period, complete, onRequest: true };
}

/** Whether an empty or missing Price or VatAmount is in order: that of an in-company course. Source: domain.md section 4. */
export const excusesInCompany: Excuses<ProductDraft> = (
  { productType, amountMinor, onRequest },
  { code, path },
  all,
) => {
  if (productType !== 'in-company') return false;
  // It is there, and can't be read: that has been said.
  if (code === 'price-left-out')
    return all.some((other) => other.path === path && other.severity === 'error' && !ABSENT.has(other.code));
  if (!ABSENT.has(code)) return false;
  const isOpen = amountMinor === undefined || onRequest === true;
  return path === 'price.amountMinor' || (path === 'price.vatMinor' && isOpen);
};

const ABSENT: ReadonlySet<string> = new Set(['empty-required', 'empty-value', 'missing-element']);

/** A cost line without an amount or a VAT treatment can't be counted, so it is left out; that has been reported. */
export function buildAdditionalCost(draft: CostDraft): AdditionalCost | undefined {
  const { type, typeOther, amountMinor, vat, vatMinor, exemptAmountMinor, exemptVatMinor, mandatory } = draft;
  if (type === undefined || amountMinor === undefined || vat === undefined || mandatory === undefined) return undefined;
  const known = isCostType(type);
  return withGiven<AdditionalCost>(
    { id: '', type: known ? type : 'other', amountMinor, vat, mandatory },
    { typeOther: known ? typeOther : (typeOther ?? type), vatMinor, exemptAmountMinor, exemptVatMinor },
  );
}

/** The feed names no cost lines. By order, so that the same feed gives the same ids. */
function withCostId(cost: AdditionalCost, index: number): AdditionalCost {
  return { ...cost, id: `cost-${index + 1}` };
}

export function buildStartingDate(draft: StartingDateDraft, report: Report): StartingDate | undefined {
  const { startDate } = draft;
  if (startDate === undefined) return undefined;
  const { id, startDateIsMonthOnly = false, endDateIsMonthOnly = false, place = '', schedule = [] } = draft;
  const { endDate, minSeats, maxSeats, availableSeats, startGuaranteed } = draft;
  if (endDate !== undefined && isAfter(startDate, endDate, startDateIsMonthOnly || endDateIsMonthOnly)) {
    const days = {
      startDate: shownDay(startDate, startDateIsMonthOnly),
      endDate: shownDay(endDate, endDateIsMonthOnly),
    };
    report('end-before-start', days, 'endDate');
  }
  return withGiven<StartingDate>(
    { startDate, startDateIsMonthOnly, endDateIsMonthOnly, place, schedule },
    { id, endDate, minSeats, maxSeats, availableSeats, startGuaranteed },
  );
}

export function buildCourseDay({
  id,
  date,
  place = '',
  name = '',
  startTime,
  endTime,
}: CourseDayDraft): CourseDay | undefined {
  if (date === undefined) return undefined;
  return withGiven<CourseDay>({ date, place, name }, { id, startTime, endTime });
}

export function buildContactPerson(draft: Drafted<ContactPerson>): ContactPerson | undefined {
  const { name = '', telephone = '', email = '' } = draft;
  return name === '' && telephone === '' && email === '' ? undefined : { name, telephone, email };
}

export function buildRegion({ country = '', name = '' }: Drafted<Region>): Region | undefined {
  return country === '' && name === '' ? undefined : { country, name };
}

export function buildCostPlacement({ site, placement }: Drafted<CostPlacement>): CostPlacement | undefined {
  return site === undefined || placement === undefined ? undefined : { site, placement };
}

export function buildSiteDiscount({ site, percentage }: Drafted<SiteDiscount>): SiteDiscount | undefined {
  return site === undefined || percentage === undefined ? undefined : { site, percentage };
}

export function buildPePoint({ organisation, pointType = '', points }: Drafted<PePoint>): PePoint | undefined {
  return organisation === undefined || points === undefined ? undefined : { organisation, pointType, points };
}

export function buildLtiParam({ key, value = '' }: Drafted<LtiParam>): LtiParam | undefined {
  return key === undefined ? undefined : { key, value };
}

function buildQuantity(value: string | undefined, unit: string | undefined): Quantity | undefined {
  return value === undefined || unit === undefined ? undefined : { value, unit };
}

function isCostType(type: string): type is AdditionalCostType {
  return (ADDITIONAL_COST_TYPES as readonly string[]).includes(type);
}
