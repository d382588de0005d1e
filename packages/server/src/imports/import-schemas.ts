import { z } from '@hono/zod-openapi';
import { count, flag, id, moment, pageOf, text, version } from '../http/schemas/fields.js';

const KINDS = ['products', 'trainers'] as const;
const STATES = ['planning', 'planned', 'held', 'applying', 'done', 'cancelled', 'failed'] as const;
const ACTIONS = ['create', 'update', 'restore', 'delete', 'invite'] as const;

export const importKind = z.enum(KINDS).openapi({ example: 'products' });
export const importState = z.enum(STATES);
export const importAction = z.enum(ACTIONS);

const share = z.number().openapi({ minimum: 0, maximum: 100, example: 20 });

const finding = z
  .object({
    code: text.openapi({ example: 'decimal-comma' }),
    severity: z.enum(['error', 'warning']),
    path: text,
    line: count.optional(),
    column: count.optional(),
    record_id: text.optional().openapi({ description: 'The product or trainer.' }),
    params: z.record(text, z.union([text, z.number()])),
    text: text.openapi({ description: 'In Dutch or English, as Accept-Language says.' }),
  })
  .openapi('FeedFinding');

const counts = z
  .object({
    products: count.openapi({ description: 'In the feed: products, or trainers.' }),
    before: count.openapi({ description: 'There before.' }),
    create: count,
    update: count,
    unchanged: count,
    delete: count,
    restore: count,
    invite: count,
    errors: count,
    warnings: count,
    left: count.openapi({ description: 'Not imported because of an error, and not deleted.' }),
    applied: count.openapi({ description: 'Steps that are done.' }),
  })
  .openapi('ImportCounts');

const session = {
  id,
  provider_id: text.optional(),
  kind: importKind,
  state: importState.openapi({
    description: '`held`: more would be deleted than its guard allows. Somebody looks, and applies it with `force`.',
  }),
  source: z.object({
    kind: z.enum(['upload', 'url', 'local']),
    name: text.optional(),
    url: text.optional(),
    sha256: text,
    size_bytes: count,
  }),
  options: z.object({ apply_when_planned: flag, max_deleted_share: share }),
  started_at: moment,
  started_by: text,
  planned_at: moment.optional(),
  finished_at: moment.optional(),
  counts,
  progress: z
    .object({
      read_bytes: count.openapi({ description: 'Of `source.size_bytes`.', example: 26_214_400 }),
      products: count.openapi({ description: 'So far: products, or trainers.', example: 8100 }),
    })
    .optional()
    .openapi({ description: 'While it is planned: how much of the feed was read. Told now and then.' }),
  problem: finding.optional().openapi({ description: 'Why it failed.' }),
  version,
};

export const feedImport = z
  .object({
    ...session,
    findings: z
      .array(finding)
      .optional()
      .openapi({ description: 'The first thousand. Left out where `findings=false` is asked for.' }),
  })
  .openapi('Import');
export const importPage = pageOf(z.object(session).openapi('ImportSession'), 'Imports');

const step = z
  .object({
    import_id: text,
    id: text.openapi({ description: 'The product’s id, or the trainer’s address.' }),
    order: count,
    name: text,
    action: importAction,
    changes: z
      .array(z.object({ path: text, from: z.unknown().optional(), to: z.unknown().optional() }))
      .openapi({ description: 'Fields with what they held and what they will hold. Long texts are cut.' }),
    line: count.optional(),
    done_at: moment.optional(),
  })
  .openapi('ImportStep');
export const importStepPage = pageOf(step, 'ImportSteps');

export const applyRequest = z
  .strictObject({ force: flag.optional().openapi({ description: 'Also when its guard holds it.' }) })
  .openapi('ApplyImport');

/** What a feed is sent with. */
export const uploadQuery = {
  apply: z.enum(['true', 'false']).optional().openapi({
    description: 'Apply the plan at once, when its guard allows. Default: look at it first.',
    example: 'false',
  }),
  max_deleted_share: z
    .string()
    .refine((word) => /^\d{1,3}(\.\d{1,3})?$/.test(word) && Number(word) <= 100, 'out-of-range')
    .transform(Number)
    .optional()
    .openapi({
      type: 'number',
      minimum: 0,
      maximum: 100,
      default: 20,
      description: 'At most this percentage of the products that are there may be deleted without anybody looking.',
      example: '20',
    }),
};
