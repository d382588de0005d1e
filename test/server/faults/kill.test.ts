import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findMissingFiles } from '../../../packages/server/src/files/find-missing-files.js';
import { openFileStore } from '../../../packages/server/src/files/open-file-store.js';
import { sweepFiles } from '../../../packages/server/src/files/sweep-files.js';
import { sweepSpool } from '../../../packages/server/src/files/disk/sweep-spool.js';
import { freshDatabase, type TestDatabase } from '../../support/postgres.js';
import {
  ask,
  askJson,
  bundleOf,
  downloadedSha256,
  largePdf,
  openSchool,
  sha256Of,
  type School,
} from './support/school.js';
import { bundleServer, type ServerProcess, type ServerProgram } from './support/server-process.js';
import { standStill } from '../imports/support/stand-still.js';

const ROUNDS = 4;
const ITEMS = 6;

let program: ServerProgram;
let database: TestDatabase;
let dataDir: string;
let school: School;
let next: Promise<ServerProcess>;
beforeAll(async () => {
  [program, database, dataDir] = await Promise.all([
    bundleServer(),
    freshDatabase(),
    mkdtemp(join(tmpdir(), 'enrollkit-kill-')),
  ]);
  next = start();
  school = await openSchool(database.url, (await next).url, { bookings: ITEMS });
});
afterAll(async () => {
  await school.close();
  await program.end();
  await database.drop();
  await rm(dataDir, { recursive: true, force: true });
});

const start = () => program.start({ DATABASE_URL: database.url, ENROLLKIT_DATA_DIR: dataDir });

interface BundleAnswer {
  readonly items: readonly { readonly outcome: string; readonly certificate: { readonly id: string } }[];
}

it(`keeps what it acknowledged, each once and with its bytes, though it is killed ${ROUNDS} times during bundles`, async () => {
  /** Certificates that a server said it has, by id. */
  const acknowledged = new Map<string, string>();
  let interrupted = 0;
  let sent = 0;

  for (let round = 0; round < ROUNDS; round += 1) {
    const server = await next;
    const door = { url: server.url, key: school.key };
    const files = Array.from({ length: ITEMS }, () => largePdf(200_000));
    // The first time while rows are written, however quick the machine is.
    const last = `booking-${ITEMS - 1}`;
    const still =
      round === 0
        ? await standStill(school.database.pool, { table: 'certificates', when: `new.enrollment_id = '${last}'` })
        : undefined;
    const items = files.map((file, index) => ({ bookingId: school.bookingIds[index] ?? '', file }));
    const send = (url: string) =>
      ask({ ...door, url }, '/certificates', {
        method: 'POST',
        body: bundleOf(items),
        headers: { 'Idempotency-Key': `round-${round}` },
      });

    // Others on the same database and files wait to take over.
    next = start();
    const [first, cut] = [
      largePdf(1000),
      send(server.url).then((response) => response.json() as Promise<BundleAnswer>),
    ];
    const one = bundleOf([{ bookingId: school.bookingIds[0] ?? '', file: first }]);
    const single = ask(door, '/certificates', { method: 'POST', body: one });
    cut.catch(() => undefined);
    single.catch(() => undefined);
    // Each time somewhere else: while the form comes in, while files are kept, while rows are written, after it all.
    if (still) await still.isReached();
    else if (round % 2 === 0) await pause(round * 18);
    else await single.catch(() => undefined);
    await server.kill();
    await still?.letGo();

    const known = await single.then((response) => response.json() as Promise<BundleAnswer>).catch(() => undefined);
    for (const { certificate } of known?.items ?? []) acknowledged.set(certificate.id, sha256Of(first));
    const answer = await cut.catch(() => undefined);
    if (!answer) interrupted += 1;

    const again = await send((await next).url);
    const { items: outcomes } = (await again.json()) as BundleAnswer;
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(files.map(() => 'created'));
    if (answer) expect(outcomes).toEqual(answer.items);
    for (const [index, { certificate }] of outcomes.entries())
      acknowledged.set(certificate.id, sha256Of(files[index] ?? first));
    sent += files.length;
  }

  const server = await next;
  const door = { url: server.url, key: school.key };
  expect(interrupted).toBeGreaterThan(0);
  for (const [id, sha256] of acknowledged) expect(await downloadedSha256(door, id)).toBe(sha256);
  // What was sent twice is there once; a single one may have been kept without anybody having heard of it.
  const { total } = await askJson(door, 'GET', '/certificates?size=1');
  expect(total).toBeGreaterThanOrEqual(acknowledged.size);
  expect(total).toBeLessThanOrEqual(sent + ROUNDS);

  const { files } = await openFileStore({ dataDir });
  expect(await findMissingFiles({ files, database: school.database })).toEqual([]);
  const clock = () => new Date(Date.now() + 1000).toISOString();
  await sweepFiles({ files, database: school.database, clock, graceMs: 0 });
  await sweepSpool({ directory: join(dataDir, 'files', 'incoming'), clock, olderThanMs: 0 });
  const hashes: string[] = [];
  for await (const { sha256 } of files.list()) hashes.push(sha256);
  const { rows } = await school.database.pool.query<{ sha256: string }>('select sha256 from certificates');
  expect(new Set(hashes)).toEqual(new Set(rows.map(({ sha256 }) => sha256)));
  expect(await readdir(join(dataDir, 'files', 'incoming'))).toEqual([]);
  await server.stop();
});
