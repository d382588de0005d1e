import { comparableName, type Product } from '@enrollkit/core';
import { sanitizeDescription } from '../../html/sanitize-without-dom.js';
import { compareProducts } from '../../plan/compare/compare-products.js';
import { startComparison, type FeedDifference } from '../../plan/compare/compare-with-index.js';
import { indexFeed } from '../../plan/compare/feed-index.js';
import { sanitizedProduct } from '../../plan/compare/sanitized.js';
import { checkProducts } from '../../check/check-products.js';
import { readProducts } from '../../read/read-products.js';
import { EXIT, type Command, type ExitCode, type Invocation } from '../command.js';
import { checkedOn, withFeed } from '../input/feed-input.js';
import { jsonText } from '../json-text.js';
import type { Texts } from '../texts/texts.js';
import { ENCODING_HELP, FILE_HELP, readingOf, SHARED_HELP, SHARED_OPTIONS } from '../options.js';
import { SERVER_HELP, SERVER_OPTIONS } from '../remote/server-options.js';
import { importFeed } from '../remote/import-feed.js';
import { sayPlan, type ShownStep } from '../report/plan-report.js';
import { UsageError } from '../usage-error.js';

/** Products whose changes are shown one by one. */
const SHOWN = 20;
/** As imports have it, unless told otherwise. */
const MOST_DELETED_PERCENT = 20;

/** `feed plan`: what importing a feed would change. */
export const planCommand: Command = {
  usage: ['FILE (--previous OLD | --server URL)'],
  help: [
    FILE_HELP,
    ['--previous OLD', 'previousOfPlan'],
    ['--server URL', 'serverOfPlan'],
    ['--json', 'jsonOfPlan'],
    ...SERVER_HELP,
    ENCODING_HELP,
    ...SHARED_HELP,
  ],
  options: { ...SHARED_OPTIONS, ...SERVER_OPTIONS, previous: { type: 'string' }, json: { type: 'boolean' } },
  async run(invocation) {
    const { previous, server } = invocation.values;
    if ((previous === undefined) === (server === undefined))
      throw new UsageError((problems) => problems.previousOrServer());
    if (typeof previous === 'string') return planAgainst(previous, invocation);
    return importFeed({ ...invocation, values: { ...invocation.values, 'plan-only': true } });
  },
};

async function planAgainst(previous: string, invocation: Invocation): Promise<ExitCode> {
  const { file, console, texts, values, signal } = invocation;
  const options = { sanitize: sanitizeDescription, signal, ...readingOf(invocation) };
  const index = await withFeed(previous, invocation, {}, ({ bytes }) => indexFeed(bytes, options));
  const comparison = startComparison(index, options);
  const changed = new Map<string, Product>();
  let left = 0;
  let unread = 0;
  await withFeed(file, invocation, {}, async ({ bytes, count }) => {
    for await (const { product, id, issues } of checkProducts(bytes, { ...options, today: checkedOn(invocation) })) {
      const hasError = issues.some(({ severity }) => severity === 'error');
      // As an import takes it: what has an error stays as it was, and what can't be read may hide others.
      if (hasError) left += 1;
      if (hasError && !product) unread += 1;
      const known = product?.id ?? id;
      if (hasError && known !== undefined) comparison.keep(known);
      if (hasError || !product) continue;
      count();
      const fields = comparison.add(product);
      if (fields && fields.length > 0 && changed.size < SHOWN) changed.set(product.id, product);
    }
  });
  const found = comparison.finish();
  const difference = unread > 0 ? { ...found, delete: [] } : found;
  const percentage = Math.round((difference.delete.length / Math.max(1, index.names.length)) * 1000) / 10;
  const most = Number(values['max-delete'] ?? MOST_DELETED_PERCENT);
  const isHeld = percentage > most;
  if (values.json === true) await writeJson(invocation, difference);
  else {
    const update = previous === '-' ? withoutChanges(difference) : await readChanges(previous, changed, invocation);
    const actions = [
      { action: 'create', count: difference.create.length, steps: shown(difference.create) },
      { action: 'update', count: difference.update.length, steps: update },
      { action: 'delete', count: difference.delete.length, steps: withNewIds(difference, texts) },
    ] as const;
    await sayPlan(invocation, actions, left);
    await console.say(texts.unchanged(difference.unchanged));
    if (left > 0) await console.say(console.paint('red', texts.leftOut(left)));
    if (unread > 0 && found.delete.length > 0) await console.say(texts.unknownMissing(found.delete.length));
  }
  if (isHeld) console.note(texts.heldHere({ percentage, most }));
  return isHeld ? EXIT.errorsFound : EXIT.good;
}

/** Products that would be deleted; one whose name a new product has may just have got another ID. */
function withNewIds({ create, delete: gone }: FeedDifference, texts: Texts): readonly ShownStep[] {
  const newIds = new Map(create.map(({ id, name }) => [comparableName(name), id]));
  return gone.slice(0, SHOWN).map((product) => {
    const id = newIds.get(comparableName(product.name));
    return { ...product, changes: [], note: id === undefined ? undefined : texts.newId({ id, name: product.name }) };
  });
}

/** Reads the previous feed once more, for the old values of the few products that are shown. */
async function readChanges(
  previous: string,
  changed: ReadonlyMap<string, Product>,
  invocation: Invocation,
): Promise<readonly ShownStep[]> {
  const before = new Map<string, Product>();
  await withFeed(previous, invocation, {}, async ({ bytes }) => {
    for await (const { product } of readProducts(bytes, { signal: invocation.signal })) {
      if (product && changed.has(product.id) && !before.has(product.id)) before.set(product.id, product);
      if (before.size === changed.size) break;
    }
  });
  const stored = (product: Product) => sanitizedProduct(product, sanitizeDescription);
  return [...changed.values()].map((after) => {
    const was = before.get(after.id);
    return { id: after.id, name: after.name, changes: was ? compareProducts(stored(was), stored(after)) : [] };
  });
}

function shown(products: FeedDifference['create']): readonly ShownStep[] {
  return products.slice(0, SHOWN).map((product) => ({ ...product, changes: [] }));
}

function withoutChanges({ update }: FeedDifference): readonly ShownStep[] {
  return shown(update);
}

async function writeJson({ console }: Invocation, difference: FeedDifference): Promise<void> {
  const { create, update, delete: gone, unchanged } = difference;
  const line = (value: unknown) => console.write(`${jsonText(value)}\n`);
  for (const { id, name } of create) await line({ action: 'create', id, name });
  for (const { id, name, fields } of update) await line({ action: 'update', id, name, fields });
  for (const { id, name } of gone) await line({ action: 'delete', id, name });
  await line({ summary: { create: create.length, update: update.length, unchanged, delete: gone.length } });
}
