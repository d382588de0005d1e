import { openIndexedDbBackend, type IndexedDbBackend } from '@enrollkit/adapters/indexeddb';
import { applyImport, planImport } from '@enrollkit/feed';
import { sanitizeDescription } from '@enrollkit/feed/html';
import { expect } from '@open-wc/testing';
import { feedOf, productXml } from '../read/product-xml.js';

const TEXT = 'Je oefent met een eigen werkstuk en krijgt daar meteen antwoord op. '.repeat(13);

const product = (id: string, changes: Readonly<Record<string, string>> = {}) =>
  productXml({ ID: id, Name: `Training ${id}`, Description: TEXT, ...changes });

describe('importing into the database of a browser', () => {
  const database = `import-${Math.random()}`;
  let backend: IndexedDbBackend;
  before(() => void (backend = openIndexedDbBackend({ database })));
  after(async () => {
    backend.close();
    await new Promise((resolve) => (indexedDB.deleteDatabase(database).onsuccess = resolve));
  });

  async function sha256Of(file: Blob): Promise<string> {
    const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
    return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
  }

  async function begin(...products: readonly string[]) {
    const file = new Blob([feedOf(...products)]);
    const sha256 = await sha256Of(file);
    const source = { kind: 'local', sha256, sizeBytes: file.size } as const;
    const options = { maxDeletedShare: 50 };
    const { id } = await backend.createImport({ kind: 'products', source, options });
    const plan = await planImport(backend, id, file, { today: '2026-11-22', sanitize: sanitizeDescription });
    const apply = (signal?: AbortSignal) =>
      applyImport(backend, id, file, { sha256, sanitize: sanitizeDescription, ...(signal && { signal }) });
    return { plan, apply };
  }

  it('creates, changes, deletes and restores, as the plan said', async () => {
    const first = await begin(product('P1'), product('P2'), product('P3'));
    expect(first.plan.counts).to.include({ create: 3, update: 0, delete: 0 });
    expect((await first.apply()).state).to.equal('done');

    const second = await begin(product('P1'), product('P2', { Price: '90.00' }));
    expect(second.plan.counts).to.include({ create: 0, update: 1, unchanged: 1, delete: 1 });
    expect((await second.apply()).counts.applied).to.equal(2);
    expect((await backend.getProduct('P2')).price?.amountMinor).to.equal(9000);
    expect((await backend.getProduct('P3')).state).to.equal('deleted');

    const third = await begin(product('P1'), product('P2', { Price: '90.00' }), product('P3'));
    expect(third.plan.counts).to.include({ restore: 1, unchanged: 2 });
    await third.apply();
    expect((await backend.getProduct('P3')).state).to.equal('active');
  });

  it('goes on where it was stopped', async () => {
    const products = Array.from({ length: 120 }, (_, index) => product(`N${index}`));
    const { plan, apply } = await begin(product('P1'), product('P2'), product('P3'), ...products);
    const stop = new AbortController();
    // Steps are stored by fifties.
    const unsubscribe = backend.subscribe(({ id }) => id === 'N4' && stop.abort());
    const error = await apply(stop.signal).catch((reason: unknown) => reason);
    unsubscribe();
    expect(error).to.have.property('code', 'aborted');
    expect((await backend.getImport(plan.id)).counts.applied).to.be.lessThan(120);
    const done = await apply();
    expect(done.state).to.equal('done');
    expect(done.counts.applied).to.equal(done.counts.create + done.counts.update);
  });
});
