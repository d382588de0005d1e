import fc from 'fast-check';
import {
  address,
  addressOrEmpty,
  all,
  amount,
  anything,
  count,
  filled,
  flag,
  listOf,
  mail,
  many,
  number,
  phrase,
  short,
  text,
  words,
} from './feed-parts.js';
import { element, type XmlElement } from './xml-tree.js';

const site = words('stork', 'alliander', 'vattenfall_nl', 'ns');
const unit = words('minutes', 'hours', 'days', 'weeks', 'months', 'years');
const time = words('', '09:30', '23:59', '00:00');
const vat = words('no', 'exempt');

const courseday = all('Courseday', {
  Date: words('2027-03-01', '2027-03-02'),
  Place: anything,
  Name: anything,
  StartTime: time,
  EndTime: time,
});

const startingDatePlace = fc
  .tuple(
    all(
      'StartingDatePlace',
      {
        Startdate: words('2027-03-01', '2027-02-28Z', '2027-03-01+01:00'),
        Place: anything,
        StartdateIsMonthOnly: flag,
        Enddate: words('2027-03-02', '2028-02-29', '2030-12-31-14:00'),
        EnddateIsMonthOnly: flag,
      },
      {
        MinNumberOfSeats: count,
        MaxNumberOfSeats: count,
        AvailableSeats: count,
        StartGuaranteed: flag,
        Schedule: many(courseday),
      },
    ),
    fc.uuid(),
  )
  .map(([start, id]) => ({ ...start, content: [...start.content, element('ID', id)] }));

const additionalCost = all(
  'AdditionalCost',
  {
    Type: words('lunch', 'registration fee', 'visa/permit', 'other'),
    Price: amount,
    VatIncluded: vat,
    VatAmount: amount,
    Mandatory: flag,
  },
  { TypeOther: short, PriceExemptAmount: amount, VATExemptAmount: amount },
);

const product = all(
  'Product',
  {
    Description: text(phrase.map((value) => `<p>${'Leer het vak in de praktijk. '.repeat(8)}</p>${value}`)),
    Images: listOf('ImageUrl', addressOrEmpty),
    VideoEmbed: addressOrEmpty,
    Language: words('nl', 'en', 'de'),
    Price: amount,
    VatIncluded: vat,
    VatAmount: amount,
    PricePeriod: words('all', 'yearly', 'monthly', 'daily'),
    AdditionalCosts: many(additionalCost),
    PriceComplete: words('true'),
    CourseType: words('course', 'educational program', 'opleiding'),
    Duration: number,
    DurationUnit: unit,
    WebAddress: address,
    ProductType: words('open', 'in-company', 'learning_bite', 'elearning'),
    AllowedSites: listOf('Go', site),
    PriceDiscounts: many(all('Discount', { Go: site, Percentage: words('25', '12.5') })),
    Moments: many(all('Moment', { Name: words('daytime', 'evening', 'saturday', 'sunday') })),
    StartingDatePlaces: many(startingDatePlace),
    customLtiParams: many(all('customLtiParam', { key: filled, value: anything })),
  },
  {
    PriceExemptAmount: amount,
    PriceAgreement: flag,
    PriceInfo: short,
    Trainers: many(all('Trainer', { Email: fc.oneof(mail, words('')) })),
    DurationAgreement: flag,
    Runtime: short,
    Completion: short,
    ExtraInstructionsAfterBooking: short,
    MaxParticipants: count,
    ParticipantsAgreement: flag,
    PdfBrochure: addressOrEmpty,
    ContactPerson: fc
      .tuple(all('ContactPerson', { Name: anything, Telephone: anything, EmailAddress: mail }))
      .map(([contact]) => contact.content),
    Regions: many(all('Region', { Country: anything, Name: anything })),
    Level: words('MBO', 'HBO+', 'A/AS Level', 'Universität / Master'),
    CrohoID: anything,
    CreboID: anything,
    Purpose: words('optimally_fit', 'preventive', 'back_to_work'),
    CostPlacements: many(all('CostPlacement', { Go: words('klm_vitality'), Placement: words('employer_pays') })),
    PePoints: many(all('PePoint', { Organisation: filled, PointType: anything, Points: number })),
  },
);

/** A feed of one to three products, as a tree. Every ID and name is another one. */
export const productFeeds: fc.Arbitrary<XmlElement> = fc
  .array(product, { minLength: 1, maxLength: 2 })
  .map((products) =>
    element(
      'Products',
      ...products.map((each, index) => ({
        ...each,
        content: [element('ID', `P-${index}`), ...each.content, element('Name', `Cursus ${index}`)],
      })),
    ),
  );
