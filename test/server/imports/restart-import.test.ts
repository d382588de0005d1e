import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  startEmbeddedPostgres,
  type EmbeddedPostgres,
} from '../../../packages/server/src/database/embedded/embedded-postgres.js';
import { clusterFolder, silent } from '../../support/postgres.js';
import { restartPostgres } from '../faults/support/restart-postgres.js';
import { openSchool, type School } from '../faults/support/school.js';
import { bundleServer, type ServerProcess, type ServerProgram } from '../faults/support/server-process.js';
import { sendFeed, until } from './support/importing-server.js';
import { feedWith } from './support/product-feed.js';
import { standStillAt } from './support/stand-still.js';

const COUNT = 240;

let program: ServerProgram;
let dataDir: string;
let postgres: EmbeddedPostgres;
let server: ServerProcess;
let school: School;
beforeAll(async () => {
  dataDir = await clusterFolder();
  [program, postgres] = await Promise.all([bundleServer(), startEmbeddedPostgres({ dataDir, log: silent })]);
  server = await program.start({ DATABASE_URL: postgres.url, ENROLLKIT_DATA_DIR: dataDir });
  school = await openSchool(postgres.url, server.url, { bookings: 0 });
  // Broken connections of the test's own are no news.
  school.database.pool.on('error', () => undefined);
});
afterAll(async () => {
  await school.close();
  await program.end();
  await postgres.stop();
  await rm(dataDir, { recursive: true, force: true });
});

it('goes on by itself when the database restarts while it applies, and writes each product once', async () => {
  const door = { url: server.url, key: school.key };
  // However quick the machine is, it breaks in the middle of what is done together.
  const still = await standStillAt(`c-${COUNT / 2}`, school);
  const { id } = await sendFeed(door, feedWith(COUNT), '?apply=true&max_deleted_share=100');
  await still.isReached();
  const before = await until(door, id, () => true);
  await restartPostgres(dataDir);
  const done = await until(door, id, ({ state }) => state === 'done' || state === 'failed');
  await still.letGo();
  expect(before).toMatchObject({ state: 'applying', counts: { applied: 100 } });
  // The school's own course was not in the feed.
  expect(done).toMatchObject({ state: 'done', counts: { create: COUNT, delete: 1, applied: COUNT + 1 } });
  const { rows } = await school.database.pool.query<{ version: number; count: number }>(
    `select version, count(*)::int as count from products where id like 'c-%' group by version`,
  );
  expect(rows).toEqual([{ version: 1, count: COUNT }]);
});
