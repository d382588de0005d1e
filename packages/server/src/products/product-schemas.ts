import { z } from '@hono/zod-openapi';
import {
  ADDITIONAL_COST_TYPES,
  type AdditionalCost,
  type ContactPerson,
  type CostPlacement,
  type CourseDay,
  type CoursePrice,
  type LtiParam,
  type PePoint,
  type Product,
  type PublicTrainer,
  type Quantity,
  type Region,
  type SiteDiscount,
  type StartingDate,
  type StartState,
  type StoredProduct,
} from '@enrollkit/core';
import {
  count,
  day,
  flag,
  link,
  longText,
  moment,
  pageOf,
  text,
  version,
  type WireFields,
} from '../http/schemas/fields.js';
import { finding } from '../imports/import-schemas.js';

const cents = count.openapi({ description: 'In euro cents.', example: 39900 });
const vat = z.enum(['excluded', 'included', 'exempt']);
const quantity = z.strictObject({
  value: text.openapi({ example: '2.5' }),
  unit: text.openapi({ example: 'days' }),
} satisfies WireFields<Quantity>);

const price = z
  .strictObject({
    amount_minor: cents,
    vat,
    vat_minor: cents
      .optional()
      .openapi({ description: 'The amount of VAT in euro cents, not the rate.', example: 8379 }),
    exempt_amount_minor: cents.optional(),
    period: z.enum(['all', 'yearly', 'monthly', 'daily']),
    on_request: flag.optional(),
    complete: flag.openapi({ description: 'Whether the costs that everybody must pay are all listed.' }),
  } satisfies WireFields<CoursePrice>)
  .openapi('CoursePrice');

const additionalCost = z
  .strictObject({
    id: text,
    type: z.enum(ADDITIONAL_COST_TYPES),
    type_other: text.optional(),
    amount_minor: cents,
    vat,
    vat_minor: cents.optional(),
    exempt_amount_minor: cents.optional(),
    exempt_vat_minor: cents.optional(),
    mandatory: flag,
  } satisfies WireFields<AdditionalCost>)
  .openapi('AdditionalCost');

const courseDay = z.strictObject({
  id: text.optional(),
  date: day,
  place: text,
  name: text,
  start_time: text.optional().openapi({ example: '09:00' }),
  end_time: text.optional(),
} satisfies WireFields<CourseDay>);

const startingDate = z
  .strictObject({
    id: text.optional(),
    start_date: day,
    start_date_is_month_only: flag,
    end_date: day.optional(),
    end_date_is_month_only: flag,
    place: text,
    min_seats: count.optional(),
    max_seats: count.optional(),
    available_seats: count.optional().openapi({ description: '0 means that it takes no more bookings.' }),
    start_guaranteed: flag.optional(),
    schedule: z.array(courseDay),
  } satisfies WireFields<StartingDate>)
  .openapi('StartingDate');

const single = {
  id: text.openapi({ example: 'prince2' }),
  provider_id: text.optional(),
  name: text.openapi({ example: 'PRINCE2 Foundation in three days' }),
  description: longText.openapi({
    description: 'HTML with the tags that feeds may have; others are left out when it is stored.',
  }),
  video_url: link.optional(),
  language: text.openapi({ example: 'nl' }),
  product_type: text.openapi({ example: 'open' }),
  course_type: text.openapi({ example: 'training' }),
  price: price.optional(),
  price_info: longText.optional(),
  duration: quantity.optional(),
  duration_by_agreement: flag.optional(),
  study_load: quantity.optional(),
  runtime: longText.optional(),
  completion: longText.optional(),
  extra_instructions_after_booking: longText.optional(),
  max_participants: count.optional(),
  participants_by_agreement: flag.optional(),
  web_address: link.optional(),
  pdf_brochure_url: link.optional(),
  contact_person: z
    .strictObject({ name: text, telephone: text, email: text } satisfies WireFields<ContactPerson>)
    .optional(),
  level: longText.optional(),
  croho_id: text.optional(),
  crebo_id: text.optional(),
  purpose: longText.optional(),
};

const lists = {
  image_urls: z.array(link),
  additional_costs: z.array(additionalCost),
  discounts: z.array(
    z.strictObject({ site: text, percentage: text.openapi({ example: '12.5' }) } satisfies WireFields<SiteDiscount>),
  ),
  trainer_emails: z.array(text),
  allowed_sites: z.array(text),
  regions: z.array(z.strictObject({ country: text, name: text } satisfies WireFields<Region>)),
  cost_placements: z.array(z.strictObject({ site: text, placement: text } satisfies WireFields<CostPlacement>)),
  pe_points: z.array(
    z.strictObject({ organisation: text, point_type: text, points: text } satisfies WireFields<PePoint>),
  ),
  moments: z.array(text),
  starting_dates: z.array(startingDate),
  lti_params: z.array(z.strictObject({ key: text, value: text } satisfies WireFields<LtiParam>)),
};

/** What the server says about a product and nobody else. */
const kept = {
  state: z.enum(['active', 'deleted']),
  certification_ids: z.array(text),
  start_states: z
    .array(
      z.strictObject({
        starting_date_id: text,
        cancellation_announced_at: moment.optional(),
        cancelled_at: moment.optional(),
        seats_left: count
          .optional()
          .openapi({ description: 'What is left right now. Only when one product is read, and when a limit is set.' }),
      } satisfies WireFields<StartState>),
    )
    .openapi({ description: 'What is known of starting dates besides what was published.' }),
  trainers: z
    .array(
      z.strictObject({
        name: text,
        bio: longText.optional(),
        photo_url: link.optional(),
        web_address: link.optional(),
        linked_in: link.optional(),
      } satisfies WireFields<PublicTrainer>),
    )
    .optional()
    .openapi({ description: 'Who gives the course: trainers who confirmed their profile.' }),
  linked_trainers: z.array(text).optional().openapi({
    description: 'Addresses of trainers who asked to be shown with it and were accepted; not for visitors.',
  }),
  start_regions: z
    .array(z.strictObject({ country: text, name: text } satisfies WireFields<Region>))
    .optional()
    .openapi({ description: 'Provinces of the places of its starts. With starts, these count and not `regions`.' }),
  published_at: moment.optional().openapi({ description: 'When this data came in.' }),
  allowed: z
    .array(z.enum(['enrollment.create']))
    .optional()
    .openapi({ description: 'What this credential may do with the product: book it. Only when one product is read.' }),
  version,
} satisfies WireFields<Omit<StoredProduct, keyof Product>>;

const fields = { ...single, ...lists } satisfies WireFields<Product>;

export const product = z.object({ ...fields, ...kept }).openapi('Product');

const findings = z.array(finding).optional().openapi({
  description:
    'What to look at in the product that was sent. Only in the answer to sending it, and only if there is anything.',
});
/** A product as it was sent just now. */
export const writtenProduct = product.extend({ findings }).openapi('WrittenProduct');
export const productPage = pageOf(product, 'Products');

/** An empty list needn't be sent. */
const optionalLists = {
  image_urls: lists.image_urls.default([]),
  additional_costs: lists.additional_costs.default([]),
  discounts: lists.discounts.default([]),
  trainer_emails: lists.trainer_emails.default([]),
  allowed_sites: lists.allowed_sites.default([]),
  regions: lists.regions.default([]),
  cost_placements: lists.cost_placements.default([]),
  pe_points: lists.pe_points.default([]),
  moments: lists.moments.default([]),
  starting_dates: z
    .array(startingDate.extend({ schedule: startingDate.shape.schedule.default([]) }).openapi('StartingDateInput'))
    .default([]),
  lti_params: lists.lti_params.default([]),
} satisfies Record<keyof typeof lists, z.ZodType>;

/** A whole product. What was read can be put back: `state`, `certification_ids`, `start_states`, `trainers`, `linked_trainers`, `start_regions`, `published_at`, `allowed`, `findings` and `version` are not looked at. */
export const productInput = z
  .strictObject({
    ...single,
    id: single.id.optional().openapi({ description: 'Optional. If you send it, it must equal the id in the path.' }),
    ...optionalLists,
    state: kept.state.optional(),
    certification_ids: kept.certification_ids.optional(),
    start_states: kept.start_states.optional(),
    trainers: kept.trainers,
    linked_trainers: kept.linked_trainers,
    start_regions: kept.start_regions,
    published_at: kept.published_at,
    allowed: kept.allowed,
    findings,
    version: kept.version.optional(),
  })
  .openapi('ProductInput');

export const certificationLinks = z
  .strictObject({ certification_ids: z.array(text).openapi({ example: ['prince2-foundation'] }) })
  .openapi('CertificationLinks');
