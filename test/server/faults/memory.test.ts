import { createHash, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { freshDatabase, type TestDatabase } from '../../support/postgres.js';
import { ask, largePdf, openSchool, type Door, type School } from './support/school.js';
import { bundleServer, type ServerProcess, type ServerProgram } from './support/server-process.js';

const UPLOADS = 200;
const UPLOAD_MB = 2;
/** Of 400 that all of them send: what each of them has on its way is the same, however large it is. */
const MOST_GROWTH_MB = 250;

let program: ServerProgram;
let database: TestDatabase;
let dataDir: string;
let server: ServerProcess;
let school: School;
let door: Door;
beforeAll(async () => {
  [program, database, dataDir] = await Promise.all([
    bundleServer(),
    freshDatabase(),
    mkdtemp(join(tmpdir(), 'enrollkit-memory-')),
  ]);
  server = await program.start({
    DATABASE_URL: database.url,
    ENROLLKIT_DATA_DIR: dataDir,
    ENROLLKIT_MAX_FILE_SIZE: '200 MB',
  });
  school = await openSchool(database.url, server.url, { bookings: UPLOADS });
  door = { url: server.url, key: school.key };
});
afterAll(async () => {
  await school.close();
  await program.end();
  await database.drop();
  await rm(dataDir, { recursive: true, force: true });
});

describe.skipIf(process.platform !== 'linux')('the memory of the server', () => {
  beforeEach(() => server.forgetPeak());

  /** How much more it had at most, while this was done. */
  async function growthOf(work: () => Promise<void>): Promise<number> {
    const before = await server.memory();
    await work();
    const growth = (await server.memory()).peak - before.now;
    console.log(`note: grew by ${growth.toFixed(0)} MB, from ${before.now.toFixed(0)} MB`);
    return growth;
  }

  it(`stays flat with ${UPLOADS} uploads at the same time`, async () => {
    const most = largePdf(UPLOAD_MB * 1_000_000);
    const growth = await growthOf(async () => {
      const answers = await Promise.all(
        // Each is a file that nothing else has.
        school.bookingIds.map((bookingId) =>
          upload(
            bookingId,
            [most, Buffer.from(`% ${randomUUID()}\n`), PDF_END],
            (field) => `certificates[0][${field}]`,
          ),
        ),
      );
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    });
    expect(growth).toBeLessThan(MOST_GROWTH_MB);
  });

  it('stays flat with a file of 150 MB, in and out', async () => {
    const growth = await growthOf(async () => {
      const { id, sha256 } = await uploadLarge(150);
      const file = await ask(door, `/certificates/${id}/file`);
      const hash = createHash('sha256');
      for await (const chunk of file.body ?? []) hash.update(chunk as Uint8Array);
      expect(hash.digest('hex')).toBe(sha256);
    });
    expect(growth).toBeLessThan(60);
  });
});

const PDF_END = Buffer.from('\ntrailer\n<< /Size 1 >>\nstartxref\n0\n%%EOF\n');

/** Sends a PDF of so many megabytes without having it in memory. */
async function uploadLarge(megabytes: number): Promise<{ readonly id: string; readonly sha256: string }> {
  const hash = createHash('sha256');
  const piece = largePdf(1_000_000).subarray(0, 1_000_000);
  function* content(): Generator<Uint8Array> {
    for (let count = 0; count <= megabytes; count += 1) {
      const part = count < megabytes ? piece : PDF_END;
      hash.update(part);
      yield part;
    }
  }
  const { status, body } = await upload(school.bookingIds[0] ?? '', content());
  expect(status, body).toBe(201);
  const { id } = JSON.parse(body) as { readonly id: string };
  return { id, sha256: hash.digest('hex') };
}

/** Sends a certificate in a form, of which this process makes nothing but its heads: it would take longer than the server. */
async function upload(
  bookingId: string,
  content: Iterable<Uint8Array>,
  named = (field: string): string => field,
): Promise<{ readonly status: number | undefined; readonly body: string }> {
  const boundary = 'large';
  const fields = { booking_id: bookingId, certification_id: 'foundation', valid_from: '2026-09-12' };
  function* form(): Generator<Uint8Array> {
    for (const [name, value] of Object.entries(fields))
      yield Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="${named(name)}"\r\n\r\n${value}\r\n`);
    yield Buffer.from(
      `--${boundary}\r\nContent-Disposition: form-data; name="${named('file')}"; filename="a.pdf"\r\n\r\n`,
    );
    yield* content;
    yield Buffer.from(`\r\n--${boundary}--\r\n`);
  }
  const headers = { Authorization: `Bearer ${door.key}`, 'Content-Type': `multipart/form-data; boundary=${boundary}` };
  const sending = request(`${door.url}/certificates`, { method: 'POST', headers });
  const answered = new Promise<{ readonly status: number | undefined; readonly body: string }>((resolve, reject) => {
    sending
      .once('response', (response) => {
        text(response).then((body) => resolve({ status: response.statusCode, body }), reject);
      })
      .once('error', reject);
  });
  await pipeline(form(), sending);
  return answered;
}
