import { z, type OpenAPIHono } from '@hono/zod-openapi';
import { EXAMPLE_BOOKING } from '../bookings/booking-example.js';
import { booking } from '../bookings/booking-schemas.js';
import { certificate } from '../certificates/certificate-schemas.js';
import { certification } from '../certifications/certification-schemas.js';
import type { AppEnv } from '../http/app-env.js';
import { issueCode } from '../http/issue-codes.js';
import { count, email, flag, link, moment, pageOf, text, version } from '../http/schemas/fields.js';
import { importSession } from '../imports/import-schemas.js';
import { product } from '../products/product-schemas.js';
import { trainer } from '../trainers/trainer-schemas.js';
import { EVENT_TYPES, kindOf, type EventType, type WireKind } from './event-types.js';

const MOST_DESCRIPTION_CHARS = 200;
const types = z.enum(EVENT_TYPES as [EventType, ...EventType[]]);

const settings = {
  url: link.openapi({
    description: 'Must begin with https://, must not contain a user name, and must be on the public internet.',
    example: 'https://crm.example.nl/enrollkit',
  }),
  description: text
    .max(MOST_DESCRIPTION_CHARS)
    .default('')
    .openapi({ maxLength: MOST_DESCRIPTION_CHARS, description: 'For yourself.' }),
  email: email
    .refine((value) => /^[^\s@<>"(),:;]+@[^\s@<>"(),:;]+$/.test(value), issueCode('email-invalid'))
    .nullable()
    .default(null)
    .openapi({ description: 'Who is mailed when the server switches the webhook off. null: nobody in particular.' }),
  types: z
    .array(types)
    .min(1)
    .max(EVENT_TYPES.length)
    .nullable()
    .default(null)
    .openapi({ description: 'Which events are sent. null: all, also those that newer versions add.' }),
  enabled: flag.default(true),
};

export const webhookInput = z.strictObject(settings).openapi('WebhookInput');
export const webhookPatch = z
  .strictObject({
    url: settings.url.optional(),
    description: settings.description.unwrap().optional(),
    email: settings.email.unwrap().optional(),
    types: settings.types.unwrap().optional(),
    enabled: flag.optional(),
  })
  .openapi('WebhookPatch');

const problem = z.object({ code: text, text });
const kept = {
  id: text,
  ...settings,
  types: z.array(text).nullable(),
  failures: count.openapi({ description: 'Attempts that failed since the last one that succeeded.' }),
  succeeded_at: moment.optional(),
  disabled_at: moment.optional().openapi({ description: 'When the server switched it off.' }),
  problem: problem.optional().openapi({ description: 'Why the server switched it off.' }),
  old_secret_until: moment.optional().openapi({ description: 'Until then the secret before the last one signs too.' }),
  created_at: moment,
  version,
};
export const webhook = z.object(kept).openapi('Webhook');
export const webhookPage = pageOf(webhook, 'Webhooks');
const secret = text.openapi({
  description: 'Verifies what is sent. Shown only now: it can’t be read back.',
  example: 'whsec_bm90IGEgc2VjcmV0LCBqdXN0IGFuIGV4YW1wbGUhISE=',
});
export const newWebhook = z.object({ ...kept, secret }).openapi('NewWebhook');

export const secretRotation = z
  .strictObject({
    overlap_hours: z.number().int().min(0).max(168).default(24).openapi({
      description: 'How long both secrets sign, so that receivers can switch. 0 if the old one has leaked.',
    }),
  })
  .openapi('WebhookSecretRotation');

export const deliveryState = z.enum(['waiting', 'delivered', 'failed']);
export const delivery = z
  .object({
    event_id: text.openapi({
      description: 'Sent as `webhook-id`. The same each time: use it to recognize what arrives twice.',
    }),
    type: text.openapi({ example: 'booking.created' }),
    record_id: text,
    at: moment.openapi({ description: 'When it happened.' }),
    state: deliveryState,
    attempts: count,
    attempted_at: moment.optional(),
    next_at: moment.optional().openapi({ description: 'When it is sent, or sent again.' }),
    status: z.number().int().optional().openapi({ description: 'The HTTP status of the last answer.' }),
    problem: problem.optional().openapi({ description: 'Why the last attempt failed.' }),
  })
  .openapi('WebhookDelivery');
export const deliveryPage = pageOf(delivery, 'WebhookDeliveries');

export const recovery = z
  .strictObject({
    since: z.string().openapi({
      format: 'date-time',
      description: 'No longer ago than events are kept: 30 days, unless the server is set otherwise.',
    }),
    all: flag.default(false).openapi({ description: 'Also what was delivered.' }),
  })
  .openapi('WebhookRecovery');
export const recovered = z
  .object({
    queued: count.openapi({ description: 'Number of events that are sent.' }),
    next_since: moment.optional().openapi({ description: 'There may be more: ask again with this as `since`.' }),
  })
  .openapi('WebhookRecovered');

export const EXAMPLE_INPUT = {
  url: 'https://crm.example.nl/enrollkit',
  description: 'CRM',
  email: 'ict@example.nl',
  types: ['booking.created', 'booking.status_changed'],
  enabled: true,
};
export const EXAMPLE_WEBHOOK = {
  ...EXAMPLE_INPUT,
  id: '0198c5b2-6a3c-7d4e-8f5a-1b2c3d4e5f60',
  failures: 0,
  created_at: '2026-08-20T10:00:00.000Z',
  version: 1,
};
export const EXAMPLE_SECRET = 'whsec_bm90IGEgc2VjcmV0LCBqdXN0IGFuIGV4YW1wbGUhISE=';
export const EXAMPLE_DELIVERY = {
  event_id: '0198c5b2-7b4d-7e5f-9a6b-2c3d4e5f6071',
  type: 'booking.created',
  record_id: 'b-1001',
  at: '2026-08-20T10:00:00.000Z',
  state: 'delivered',
  attempts: 1,
  attempted_at: '2026-08-20T10:00:01.000Z',
  status: 204,
};

/** The record of each kind, as `GET` answers it. */
const RECORDS: Readonly<Record<WireKind, z.ZodType>> = {
  booking,
  certificate,
  certification,
  product,
  trainer,
  import: importSession,
};

/** What receivers are sent, for the documentation: one for each kind of record. */
export function registerWebhooks({ openAPIRegistry: registry }: OpenAPIHono<AppEnv>): void {
  for (const [kind, record] of Object.entries(RECORDS) as [WireKind, z.ZodType][]) {
    const own = EVENT_TYPES.filter((type) => kindOf(type) === kind) as [EventType, ...EventType[]];
    const schema = z.object({
      type: z.enum(own),
      timestamp: moment.openapi({ description: 'When it happened.' }),
      data: z.object({
        kind: z.literal(kind),
        id: text,
        provider_id: text.optional(),
        ...(kind === 'certificate' && { booking_id: text.optional() }),
        record: record.nullable().openapi({ description: 'As it is when this is sent. null: it is gone.' }),
      }),
    });
    const [type] = own;
    const data = { kind, id: 'b-1001', record: EXAMPLE_BOOKING };
    registry.registerWebhook({
      method: 'post',
      path: kind,
      operationId: `on${kind[0]?.toUpperCase()}${kind.slice(1)}`,
      summary: `Something happened to a ${kind}`,
      description: `One of ${own.map((name) => `\`${name}\``).join(', ')}. Signed as Standard Webhooks say.`,
      tags: ['Webhooks'],
      request: {
        body: {
          required: true,
          content: {
            'application/json': {
              schema,
              ...(kind === 'booking' && { example: { type, timestamp: EXAMPLE_BOOKING.created_at, data } }),
            },
          },
        },
      },
      responses: {
        204: { description: 'Any status from 200 to 299 says that you have it' },
        410: { description: 'You no longer exist: nothing more is sent' },
      },
    });
  }
}
