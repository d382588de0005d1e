import { createHash } from 'node:crypto';
import { createBackend, type FullBackend, type FeedImport, type Store } from '@enrollkit/core';
import { applyImport, planImport, type ApplyImportOptions } from '@enrollkit/feed';
import { sanitizeDescription } from '@enrollkit/feed/html';
import { memoryStore } from '../../../support/memory-store.js';
import { feedOf, productXml } from '../../read/product-xml.js';

const TODAY = '2026-11-22';
const LONG_ENOUGH = `Leer lassen. ${'Je oefent met een eigen werkstuk en krijgt daar meteen antwoord op. '.repeat(13)}`;

/** A product that an importer accepts. */
export function goodProduct(id: string, changes: Readonly<Record<string, string | undefined>> = {}): string {
  return productXml({ ID: id, Name: `Training ${id}`, Description: LONG_ENOUGH, ...changes });
}

function sha256(feed: string): string {
  return createHash('sha256').update(feed).digest('hex');
}

/** A backend of one provider that feeds are imported into, and that may crash while it writes. */
export class ImportWorld {
  readonly backend: FullBackend;
  /** How many writes succeed until the store fails for good; until `repair`. */
  #writesLeft = Infinity;
  writes = 0;
  #ids = 0;

  constructor() {
    const { store, files } = memoryStore();
    const crashing: Store = {
      ...store,
      write: async (intent, work) => {
        if (this.#writesLeft <= 0) throw new Error('the store is gone');
        this.#writesLeft -= 1;
        this.writes += 1;
        return store.write(intent, work);
      },
    };
    this.backend = createBackend({
      store: crashing,
      files,
      clock: () => `${TODAY}T09:00:00.000Z`,
      ids: () => `id-${String((this.#ids += 1)).padStart(4, '0')}`,
      actor: { id: 'portal', role: 'provider', providerId: 'duinweg' },
    });
  }

  crashAfter(writes: number): void {
    this.#writesLeft = writes;
  }

  repair(): void {
    this.#writesLeft = Infinity;
  }

  async start(feed: string, kind: FeedImport['kind'] = 'products', maxDeletedShare = 100): Promise<string> {
    const source = { kind: 'local', sha256: sha256(feed), sizeBytes: feed.length } as const;
    return (await this.backend.createImport({ kind, source, options: { maxDeletedShare } })).id;
  }

  plan(id: string, feed: string): Promise<FeedImport> {
    return planImport(this.backend, id, feed, { today: TODAY, sanitize: sanitizeDescription });
  }

  apply(id: string, feed: string, options: Pick<ApplyImportOptions, 'force' | 'signal' | 'stepsAtOnce'> = {}) {
    return applyImport(this.backend, id, feed, { sha256: sha256(feed), sanitize: sanitizeDescription, ...options });
  }

  /** A whole import of products, from its beginning to its end. */
  async run(...products: readonly string[]): Promise<FeedImport> {
    const feed = feedOf(...products);
    const id = await this.start(feed);
    await this.plan(id, feed);
    return this.apply(id, feed);
  }

  async steps(id: string): Promise<readonly { readonly action: string; readonly id: string }[]> {
    const { items } = await this.backend.listImportSteps(id, { size: 500 });
    return items.map((step) => ({ action: step.action, id: step.id }));
  }

  /** Everything that an import is about, to compare two worlds. */
  async state(importId: string) {
    const products = await this.backend.listProducts({ size: 500 });
    const trainers = await this.backend.listTrainers({ size: 500 });
    const steps = await this.backend.listImportSteps(importId, { size: 500 });
    const { state, counts, findings } = await this.backend.getImport(importId);
    return { products, trainers, steps, state, counts, findings };
  }
}
