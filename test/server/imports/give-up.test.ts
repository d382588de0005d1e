import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { freshDatabase, type TestDatabase } from '../../support/postgres.js';
import { askJson, openSchool, type Door, type School } from '../faults/support/school.js';
import { bundleServer, type ServerProcess, type ServerProgram } from '../faults/support/server-process.js';
import { sendFeed, until } from './support/importing-server.js';
import { feedWith } from './support/product-feed.js';
import { standStill } from './support/stand-still.js';

let program: ServerProgram;
let database: TestDatabase;
let dataDir: string;
let school: School;
let server: ServerProcess;
beforeAll(async () => {
  [program, database, dataDir] = await Promise.all([
    bundleServer(),
    freshDatabase(),
    mkdtemp(join(tmpdir(), 'enrollkit-give-up-')),
  ]);
  server = await start();
  school = await openSchool(database.url, server.url, { bookings: 1 });
});
afterAll(async () => {
  await school.close();
  await program.end();
  await database.drop();
  await rm(dataDir, { recursive: true, force: true });
});

const start = () => program.start({ DATABASE_URL: database.url, ENROLLKIT_DATA_DIR: dataDir });
const door = (): Door => ({ url: server.url, key: school.key });

async function attempts(): Promise<number | undefined> {
  const { rows } = await school.database.pool.query<{ attempts: number }>('select attempts from imports');
  return rows[0]?.attempts;
}

it('gives up a feed that takes the server with it each time, with a reason, and goes on', async () => {
  let id = '';
  for (let attempt = 1; attempt <= 3; attempt += 1) {
    // However quick the machine is, it ends before the plan is written.
    const still = await standStill(school.database.pool, { table: 'import_steps' });
    if (attempt === 1) ({ id } = await sendFeed(door(), feedWith(20)));
    else server = await start();
    await still.isReached();
    expect(await attempts()).toBe(attempt);
    await server.kill();
    await still.letGo();
  }
  server = await start();
  await until(door(), id, ({ state }) => state === 'failed');
  const { problem } = (await askJson(door(), 'GET', `/imports/${id}`)) as { problem: { code: string; help?: string } };
  expect(problem.code).toBe('import-too-heavy');
  // The next one is taken as ever.
  const next = await sendFeed(door(), feedWith(3), '?max_deleted_share=100');
  await until(door(), next.id, ({ state }) => state === 'planned');
});
