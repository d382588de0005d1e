import {
  array,
  boolean,
  enum as oneOf,
  int,
  maxLength,
  number,
  record,
  strictObject,
  string,
  union,
  unknown,
  type core,
} from 'zod/mini';
import type { ImportAction, ImportKind, PlanProgress } from '../../import/feed-import.js';
import type { Issue } from '../../issue.js';
import type { ApplyOptions, NewImport, NewImportStep, PlanResult } from '../ports/import-port.js';
import type { NamedProduct } from '../../product/comparable-name.js';
import { count, anyText, filledText, key, newKey, optional, link, rule } from './fields.js';

export const IMPORT_KINDS: readonly [ImportKind, ImportKind] = ['products', 'trainers'];
export const IMPORT_ACTIONS: readonly [ImportAction, ...ImportAction[]] = [
  'create',
  'update',
  'restore',
  'delete',
  'invite',
];
/** Steps that come in one batch. */
const MOST_STEPS = 500;

const share = number().check(rule((value) => value >= 0 && value <= 100, 'out-of-range'));

export const NEW_IMPORT: core.$ZodType<NewImport> = strictObject({
  id: optional(newKey),
  providerId: optional(key),
  kind: oneOf(IMPORT_KINDS),
  source: strictObject({
    kind: oneOf(['upload', 'url', 'local']),
    name: optional(anyText),
    url: optional(link),
    sha256: filledText,
    sizeBytes: count,
  }),
  options: optional(strictObject({ applyWhenPlanned: optional(boolean()), maxDeletedShare: optional(share) })),
});

/** More are chosen for all at once. */
const MOST_EXCEPTIONS = 1000;

export const NEW_IDS: core.$ZodType<Pick<ApplyOptions, 'newIds' | 'newIdExceptions'>> = strictObject({
  newIds: optional(oneOf(['keep', 'replace'])),
  newIdExceptions: optional(array(key).check(maxLength(MOST_EXCEPTIONS))),
});

export const IMPORT_STEPS: core.$ZodType<readonly NewImportStep[]> = array(
  strictObject({
    id: key,
    order: int(),
    name: anyText,
    action: oneOf(IMPORT_ACTIONS),
    // What a field held is whatever a product can hold.
    changes: array(strictObject({ path: anyText, from: optional(unknown()), to: optional(unknown()) })),
    line: optional(count),
  }),
).check(maxLength(MOST_STEPS));

const issue = {
  code: filledText,
  severity: oneOf(['error', 'warning']),
  path: anyText,
  line: optional(count),
  params: record(string(), union([string(), number()])),
};

export const NAMED_PRODUCTS: core.$ZodType<readonly NamedProduct[]> = array(
  strictObject({ id: key, name: anyText }),
).check(maxLength(MOST_STEPS));

export const ISSUE: core.$ZodType<Issue> = strictObject(issue);

export const PLAN_PROGRESS: core.$ZodType<PlanProgress> = strictObject({ readBytes: count, products: count });

export const PLAN_RESULT: core.$ZodType<PlanResult> = strictObject({
  counts: strictObject({
    products: count,
    before: count,
    create: count,
    update: count,
    unchanged: count,
    delete: count,
    restore: count,
    invite: count,
    newIds: count,
    errors: count,
    warnings: count,
    left: count,
  }),
  findings: array(strictObject({ ...issue, column: optional(count), recordId: optional(anyText) })),
  problem: optional(strictObject(issue)),
});
