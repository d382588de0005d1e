import { can } from '../../../access/can.js';
import { NO_IMPORT_COUNTS, type FeedImport, type ImportSession } from '../../../import/feed-import.js';
import type { Change } from '../../ports/change-port.js';
import type { WriteOptions } from '../../../call-options.js';
import type { NewImport } from '../../ports/import-port.js';
import { NEW_IMPORT } from '../../input/import-input.js';
import { parseInput } from '../../input/parse-input.js';
import { forbidden, invalid } from '../../refusals.js';
import type { WriteTables } from '../../store.js';
import { withTenant } from '../../tenant.js';
import type { UseCaseContext } from '../../use-case-context.js';
import { write } from '../../write.js';
import { expectNoneRuns, importChange, importResource, movedImport, UNAPPLIED } from './import-records.js';

/** How many imports of a kind are kept, with their steps and findings. */
const KEPT_IMPORTS = 100;
/** Percent of the products that may be deleted without anybody looking. */
const DEFAULT_MAX_DELETED_SHARE = 20;

/** Begins an import, ends those that have changed nothing yet, and forgets the oldest. */
export async function createImport(
  context: UseCaseContext,
  input: NewImport,
  options: WriteOptions,
): Promise<FeedImport> {
  const { actor } = context;
  const asked = withTenant(parseInput(NEW_IMPORT, input), actor.providerId);
  return write(context, { method: 'createImport', args: asked, options }, async (tables, now) => {
    if (!can(actor, 'import.create', importResource(asked))) throw forbidden('import.create');
    const session: ImportSession = {
      ...asked,
      id: asked.id ?? context.ids(),
      state: 'planning',
      options: { applyWhenPlanned: false, maxDeletedShare: DEFAULT_MAX_DELETED_SHARE, ...asked.options },
      startedAt: now,
      startedBy: actor.id,
      counts: NO_IMPORT_COUNTS,
      version: 1,
    };
    const others = { kind: session.kind, scope: { providerId: session.providerId ?? null } };
    const { items: applying } = await tables.imports.list({ ...others, state: 'applying', size: 1 });
    expectNoneRuns(applying[0]);
    if (await tables.imports.get(session.id)) throw invalid('id-taken', 'id', { id: session.id });
    const ended = await endUnapplied(tables, others, now);
    const { items: oldest } = await tables.imports.list({ ...others, offset: KEPT_IMPORTS - 1 });
    for (const { id } of oldest) await tables.imports.delete(id, 'import.forget');
    await tables.imports.put(session, 'import.create');
    return { result: { ...session, findings: [] }, changes: [...ended, importChange(session)] };
  });
}

/**
 * What they would do is reckoned from a feed that is no longer the last one. Whoever still plans hears it at the next step
 * to be written; nobody may be left to: a page that was closed.
 */
async function endUnapplied(
  { imports }: WriteTables,
  others: Parameters<WriteTables['imports']['list']>[0],
  finishedAt: string,
): Promise<readonly Change[]> {
  const { items } = await imports.list({ ...others, state: UNAPPLIED });
  const ended = items.map((session) => movedImport(session, { state: 'cancelled', finishedAt }));
  for (const session of ended) await imports.put(session, 'import.cancel');
  return ended.map(importChange);
}
