import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runCli } from '../support/run-cli.js';

/** Answers each request as a server might that means harm. */
let server: Server;
let url: string;
const asked: string[] = [];
beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(`${request.headers.authorization} at ${request.url?.split('/')[1]}`);
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
