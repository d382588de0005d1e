import type { Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contentDisposition } from '../../../packages/server/src/files/content-disposition.js';
import { fileResponse } from '../../../packages/server/src/files/send-file.js';
import type { StreamableBinary } from '../../../packages/server/src/files/server-file-store.js';
import { drain, sha256Of, someBytes } from './bytes.js';
import { expectSame } from './expect-same.js';
import { openDiskWorld, type DiskWorld } from './disk-world.js';
import { openFilesOf, until } from './open-files.js';

const BYTES = someBytes(1000);
const SHA256 = sha256Of(BYTES);
const ETAG = `"${SHA256}"`;

function send(headers: Record<string, string> = {}, method = 'GET', fileName = 'diploma.pdf'): Response {
  const request = new Request('http://localhost/certificates/1/file', { method, headers });
  return fileResponse(new Blob([BYTES]), { request, fileName, mediaType: 'application/pdf', sha256: SHA256 });
}

describe('sending a file', () => {
  it('sends all of it, to be saved and never to be run in a page', async () => {
    const response = send();
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toEqual({
      'accept-ranges': 'bytes',
      'cache-control': 'private, no-cache, no-transform',
      'content-disposition': `attachment; filename="diploma.pdf"; filename*=UTF-8''diploma.pdf`,
      'content-length': '1000',
      'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
      'content-type': 'application/pdf',
      'cross-origin-resource-policy': 'same-origin',
      etag: ETAG,
      vary: 'Authorization',
      'x-content-type-options': 'nosniff',
    });
    expectSame(await drain(response.body!), BYTES);
  });

  it('answers HEAD like GET, without the bytes', () => {
    const response = send({}, 'HEAD');
    expect(response.body).toBeNull();
    expect(Object.fromEntries(response.headers)).toEqual(Object.fromEntries(send().headers));
  });

  it.each([
    ['bytes=0-9', 0, 10],
    ['bytes=990-', 990, 1000],
    ['bytes=-5', 995, 1000],
    ['bytes=-5000', 0, 1000],
    ['bytes=500-99999', 500, 1000],
    ['BYTES=7-7', 7, 8],
  ])('sends the part that %s asks for', async (range, start, end) => {
    const response = send({ range });
    expect(response.status).toBe(206);
    expect(response.headers.get('content-range')).toBe(`bytes ${start}-${end - 1}/1000`);
    expect(response.headers.get('content-length')).toBe(String(end - start));
    expectSame(await drain(response.body!), BYTES.slice(start, end));
  });

  it.each(['bytes=1000-', 'bytes=5000-6000', 'bytes=-0', `bytes=${'9'.repeat(400)}-`])(
    'answers 416 with the size to %s, which is not there',
    (range) => {
      const response = send({ range });
      expect(response.status).toBe(416);
      expect(response.headers.get('content-range')).toBe('bytes */1000');
      expect(response.body).toBeNull();
    },
  );

  it.each(['bytes=0-1,5-9', 'bytes=9-1', 'bytes=-', 'bytes=a-b', 'items=0-1', 'bytes', 'bytes=1.5-2', 'bytes=0x1-2'])(
    'sends all of it to %s, which it does not understand',
    (range) => {
      const response = send({ range });
      expect(response.status).toBe(200);
      expect(response.headers.get('content-length')).toBe('1000');
    },
  );

  it('sends a part to whoever has the same version, and all of it to whoever has another', () => {
    const range = 'bytes=0-9';
    expect(send({ range, 'if-range': ETAG }).status).toBe(206);
    expect(send({ range, 'if-range': '"other"' }).status).toBe(200);
    expect(send({ range, 'if-range': `W/${ETAG}` }).status).toBe(200);
    expect(send({ range, 'if-range': 'Sat, 21 Nov 2026 12:00:00 GMT' }).status).toBe(200);
  });

  it('knows no part of a HEAD', () => {
    expect(send({ range: 'bytes=0-9' }, 'HEAD').status).toBe(200);
  });

  it.each([ETAG, `W/${ETAG}`, `"other", ${ETAG}`, '*'])('sends nothing to whoever has it already: %s', (tag) => {
    const response = send({ 'if-none-match': tag, range: 'bytes=5000-' });
    expect(response.status).toBe(304);
    expect(response.body).toBeNull();
    expect(response.headers.get('etag')).toBe(ETAG);
    expect(response.headers.get('cache-control')).toContain('private');
  });

  it('sends it to whoever has another', () => {
    expect(send({ 'if-none-match': '"other"' }).status).toBe(200);
  });

  it('calls what it does not know a row of bytes', () => {
    const request = new Request('http://localhost/');
    const mediaType = 'text/html\r\nset-cookie: a=b';
    const response = fileResponse(new Blob([BYTES]), { request, fileName: 'x', mediaType, sha256: SHA256 });
    expect(response.headers.get('content-type')).toBe('application/octet-stream');
    expect(response.headers.get('set-cookie')).toBeNull();
  });
});

describe('the name a file is saved under', () => {
  it.each([
    ['diploma.pdf', 'diploma.pdf', 'diploma.pdf'],
    ['Diploma Zoë.pdf', 'Diploma Zo_.pdf', 'Diploma%20Zo%C3%AB.pdf'],
    ['证书.pdf', '__.pdf', '%E8%AF%81%E4%B9%A6.pdf'],
    ['a"b\\c.pdf', 'a_b_c.pdf', 'a_b_c.pdf'],
    ['../../etc/passwd', '_.._etc_passwd', '_.._etc_passwd'],
    ['C:\\Windows\\x.pdf', 'C__Windows_x.pdf', 'C__Windows_x.pdf'],
    ["it's (1)*100%.pdf", "it's (1)_100_.pdf", 'it%27s%20%281%29_100%25.pdf'],
    ['a\r\nSet-Cookie: b=c.pdf', 'a__Set-Cookie_ b=c.pdf', 'a__Set-Cookie_%20b%3Dc.pdf'],
    ['x; filename=evil.exe', 'x; filename=evil.exe', 'x%3B%20filename%3Devil.exe'],
    ['invoice\u202efdp.exe', 'invoice_fdp.exe', 'invoice_fdp.exe'],
    ['invoice\u061cfdp.exe', 'invoice_fdp.exe', 'invoice_fdp.exe'],
    ['half \ud83d.pdf', 'half _.pdf', 'half%20_.pdf'],
    ['\u0000', '_', '_'],
    ['   ', 'file', 'file'],
    ['..', 'file', 'file'],
  ])('makes %j safe', (name, plain, encoded) => {
    const header = contentDisposition(name);
    expect(header).toBe(`attachment; filename="${plain}"; filename*=UTF-8''${encoded}`);
    expect(new Headers({ 'content-disposition': header }).get('content-disposition')).toBe(header);
  });

  it('is short enough for a file system, and keeps its ending', () => {
    const name = decodeURIComponent(contentDisposition(`${'é'.repeat(5000)}.pdf`).split("''")[1]!);
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(200);
    expect(name).toMatch(/^é+\.pdf$/);
  });
});

describe('sending over a socket', () => {
  let world: DiskWorld;
  let file: StreamableBinary;
  const big = someBytes(30_000_000);
  const server = createAdaptorServer({
    fetch: (request) =>
      fileResponse(file, { request, fileName: 'big.pdf', mediaType: 'application/pdf', sha256: sha256Of(big) }),
  });
  const port = (): number => (server.address() as AddressInfo).port;

  beforeAll(async () => {
    world = await openDiskWorld();
    const { sha256 } = await world.files.stage(new Blob([big]));
    file = (await world.files.open(sha256))!;
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterAll(async () => {
    const closed = new Promise((resolve) => server.close(resolve));
    // What a failed test left open.
    (server as Server).closeAllConnections();
    await closed;
    await world.close();
  });

  it('arrives whole, and in parts that fit together', async () => {
    const url = `http://127.0.0.1:${port()}/`;
    const whole = await fetch(url);
    expectSame(new Uint8Array(await whole.arrayBuffer()), big);
    const halves = await Promise.all(
      ['bytes=0-14999999', 'bytes=15000000-'].map(async (range) =>
        (await fetch(url, { headers: { range } })).arrayBuffer(),
      ),
    );
    expectSame(new Uint8Array(await new Blob(halves).arrayBuffer()), big);
  });

  it('closes the file when the receiver goes away half-way', async () => {
    const socket = connect(port(), '127.0.0.1');
    socket.write('GET / HTTP/1.1\r\nhost: localhost\r\n\r\n');
    await new Promise((resolve) => socket.once('data', resolve));
    socket.pause();
    // The head can come before the file is open.
    await until(() => openFilesOf(world.directory).length === 1);
    socket.destroy();
    await until(() => openFilesOf(world.directory).length === 0);
  });

  it('opens nothing for HEAD', async () => {
    const response = await fetch(`http://127.0.0.1:${port()}/`, { method: 'HEAD' });
    expect(response.headers.get('content-length')).toBe(String(big.length));
    expect(openFilesOf(world.directory)).toEqual([]);
  });
});
