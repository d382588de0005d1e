// Files that are two things at once, or not what they are called: what is refused, and what goes out of the rest. What a
// browser does with it is in a file of its own.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { json, startAttackedServer, type Ask, type AttackedServer } from './support/attacked-server.js';
import { KEPT, REFUSED } from './support/disguised-files.js';
import { makeRecords, newCertificate, pdf, providerOf, type Records } from './support/records.js';

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

async function storedFiles(): Promise<readonly string[]> {
  const hashes: string[] = [];
  for await (const { sha256 } of server.parts.files.list()) hashes.push(sha256);
  return hashes;
}
