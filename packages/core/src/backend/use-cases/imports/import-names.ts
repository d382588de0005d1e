import { previousIdOf, type ImportSession, type ImportStep } from '../../../import/feed-import.js';
import { comparableName, type NamedProduct } from '../../../product/comparable-name.js';
import type { Product, StoredProduct } from '../../../product/product.js';
import type { Namesake } from '../../ports/import-port.js';
import { invalid } from '../../refusals.js';
import type { ReadTables } from '../../store.js';

type Tables = Pick<ReadTables, 'products' | 'importSteps'>;

/** What is on offer under these names, and other ids. */
export async function namesakes(
  { products }: Pick<Tables, 'products'>,
  { providerId }: Pick<ImportSession, 'providerId'>,
  asked: readonly NamedProduct[],
): Promise<readonly Namesake[]> {
  if (asked.length === 0) return [];
  const found = await products.namedLike({ names: asked.map(({ name }) => name), providerId });
  const byName = new Map<string, NamedProduct[]>();
  for (const product of found) {
    const name = comparableName(product.name);
    byName.set(name, [...(byName.get(name) ?? []), product]);
  }
  return asked.flatMap(({ id, name }) => {
    const other = byName.get(comparableName(name))?.find((product) => product.id !== id);
    return other ? [{ ...other, of: id }] : [];
  });
}

interface NamedWork {
  readonly session: ImportSession;
  readonly open: readonly { readonly step: ImportStep; readonly record?: unknown }[];
  /** As they are before the steps. */
  readonly before: ReadonlyMap<string, StoredProduct>;
}

/**
 * Refuses a name that another product has by now, which somebody made since the plan: names are unique, also when both come
 * at once. What has a step in this import is in the feed itself, or goes.
 */
export async function expectFreeNames(tables: Tables, { session, open, before }: NamedWork): Promise<void> {
  if (session.kind !== 'products') return;
  const renamed = open.flatMap(({ step, record }) => {
    const product = record as Product | undefined;
    const had = before.get(step.id);
    const keepsName = had?.state === 'active' && comparableName(had.name) === comparableName(product?.name ?? '');
    const isPut = step.action !== 'delete' && step.action !== 'invite' && typeof product?.name === 'string';
    return isPut && !keepsName ? [{ id: step.id, name: product.name }] : [];
  });
  const others = await namesakes(tables, session, renamed);
  if (others.length === 0) return;
  const steps = await tables.importSteps.getAll(session.id, [...new Set(others.map(({ id }) => id))]);
  const going = new Set([...steps.map(({ id }) => id), ...open.flatMap(({ step }) => previousIdOf(step) ?? [])]);
  const taken = others.find(({ id }) => !going.has(id));
  if (taken) throw invalid('name-taken', 'name', { productId: taken.id, name: taken.name });
}
