import {
  checkInput,
  inBatches,
  normalizeEmail,
  type Issue,
  type Namesake,
  type Product,
  type StoredProduct,
} from '@enrollkit/core';
import { FEED_BATCH } from './apply/feed-batch.js';
import type { CheckedEntry } from '../check/checked-entry.js';
import { checkProducts } from '../check/check-products.js';
import { compareProducts } from './compare/compare-products.js';
import type { ImportTarget } from './apply/import-target.js';
import { detachedText } from './compare/detached-text.js';
import type { DraftedStep, PlanDraft } from './plan-draft.js';
import { planDeletions } from './plan-deletions.js';
import { planInvitations } from './plan-invitations.js';
import { getsName, Namesakes, type NamedStep } from './compare/namesakes.js';
import { NewIds } from './compare/new-ids.js';
import type { Planner } from './planner.js';
import { progressOf } from './progress-of.js';
import { sanitizedProduct } from './compare/sanitized.js';
import type { SeenInFeed } from './compare/seen-in-feed.js';
import { untilUnreadable } from './until-unreadable.js';

const CHARS_PER_MARK = 20;

/** Plans what a feed of products changes: unknown is created, known is updated, missing is deleted. Source: domain.md 4. */
export const planProducts: Planner = async (draft, target, source, { sanitize, onProgress, ...options }) => {
  const seen: SeenInFeed = { ids: new Set(), left: new Set(), trainers: new Set(), newIds: new NewIds() };
  const names = new Namesakes();
  let problem: Issue | undefined;
  const progress = progressOf(onProgress);
  const entries = untilUnreadable(
    checkProducts(source, { ...options, ...progress.reading }),
    (found) => (problem = found),
  );
  for await (const batch of inBatches(entries, { ...FEED_BATCH, weigh: charsOf })) {
    const products = batch.flatMap((entry) => takeIn(draft, seen, entry) ?? []);
    const stored = await storedProducts(target, products);
    const planned = products.flatMap(({ product, line }) => {
      const step = productStep(sanitizedProduct(product, sanitize), stored.get(product.id));
      return step ? [{ product, step: { ...step, line } }] : [];
    });
    draft.count('unchanged', products.length - planned.length);
    const others = await namesakesOf(target, draft, planned);
    for (const { product, step } of planned) {
      const other = others.get(product.id);
      if (other) {
        names.wait(draft, { product, step }, other);
        continue;
      }
      const added = await draft.add(step);
      if (added.action === 'create') seen.newIds.created(product, added);
    }
    progress.count(batch.length);
    await draft.noteProgress(progress.readBytes);
  }
  if (seen.ids.size === 0) problem ??= noProducts();
  const { total } = await target.listProducts({ state: 'active', size: 1 });
  draft.count('before', total);
  if (problem) return problem;
  await names.settle(draft, seen);
  await planInvitations(draft, target, seen);
  await planDeletions(draft, target, seen);
  return undefined;
};

/** About: what is long in a product is its description, or that it has very many elements. */
function charsOf({ product, marks }: CheckedEntry): number {
  return (product?.description.length ?? 0) + marks.length * CHARS_PER_MARK;
}

interface ReadProduct {
  readonly product: Product;
  readonly line: number;
}

/** Takes down what an entry tells. Answers its product when that can be imported. */
function takeIn(draft: PlanDraft, seen: SeenInFeed, entry: CheckedEntry): ReadProduct | undefined {
  const { product, issues, line, marks } = entry;
  const id = product?.id ?? entry.id;
  const isWrong = issues.some(isError);
  // Only of what was found good: it takes longer than reading does.
  const refused = product && !isWrong ? checkInput('putProduct', product) : [];
  const isBad = isWrong || refused.some(isError);
  draft.note([...issues, ...refused.map((issue) => ({ ...issue, line }))], id);
  const isItem = product !== undefined || marks.length > 0;
  if (isItem) draft.count('products');
  if (!product && isBad) seen.unknownAt ??= line;
  const isSecond = id !== undefined && seen.ids.has(id);
  if (id !== undefined) seen.ids.add(detachedText(id));
  if (product && !isBad && !isSecond) {
    for (const email of product.trainerEmails) seen.trainers.add(detachedText(normalizeEmail(email)));
    return { product, line };
  }
  if (isItem) draft.count('left');
  // Of two with one ID the first is taken.
  if (id !== undefined && !isSecond) seen.left.add(detachedText(id));
  return undefined;
}

function isError({ severity }: Issue): boolean {
  return severity === 'error';
}

/** Other products that have the name of one of these until now. */
async function namesakesOf(
  target: ImportTarget,
  draft: PlanDraft,
  planned: readonly NamedStep[],
): Promise<ReadonlyMap<string, Namesake>> {
  const named = planned.filter(({ step }) => getsName(step)).map(({ product: { id, name } }) => ({ id, name }));
  if (named.length === 0) return new Map();
  const found = await target.listNamesakes(draft.importId, named);
  return new Map(found.map((other) => [other.of, other]));
}

async function storedProducts(
  target: ImportTarget,
  products: readonly ReadProduct[],
): Promise<ReadonlyMap<string, StoredProduct>> {
  if (products.length === 0) return new Map();
  const ids = products.map(({ product }) => product.id);
  const { items } = await target.listProducts({ ids, size: ids.length });
  return new Map(items.map((item) => [item.id, item]));
}

function productStep(product: Product, stored: StoredProduct | undefined): DraftedStep | undefined {
  const { id, name } = product;
  if (!stored) return { id, name, action: 'create', changes: [] };
  const changes = compareProducts(stored, product);
  if (stored.state === 'deleted') return { id, name, action: 'restore', changes };
  return changes.length > 0 ? { id, name, action: 'update', changes } : undefined;
}

function noProducts(): Issue {
  return { code: 'no-products', severity: 'error', path: '', line: 1, params: { element: 'Product' } };
}
