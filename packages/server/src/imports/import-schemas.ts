import { LOCALES } from '@enrollkit/core';
import { z } from '@hono/zod-openapi';
import { issueCode } from '../http/issue-codes.js';
import { count, flag, id, moment, pageOf, text, version } from '../http/schemas/fields.js';

const KINDS = ['products', 'trainers'] as const;
const STATES = ['planning', 'planned', 'held', 'applying', 'done', 'cancelled', 'failed'] as const;
const ACTIONS = ['create', 'update', 'restore', 'delete', 'invite'] as const;

export const importKind = z.enum(KINDS).openapi({ example: 'products' });
export const importState = z.enum(STATES);
export const importAction = z.enum(ACTIONS);

const newIds = z.enum(['keep', 'replace']).openapi({
  description:
    'What becomes of products under a new id: `keep` their bookings, certifications and history (this is the default), or ' +
    '`replace` them: delete the old product and create a new one.',
  example: 'keep',
});
const newIdExceptions = z.array(text).openapi({
  description: 'The new ids of products for which the other choice of `new_ids` holds. At most a thousand.',
  example: ['prince2-2027'],
});
const share = z.number().openapi({ minimum: 0, maximum: 100, example: 20 });

export const finding = z
  .object({
    code: text.openapi({ example: 'decimal-comma' }),
    severity: z.enum(['error', 'warning']),
    path: text,
    line: count.optional(),
    column: count.optional(),
    record_id: text.optional().openapi({ description: 'Id of the product, or email address of the trainer.' }),
    params: z.record(text, z.union([text, z.number()])),
    text: text.openapi({ description: `In the language that \`Accept-Language\` asks for: ${LOCALES.join(', ')}.` }),
  })
  .openapi('FeedFinding');

const counts = z
  .object({
    products: count.openapi({ description: 'Products or trainers in the feed.' }),
    before: count.openapi({ description: 'Products or trainers before this import.' }),
    create: count,
    update: count,
    unchanged: count,
    delete: count,
    restore: count,
    invite: count,
    new_ids: count.openapi({
      description:
        'Of what is created: products that seem to be the same under a new id. Their step has the change `id`, and they are ' +
        'not deleted.',
    }),
    errors: count,
    warnings: count,
    left: count.openapi({ description: 'Left as they were: not imported because of an error, and not deleted.' }),
    applied: count.openapi({ description: 'Steps that have been done.' }),
    enrollments: count.openapi({
      description: 'Bookings of the products that it deletes, counted when it was planned.',
      example: 14,
    }),
    open_enrollments: count.openapi({
      description: 'Of those: neither over (completed, not passed, no-show) nor cancelled, declined or withdrawn.',
      example: 3,
    }),
  })
  .openapi('ImportCounts');

const session = {
  id,
  provider_id: text.optional(),
  kind: importKind,
  state: importState.openapi({
    description:
      '`held` means that the import would delete more than `max_deleted_share` allows, or that products have new ids and ' +
      'somebody must look before it is applied. Check it, and apply it with `force` if it is right.',
  }),
  source: z.object({
    kind: z.enum(['upload', 'url', 'local']),
    name: text.optional(),
    url: text.optional(),
    sha256: text,
    size_bytes: count,
  }),
  options: z.object({
    apply_when_planned: flag,
    max_deleted_share: share,
    new_ids: newIds.optional(),
    new_id_exceptions: newIdExceptions.optional(),
  }),
  started_at: moment,
  started_by: text,
  planned_at: moment.optional(),
  finished_at: moment.optional(),
  counts,
  progress: z
    .object({
      read_bytes: count.openapi({ description: 'Bytes read so far, out of `source.size_bytes`.', example: 26_214_400 }),
      products: count.openapi({ description: 'Products or trainers read so far.', example: 8100 }),
    })
    .optional()
    .openapi({
      description: 'How far the feed has been read, while the import is being planned. Updated every now and then.',
    }),
  problem: finding.optional().openapi({ description: 'Something that was found in a feed, or why an import failed.' }),
  version,
};

export const feedImport = z
  .object({
    ...session,
    findings: z
      .array(finding)
      .optional()
      .openapi({ description: 'At most the first thousand. Left out if you ask for `findings=false`.' }),
  })
  .openapi('Import');
export const importSession = z.object(session).openapi('ImportSession');
export const importPage = pageOf(importSession, 'Imports');

const step = z
  .object({
    import_id: text,
    id: text.openapi({ description: 'Id of the product, or email address of the trainer.' }),
    order: count,
    name: text,
    action: importAction,
    changes: z
      .array(z.object({ path: text, from: z.unknown().optional(), to: z.unknown().optional() }))
      .openapi({ description: 'The fields that change, with their old and new values. Long texts are shortened.' }),
    line: count.optional(),
    done_at: moment.optional(),
    enrollments: z
      .object({ total: count, open: count })
      .optional()
      .openapi({ description: 'Bookings of a product that is deleted or gets a new id, and how many are still open.' }),
  })
  .openapi('ImportStep');
export const importStepPage = pageOf(step, 'ImportSteps');

export const applyRequest = z
  .strictObject({
    force: flag.optional().openapi({ description: 'Apply it even if it is held.' }),
    new_ids: newIds.optional(),
    new_id_exceptions: newIdExceptions.optional(),
  })
  .openapi('ApplyImport');

/** What a feed is sent with. */
export const uploadQuery = {
  apply: z
    .enum(['true', 'false'])
    .optional()
    .openapi({
      description:
        'Apply the plan right away, unless it would delete more than `max_deleted_share` allows. If you leave it out, ' +
        'the plan waits for you.',
      example: 'false',
    }),
  max_deleted_share: z
    .string()
    .refine((word) => /^\d{1,3}(\.\d{1,3})?$/.test(word) && Number(word) <= 100, issueCode('out-of-range'))
    .transform(Number)
    .optional()
    .openapi({
      type: 'number',
      minimum: 0,
      maximum: 100,
      default: 20,
      description:
        'The percentage of current products that may be deleted without a check. An import that would delete more is ' +
        'held.',
      example: '20',
    }),
};
