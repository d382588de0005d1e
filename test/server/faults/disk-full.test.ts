import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findMissingFiles } from '../../../packages/server/src/files/find-missing-files.js';
import { openFileStore } from '../../../packages/server/src/files/open-file-store.js';
import { freshDatabase, type TestDatabase } from '../../support/postgres.js';
import { mountSmallDisk } from '../files/small-disk.js';
import {
  ask,
  askJson,
  bundleOf,
  downloadedSha256,
  largePdf,
  openSchool,
  sha256Of,
  type Door,
  type School,
} from './support/school.js';
import { bundleServer, type ServerProcess, type ServerProgram } from './support/server-process.js';

const disk = await mountSmallDisk(4);

describe.skipIf(!disk)('a server whose disk is full', () => {
  const dataDir = disk?.directory ?? '';
  let program: ServerProgram;
  let database: TestDatabase;
  let server: ServerProcess;
  let school: School;
  let door: Door;
  beforeAll(async () => {
    [program, database] = await Promise.all([bundleServer(), freshDatabase()]);
    server = await program.start({ DATABASE_URL: database.url, ENROLLKIT_DATA_DIR: dataDir });
    school = await openSchool(database.url, server.url, { bookings: 1 });
    door = { url: server.url, key: school.key };
  });
  afterAll(async () => {
    await school.close();
    await program.end();
    await database.drop();
    await disk?.unmount();
  });

  function upload(sizeBytes: number): { readonly sha256: string; readonly answer: Promise<Response> } {
    const file = largePdf(sizeBytes);
    const form = new FormData();
    for (const [name, value] of bundleOf([{ bookingId: school.bookingIds[0] ?? '', file }]))
      form.set(name.replace(/^certificates\[0\]\[(\w+)\]$/, '$1'), value);
    return { sha256: sha256Of(file), answer: ask(door, '/certificates', { method: 'POST', body: form }) };
  }

  it('says so, keeps what it has, leaves nothing half, and goes on when there is room', async () => {
    const kept = new Map<string, string>();
    let refused: Response | undefined;
    while (!refused) {
      const { sha256, answer } = upload(600_000);
      const response = await answer;
      if (response.ok) kept.set(((await response.json()) as { id: string }).id, sha256);
      else refused = response;
    }
    expect(kept.size).toBeGreaterThan(2);
    const problem: unknown = await refused.json();
    expect(problem, JSON.stringify(problem)).toMatchObject({ code: 'storage-full', status: 507 });

    // In JSON and in a bundle alike, and reading goes on.
    const fields = { booking_id: school.bookingIds[0], certification_id: 'foundation', valid_from: '2026-09-12' };
    const body = JSON.stringify({ ...fields, file: largePdf(900_000).toString('base64') });
    const json = await ask(door, '/certificates', {
      method: 'POST',
      body,
      headers: { 'Content-Type': 'application/json' },
    });
    expect(json.status).toBe(507);
    expect((await askJson(door, 'GET', '/certificates')).total).toBe(kept.size);
    const { files } = await openFileStore({ dataDir });
    expect(await findMissingFiles({ files, database: school.database })).toEqual([]);
    for (const [id, sha256] of kept) expect(await downloadedSha256(door, id)).toBe(sha256);

    const [oldest = ''] = kept.keys();
    expect((await ask(door, `/certificates/${oldest}`, { method: 'DELETE' })).status).toBe(204);
    const { sha256, answer } = upload(500_000);
    const stored = await answer;
    expect(stored.status).toBe(201);
    expect(await downloadedSha256(door, ((await stored.json()) as { id: string }).id)).toBe(sha256);
  });
});
