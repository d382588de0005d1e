// Files that are two things at once, or not what they are called: what is refused, and what a browser does with the rest.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { deflateRawSync } from 'node:zlib';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHROMIUM_ARGS, WHOLE_CHROMIUM_PATH } from '../../support/chromium-args.js';
import { freshId, json, startAttackedServer, type Ask, type AttackedServer } from './support/attacked-server.js';
import { makeRecords, newCertificate, pdf, providerOf, type Records } from './support/records.js';

const SCRIPT = '<script>window.hit=1;document.title="hit";fetch("/hit")</script>';

const pngHead = Buffer.from('89504e470d0a1a0a0000000d4948445200000001000000010804000000b51c0c02', 'hex');
const pngBody = Buffer.from('0000000b4944415478da6364f80f00010501012718e3660000000049454e44ae426082', 'hex');

/** A picture that carries a text. */
function png(text: string): Buffer<ArrayBuffer> {
  const chunk = Buffer.concat([Buffer.alloc(4), Buffer.from('tEXt'), Buffer.from(text), Buffer.alloc(4)]);
  chunk.writeUInt32BE(text.length, 0);
  return Buffer.concat([pngHead, chunk, pngBody]);
}

/** A zip file with one entry, as a Java archive is. */
function zip(name = 'META-INF/MANIFEST.MF', content = 'Main-Class: Hit'): Buffer<ArrayBuffer> {
  const data = deflateRawSync(content);
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(data.length, 18);
  local.writeUInt32LE(content.length, 22);
  local.writeUInt16LE(name.length, 26);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  return Buffer.concat([local, Buffer.from(name), data, end]);
}

const REFUSED: Readonly<Record<string, Buffer<ArrayBuffer>>> = {
  'a web page': Buffer.from(`<!doctype html>${SCRIPT}`),
  'a web page after spaces': Buffer.from(`  \n\t<html>${SCRIPT}</html>`),
  'a web page after a byte order mark': Buffer.from(`\ufeff<html>${SCRIPT}</html>`),
  'a web page that carries a PDF': Buffer.concat([Buffer.from(`<html>${SCRIPT}`), pdf()]),
  'a comment of HTML and then a PDF': Buffer.concat([Buffer.from('<!-- '), pdf(), Buffer.from(' -->')]),
  'an SVG picture': Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg">${SCRIPT}</svg>`),
  'an SVG picture with a declaration': Buffer.from(`<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>`),
  'an XML document with a style of its own': Buffer.from('<?xml version="1.0"?><?xml-stylesheet href="x"?><a/>'),
  'a script': Buffer.from('window.hit=1//%%EOF'),
  'a script of a shell': Buffer.from('#!/bin/sh\nrm -rf /\n%%EOF'),
  'a program of Windows': Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200), Buffer.from('%%EOF')]),
  'a program of Linux': Buffer.concat([Buffer.from('\x7fELF'), Buffer.alloc(200)]),
  'a zip file': zip(),
  'a picture that is a Java archive': Buffer.concat([Buffer.from('GIF89a'), Buffer.alloc(30), zip()]),
  'a zip file that carries a PDF': Buffer.concat([zip('a.pdf'), pdf()]),
  'a Word document': zip('word/document.xml', '<w/>'),
  'a PDF of which the end is missing': pdf().subarray(0, 20),
  'a PDF that needs a password': Buffer.from('%PDF-1.7\ntrailer\n<< /Encrypt 5 0 R /Size 1 >>\nstartxref\n0\n%%EOF\n'),
  'the name of a PDF and nothing else': Buffer.from('%PDF-'),
  nothing: Buffer.alloc(0),
};

/** What is a certificate by its bytes, and something else as well. */
const KEPT: Readonly<
  Record<string, { readonly bytes: Buffer<ArrayBuffer>; readonly name: string; readonly type: string }>
> = {
  'a PDF called a web page': { bytes: pdf(SCRIPT), name: 'x.html', type: 'application/pdf' },
  'a PDF that ends in a web page': {
    bytes: Buffer.concat([pdf(), Buffer.from(`<html>${SCRIPT}</html>`)]),
    name: 'x.htm',
    type: 'application/pdf',
  },
  'a PDF that ends in a Java archive': {
    bytes: Buffer.concat([pdf(), zip(), pdf().subarray(-30)]),
    name: 'x.jar',
    type: 'application/pdf',
  },
  'a picture with a script inside': { bytes: png(SCRIPT), name: 'x.svg', type: 'image/png' },
  'a PDF called a script': { bytes: pdf('script'), name: 'x.js', type: 'application/pdf' },
  'a PDF called a program': { bytes: pdf('program'), name: 'diploma.pdf\u202efdp.exe', type: 'application/pdf' },
};

let server: AttackedServer;
let records: Records;
let ask: Ask;
beforeAll(async () => {
  server = await startAttackedServer({ allowedOrigins: ['https://portal.example.nl'] });
  records = await makeRecords(server);
  ask = server.as(providerOf(records));
});
afterAll(() => server.close());

function send(bytes: Buffer<ArrayBuffer>, fileName: string): Promise<Response> {
  const { bookingId, certificationId } = records;
  const fields = newCertificate({ booking_id: bookingId, certification_id: certificationId });
  return ask('/certificates', json('POST', { ...fields, file: bytes.toString('base64'), file_name: fileName }));
}

function sendForm(path: string, bytes: Buffer<ArrayBuffer>, type: string): Promise<Response> {
  const form = new FormData();
  if (path === '/certificates') {
    form.set('booking_id', records.bookingId);
    form.set('certification_id', records.certificationId);
    form.set('valid_from', '2026-09-12');
  }
  form.set('file', new File([bytes], 'diploma.pdf', { type }));
  return ask(path, { method: 'POST', body: form });
}

describe('a file', () => {
  it.each(Object.keys(REFUSED))(
    'that is %s and is called diploma.pdf is refused by its bytes, and not kept',
    async (name) => {
      const bytes = REFUSED[name] ?? Buffer.alloc(0);
      const before = await storedFiles();
      const answers = [
        await send(bytes, 'diploma.pdf'),
        await sendForm('/certificates', bytes, 'application/pdf'),
        await sendForm(`/bookings/${records.bookingId}/invoice`, bytes, 'application/pdf'),
      ];
      for (const answer of answers) expect([415, 422], await answer.text()).toContain(answer.status);
      expect(await storedFiles()).toEqual(before);
    },
  );

  it.each(Object.keys(KEPT))('that is %s goes out as what its bytes are, to be saved', async (name) => {
    const { bytes, name: fileName, type } = KEPT[name] ?? { bytes: pdf(), name: '', type: '' };
    const stored = (await (await send(bytes, fileName)).json()) as { id: string };
    for (const headers of [{}, { Range: 'bytes=20-' }, { Accept: 'text/html' }]) {
      const file = await ask(`/certificates/${stored.id}/file`, { headers });
      expect(file.headers.get('content-type')).toBe(type);
      expect(file.headers.get('x-content-type-options')).toBe('nosniff');
      expect(file.headers.get('content-disposition')).toMatch(/^attachment;/);
      expect(file.headers.get('content-security-policy')).toMatch(/^sandbox; default-src 'none'/);
      expect(file.headers.get('cross-origin-resource-policy')).toBe('same-origin');
      await file.arrayBuffer();
    }
  });
});

describe('a browser that is sent to a certificate', () => {
  let browser: Browser;
  let door: Server;
  let origin: string;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: WHOLE_CHROMIUM_PATH, args: CHROMIUM_ARGS });
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
  });
  afterAll(async () => {
    await browser.close();
    door.closeAllConnections();
    door.close();
  });

  async function openPage(): Promise<{ readonly page: Page; readonly asked: string[] }> {
    const page = await browser.newPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.goto(`${origin}/page`);
    return { page, asked };
  }

  it.each(Object.keys(KEPT))('that is %s saves it, and runs nothing of it', async (name) => {
    const { bytes, name: fileName } = KEPT[name] ?? { bytes: pdf(), name: '' };
    const id = await idOf(bytes, fileName);
    const { page, asked } = await openPage();
    const download = page.waitForEvent('download');
    await page.goto(`${origin}/certificates/${id}/file`).catch(() => undefined);
    const saved = (await download).suggestedFilename();
    expect(saved).not.toMatch(/[\\/\u202e]/);
    expect(await page.title()).toBe('page');
    expect(asked).not.toContain('/hit');
    await page.close();
  });

  it.each(Object.keys(KEPT))(
    'that is %s runs nothing of it, even when a host shows it in a frame or as script',
    async (name) => {
      const { bytes, name: fileName } = KEPT[name] ?? { bytes: pdf(), name: '' };
      const address = `${origin}/naked/certificates/${await idOf(bytes, fileName)}/file`;
      const { page, asked } = await openPage();
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
      await page.close();
    },
  );
});

/** The certificate with these bytes: the one that is there, or a new one. */
async function idOf(bytes: Buffer<ArrayBuffer>, fileName: string): Promise<string> {
  const body = (await (await send(bytes, fileName)).json()) as { id?: string; current?: { id: string } };
  return body.id ?? body.current?.id ?? freshId('none');
}

async function storedFiles(): Promise<readonly string[]> {
  const hashes: string[] = [];
  for await (const { sha256 } of server.parts.files.list()) hashes.push(sha256);
  return hashes;
}
