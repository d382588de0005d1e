import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runCli } from '../support/run-cli.js';

/** Answers each request as a server might that means harm. */
let server: Server;
let url: string;
const asked: string[] = [];
/** What was sent under which key, where the server asks for it again and again. */
const sent: (readonly [key: unknown, body: string])[] = [];
beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(`${request.headers.authorization} at ${request.url?.split('/')[1]}`);
    if (request.url?.startsWith('/again/')) {
      void readAll(request).then((body) => {
        sent.push([request.headers['idempotency-key'], body]);
        response.writeHead(500, {
          'content-type': 'application/problem+json',
          'retry-after': request.url?.startsWith('/again/later/') ? '1' : '0',
        });
        response.end(JSON.stringify({ code: 'internal', detail: 'Send it again' }));
      });
      return;
    }
    request.resume();
    if (request.url?.startsWith('/away/')) response.writeHead(307, { location: url }).end();
    else {
      const detail = '\u001b]0;gotcha\u0007\u001b[2Jdone\u202e';
      response.writeHead(422, { 'content-type': 'application/problem+json' });
      response.end(JSON.stringify({ code: 'invalid', detail }));
    }
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});
afterAll(() => void server.close());

async function readAll(request: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

const send = (address: string) =>
  runCli(['feed', 'import', '-', '--server', address, '--yes'], {
    env: { ENROLLKIT_TOKEN: 'secret' },
    input: '<Products/>',
  });

it('does not let the words of a server steer the terminal', async () => {
  const { code, err } = await send(url);
  expect(code).toBe(2);
  expect(err).toContain('422');
  expect(err.trimEnd()).not.toMatch(/[\p{Cc}\u202e]/u);
});

it('takes its key nowhere else', async () => {
  asked.length = 0;
  const { code } = await send(`${url}away/`);
  expect(code).toBe(2);
  expect(asked).toEqual(['Bearer secret at away']);
});

it('says that a key is sent without encryption, unless it stays on this machine', async () => {
  const far = await send('http://school.invalid/');
  expect(far.err).toContain('onversleuteld');
  expect(far.err).not.toContain('secret');
  expect((await send(url)).err).not.toContain('onversleuteld');
});

it('takes no address of a server with a user name in it', async () => {
  const { code, err } = await send('https://me:hidden@school.invalid/');
  expect([code, err]).toEqual([2, expect.stringContaining('gebruikersnaam')]);
  expect(err).not.toContain('hidden');
});

it('sends a file again where the server asks for that, under one key, and at last says what the server says', async () => {
  sent.length = 0;
  const folder = await mkdtemp(join(tmpdir(), 'enrollkit-again-'));
  const file = join(folder, 'feed.xml');
  await writeFile(file, '<Products/>');
  const { code, err } = await runCli(['feed', 'import', file, '--server', `${url}again/`, '--yes'], {
    env: { ENROLLKIT_TOKEN: 'secret' },
  });
  expect([code, err]).toEqual([2, expect.stringContaining('Send it again')]);
  expect(err).not.toContain('opnieuw verstuurd');
  expect(sent).toEqual(Array.from({ length: 4 }, () => [sent[0]?.[0], '<Products/>']));
  expect(sent[0]?.[0]).toMatch(/^[\da-f-]{36}$/);

  const later = await runCli(['feed', 'import', file, '--server', `${url}again/later/`, '--yes'], {
    env: { ENROLLKIT_TOKEN: 'secret' },
  });
  await rm(folder, { recursive: true });
  expect(later.err.match(/Over 1\u00a0s wordt hij opnieuw verstuurd/g)).toHaveLength(3);
});

it('sends what is piped in once: it can be read only once', async () => {
  sent.length = 0;
  const { code } = await send(`${url}again/`);
  expect(code).toBe(2);
  expect(sent.map(([, body]) => body)).toEqual(['<Products/>']);
});
