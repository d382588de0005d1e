import { can } from '../../../access/can.js';
import { throwIfAborted } from '../../../abort.js';
import type { ImportSessionPort } from '../../ports/import-port.js';
import { parseInput } from '../../input/parse-input.js';
import { NEW_IDS } from '../../input/import-input.js';
import { DEFAULT_PAGE_SIZE, IMPORT_QUERY, IMPORT_STEP_QUERY } from '../../input/query-input.js';
import { invalid } from '../../refusals.js';
import { tenantOf } from '../../tenant.js';
import { presentMoment, type UseCaseContext } from '../../use-case-context.js';
import { reviewSteps } from './import-review.js';
import { settleDueEnrollments } from '../bookings/settle-due-enrollments.js';
import {
  expectState,
  importResource,
  loadImport,
  moveImport,
  RUNNING,
  WAITING,
  withFindings,
} from './import-records.js';

/** The use cases about imports that a person asks for. */
export function importUseCases(context: UseCaseContext): ImportSessionPort {
  const { store, actor, scope } = context;

  return {
    async getImport(id, options = {}) {
      throwIfAborted(options.signal);
      return store.read(async (tables) =>
        withFindings(tables, await loadImport(tables, context, { id, action: 'import.read' })),
      );
    },

    async listImports(query = {}, options = {}) {
      const asked = parseInput(IMPORT_QUERY, query);
      throwIfAborted(options.signal);
      if (!scope || !can(actor, 'import.read', importResource(tenantOf(actor)))) return { items: [], total: 0 };
      return store.read(({ imports }) => imports.list({ size: DEFAULT_PAGE_SIZE, ...asked, scope }));
    },

    async listImportSteps(id, query = {}, options = {}) {
      const asked = parseInput(IMPORT_STEP_QUERY, query);
      throwIfAborted(options.signal);
      // What is open is counted by statuses.
      if (asked.forReview) await settleDueEnrollments(context, presentMoment(context));
      return store.read(async (tables) => {
        const session = await loadImport(tables, context, { id, action: 'import.read' });
        const { forReview, ...query } = { size: DEFAULT_PAGE_SIZE, ...asked, importId: id };
        return forReview && query.afterOrder === undefined
          ? reviewSteps(tables, session, query)
          : tables.importSteps.list(query);
      });
    },

    async startApplying(id, options = {}) {
      const { force = false, newIds, newIdExceptions } = options;
      const chosen = parseInput(NEW_IDS, {
        ...(newIds !== undefined && { newIds }),
        ...(newIdExceptions !== undefined && { newIdExceptions }),
      });
      const request = {
        id,
        method: 'startApplying',
        action: 'import.apply',
        audited: 'import.apply',
        options,
      } as const;
      return moveImport(context, request, (session) => {
        if (session.state === 'applying') return undefined;
        expectState(session, 'import-not-planned', ...WAITING);
        if (session.state === 'held' && !force) {
          const { enrollments, openEnrollments, ...counts } = session.counts;
          const { maxDeletedShare } = session.options;
          throw invalid('import-held', 'force', {
            delete: counts.delete,
            enrollments,
            openEnrollments,
            maxDeletedShare,
          });
        }
        return {
          state: 'applying',
          ...(Object.keys(chosen).length > 0 && { options: { ...session.options, ...chosen } }),
        };
      });
    },

    async cancelImport(id, options = {}) {
      const request = {
        id,
        method: 'cancelImport',
        action: 'import.cancel',
        audited: 'import.cancel',
        options,
      } as const;
      return moveImport(context, request, (session, _tables, now) => {
        if (session.state === 'cancelled') return undefined;
        expectState(session, 'import-over', ...RUNNING, ...WAITING);
        return { state: 'cancelled', finishedAt: now };
      });
    },
  };
}
