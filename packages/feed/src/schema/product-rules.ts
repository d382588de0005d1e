import {
  ADDITIONAL_COST_TYPES,
  type ContactPerson,
  type CostPlacement,
  type LtiParam,
  type PePoint,
  type Region,
  type SiteDiscount,
} from '@enrollkit/core';
import {
  buildAdditionalCost,
  buildContactPerson,
  buildCostPlacement,
  buildCourseDay,
  buildLtiParam,
  buildPePoint,
  buildProduct,
  buildRegion,
  buildSiteDiscount,
  buildStartingDate,
  excusesInCompany,
  type CostDraft,
  type CourseDayDraft,
  type ProductDraft,
  type StartingDateDraft,
} from './build-product.js';
import { itemRule, rulesFor, type ElementRule } from './element-rule.js';
import * as words from './schema-words.js';
import { amount } from './amount-reader.js';
import { calendarDay, timeOfDay } from './date-readers.js';
import { decimal, percentage, wholeNumber } from './number-readers.js';
import { emailAddress, site, text } from './value-reader.js';
import type { Drafted } from './with-given.js';
import { language } from './language-reader.js';
import { oneOf, orNewer, preferably, trueOrFalse, vatTreatment } from './word-readers.js';

const course = rulesFor<ProductDraft>();
const cost = rulesFor<CostDraft>();
const contact = rulesFor<Drafted<ContactPerson>>();
const region = rulesFor<Drafted<Region>>();
const placement = rulesFor<Drafted<CostPlacement>>();
const discount = rulesFor<Drafted<SiteDiscount>>();
const pePoint = rulesFor<Drafted<PePoint>>();
const start = rulesFor<StartingDateDraft>();
const day = rulesFor<CourseDayDraft>();
const lti = rulesFor<Drafted<LtiParam>>();

const productType = orNewer(
  words.NEWER_PRODUCT_TYPE,
  preferably(words.PRODUCT_TYPES, 'unknown-value', words.PRODUCT_TYPE_SPELLINGS),
);

/**
 * The product feed: every element, what the schema wants of it, and the property of core's `Product` it ends up in.
 * Adding an element is adding a line. Source: domain.md section 4, XSD.
 */
export const PRODUCT_RULE: ElementRule = itemRule(
  'Product',
  buildProduct,
  [
    course.value('ID', 'required', 'id', text),
    course.value('Name', 'required', 'name', text),
    course.value('Description', 'required', 'description', text),
    course.wrapper('Images', 'present', [course.value('ImageUrl', 'optional', 'imageUrls', text, { many: true })]),
    course.value('VideoEmbed', 'present', 'videoUrl', text),
    course.value('Language', 'required', 'language', language),
    course.value('Price', 'required', 'amountMinor', amount, { path: 'price.amountMinor' }),
    course.value('VatIncluded', 'required', 'vat', vatTreatment, { path: 'price.vat' }),
    // Required unless exempt: calculating the price sees both.
    course.value('VatAmount', 'optional', 'vatMinor', amount, { path: 'price.vatMinor' }),
    course.value('PriceExemptAmount', 'optional', 'exemptAmountMinor', amount, { path: 'price.exemptAmountMinor' }),
    course.value('PricePeriod', 'required', 'period', oneOf(words.PRICE_PERIODS, words.PRICE_PERIOD_SPELLINGS), {
      path: 'price.period',
    }),
    course.value('PriceAgreement', 'optional', 'onRequest', trueOrFalse, { path: 'price.onRequest' }),
    course.wrapper('AdditionalCosts', 'present', [
      course.record('AdditionalCost', 'optional', 'additionalCosts', buildAdditionalCost, [
        cost.value(
          'Type',
          'required',
          'type',
          preferably(ADDITIONAL_COST_TYPES, 'unknown-value', words.COST_TYPE_SPELLINGS),
        ),
        cost.value('TypeOther', 'optional', 'typeOther', text),
        cost.value('Price', 'required', 'amountMinor', amount),
        cost.value('VatIncluded', 'required', 'vat', vatTreatment),
        cost.value('VatAmount', 'present', 'vatMinor', amount),
        cost.value('PriceExemptAmount', 'optional', 'exemptAmountMinor', amount),
        cost.value('VATExemptAmount', 'optional', 'exemptVatMinor', amount),
        cost.value('Mandatory', 'required', 'mandatory', trueOrFalse),
      ]),
    ]),
    course.value('PriceComplete', 'required', 'complete', trueOrFalse, { path: 'price.complete' }),
    course.value('PriceInfo', 'optional', 'priceInfo', text),
    course.wrapper('Trainers', 'optional', [
      course.wrapper(
        'Trainer',
        'optional',
        [course.value('Email', 'present', 'trainerEmails', text, { many: true, repeats: false })],
        {
          many: true,
        },
      ),
    ]),
    course.value(
      'CourseType',
      'required',
      'courseType',
      preferably(words.COURSE_TYPES, 'unknown-value', words.COURSE_TYPE_SPELLINGS),
    ),
    course.value('Duration', 'required', 'duration', decimal, { path: 'duration.value' }),
    course.value(
      'DurationUnit',
      'required',
      'durationUnit',
      oneOf(words.DURATION_UNITS, words.DURATION_UNIT_SPELLINGS),
      { path: 'duration.unit' },
    ),
    course.value('DurationAgreement', 'optional', 'durationByAgreement', trueOrFalse),
    course.value('StudyLoad', 'optional', 'studyLoad', decimal, { path: 'studyLoad.value', newer: true }),
    course.value(
      'StudyLoadUnit',
      'optional',
      'studyLoadUnit',
      oneOf(words.DURATION_UNITS, words.DURATION_UNIT_SPELLINGS),
      {
        path: 'studyLoad.unit',
        newer: true,
      },
    ),
    course.value('Runtime', 'optional', 'runtime', text),
    course.value('Completion', 'optional', 'completion', text),
    course.value('ExtraInstructionsAfterBooking', 'optional', 'extraInstructionsAfterBooking', text),
    course.value('MaxParticipants', 'optional', 'maxParticipants', wholeNumber),
    course.value('ParticipantsAgreement', 'optional', 'participantsByAgreement', trueOrFalse),
    course.value('WebAddress', 'required', 'webAddress', text),
    course.value('PdfBrochure', 'optional', 'pdfBrochureUrl', text),
    course.record(
      'ContactPerson',
      'optional',
      'contactPerson',
      buildContactPerson,
      [
        contact.value('Name', 'present', 'name', text),
        contact.value('Telephone', 'present', 'telephone', text),
        contact.value('EmailAddress', 'present', 'email', emailAddress),
      ],
      { many: false },
    ),
    course.value('ProductType', 'required', 'productType', productType),
    course.wrapper('AllowedSites', 'present', [course.value('Go', 'optional', 'allowedSites', site, { many: true })]),
    course.wrapper('Regions', 'optional', [
      course.record('Region', 'optional', 'regions', buildRegion, [
        region.value('Country', 'present', 'country', text),
        region.value('Name', 'present', 'name', text),
      ]),
    ]),
    course.value('Level', 'optional', 'level', preferably(words.LEVELS, 'unlisted-value')),
    course.value('CrohoID', 'optional', 'crohoId', text),
    course.value('CreboID', 'optional', 'creboId', text),
    course.value('Purpose', 'optional', 'purpose', preferably(words.PURPOSES, 'unlisted-value')),
    course.wrapper('CostPlacements', 'optional', [
      course.record('CostPlacement', 'optional', 'costPlacements', buildCostPlacement, [
        placement.value('Go', 'required', 'site', site),
        placement.value('Placement', 'required', 'placement', preferably(words.PLACEMENTS, 'unlisted-value')),
      ]),
    ]),
    course.wrapper('PriceDiscounts', 'present', [
      course.record('Discount', 'optional', 'discounts', buildSiteDiscount, [
        discount.value('Go', 'required', 'site', site),
        discount.value('Percentage', 'required', 'percentage', percentage),
      ]),
    ]),
    course.wrapper('PePoints', 'optional', [
      course.record(
        'PePoint',
        'optional',
        'pePoints',
        buildPePoint,
        [
          pePoint.value('Organisation', 'required', 'organisation', text),
          pePoint.value('PointType', 'present', 'pointType', text),
          pePoint.value('Points', 'required', 'points', decimal),
        ],
        { isConfined: true },
      ),
    ]),
    course.wrapper('Moments', 'present', [
      course.wrapper(
        'Moment',
        'optional',
        [
          course.value(
            'Name',
            'required',
            'moments',
            preferably(words.MOMENTS, 'unlisted-value', words.MOMENT_SPELLINGS),
            {
              many: true,
              repeats: false,
            },
          ),
        ],
        { many: true },
      ),
    ]),
    course.wrapper('StartingDatePlaces', 'present', [
      course.record(
        'StartingDatePlace',
        'optional',
        'startingDates',
        buildStartingDate,
        [
          start.value('ID', 'optional', 'id', text),
          start.value('Startdate', 'required', 'startDate', calendarDay),
          start.value('Place', 'present', 'place', text),
          start.value('StartdateIsMonthOnly', 'required', 'startDateIsMonthOnly', trueOrFalse),
          start.value('Enddate', 'required', 'endDate', calendarDay),
          start.value('EnddateIsMonthOnly', 'required', 'endDateIsMonthOnly', trueOrFalse),
          start.value('MinNumberOfSeats', 'optional', 'minSeats', wholeNumber),
          start.value('MaxNumberOfSeats', 'optional', 'maxSeats', wholeNumber),
          start.value('AvailableSeats', 'optional', 'availableSeats', wholeNumber),
          start.value('StartGuaranteed', 'optional', 'startGuaranteed', trueOrFalse),
          start.wrapper('Schedule', 'optional', [
            start.record(
              'Courseday',
              'optional',
              'schedule',
              buildCourseDay,
              [
                day.value('ID', 'optional', 'id', text, { newer: true }),
                day.value('Date', 'required', 'date', calendarDay),
                day.value('Place', 'present', 'place', text),
                day.value('Name', 'present', 'name', text),
                day.value('StartTime', 'present', 'startTime', timeOfDay),
                day.value('EndTime', 'present', 'endTime', timeOfDay),
              ],
              { isConfined: true },
            ),
          ]),
        ],
        { isConfined: true },
      ),
    ]),
    course.wrapper('customLtiParams', 'present', [
      course.record('customLtiParam', 'optional', 'ltiParams', buildLtiParam, [
        lti.value('key', 'required', 'key', text),
        lti.value('value', 'present', 'value', text),
      ]),
    ]),
  ],
  excusesInCompany,
);
