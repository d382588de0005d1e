import { serve, type ServerType } from '@hono/node-server';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { openRestBackend } from '@enrollkit/adapters/rest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formInOnePiece } from '../../../packages/adapters/src/rest/http/form-in-one-piece.js';
import { makeCourse, pdf } from '../support/course.js';
import { openHttpWorld, type HttpWorld } from '../support/http-world.js';

/** What a name or a value may hold, and what ends one when it is written as it is. */
const NAMES = [
  'plain',
  'Zoë 证书',
  'a "quoted" one',
  'two\r\nlines',
  'and\nmore\rof them',
  '%22 100 %',
  '; filename="x"',
  '',
];

describe('A form that Node sends in one piece', () => {
  it('has the same bytes as the form that fetch would write', async () => {
    const form = new FormData();
    for (const name of NAMES) form.append(name, name);
    // Where a file has no name, `fetch` makes a field of it.
    for (const name of NAMES.filter(Boolean))
      form.append(name, new File([`--- ${name}\r\n\0`], name, { type: 'application/pdf' }));
    form.append('typeless', new Blob(['x']));
    const { body, headers } = await formInOnePiece({ method: 'POST', headers: { Accept: 'x' }, body: form });
    expect(headers).toMatchObject({ Accept: 'x' });
    const written = new Response(form);
    const boundaryOf = (type: string) => type.split('boundary=')[1] as string;
    const plain = (text: string, type: string) => text.replaceAll(boundaryOf(type), 'boundary').trimEnd();
    const ours = (headers as Record<string, string>)['Content-Type'] as string;
    const theirs = written.headers.get('Content-Type') as string;
    expect(ours.startsWith('multipart/form-data; boundary=')).toBe(true);
    const sent = await new Response(body as ReadableStream).text();
    expect(headers).toMatchObject({ 'Content-Length': String(Buffer.byteLength(sent)) });
    expect(plain(sent, ours)).toBe(plain(await written.text(), theirs));
  });

  it('is sent as it is read when it is large, and what is no form is left alone', async () => {
    const form = new FormData();
    form.append('file', new Blob([new Uint8Array(17 * 1024 * 1024)]));
    for (const init of [{ body: form }, { body: '{}' }, {}]) expect(await formInOnePiece(init)).toBe(init);
  });
});

describe('The REST adapter in Node', () => {
  let world: HttpWorld;
  let server: ServerType;
  beforeAll(async () => {
    world = await openHttpWorld();
    server = serve({ fetch: world.app.fetch, port: 0, hostname: '127.0.0.1' });
    await once(server, 'listening');
  });
  afterAll(async () => {
    server.close();
    await world.close();
  });

  it('keeps the names of files as they are, one by one and in a bundle', async () => {
    const provider = world.newProvider();
    const { bookingId: enrollmentId, certificationId } = await makeCourse(provider.call);
    const { port } = server.address() as AddressInfo;
    const getToken = () => world.token(provider.actor);
    const backend = openRestBackend({ baseUrl: `http://127.0.0.1:${port}`, getToken, offlineQueue: false });
    const drafts = ['Zoë.pdf', 'a "quoted" one.pdf', '100 %22.pdf'].map((name) => ({
      enrollmentId,
      certificationId,
      validFrom: '2026-09-12',
      showsResults: false,
      file: new File([new Uint8Array(pdf(name))], name),
    }));
    const [first, ...others] = drafts as [(typeof drafts)[number], ...typeof drafts];
    expect(await backend.uploadCertificate(first)).toMatchObject({ file: { name: first.file.name } });
    expect(await backend.uploadCertificates(others)).toMatchObject(
      others.map(({ file: { name } }) => ({ certificate: { file: { name } } })),
    );
    backend.close();
  });
});
