import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  startEmbeddedPostgres,
  type EmbeddedPostgres,
} from '../../../packages/server/src/database/embedded/embedded-postgres.js';
import { clusterFolder, silent } from '../../support/postgres.js';
import { restartPostgres } from './support/restart-postgres.js';
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

const WORKERS = 6;
const RESTARTS = 2;

let program: ServerProgram;
let dataDir: string;
let postgres: EmbeddedPostgres;
let server: ServerProcess;
let school: School;
beforeAll(async () => {
  dataDir = await clusterFolder();
  [program, postgres] = await Promise.all([bundleServer(), startEmbeddedPostgres({ dataDir, log: silent })]);
  server = await program.start({ DATABASE_URL: postgres.url, ENROLLKIT_DATA_DIR: dataDir });
  school = await openSchool(postgres.url, server.url, { bookings: WORKERS });
  // Broken connections of the test's own are no news.
  school.database.pool.on('error', () => undefined);
});
afterAll(async () => {
  await school.close();
  await program.end();
  await postgres.stop();
  await rm(dataDir, { recursive: true, force: true });
});

it('refuses for a moment when the database restarts under load, goes on, and has all that it acknowledged', async () => {
  const door = { url: server.url, key: school.key };
  const acknowledged = new Map<string, string>();
  const versions = new Map<string, number>();
  const refusals: { readonly status: number; readonly code: string; readonly retryAfter: string | null }[] = [];
  let isOver = false;
  let done = 0;
  const progressed: (() => void)[] = [];

  async function hear<Body>(response: Response): Promise<Body | undefined> {
    const body = (await response.json()) as Body & { readonly code: string };
    if (response.ok) {
      done += 1;
      for (const tell of progressed.splice(0)) tell();
      return body;
    }
    refusals.push({ status: response.status, code: body.code, retryAfter: response.headers.get('retry-after') });
    return undefined;
  }

  async function work(bookingId: string): Promise<void> {
    for (let count = 0; !isOver; count += 1) {
      const file = largePdf(2000);
      const upload = { method: 'POST', body: bundleOf([{ bookingId, file }]) };
      const bundle = await hear<{ items: { outcome: string; certificate: { id: string } }[] }>(
        await ask(door, '/certificates', upload),
      );
      for (const { outcome, certificate } of bundle?.items ?? [])
        if (outcome === 'created') acknowledged.set(certificate.id, sha256Of(file));
      const patch = {
        method: 'PATCH',
        body: JSON.stringify({ participation_status: count % 2 === 0 ? 'no-show' : 'completed' }),
        headers: { 'Content-Type': 'application/json' },
      };
      const booking = await hear<{ version: number }>(await ask(door, `/bookings/${bookingId}`, patch));
      if (booking) versions.set(bookingId, booking.version);
      await hear(await ask(door, '/bookings?size=5'));
    }
  }

  const progress = async (count: number): Promise<void> => {
    for (const target = done + count; done < target;) await new Promise<void>((resolve) => progressed.push(resolve));
  };

  const workers = school.bookingIds.map(work);
  for (let restart = 0; restart < RESTARTS; restart += 1) {
    await progress(30);
    await restartPostgres(dataDir);
  }
  await progress(30);
  isOver = true;
  await Promise.all(workers);

  for (const { status, retryAfter } of refusals) {
    expect([503, 504]).toContain(status);
    expect(Number(retryAfter)).toBeGreaterThan(0);
  }
  for (const [id, sha256] of acknowledged) expect(await downloadedSha256(door, id)).toBe(sha256);
  for (const [id, version] of versions) {
    const booking = await askJson(door, 'GET', `/bookings/${id}`);
    expect(booking.version).toBeGreaterThanOrEqual(version);
  }
  await expect.poll(async () => (await ask(door, '/healthz')).status).toBe(200);
});
