import type { Product } from '@enrollkit/core';
import { sanitizeDescription } from '../../html/sanitize-without-dom.js';
import { compareProducts } from '../../plan/compare-products.js';
import { startComparison, type FeedDifference } from '../../plan/compare-with-index.js';
import { indexFeed } from '../../plan/feed-index.js';
import { sanitizedProduct } from '../../plan/sanitized.js';
import { readProducts } from '../../read/read-products.js';
import { EXIT, type Command, type ExitCode, type Invocation } from '../command.js';
import { withFeed } from '../input/feed-input.js';
import { jsonText } from '../json-text.js';
import { FILE_HELP, SHARED_HELP, SHARED_OPTIONS } from '../options.js';
import { SERVER_HELP, SERVER_OPTIONS } from '../remote/server-options.js';
import { importFeed } from '../remote/import-feed.js';
import { sayPlan, type ShownStep } from '../report/plan-report.js';
import { usageError } from '../usage-error.js';

/** Products whose changes are shown one by one. */
const SHOWN = 20;

/** `feed plan`: what importing a feed would change. */
export const planCommand: Command = {
  name: 'plan',
  summary: 'tells what importing a feed would change, and changes nothing',
  usage: 'FILE (--previous OLD | --server URL) [options]',
  help: `${FILE_HELP}

  --previous OLD    compares with this feed
  --server URL      has the server plan the import, and leaves the plan there: feed import --resume applies it
  --json            a line of JSON per product that changes, the summary last
${SERVER_HELP}
${SHARED_HELP}

Exit code: 0 done, 1 the plan is held or there is none, 2 could not be read or reached.`,
  options: { ...SHARED_OPTIONS, ...SERVER_OPTIONS, previous: { type: 'string' }, json: { type: 'boolean' } },
  async run(invocation) {
    const { previous, server } = invocation.values;
    if ((previous === undefined) === (server === undefined)) throw usageError('plan takes --previous or --server');
    if (typeof previous === 'string') return planAgainst(previous, invocation);
    return importFeed({ ...invocation, values: { ...invocation.values, 'plan-only': true } });
  },
};

async function planAgainst(previous: string, invocation: Invocation): Promise<ExitCode> {
  const { file, console, texts, values, signal } = invocation;
  const options = { sanitize: sanitizeDescription, signal };
  const index = await withFeed(previous, invocation, {}, ({ bytes }) => indexFeed(bytes, options));
  const comparison = startComparison(index, options);
  const changed = new Map<string, Product>();
  await withFeed(file, invocation, {}, async ({ bytes, count }) => {
    for await (const { product } of readProducts(bytes, { signal })) {
      if (!product) continue;
      count();
      const fields = comparison.add(product);
      if (fields && fields.length > 0 && changed.size < SHOWN) changed.set(product.id, product);
    }
  });
  const difference = comparison.finish();
  if (values.json === true) await writeJson(invocation, difference);
  else {
    const update = previous === '-' ? withoutChanges(difference) : await readChanges(previous, changed, invocation);
    await sayPlan(console, texts, [
      { action: 'create', count: difference.create.length, steps: shown(difference.create) },
      { action: 'update', count: difference.update.length, steps: update },
      { action: 'delete', count: difference.delete.length, steps: shown(difference.delete) },
    ]);
    await console.say(texts.unchanged(difference.unchanged));
  }
  return EXIT.good;
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
