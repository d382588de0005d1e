import { createBackend } from '@enrollkit/core';
import { runInThread } from '../../../../packages/server/src/imports/thread/run-in-thread.js';
import { memoryStore } from '../../../support/memory-store.js';
import { feedWith } from './product-feed.js';

// A process that plans an import in a thread with so much memory and patience, and tells what became of it.
const [memoryMb, silenceMs = 600_000] = process.argv.slice(2).map(Number);
const feed = Buffer.from(feedWith(50));
const { store, files } = memoryStore();
const actor = { id: 'p1', role: 'provider' } as const;
const backend = createBackend({ store, files, actor, clock: () => '2026-09-01T10:00:00.000Z', ids: () => 'i1' });
const sha256 = '0'.repeat(64);
await backend.createImport({ kind: 'products', source: { kind: 'local', sha256, sizeBytes: feed.length } });

async function* source() {
  yield feed;
}
const task = { id: 'i1', sha256, applyWhenPlanned: false, maxFeedBytes: 1e9, today: '2026-09-01' } as const;
const budget = { silenceMs, memoryMb: memoryMb ?? 256 };
const end = await runInThread(backend, source, task, { signal: new AbortController().signal, budget }).then(
  ({ state, counts }) => `${state}, ${counts.create} to create`,
  (error: unknown) => String(error),
);
process.stdout.write(end);
