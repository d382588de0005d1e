// How many products a second an import plans and writes: a new feed, and the same feed with every price changed, on the
// PostgreSQL that comes with the server. Also as time of processors (Node and PostgreSQL together) for each product, which says
// the same on a machine that others use too.
//
//   [MEGABYTES=10] node test/bench/import-speed.mjs
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleForNode } from '../support/bundle-for-node.js';
import { writeFeed } from './feed-corpus.mjs';
import { processorTimes } from './processor-times.mjs';

const MEGABYTES = Number(process.env.MEGABYTES ?? 10);
const root = join(import.meta.dirname, '../..');
const dataDir = await mkdtemp(join(tmpdir(), 'enrollkit-bench-'));
const outfile = join(root, '.cache', `bench-import-${process.pid}.mjs`);
const entry = outfile.replace('.mjs', '.ts');
const parts = [
  ['createBackend', 'core/src/index.ts'],
  ['startEmbeddedPostgres', 'server/src/database/embedded/embedded-postgres.ts'],
  ['openDatabase', 'server/src/database/open-database.ts'],
  ['openSqlStores', 'server/src/open-sql-stores.ts'],
  ['carryOutImport', 'server/src/imports/carry-out-import.ts'],
];
await writeFile(entry, parts.map(([name, path]) => `export { ${name} } from '../packages/${path}';`).join('\n'));
await bundleForNode(entry, outfile);
const { createBackend, startEmbeddedPostgres, openDatabase, openSqlStores, carryOutImport } = await import(outfile);

const log = { info() {}, debug() {}, warn: console.warn, error: console.error };
const postgres = await startEmbeddedPostgres({ dataDir, log });
const database = await openDatabase({ url: postgres.url, poolSize: 4, log });
const ids = () => crypto.randomUUID();
const stores = await openSqlStores({ database, files: { has: async () => true }, ids, log });
try {
  const file = join(dataDir, 'feed.xml');
  await writeFeed(file, MEGABYTES * 1e6);
  await imported('new', file);
  const feed = await readFile(file, 'utf8');
  await writeFile(
    file,
    feed.replace(/<Price>(\d+)\./g, (_, euros) => `<Price>${Number(euros) + 1}.`),
  );
  await imported('changed', file);
} finally {
  await stores.close();
  await database.close();
  await postgres.stop();
  await rm(dataDir, { recursive: true, force: true });
  await Promise.all([rm(entry), rm(outfile)]);
}

async function imported(what, file) {
  const bytes = await readFile(file);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const actor = { id: 'bench', role: 'provider', providerId: 'school' };
  const backend = createBackend({
    store: stores.for(actor),
    files: {},
    actor,
    clock: () => new Date().toISOString(),
    ids,
  });
  const { id } = await backend.createImport({
    kind: 'products',
    source: { kind: 'local', sha256, sizeBytes: bytes.length },
  });
  const before = await processorTimes(dataDir);
  const started = performance.now();
  const task = { id, sha256, applyWhenPlanned: true, maxFeedBytes: 1e9, today: '2026-09-01' };
  const signal = new AbortController().signal;
  const { state, counts } = await carryOutImport(backend, () => createReadStream(file), task, { signal });
  const seconds = (performance.now() - started) / 1000;
  const after = await processorTimes(dataDir);
  const { products } = counts;
  const each = (name) => Number(((after[name] - before[name]) / products).toFixed(2));
  console.log({
    what,
    state,
    applied: counts.applied,
    perSecond: Math.round(products / seconds),
    processorMsEach: { node: each('server'), postgresql: each('database') },
    perSecondOfOneProcessor: Math.round(1000 / (each('server') + each('database'))),
  });
  if (counts.applied !== products) throw new Error(`${products} products were to be written`);
}
