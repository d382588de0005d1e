import { normalizeEmail, type ImportKind, type ImportStep, type Product, type Trainer } from '@enrollkit/core';
import type { FeedSource } from '../../bytes/read-source.js';
import type { ReadProductsOptions } from '../../read/feed-entry.js';
import { readProducts } from '../../read/read-products.js';
import { readTrainers } from '../../read/read-trainers.js';
import { sanitizedProduct, sanitizedTrainer } from '../compare/sanitized.js';
import { sourceChanged } from '../compare/source-changed.js';
import type { StepQueue } from './step-queue.js';

interface FoundRecord {
  readonly id: string;
  readonly line: number;
  /** Made only when a step wants it. */
  readonly record: () => Product | Trainer;
}

/** The feed to apply, and how it is read. */
interface AppliedFeed {
  readonly kind: ImportKind;
  readonly source: FeedSource;
  readonly sanitize: (html: string) => string;
  readonly reading: ReadProductsOptions;
}

/**
 * Does the steps that need a record from the feed: reads the feed once more, beside the steps, which are in its order. Only
 * records with a step are looked at; the plan has left out what has an error.
 */
export async function applyFeedSteps(queue: StepQueue, feed: AppliedFeed): Promise<void> {
  let step = await queue.next();
  if (!needsRecord(step)) return;
  for await (const found of recordsOf(feed)) {
    if (found.id !== step.id || found.line !== step.line) continue;
    await queue.apply(found.record());
    step = await queue.next();
    if (!needsRecord(step)) return;
  }
  throw sourceChanged();
}

function needsRecord(step: ImportStep | undefined): step is ImportStep {
  return step?.line !== undefined;
}

async function* recordsOf({
  kind,
  source,
  sanitize,
  reading,
}: AppliedFeed): AsyncGenerator<FoundRecord, void, undefined> {
  if (kind === 'products') {
    for await (const { product, line } of readProducts(source, reading)) {
      if (product) yield { id: product.id, line, record: () => sanitizedProduct(product, sanitize) };
    }
  } else {
    for await (const { trainer, line } of readTrainers(source, reading)) {
      if (!trainer) continue;
      yield { id: normalizeEmail(trainer.email), line, record: () => sanitizedTrainer(trainer, sanitize) };
    }
  }
}
