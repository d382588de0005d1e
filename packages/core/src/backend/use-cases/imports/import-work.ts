import { MOST_FINDINGS, NO_IMPORT_COUNTS, type ImportSession, type ImportStep } from '../../../import/feed-import.js';
import type { ImportWorkPort, NewImportStep, PlanResult } from '../../ports/import-port.js';
import { IMPORT_STEPS, ISSUE, NAMED_PRODUCTS, PLAN_PROGRESS, PLAN_RESULT } from '../../input/import-input.js';
import { parseInput } from '../../input/parse-input.js';
import { throwIfAborted } from '../../../abort.js';
import { invalid } from '../../refusals.js';
import type { WriteTables } from '../../store.js';
import { presentMoment, type UseCaseContext } from '../../use-case-context.js';
import { write } from '../../write.js';
import { applyImportSteps } from './apply-import-step.js';
import { createImport } from './create-import.js';
import { namesakes } from './import-names.js';
import { enrollmentsAtStake } from './import-review.js';
import { settleDueEnrollments } from '../bookings/settle-due-enrollments.js';
import { expectState, importChange, loadImport, moveImport, RUNNING, WAITING, withFindings } from './import-records.js';

/** The use cases about imports that an importer does, one after the other. */
export function importWorkUseCases(context: UseCaseContext): ImportWorkPort {
  return {
    createImport: async (input, options = {}) => createImport(context, input, options),

    async putImportSteps(id, steps, options = {}) {
      const asked = parseInput(IMPORT_STEPS, steps);
      await write(context, { method: 'putImportSteps', args: [id, asked], options }, async (tables) => {
        const session = await loadImport(tables, context, { id, action: 'import.create' });
        expectState(session, 'import-not-planning', 'planning');
        await putSteps(tables, id, asked);
        return { result: undefined, changes: [] };
      });
    },

    async listNamesakes(id, products, options = {}) {
      const asked = parseInput(NAMED_PRODUCTS, products);
      throwIfAborted(options.signal);
      return context.store.read(async (tables) => {
        const session = await loadImport(tables, context, { id, action: 'import.create' });
        return namesakes(tables, session, asked);
      });
    },

    async notePlanProgress(id, progress, options = {}) {
      const asked = parseInput(PLAN_PROGRESS, progress);
      await write(context, { method: 'notePlanProgress', args: [id, asked], options }, async (tables) => {
        const session = await loadImport(tables, context, { id, action: 'import.create' });
        expectState(session, 'import-not-planning', 'planning');
        await tables.imports.putProgress(id, asked);
        return { result: undefined, changes: [importChange(session)] };
      });
    },

    async restartPlan(id, options = {}) {
      return write(context, { method: 'restartPlan', args: id, options }, async (tables) => {
        const { progress, ...session } = await loadImport(tables, context, { id, action: 'import.create' });
        expectState(session, 'import-not-planning', 'planning');
        await tables.importSteps.deleteAll(id);
        if (progress) await tables.imports.putProgress(id, undefined);
        return { result: await withFindings(tables, session), changes: [] };
      });
    },

    async finishPlan(id, result, options = {}) {
      const findings = result.findings.slice(0, MOST_FINDINGS);
      const asked = parseInput(PLAN_RESULT, { ...result, findings });
      if (asked.counts.delete > 0) await settleDueEnrollments(context, presentMoment(context));
      const audited = asked.problem ? 'import.fail' : 'import.plan';
      const request = { id, method: 'finishPlan', action: 'import.create', audited, args: asked, options } as const;
      return moveImport(context, request, async (session, tables, now) => {
        expectState(session, 'import-not-planning', 'planning');
        await tables.imports.putFindings(id, asked.findings);
        const counts = { ...NO_IMPORT_COUNTS, ...asked.counts, ...(await enrollmentsAtStake(tables, session)) };
        if (asked.problem) return { state: 'failed', problem: asked.problem, counts, finishedAt: now };
        return { state: isHeld(session, asked) ? 'held' : 'planned', counts, plannedAt: now };
      });
    },

    async applyImportStep(id, stepId, record, options = {}) {
      const [done] = await applyImportSteps(context, { id, steps: [{ stepId, record }], options });
      return done as ImportStep;
    },

    applyImportSteps: async (id, steps, options = {}) => applyImportSteps(context, { id, steps, options }),

    async finishImport(id, options = {}) {
      const request = {
        id,
        method: 'finishImport',
        action: 'import.apply',
        audited: 'import.finish',
        options,
      } as const;
      return moveImport(context, request, async (session, { importSteps }, now) => {
        if (session.state === 'done') return undefined;
        expectState(session, 'import-not-applying', 'applying');
        const { total } = await importSteps.list({ importId: id, isDone: false, size: 1 });
        if (total > 0) throw invalid('import-steps-left', '', { left: total });
        return { state: 'done', finishedAt: now };
      });
    },

    async failImport(id, problem, options = {}) {
      const asked = parseInput(ISSUE, problem);
      const request = {
        id,
        method: 'failImport',
        action: 'import.create',
        audited: 'import.fail',
        args: asked,
        options,
      } as const;
      return moveImport(context, request, (session, _tables, now) => {
        if (session.state === 'failed') return undefined;
        expectState(session, 'import-over', ...RUNNING, ...WAITING);
        return { state: 'failed', problem: asked, finishedAt: now };
      });
    },
  };
}

/**
 * The guard: whether more would go than the provider allows without looking, and whether somebody has to say what becomes of
 * products under new ids. Source: domain.md section 4, IDs that changed.
 */
function isHeld({ kind, options }: ImportSession, { counts }: PlanResult): boolean {
  if (kind !== 'products') return false;
  if (options.applyWhenPlanned && counts.newIds > 0) return true;
  return (counts.delete + counts.newIds) * 100 > counts.before * options.maxDeletedShare;
}

/** One id is one step: two of them would leave one record behind. */
async function putSteps(tables: WriteTables, importId: string, steps: readonly NewImportStep[]): Promise<void> {
  const ids = steps.map(({ id }) => id);
  const twice = ids.findIndex((id, index) => ids.indexOf(id) !== index);
  const taken =
    twice >= 0 ? [ids[twice]] : await tables.importSteps.putAll(steps.map((step) => ({ ...step, importId })));
  const [id] = taken;
  if (id !== undefined) throw invalid('step-id-taken', `[${ids.lastIndexOf(id)}].id`, { id });
}
