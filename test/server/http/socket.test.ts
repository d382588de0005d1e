import { once } from 'node:events';
import { readdir, stat } from 'node:fs/promises';
import { request, type ClientRequest, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { serve, type ServerType } from '@hono/node-server';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createApp } from '../../../packages/server/src/create-app.js';
import { heldBufferBytes } from '../../support/held-memory.js';
import { made, makeCourse, pdf } from '../support/course.js';
import { openHttpWorld, type HttpWorld, type Provider } from '../support/http-world.js';

const MB = 1024 * 1024;
/** As much as a file may have. */
const MOST_MB = 32;
let world: HttpWorld;
let server: ServerType;
/** Waits half a second for a body. */
let impatient: ServerType;
let provider: Provider;

beforeAll(async () => {
  world = await openHttpWorld({ maxFileBytes: MOST_MB * MB });
  server = await listen(world.app);
  const settings = { ...world.parts.settings, requestTimeoutMs: 500 };
  impatient = await listen(createApp({ ...world.parts, settings }));
});
afterAll(async () => {
  server.close();
  impatient.close();
  await world.close();
});
beforeEach(async () => {
  provider = world.newProvider();
  await makeCourse(provider.call);
});
// Who was answered may hear so before its file is gone.
afterEach(() => expect.poll(spooled).toEqual([]));

async function listen(app: HttpWorld['app']): Promise<ServerType> {
  const listening = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' });
  await once(listening, 'listening');
  return listening;
}

const spooled = () => readdir(world.spoolDir);

const BOUNDARY = 'a-boundary';
const part = (head: string, value = '') => `--${BOUNDARY}\r\nContent-Disposition: form-data; ${head}\r\n\r\n${value}`;
const FIELDS = [
  part('name="booking_id"', 'b-1\r\n'),
  part('name="certification_id"', 'foundation\r\n'),
  part('name="valid_from"', '2026-09-12\r\n'),
].join('');
const FILE_HEAD = `--${BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="diploma.pdf"\r\nContent-Type: application/pdf\r\n\r\n`;
const END = `\r\n--${BOUNDARY}--\r\n`;

async function post({
  to = server,
  headers = {},
}: { to?: ServerType; headers?: Record<string, string> } = {}): Promise<ClientRequest> {
  const { port } = to.address() as AddressInfo;
  return request({
    host: '127.0.0.1',
    port,
    path: '/certificates',
    method: 'POST',
    headers: {
      Authorization: `Bearer ${await world.token(provider.actor)}`,
      'Content-Type': `multipart/form-data; boundary=${BOUNDARY}`,
      ...headers,
    },
  });
}

async function answerOf(
  sent: ClientRequest,
): Promise<{ readonly status: number; readonly body: Record<string, unknown> }> {
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  return {
    status: response.statusCode ?? 0,
    body: JSON.parse(Buffer.concat(chunks).toString()) as Record<string, unknown>,
  };
}

async function write(sent: ClientRequest, chunk: string | Uint8Array): Promise<void> {
  if (!sent.write(chunk)) await once(sent, 'drain');
}

/** Waits until the first bytes of a file are in the spool. */
async function firstBytesIn(): Promise<void> {
  await expect
    .poll(async () => {
      const [name] = await spooled();
      return name === undefined ? 0 : (await stat(join(world.spoolDir, name))).size;
    })
    .toBeGreaterThan(0);
}

describe('over a socket', () => {
  it('takes a certificate of 30 MB from a form without having it in memory', async () => {
    const sent = await post();
    const answer = answerOf(sent);
    await write(sent, FILE_HEAD);
    await write(sent, '%PDF-1.7\n');
    const block = Buffer.alloc(MB, '%');
    const before = heldBufferBytes();
    let most = 0;
    for (let sentMb = 1; sentMb <= 30; sentMb += 1) {
      await write(sent, block);
      // Looking goes through all that this process has.
      if (sentMb % 10 === 0) most = Math.max(most, heldBufferBytes() - before);
    }
    await write(sent, `\ntrailer\n<< /Size 1 >>\nstartxref\n0\n%%EOF\n\r\n`);
    // The fields after the file.
    sent.end(FIELDS + END.slice(2));
    const { status, body } = await answer;
    expect([status, JSON.stringify(body)]).toEqual([201, expect.stringContaining('"size_bytes":31457')]);
    expect(most / MB).toBeLessThan(8);
  });

  it('keeps nothing of a sender that goes away in the middle of a file', async () => {
    const sent = await post();
    sent.on('error', () => undefined);
    await write(sent, FIELDS + FILE_HEAD);
    await write(sent, Buffer.alloc(MB, '%'));
    await firstBytesIn();
    sent.destroy();
    await expect.poll(spooled).toEqual([]);
    expect(await made(provider.call('/certificates'))).toMatchObject({ total: 0 });
  });

  it('refuses a file that ends before its form does', async () => {
    const sent = await post();
    sent.end(FIELDS + FILE_HEAD + '%PDF-1.7\n');
    expect(await answerOf(sent)).toMatchObject({ status: 400, body: { errors: [{ code: 'multipart-malformed' }] } });
  });

  it.each(['multipart/form-data; boundary=a-boundary', 'application/json'])(
    'stops waiting for a body that never ends: %s',
    async (type) => {
      const sent = await post({ to: impatient, headers: { 'Content-Type': type } });
      sent.on('error', () => undefined);
      const answer = answerOf(sent);
      await write(sent, type === 'application/json' ? '{"booking_id":' : FIELDS + FILE_HEAD);
      const { status, body } = await answer;
      expect([status, body]).toMatchObject([408, { errors: [{ code: 'body-too-slow' }] }]);
      sent.destroy();
    },
  );

  it('refuses one certificate that is too large, and stores the next one', async () => {
    const sent = await post();
    const answer = answerOf(sent);
    await write(sent, FIELDS + FILE_HEAD);
    for (let index = 0; index <= MOST_MB; index += 1) await write(sent, Buffer.alloc(MB, '%'));
    sent.end(END);
    expect(await answer).toMatchObject({ status: 413, body: { code: 'too-large', errors: [{ path: 'file' }] } });

    const next = await post();
    next.end(Buffer.concat([Buffer.from(FIELDS + FILE_HEAD), pdf(), Buffer.from(END)]));
    expect(await answerOf(next)).toMatchObject({ status: 201 });
  });

  it.each([1009, 70_001])('takes a bundle in pieces of %d bytes as it was', async (pieceBytes) => {
    // Below, at and above what is gathered before it is written, and larger than a file may be.
    const sizes = [0, 100_000, 128 * 1024, 128 * 1024 + 1, 400_000, (MOST_MB + 1) * MB, 300];
    const files = sizes.map((size, index) =>
      Buffer.concat([pdf(`${pieceBytes} ${index}`), Buffer.alloc(size, '%'), pdf()]),
    );
    const body = Buffer.concat(
      files.flatMap((file, index) => {
        const named = (text: string) =>
          Buffer.from(text.replaceAll(/name="(\w+)"/g, `name="certificates[${index}][$1]"`));
        return [named(FIELDS + FILE_HEAD), file, Buffer.from('\r\n')];
      }),
    );
    const sent = await post();
    const answer = answerOf(sent);
    for (let at = 0; at < body.length; at += pieceBytes) {
      // What is refused needs no small pieces.
      const isLarge = at > 2 * MB && at < MOST_MB * MB;
      const end = isLarge ? MOST_MB * MB : Math.min(at + pieceBytes, body.length);
      await write(sent, body.subarray(at, end));
      if (isLarge) at = end - pieceBytes;
    }
    sent.end(END.slice(2));
    const { status, body: answered } = await answer;
    const items = answered.items as { readonly outcome: string; readonly certificate?: { readonly id: string } }[];
    expect([status, items.map(({ outcome }) => outcome)]).toEqual([
      207,
      sizes.map((size) => (size > MOST_MB * MB ? 'refused' : 'created')),
    ]);
    for (const [index, { certificate }] of items.entries()) {
      if (!certificate) continue;
      const file = await provider.call(`/certificates/${certificate.id}/file`);
      expect(Buffer.from(await file.arrayBuffer()).equals(files[index] as Buffer), `file ${index}`).toBe(true);
    }
  });

  it('takes a part with a header that is no header, or too many, for no form', async () => {
    for (const head of [`X: ${'y'.repeat(100_000)}\r\n`, 'X-A: 1\r\n'.repeat(3000)]) {
      const sent = await post();
      sent.on('error', () => undefined);
      sent.end(`--${BOUNDARY}\r\n${head}Content-Disposition: form-data; name="booking_id"\r\n\r\nb-1${END}`);
      const { status } = await answerOf(sent);
      expect(status).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(500);
    }
  });
});
