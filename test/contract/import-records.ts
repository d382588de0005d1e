import {
  NO_PLAN_COUNTS,
  type FullBackend,
  type ImportStep,
  type NewImport,
  type NewImportStep,
  type PlanCounts,
} from '@enrollkit/core';

// What the cases about imports work with.

export const UPLOAD: NewImport = {
  kind: 'products',
  source: { kind: 'upload', name: 'offer.xml', sha256: 'a'.repeat(64), sizeBytes: 1000 },
};

export function newStep(order: number, id: string, action: ImportStep['action'] = 'create'): NewImportStep {
  return { id, order, name: `Course ${id}`, action, changes: [] };
}

/** An import with a plan of these steps, ready to be applied. */
export async function planned(
  backend: FullBackend,
  steps: readonly NewImportStep[],
  { counts = {}, input = UPLOAD }: { counts?: Partial<PlanCounts>; input?: NewImport } = {},
) {
  const { id } = await backend.createImport(input);
  await backend.putImportSteps(id, steps);
  return backend.finishPlan(id, { counts: { ...NO_PLAN_COUNTS, ...counts }, findings: [] });
}

/** An import that is being applied. */
export async function applying(backend: FullBackend, ...steps: readonly NewImportStep[]) {
  const { id } = await planned(backend, steps);
  return backend.startApplying(id);
}
