import type { Backend, ImportStep, NewImport, NewImportStep, PlanCounts } from '@enrollkit/core';

// What the cases about imports work with.

export const UPLOAD: NewImport = {
  kind: 'products',
  source: { kind: 'upload', name: 'offer.xml', sha256: 'a'.repeat(64), sizeBytes: 1000 },
};

export const NO_COUNTS: PlanCounts = {
  products: 0,
  before: 0,
  create: 0,
  update: 0,
  unchanged: 0,
  delete: 0,
  restore: 0,
  invite: 0,
  errors: 0,
  warnings: 0,
  left: 0,
};

export function newStep(order: number, id: string, action: ImportStep['action'] = 'create'): NewImportStep {
  return { id, order, name: `Course ${id}`, action, changes: [] };
}

/** An import with a plan of these steps, ready to be applied. */
export async function planned(
  backend: Backend,
  steps: readonly NewImportStep[],
  { counts = {}, input = UPLOAD }: { counts?: Partial<PlanCounts>; input?: NewImport } = {},
) {
  const { id } = await backend.createImport(input);
  await backend.putImportSteps(id, steps);
  return backend.finishPlan(id, { counts: { ...NO_COUNTS, ...counts }, findings: [] });
}

/** An import that is being applied. */
export async function applying(backend: Backend, ...steps: readonly NewImportStep[]) {
  const { id } = await planned(backend, steps);
  return backend.startApplying(id);
}
