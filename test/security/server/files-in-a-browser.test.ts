// What a browser does with files that are two things at once, or not what they are called.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { SHORT_LIVED_ARGS, WHOLE_CHROMIUM_PATH } from '../../support/chromium-args.js';
import { freshId, json, startAttackedServer, type Ask, type AttackedServer } from './support/attacked-server.js';
import { KEPT } from './support/disguised-files.js';
import { makeRecords, newCertificate, pdf, providerOf, type Records } from './support/records.js';

let server: AttackedServer;
let records: Records;
let ask: Ask;
beforeAll(async () => {
  server = await startAttackedServer();
  records = await makeRecords(server);
  ask = server.as(providerOf(records));
});
afterAll(() => server.close());

describe('a browser that is sent to a certificate', () => {
  let browser: Browser;
  let page: Page;
  const asked: string[] = [];
  let door: Server;
  let origin: string;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: WHOLE_CHROMIUM_PATH, args: SHORT_LIVED_ARGS });
    // Browsers send no token when they follow a link: this stands for a host that adds one, on the origin of its pages.
    door = createServer((request, response) => {
      if (request.url === '/page') {
        response.setHeader('Content-Type', 'text/html');
        response.end('<!doctype html><title>page</title>');
        return;
      }
      void ask((request.url ?? '').replace(/^\/naked/, '')).then(async (answer) => {
        for (const [header, value] of answer.headers) {
          // A careless host passes the file on as something to be shown.
          if (request.url?.startsWith('/naked') && header === 'content-disposition') continue;
          if (header !== 'connection' && header !== 'transfer-encoding') response.setHeader(header, value);
        }
        response.end(Buffer.from(await answer.arrayBuffer()));
      });
    });
    await new Promise<void>((done) => door.listen(0, '127.0.0.1', done));
    origin = `http://127.0.0.1:${(door.address() as AddressInfo).port}`;
    page = await browser.newPage();
    page.setDefaultTimeout(90_000);
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  });
  afterAll(async () => {
    await browser.close();
    door.closeAllConnections();
    door.close();
  });

  // One for all: whatever a file did to it is gone with the next document.
  beforeEach(async () => {
    await page.goto(`${origin}/page`);
    asked.length = 0;
  });

  it.each(Object.keys(KEPT))('that is %s saves it, and runs nothing of it', async (name) => {
    const { bytes, name: fileName } = KEPT[name] ?? { bytes: pdf(), name: '' };
    const id = await idOf(bytes, fileName);
    const download = page.waitForEvent('download');
    await page.goto(`${origin}/certificates/${id}/file`).catch(() => undefined);
    const saved = (await download).suggestedFilename();
    expect(saved).not.toMatch(/[\\/\u202e]/);
    expect(await page.title()).toBe('page');
    expect(asked).not.toContain('/hit');
  });

  it.each(Object.keys(KEPT))(
    'that is %s runs nothing of it, even when a host shows it in a frame or as script',
    async (name) => {
      const { bytes, name: fileName } = KEPT[name] ?? { bytes: pdf(), name: '' };
      const address = `${origin}/naked/certificates/${await idOf(bytes, fileName)}/file`;
      const reached = await page.evaluate(async (url) => {
        const load = (element: HTMLElement) =>
          new Promise<void>((done) => {
            element.onload = () => done();
            element.onerror = () => done();
            document.body.append(element);
          });
        const frame = Object.assign(document.createElement('iframe'), { src: url });
        await load(frame);
        await load(Object.assign(document.createElement('script'), { src: url }));
        await load(Object.assign(document.createElement('link'), { rel: 'stylesheet', href: url }));
        let inside: unknown;
        try {
          inside = frame.contentDocument?.body.innerHTML ?? undefined;
        } catch {
          inside = undefined;
        }
        return { inside, hit: (window as { hit?: unknown }).hit, title: document.title };
      }, address);
      expect(reached).toEqual({ inside: undefined, hit: undefined, title: 'page' });

      await page.goto(address).catch(() => undefined);
      expect(await page.evaluate(() => (window as { hit?: unknown }).hit).catch(() => undefined)).toBeUndefined();
      expect(asked).not.toContain('/hit');
    },
  );
});

/** The certificate with these bytes: the one that is there, or a new one. */
async function idOf(bytes: Buffer<ArrayBuffer>, fileName: string): Promise<string> {
  const { bookingId, certificationId } = records;
  const fields = newCertificate({ booking_id: bookingId, certification_id: certificationId });
  const file = { file: bytes.toString('base64'), file_name: fileName };
  const body = (await (await ask('/certificates', json('POST', { ...fields, ...file }))).json()) as {
    id?: string;
    current?: { id: string };
  };
  return body.id ?? body.current?.id ?? freshId('none');
}
