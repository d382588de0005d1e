import type { Page } from '../../../call-options.js';
import type { EnrollmentCount } from '../../../enrollment/lists/count-enrollments.js';
import {
  previousIdOf,
  type ImportAction,
  type ImportCounts,
  type ImportSession,
  type ImportStep,
} from '../../../import/feed-import.js';
import { IMPORT_ACTIONS } from '../../input/import-input.js';
import { DEFAULT_PAGE_SIZE } from '../../input/query-input.js';
import type { ImportStepRowQuery, ReadTables } from '../../store.js';

type Tables = Pick<ReadTables, 'enrollments' | 'importSteps'>;

/** Steps that are looked at in one go. */
const BATCH = 500;
const OTHERS: readonly ImportAction[] = IMPORT_ACTIONS.filter((action) => action !== 'delete');

/** The steps as a person looks at them: deletions first, and with the enrollments that hang on what goes. */
export async function reviewSteps(
  tables: Tables,
  session: ImportSession,
  query: ImportStepRowQuery,
): Promise<Page<ImportStep>> {
  const { items, total } =
    query.action === undefined ? await deletionsFirst(tables, query) : await tables.importSteps.list(query);
  return { items: await withEnrollments(tables, session, items), total };
}

/** As two lists, each in the order of the work: every store has those. */
async function deletionsFirst({ importSteps }: Tables, query: ImportStepRowQuery): Promise<Page<ImportStep>> {
  const { offset = 0, size = DEFAULT_PAGE_SIZE } = query;
  const deletions = await importSteps.list({ ...query, action: 'delete' });
  const left = size - deletions.items.length;
  const rest = { ...query, action: OTHERS, offset: Math.max(0, offset - deletions.total), size: Math.max(1, left) };
  const others = await importSteps.list(rest);
  return {
    items: [...deletions.items, ...others.items.slice(0, left)],
    total: deletions.total + others.total,
  };
}

/** What hangs on the product that a step takes away, under the id that it has until then. */
async function withEnrollments(
  { enrollments }: Tables,
  session: ImportSession,
  steps: readonly ImportStep[],
): Promise<readonly ImportStep[]> {
  const goesOf = (step: ImportStep): string | undefined => (step.action === 'delete' ? step.id : previousIdOf(step));
  const isOpen = ({ doneAt }: ImportStep): boolean => session.kind === 'products' && doneAt === undefined;
  const productIds = steps.flatMap((step) => (isOpen(step) ? (goesOf(step) ?? []) : []));
  if (productIds.length === 0) return steps;
  const counts = new Map<string, EnrollmentCount>();
  const found = await enrollments.countByProduct({ providerId: session.providerId ?? null, productIds });
  for (const { productId, total, open } of found) counts.set(productId, { total, open });
  return steps.map((step) => {
    const id = isOpen(step) ? goesOf(step) : undefined;
    return id === undefined ? step : { ...step, enrollments: counts.get(id) ?? { total: 0, open: 0 } };
  });
}

/** What hangs on all that an import deletes. */
export async function enrollmentsAtStake(
  tables: Tables,
  session: ImportSession,
): Promise<Pick<ImportCounts, 'enrollments' | 'openEnrollments'>> {
  const { id: importId } = session;
  const stake = { enrollments: 0, openEnrollments: 0 };
  for (let afterOrder = -Infinity; ;) {
    const isFirst = afterOrder === -Infinity;
    const page = { importId, action: 'delete', size: BATCH, ...(!isFirst && { afterOrder }) } as const;
    const { items } = await tables.importSteps.list(page);
    for (const { enrollments } of await withEnrollments(tables, session, items)) {
      stake.enrollments += enrollments?.total ?? 0;
      stake.openEnrollments += enrollments?.open ?? 0;
    }
    afterOrder = items.at(-1)?.order ?? afterOrder;
    if (items.length < BATCH) return stake;
  }
}
