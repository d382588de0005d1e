import { readdir } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { JAN, made, makeBooking, makeCourse, pdf, PRODUCT } from '../support/course.js';
import { form, issuesOf, pdfFile } from '../support/forms.js';
import { json, openHttpWorld, type Call, type HttpWorld } from '../support/http-world.js';
import { readXml } from '../support/read-xml.js';

let world: HttpWorld;
beforeAll(async () => {
  world = await openHttpWorld({ basePath: '/api', maxFileBytes: 200_000, maxBundleItems: 10 });
});
afterAll(() => world.close());

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
const CERTIFICATE = { booking_id: 'b-1', certification_id: 'foundation', valid_from: '2026-09-12' };
const inJson = (more: Record<string, unknown> = {}) => ({ ...CERTIFICATE, file: base64(pdf()), ...more });

async function course(): Promise<Call> {
  const { call } = world.newProvider();
  await makeCourse(call);
  return call;
}

describe('one certificate', () => {
  it('is stored from JSON, completes the booking, and is read back as JSON and XML', async () => {
    const call = await course();
    const response = await call('/certificates', json('POST', inJson({ file_name: 'diploma.pdf' })));
    expect(response.status).toBe(201);
    const stored = (await response.json()) as { id: string };
    expect(stored).toMatchObject({
      booking_id: 'b-1',
      status: 'not-yet-valid',
      user: { email: JAN.email },
      version: 1,
    });
    expect(response.headers.get('Location')).toBe(`/api/certificates/${stored.id}`);
    expect(await made(call('/bookings/b-1'))).toMatchObject({ participation_status: 'completed' });

    const read = await call(`/certificates/${stored.id}.json`);
    expect(await read.json()).toEqual(stored);
    const xml = await call(`/users/certificates/${stored.id}.xml`);
    expect(xml.headers.get('Content-Type')).toBe('application/xml; charset=utf-8');
    const parsed = readXml(await xml.text());
    expect(parsed.certificate).toMatchObject({
      id: stored.id,
      booking_id: 'b-1',
      valid_from: '2026-09-12',
      version: '1',
    });
  });

  it('is stored from a form, whatever the order of its parts', async () => {
    const call = await course();
    const fields = Object.entries(CERTIFICATE);
    const response = await call('/certificates', form([['file', pdfFile('a')], ...fields]));
    expect(response.status).toBe(201);
    expect(await response.json()).toMatchObject({ file: { name: 'diploma.pdf', media_type: 'application/pdf' } });
    const renamed = form([...fields, ['file', pdfFile('b')], ['file_name', 'other.pdf'], ['valid_until', '']]);
    expect(await made(call('/certificates', renamed))).toMatchObject({ file: { name: 'other.pdf' } });
  });

  it('leaves nothing of an upload in the spool, stored or refused', async () => {
    const call = await course();
    await made(call('/certificates', form([['file', pdfFile('x')], ...Object.entries(CERTIFICATE)])));
    await call('/certificates', form([['file', pdfFile('x')], ...Object.entries(CERTIFICATE)]));
    await call(
      '/certificates',
      form([
        ['file', pdfFile('y')],
        ['certificates', 'what'],
      ]),
    );
    await call('/certificates', form([['file', new File([new Uint8Array(300_000)], 'large.pdf')]]));
    await expect.poll(() => readdir(world.spoolDir)).toEqual([]);
  });

  it('answers 409 with the one that is there when the same file comes again', async () => {
    const call = await course();
    const first = await made(call('/certificates', json('POST', inJson())));
    const again = await call('/certificates', json('POST', inJson()));
    expect(again.status).toBe(409);
    expect(await again.json()).toMatchObject({ code: 'duplicate', current: first });
  });

  it('gives the first answer again when its idempotency key comes again', async () => {
    const call = await course();
    const send = () => call('/certificates', json('POST', inJson(), { 'Idempotency-Key': 'c-1' }));
    expect(await made(send())).toEqual(await made(send()));
    const other = await call(
      '/certificates',
      json('POST', inJson({ valid_from: '2026-10-01' }), { 'Idempotency-Key': 'c-1' }),
    );
    expect(await issuesOf(other)).toEqual([['idempotency-key-reused', 'Idempotency-Key']]);
  });

  it.each([
    [{ file: undefined }, 422, [['file-required', 'file']]],
    [{ file: 'JVBERi0x\nLjcK' }, 422, [['base64-invalid', 'file']]],
    [{ file: 'JVBERi0x=' }, 422, [['base64-invalid', 'file']]],
    [{ file: 'data:application/pdf;base64,JVBERi0x' }, 422, [['base64-data-address', 'file']]],
    [{ file: 'JVBERi0xLjd=' }, 422, [['base64-invalid', 'file']]],
    [{ file: 5 }, 422, [['wrong-type', 'file']]],
    [
      { file: base64(Buffer.from('<html>hello</html>')), file_name: 'diploma.pdf' },
      415,
      [['file-type-not-accepted', 'file']],
    ],
    [{ file: base64(pdf().subarray(0, 30)) }, 422, [['file-truncated', 'file']]],
    [{ file: base64(Buffer.alloc(200_001)) }, 413, [['file-too-large', 'file']]],
    [{ file: '' }, 422, [['file-empty', 'file']]],
    [{ valid_from: undefined }, 422, [['valid-from-required', 'valid_from']]],
    [{ certification_id: undefined }, 422, [['certification-required', 'certification_id']]],
    [{ valid_from: '2026-02-30' }, 422, [['date-invalid', 'valid_from']]],
    [{ valid_until: '2026-01-01' }, 422, [['valid-until-before-valid-from', 'valid_until']]],
    [{ shows_results: true }, 422, [['consent-required', 'consent_text_version']]],
    [{ certification_id: 'other' }, 422, [['certification-not-linked', 'certification_id']]],
    [{ email: 'piet@example.nl' }, 422, [['email-mismatch', 'email']]],
    [{ booking_id: undefined }, 422, [['required', 'booking_id']]],
    [{ booking_id: undefined, email: 'nobody@example.nl' }, 422, [['booking-not-found', 'email']]],
    [{ booking_id: 'b-none' }, 404, []],
    [{ bookingId: 'b-1' }, 422, [['unknown-field', 'bookingId']]],
  ])('is refused, and is told where and why: case %#', async (more, status, issues) => {
    const call = await course();
    const response = await call('/certificates', json('POST', inJson(more)));
    expect([response.status, await issuesOf(response)]).toEqual([status, issues]);
  });

  it('says which certification is missing when the product leads to none, and refuses a cancelled booking', async () => {
    const { call } = world.newProvider();
    await made(call('/products/bare', json('PUT', PRODUCT)));
    await makeBooking(call, { id: 'b-1', product_id: 'bare' });
    const bare = await call('/certificates', json('POST', inJson()));
    expect(await issuesOf(bare)).toEqual([['product-without-certification', 'certification_id']]);

    const other = await course();
    await made(other('/bookings/b-1/cancel', { method: 'POST' }));
    const cancelled = await other('/certificates', json('POST', inJson()));
    expect(await issuesOf(cancelled)).toEqual([['enrollment-cancelled', 'booking_id']]);
  });

  it('finds the one booking of an address, and asks for its id when there are several', async () => {
    const call = await course();
    await makeBooking(call, { id: 'b-2', product_id: 'another course' });
    const byEmail = { ...inJson(), booking_id: undefined, email: 'JAN@example.nl' };
    expect(await made(call('/certificates', json('POST', byEmail)))).toMatchObject({ booking_id: 'b-1' });
    await makeBooking(call, { id: 'b-3' });
    const unclear = await call('/certificates', json('POST', byEmail));
    expect(await issuesOf(unclear)).toEqual([['booking-ambiguous', 'email']]);
    // One that was cancelled is not meant.
    await made(call('/bookings/b-1/cancel', { method: 'POST' }));
    expect(await made(call('/certificates', json('POST', byEmail)))).toMatchObject({ booking_id: 'b-3' });
  });

  it('is downloaded to be saved, under a name that carries nothing else', async () => {
    const call = await course();
    const file_name = 'a";\r\nX-Evil: 1\r\n\r\n<script>.pdf';
    const { id } = await made(call('/certificates', json('POST', inJson({ file_name }))));
    const response = await call(`/certificates/${String(id)}/file`);
    expect(response.status).toBe(200);
    expect(response.headers.get('X-Evil')).toBeNull();
    expect(response.headers.get('Content-Disposition')).toMatch(/^attachment; /);
    expect(response.headers.get('Content-Disposition')).not.toMatch(/[\r\n]/);
    expect(response.headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(Buffer.from(await response.arrayBuffer())).toEqual(pdf());
    const part = await call(`/certificates/${String(id)}/file`, { headers: { Range: 'bytes=0-3' } });
    expect([part.status, await part.text()]).toEqual([206, '%PDF']);
  });

  it('is removed once, at the version that was seen', async () => {
    const call = await course();
    const { id } = await made(call('/certificates', json('POST', inJson())));
    const path = `/certificates/${String(id)}`;
    expect((await call(path, { method: 'DELETE', headers: { 'If-Match': '"7"' } })).status).toBe(409);
    const etag = (await call(path)).headers.get('ETag') ?? '';
    expect((await call(path, { method: 'DELETE', headers: { 'If-Match': etag } })).status).toBe(204);
    expect((await call(path)).status).toBe(404);
    expect((await call(`${path}/file`)).status).toBe(404);
  });
});

describe('a bundle', () => {
  const bundle = () => [
    inJson({ file: base64(pdf('1')) }),
    inJson({ file: base64(pdf('1')) }),
    inJson({ file: base64(Buffer.from('<svg/>')) }),
    inJson({ file: base64(pdf('2')), valid_fron: 'x' }),
    'nothing',
    inJson({ file: base64(pdf('3')), booking_id: 'b-none' }),
    inJson({ file: base64(pdf('4')) }),
  ];

  it('keeps what is good and says of each of the rest why not', async () => {
    const call = await course();
    const response = await call('/certificates', json('POST', bundle()));
    expect(response.status).toBe(207);
    const { items } = (await response.json()) as { items: Record<string, unknown>[] };
    expect(items).toMatchObject([
      { index: 0, outcome: 'created', certificate: { booking_id: 'b-1' } },
      { index: 1, outcome: 'duplicate', certificate: { booking_id: 'b-1' } },
      { index: 2, outcome: 'refused', problem: { status: 415, errors: [{ path: 'file' }] } },
      { index: 3, outcome: 'refused', problem: { errors: [{ code: 'unknown-field', path: 'valid_fron' }] } },
      { index: 4, outcome: 'refused', problem: { errors: [{ code: 'wrong-type', path: '' }] } },
      { index: 5, outcome: 'refused', problem: { code: 'not-found', status: 404 } },
      { index: 6, outcome: 'created' },
    ]);
    expect(await made(call('/certificates?booking_id=b-1'))).toMatchObject({ total: 2 });
  });

  it('answers the same when it comes again with its key', async () => {
    const call = await course();
    const sent = bundle().filter((_, index) => index !== 1);
    const send = async (): Promise<unknown> =>
      (await call('/certificates', json('POST', sent, { 'Idempotency-Key': 'bundle-1' }))).json();
    const first = await send();
    const second = await send();
    expect(second).toEqual(first);
    expect(await made(call('/certificates'))).toMatchObject({ total: 2 });
  });

  it('is stored once for each key of its own, in whatever bundle it comes again', async () => {
    const call = await course();
    const one = (text: string, key: string): unknown => ({
      ...inJson({ file: base64(pdf(text)) }),
      idempotency_key: key,
    });
    const send = async (...items: readonly unknown[]): Promise<unknown> =>
      (await call('/certificates', json('POST', items))).json();
    const first = (await send(one('1', 'a'), one('2', 'b'))) as { items: { certificate: unknown }[] };
    expect(await send(one('3', 'c'), one('2', 'b'), one('4', 'a'), one('5', 'not a key'))).toMatchObject({
      items: [
        { outcome: 'created' },
        { outcome: 'created', certificate: first.items[1]?.certificate },
        { outcome: 'refused', problem: { errors: [{ code: 'idempotency-key-reused' }] } },
        { outcome: 'refused', problem: { errors: [{ code: 'idempotency-key-invalid', path: 'idempotency_key' }] } },
      ],
    });
    expect(await made(call('/certificates'))).toMatchObject({ total: 3 });
  });

  it('is stored once when two windows send the same at the same moment, in opposite order', async () => {
    const call = await course();
    for (let at = 0; at < 8; at += 1) {
      await makeBooking(call, { id: `w-${at}` });
    }
    const items = Array.from({ length: 8 }, (_, at) => ({
      // Each file is two people's.
      ...inJson({ booking_id: `w-${at}`, file: base64(pdf(String(Math.floor(at / 2)))) }),
      idempotency_key: `w-${at}`,
    }));
    const send = async (list: readonly object[]) =>
      (await (await call('/certificates', json('POST', list))).json()) as {
        items: { outcome: string; certificate?: { id: string } }[];
      };
    const windows = await Promise.all([items, items.toReversed(), items, items.toReversed()].map(send));
    const ids = windows.map((window, at) => {
      expect(window.items.map(({ outcome }) => outcome)).toEqual(items.map(() => 'created'));
      const found = window.items.map(({ certificate }) => certificate?.id);
      return at % 2 === 0 ? found : found.toReversed();
    });
    expect(new Set(ids.map((each) => each.join()))).toHaveProperty('size', 1);
    expect(await made(call('/certificates'))).toMatchObject({ total: 8 });
  });

  it('comes as a form with indexed names, and a file that is too large leaves the others alone', async () => {
    const call = await course();
    const large = new File([new Uint8Array(300_000)], 'large.pdf');
    const response = await call(
      '/certificates',
      form([
        ['certificates[1][file]', large],
        ['certificates[0][file]', pdfFile('one')],
        ...Object.entries(CERTIFICATE).map(([name, value]) => [`certificates[0][${name}]`, value] as const),
        ...Object.entries(CERTIFICATE).map(([name, value]) => [`certificates[2][${name}]`, value] as const),
        ...Object.entries(CERTIFICATE).map(([name, value]) => [`certificates[1][${name}]`, value] as const),
        ['certificates[2][file]', pdfFile('three')],
      ]),
    );
    expect(response.status).toBe(207);
    expect(await response.json()).toMatchObject({
      items: [
        { index: 0, outcome: 'created' },
        {
          index: 1,
          outcome: 'refused',
          problem: { code: 'too-large', errors: [{ code: 'file-too-large', path: 'file' }] },
        },
        { index: 2, outcome: 'created' },
      ],
    });
  });

  it('is 201 when every item was stored, and is refused as a whole when it is too long', async () => {
    const call = await course();
    const all = await call('/certificates', json('POST', [inJson()]));
    expect(all.status).toBe(201);
    expect(await all.json()).toMatchObject({ items: [{ index: 0, outcome: 'created' }] });
    const long = await call(
      '/certificates',
      json(
        'POST',
        Array.from({ length: 11 }, () => inJson()),
      ),
    );
    expect(await issuesOf(long)).toEqual([['too-many-items', '']]);
    const files = Array.from({ length: 11 }, (_, index) => [`certificates[${index}][file]`, pdfFile('x')] as const);
    expect(await issuesOf(await call('/certificates', form(files)))).toEqual([['too-many-items', '']]);
  });
});

describe('a form', () => {
  const cases: readonly (readonly [string, readonly (readonly [string, string | File])[], string, string])[] = [
    [
      'a field twice',
      [
        ['email', 'a@b.nl'],
        ['email', 'c@d.nl'],
      ],
      'field-repeated',
      'email',
    ],
    ['a file where text belongs', [['email', pdfFile('x')]], 'unknown-field', 'email'],
    ['text where the file belongs', [['file', 'x']], 'wrong-type', 'file'],
    ['a value that is too long', [['email', 'x'.repeat(5000)]], 'value-too-long', 'email'],
    [
      'names of both kinds',
      [
        ['email', 'x@y.nl'],
        ['certificates[0][file]', pdfFile('x')],
      ],
      'unknown-field',
      'email',
    ],
  ];
  it.each(cases)('is refused with %s', async (_, parts, code, path) => {
    const call = await course();
    const response = await call('/certificates', form(parts));
    expect([response.status, await issuesOf(response)]).toEqual([422, [[code, path]]]);
  });

  it.each(['multipart/form-data', 'multipart/form-data; boundary=x'])(
    'is refused when it is none: %s',
    async (type) => {
      const call = await course();
      const init = { method: 'POST', body: 'no form at all', headers: { 'Content-Type': type } };
      const response = await call('/certificates', init);
      expect([response.status, await issuesOf(response)]).toEqual([400, [['multipart-malformed', '']]]);
    },
  );
});

describe('who sees a certificate', () => {
  it('is nobody but the provider until the certification is verified, and never another provider', async () => {
    const { call, providerId } = world.newProvider();
    await makeCourse(call);
    const { id } = await made(call('/certificates', json('POST', inJson())));
    const path = `/certificates/${String(id)}`;
    const jan = world.as({ id: 'jan', role: 'participant', email: JAN.email, providerId });
    const hr = world.as({ id: 'hr', role: 'employer-hr', employerId: 'acme', providerId });
    const staff = world.as({ id: 'staff', role: 'platform-staff', providerId });
    const stranger = world.newProvider().call;
    for (const one of [jan, hr, staff, stranger]) expect((await one(path)).status).toBe(404);
    const refused = await call('/certifications/foundation/verify', { method: 'POST' });
    expect(refused.status).toBe(403);
    await made(staff('/certifications/foundation/verify', { method: 'POST' }));
    for (const one of [jan, hr, staff]) {
      expect((await one(path)).status).toBe(200);
      expect(await made(one('/certificates'))).toMatchObject({ total: 1 });
    }
    expect((await stranger(path)).status).toBe(404);
    expect(await made(stranger('/certificates'))).toMatchObject({ total: 0 });
    expect((await jan(path, { method: 'DELETE' })).status).toBe(403);
  });
});
