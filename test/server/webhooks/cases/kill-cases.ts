import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, it, onTestFinished } from 'vitest';
import { askJson, openSchool } from '../../faults/support/school.js';
import { bundleServer } from '../../faults/support/server-process.js';
import { receiver, send, world } from '../support/webhook-world.js';

/** A server that dies. */
export function killCases(): void {
  it('a server that is killed while it sends loses nothing; the receiver of the README believes what comes', async () => {
    const { pool } = world.parts.database;
    const databaseUrl = pool.options.connectionString ?? '';
    const dataDir = await mkdtemp(join(tmpdir(), 'enrollkit-webhooks-'));
    const program = await bundleServer();
    onTestFinished(async () => {
      await program.end();
      await rm(dataDir, { recursive: true, force: true });
    });
    const env = { DATABASE_URL: databaseUrl, ENROLLKIT_DATA_DIR: dataDir, ENROLLKIT_PRIVATE_FEEDS: 'yes' };
    const server = await program.start(env);
    const school = await openSchool(databaseUrl, server.url, { bookings: 0 });
    onTestFinished(() => school.close());
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

    const readme = await startReadmeReceiver(String(secret));
    onTestFinished(() => readme.stop());
    const { tables } = school.database;
    await tables.updateTable('webhook_endpoints').set({ url: readme.url }).execute();
    // As another server, a minute later: until then the turn is the killed one's.
    const clock = (): string => new Date(Date.now() + 60_000).toISOString();
    expect(await send({}, { ...world.parts, clock })).toEqual({ delivered: 3, failed: 0 });
    await expect.poll(() => readme.printed.length, { timeout: 60_000 }).toBe(3);
    expect(readme.printed).toEqual(['b-3', 'b-4', 'b-5'].map((id) => `booking.created ${id} enrolled`));
    // Sent by somebody who knows the address, and not the secret.
    const forged = await fetch(readme.url, {
      method: 'POST',
      body: '{}',
      headers: { 'webhook-id': 'a', 'webhook-timestamp': '1', 'webhook-signature': 'v1,AAAA' },
    });
    expect(forged.status).toBe(400);
  });
}

/** The receiver that the README shows, as it stands there but for its port. */
async function startReadmeReceiver(secret: string) {
  const readme = await readFile(join(import.meta.dirname, '../../../../packages/server/README.md'), 'utf8');
  const code = /```js\n([^`]*from 'standardwebhooks'[^`]*)```/.exec(readme)?.[1] ?? '';
  expect(code).toContain('.listen(3000)');
  const free = `.listen(0, '127.0.0.1', function () { console.log(this.address().port); })`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code.replace('.listen(3000)', free)], {
    cwd: join(import.meta.dirname, '../../../..'),
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
