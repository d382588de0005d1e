import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDiskFileStore } from '../../../packages/server/src/files/disk/disk-file-store.js';
import { openSpool } from '../../../packages/server/src/files/disk/open-spool.js';
import { openSqlStores } from '../../../packages/server/src/open-sql-stores.js';
import { readSettings } from '../../../packages/server/src/settings/read-settings.js';
import { sendWebhooks } from '../../../packages/server/src/webhooks/send-webhooks.js';
import { freshDatabase, silent, type TestDatabase } from '../../support/postgres.js';
import { askJson, openSchool } from '../faults/support/school.js';
import { bundleServer, type ServerProgram } from '../faults/support/server-process.js';
import { openReceiver } from './support/receiver.js';

let program: ServerProgram;
let database: TestDatabase;
let dataDir: string;
beforeAll(async () => {
  [program, database, dataDir] = await Promise.all([
    bundleServer(),
    freshDatabase(),
    mkdtemp(join(tmpdir(), 'enrollkit-webhooks-')),
  ]);
});
afterAll(async () => {
  await program.end();
  await database.drop();
  await rm(dataDir, { recursive: true, force: true });
});

it('a server that is killed while it sends loses nothing; the receiver of the README believes what comes', async () => {
  const receiver = await openReceiver();
  const env = { DATABASE_URL: database.url, ENROLLKIT_DATA_DIR: dataDir, ENROLLKIT_PRIVATE_FEEDS: 'yes' };
  const server = await program.start(env);
  const school = await openSchool(database.url, server.url, { bookings: 0 });
  const door = { url: server.url, key: school.key };
  const { secret } = await askJson(door, 'POST', '/webhooks', { url: receiver.url, types: ['booking.created'] });
  // It answers two, and not the third.
  const isFull = new Promise<void>((full) => {
    receiver.answer = (response) => {
      if (receiver.received.length < 3) response.writeHead(204).end();
      else full();
    };
  });
  const ids = ['b-1', 'b-2', 'b-3', 'b-4', 'b-5'];
  const participant = { name: 'Jan', email: 'jan@example.nl' };
  for (const id of ids) await askJson(door, 'POST', '/bookings', { id, product_id: 'course', participant });
  await isFull;
  await server.kill();
  await receiver.close();

  const readme = await startReadmeReceiver(String(secret));
  const { tables } = school.database;
  await tables.updateTable('webhook_endpoints').set({ url: readme.url }).execute();
  // As another server, a minute later: until then the turn is the killed one's.
  const clock = (): string => new Date(Date.now() + 60_000).toISOString();
  const files = await openDiskFileStore({ directory: join(dataDir, 'files') });
  const stores = await openSqlStores({ database: school.database, files, ids: v7, log: silent });
  const spool = await openSpool({ directory: join(dataDir, 'spool') });
  const parts = { database: school.database, stores, files, spool, clock, ids: v7, log: silent };
  const settings = { ...readSettings({}), privateFeeds: true };
  const signal = new AbortController().signal;
  expect(await sendWebhooks({ ...parts, settings }, { signal })).toEqual({ delivered: 3, failed: 0 });
  await expect.poll(() => readme.printed.length, { timeout: 60_000 }).toBe(3);
  expect(readme.printed).toEqual(['b-3', 'b-4', 'b-5'].map((id) => `booking.created ${id} enrolled`));
  // Sent by somebody who knows the address, and not the secret.
  const forged = await fetch(readme.url, {
    method: 'POST',
    body: '{}',
    headers: { 'webhook-id': 'a', 'webhook-timestamp': '1', 'webhook-signature': 'v1,AAAA' },
  });
  expect(forged.status).toBe(400);
  await stores.close();
  await school.close();
  await readme.stop();
});

/** The receiver that the README shows, as it stands there but for its port. */
async function startReadmeReceiver(secret: string) {
  const readme = await readFile(join(import.meta.dirname, '../../../packages/server/README.md'), 'utf8');
  const code = /```js\n([^`]*from 'standardwebhooks'[^`]*)```/.exec(readme)?.[1] ?? '';
  expect(code).toContain('.listen(3000)');
  const free = `.listen(0, '127.0.0.1', function () { console.log(this.address().port); })`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code.replace('.listen(3000)', free)], {
    cwd: join(import.meta.dirname, '../../..'),
    env: { ...process.env, WEBHOOK_SECRET: secret },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const printed: string[] = [];
  const lines = createInterface(child.stdout);
  const [port] = (await once(lines, 'line')) as [string];
  lines.on('line', (line) => printed.push(line));
  return {
    url: `http://127.0.0.1:${port}/`,
    printed,
    async stop() {
      child.kill();
      await once(child, 'exit');
    },
  };
}
