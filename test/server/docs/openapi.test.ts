import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from '@hono/zod-openapi';
import { NO_PLAN_COUNTS } from '@enrollkit/core';
import { EXAMPLE_BOOKING } from '../../../packages/server/src/bookings/booking-example.js';
import { EXAMPLE_FILE_BASE64 } from '../../../packages/server/src/certificates/certificate-example.js';
import { EXAMPLE_PRODUCT } from '../../../packages/server/src/products/product-example.js';
import { openBackend } from '../../../packages/server/src/parts/open-backend.js';
import { EXAMPLE_DELIVERY, EXAMPLE_WEBHOOK } from '../../../packages/server/src/webhooks/webhook-schemas.js';
import { made } from '../support/course.js';
import { json, openHttpWorld, type Call, type HttpWorld } from '../support/http-world.js';

type Json = Readonly<Record<string, unknown>>;
interface Media {
  readonly schema?: Json;
  readonly example?: unknown;
  readonly examples?: Readonly<Record<string, { readonly value?: unknown; readonly $ref?: string }>>;
}
interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly tags: readonly string[];
  readonly parameters?: readonly {
    readonly $ref?: string;
    readonly name: string;
    readonly in: string;
    readonly required?: boolean;
    readonly schema?: { readonly example?: string | readonly string[] };
  }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, Media>> };
  readonly responses: Readonly<
    Record<string, { readonly description: string; readonly content?: Readonly<Record<string, Media>> }>
  >;
}
interface Document {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: Readonly<Record<string, Readonly<Record<string, Json>>>>;
}

/** Headers that a write may understand, each with a value that nobody could mean and what that is answered. */
const WRITE_HEADERS = {
  IdempotencyKey: { name: 'Idempotency-Key', unreadable: 'two words', code: 'idempotency-key-invalid' },
  IfMatch: { name: 'If-Match', unreadable: 'latest', code: 'if-match-invalid' },
} as const;

/** Writes that take no key, and why a second one does no harm. */
const WITHOUT_KEY: Readonly<Record<string, string>> = {
  putFeed: 'says how it is to be',
  putRetention: 'says how it is to be',
  changeWebhook: 'says how it is to be, and takes a version',
  removeFeed: 'nothing is there any more',
  removeLtiPlatform: 'nothing is there any more',
  removeWebhook: 'nothing is there any more',
  confirmTrainer: 'confirms the same',
  askTrainerLink: 'asks the same',
  eraseParticipant: 'nothing is there any more',
  readTrainerInvitation: 'reads',
  exportParticipant: 'reads',
  createLtiPlatform: 'is refused: it is there',
  createLtiRegistration: 'makes another address, which ends unused',
  createToken: 'makes another token, which ends by itself',
  rotateWebhookSecret: 'makes another secret, and the one before it still signs',
  testWebhook: 'sends another test',
  replayWebhookDelivery: 'sends an event again, which is what it is for',
  recoverWebhook: 'sends what was not received, which then is',
};

let world: HttpWorld;
let document: Document;
beforeAll(async () => {
  world = await openHttpWorld({ basePath: '/api', ltiUrl: 'https://tool.example.nl/api', springestApi: true });
  document = (await (await world.app.request('/api/openapi.json')).json()) as Document;
});
afterAll(() => world.close());

const operations = () =>
  Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  );

/** What a `$ref` of the document names. */
function resolve(ref: string): unknown {
  return ref
    .slice(2)
    .split('/')
    .reduce<unknown>((value, step) => (value as Json | undefined)?.[step], document);
}

/** What was made of schemas, by their text: reading all that a schema refers to takes long. */
const shapes = new Map<string, z.ZodType>();

function shapeOf(schema: Json): z.ZodType {
  const own = JSON.stringify(schema);
  const known = shapes.get(own);
  if (known) return known;
  const whole = { ...schema, $defs: document.components.schemas };
  // The reader of schemas takes a relative address for no address.
  const text = JSON.stringify(whole)
    .replaceAll('#/components/schemas/', '#/$defs/')
    .replaceAll('"uri-reference"', '""');
  const shape = z.fromJSONSchema(JSON.parse(text) as Parameters<typeof z.fromJSONSchema>[0]);
  shapes.set(own, shape);
  return shape;
}

/** Checks a value against a schema of the document. */
function expectShape(value: unknown, schema: Json, what: string): void {
  const result = shapeOf(schema).safeParse(value);
  expect(result.error?.issues ?? [], `${what}: ${JSON.stringify(value).slice(0, 500)}`).toEqual([]);
}

const examplesOf = ({ example, examples = {} }: Media) => {
  const values = Object.entries(examples).map(
    ([name, one]) => [name, one.$ref ? (resolve(one.$ref) as Json).value : one.value] as const,
  );
  return example === undefined ? values : [...values, ['example', example] as const];
};

/** A provider with the records that the examples of a path are about: the booking, another one, and a certificate `c-1001`. */
async function seeded(path: string): Promise<{
  readonly call: Call;
  readonly staff: Call;
  readonly ids: Readonly<Record<string, string>>;
}> {
  const { call, providerId } = world.newProvider();
  const staff = world.as({ id: 'staff', role: 'platform-staff', providerId });
  if (path.startsWith('/webhooks')) return { call, staff, ids: await seedWebhook(call) };
  const { certification_ids, state: _state, version: _version, ...product } = EXAMPLE_PRODUCT;
  await made(
    call(
      '/certifications',
      json('POST', { id: 'prince2-foundation', name: 'PRINCE2 Foundation', requires_valid_until: false }),
    ),
  );
  await made(call('/products/prince2', json('PUT', product)));
  await made(call('/products/prince2/certifications', json('PUT', { certification_ids })));
  const booking = { product_id: 'prince2', starting_date_id: 'autumn', participant: EXAMPLE_BOOKING.participant };
  await made(call('/bookings', json('POST', { ...booking, id: 'b-1001' })));
  await made(
    call(
      '/bookings',
      json('POST', { ...booking, id: 'b-1002', participant: { name: 'Ada', email: 'ada@example.nl' } }),
    ),
  );
  const bo = { name: 'Bo', email: 'bo@example.nl' };
  const asked = { ...booking, id: 'b-1003', participant: bo, request: true, consumer: true };
  await made(call('/bookings', json('POST', asked)));
  const certificate = { booking_id: 'b-1002', certification_id: 'prince2-foundation', valid_from: '2026-09-12' };
  const stored = await made(
    call('/certificates', json('POST', { ...certificate, file: Buffer.from('%PDF-1.7\n%%EOF\n').toString('base64') })),
  );
  const invoice = new FormData();
  invoice.append('file', new File([new Uint8Array(Buffer.from(EXAMPLE_FILE_BASE64, 'base64'))], 'invoice.pdf'));
  await made(call('/bookings/b-1001/invoice', { method: 'POST', body: invoice }));
  for (const list of ['certifications', 'bookings']) await made(call(`/springest/${list}`));
  const importId = await seedImports(call, providerId);
  return { call, staff, ids: { 'c-1001': stored.id as string, 'i-1001': importId } };
}

function withHeaders(init: RequestInit, more: Readonly<Record<string, string>>): RequestInit {
  return { ...init, headers: { ...(init.headers as Record<string, string> | undefined), ...more } };
}

/** What says that it reads a header refuses one that nobody can read. */
async function expectRead(
  ask: Call,
  address: string,
  init: RequestInit,
  { name, unreadable, code }: (typeof WRITE_HEADERS)[keyof typeof WRITE_HEADERS],
): Promise<void> {
  const response = await ask(address, withHeaders(init, { [name]: unreadable }));
  const said = `${init.method} ${address} with ${name}: ${unreadable}`;
  const { errors = [] } = (await response.json()) as {
    readonly errors?: readonly (string | { readonly code: string })[];
  };
  const [first] = errors;
  // Clients of the marketplace are told in sentences.
  if (typeof first === 'string') expect(first, said).toMatch(new RegExp(`^${name}: `));
  else expect(first?.code, said).toBe(code);
}

/** A webhook with a test event. */
async function seedWebhook(call: Call): Promise<Readonly<Record<string, string>>> {
  const webhook = await made(call('/webhooks', json('POST', { url: 'https://crm.example.nl/' })));
  const test = await made(call(`/webhooks/${String(webhook.id)}/test`, { method: 'POST' }));
  return {
    [EXAMPLE_WEBHOOK.id]: webhook.id as string,
    [EXAMPLE_DELIVERY.event_id]: test.event_id as string,
  };
}

/** A trainer feed that is planned, a product feed that is fetched, and an invitation that is on its way. */
async function seedImports(call: Call, providerId: string): Promise<string> {
  const { parts } = world;
  const sending = { method: 'POST', body: '<Trainers/>', headers: { 'Content-Type': 'application/xml' } };
  const { id } = await made(call('/imports/trainers', sending));
  const backend = openBackend(parts, { id: 'worker', role: 'provider', providerId });
  await backend.finishPlan(String(id), { counts: NO_PLAN_COUNTS, findings: [] });
  await made(call('/feeds/products', json('PUT', { url: 'https://www.example.nl/feed.xml' })));
  const { email } = await backend.putTrainer({ email: 'ada@example.nl' });
  await backend.askLink(email, 'prince2');
  await parts.database.pool.query('delete from trainer_invitations');
  const token = exampleToken();
  await parts.database.tables
    .insertInto('trainer_invitations')
    .values({ provider_id: providerId, email, token, next_at: null, refused_at: null })
    .execute();
  return String(id);
}

/** Of the example of who confirms. */
function exampleToken(): string {
  const found = operations().find(({ operation }) => operation.operationId === 'confirmTrainer');
  const { token } = found!.operation.requestBody!.content['application/json']!.example as { token: string };
  return token;
}

describe('the document', () => {
  it('is OpenAPI 3.1: every operation has an id of its own, a tag, answers, and every reference leads somewhere', () => {
    expect(document.openapi).toBe('3.1.0');
    const all = operations();
    expect(all.length).toBeGreaterThan(20);
    const ids = all.map(({ operation }) => operation.operationId);
    expect(ids.filter((id, index) => !id || ids.indexOf(id) !== index)).toEqual([]);
    for (const { path, operation } of all) {
      expect(operation.tags.length, path).toBeGreaterThan(0);
      expect(operation.summary, path).toBeTruthy();
      expect(
        Object.keys(operation.responses).some((status) => status.startsWith('2')),
        path,
      ).toBe(true);
      for (const response of Object.values(operation.responses)) expect(response.description, path).toBeTruthy();
      const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const given = (operation.parameters ?? [])
        .filter((one) => one.in === 'path' && one.required)
        .map(({ name }) => name);
      expect(given, path).toEqual(named);
    }
    const refs = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(([, ref = '']) => ref);
    expect(refs.length).toBeGreaterThan(50);
    expect(refs.filter((ref) => !ref.startsWith('#/') || resolve(ref) === undefined)).toEqual([]);
  });

  it('has for every operation an example of what is sent and of what is answered, each of the shape that it says', () => {
    for (const { path, method, operation } of operations()) {
      const contents = [
        operation.requestBody?.content ?? {},
        ...Object.values(operation.responses).map(({ content }) => content ?? {}),
      ];
      for (const content of contents) {
        for (const [type, media] of Object.entries(content)) {
          if (
            !type.includes('json') ||
            !media.schema ||
            operation.tags.includes('Access') ||
            operation.tags.includes('Privacy')
          )
            continue;
          const examples = examplesOf(media);
          expect(examples.length, `${method} ${path} ${type}`).toBeGreaterThan(0);
          for (const [name, value] of examples) expectShape(value, media.schema, `${method} ${path} ${type} ${name}`);
        }
      }
    }
  });

  it(
    'is true: every example that can be sent is answered with the status and the shape that it says',
    { timeout: 300_000 },
    async () => {
      let executed = 0;
      let readOnly: ReturnType<typeof seeded> | undefined;
      for (const { path, method, operation } of operations()) {
        if (operation.tags.some((tag) => tag === 'Access' || tag === 'Privacy')) continue;
        const media = operation.requestBody?.content['application/json'];
        const xmlBody = operation.requestBody?.content['application/xml'];
        const bodies = media
          ? examplesOf(media)
          : xmlBody
            ? examplesOf(xmlBody)
            : [['without a body', undefined] as const];
        for (const [name, body] of bodies) {
          // What is only read is the same for all who read it.
          const isRead = method === 'GET' && !path.startsWith('/webhooks');
          const { call, staff, ids } = isRead ? await (readOnly ??= seeded(path)) : await seeded(path);
          const query = new URLSearchParams();
          let address = path;
          for (const parameter of operation.parameters ?? []) {
            const example = parameter.schema?.example;
            if (parameter.$ref || example === undefined) continue;
            const id = ids[String(example)] ?? [example].flat().join();
            if (parameter.in === 'path') address = address.replace(`{${parameter.name}}`, id);
            else for (const one of [example].flat()) query.append(parameter.name, one);
          }
          const asXml = { method, body: String(body), headers: { 'Content-Type': 'application/xml' } };
          const init = body === undefined ? { method } : xmlBody ? asXml : json(method, body);
          const ask = /^(verify|reject|reset)Certification$/.test(operation.operationId) ? staff : call;
          const what = `${method} ${address}?${query.toString()} ${name}`;
          const unread: Record<string, string> = {};
          for (const [parameter, header] of isRead ? [] : Object.entries(WRITE_HEADERS)) {
            const isSaid = operation.parameters?.some(({ $ref }) => $ref?.endsWith(`/${parameter}`));
            if (!isSaid) unread[header.name] = header.unreadable;
            else await expectRead(ask, `${address}?${query.toString()}`, init, header);
          }
          // What isn't said to be read is sent, so that a handler which reads it all the same refuses it.
          const response = await ask(`${address}?${query.toString()}`, withHeaders(init, unread));
          const documented = operation.responses[String(response.status)];
          expect(response.status, `${what}: ${response.ok ? '' : await response.clone().text()}`).toBeLessThan(300);
          expect(documented, `${what}: ${response.status} is not documented`).toBeDefined();
          const schema = documented?.content?.['application/json']?.schema;
          if (schema) expectShape(await response.json(), schema, what);
          if (documented?.content?.['application/xml']) {
            const xml = await ask(`${address}?${query.toString()}`, {
              ...init,
              headers: { ...(init as { headers?: Record<string, string> }).headers, Accept: 'application/xml' },
            });
            expect(xml.headers.get('Content-Type'), what).toBe('application/xml; charset=utf-8');
          }
          executed += 1;
        }
      }
      expect(executed).toBeGreaterThan(20);
    },
  );

  it('says of every write that it takes a key, or why none is needed', () => {
    const keyless = operations()
      .filter(({ method }) => method !== 'GET')
      .filter(({ operation }) => !operation.parameters?.some(({ $ref }) => $ref?.endsWith('/IdempotencyKey')))
      .map(({ operation }) => operation.operationId);
    expect(keyless.sort()).toEqual(Object.keys(WITHOUT_KEY).sort());
  });

  it('shows problems of the shape that it says, for whatever goes wrong', async () => {
    const { call } = world.newProvider();
    const answers = [
      await call('/bookings/none'),
      await call('/bookings?color=red'),
      await call('/bookings', json('POST', {})),
      await call('/bookings/x', { method: 'DELETE' }),
      await world.app.request('/api/bookings'),
    ];
    for (const answer of answers) {
      const problem = (await answer.json()) as { type: string; code: string; status: number };
      expectShape(problem, { $ref: '#/components/schemas/Problem' }, problem.code);
      expect([problem.status, problem.type]).toEqual([answer.status, `/api/docs/errors#${problem.code}`]);
    }
  });
});

describe('the page', () => {
  it('shows every operation and every error, with an anchor for each', async () => {
    const page = await (await world.app.request('/api/docs')).text();
    for (const { operation } of operations()) expect(page).toContain(`id="${operation.operationId}"`);
    // On a phone they follow each other: what it is, what there is, and all of it.
    const order = ['<h1>', 'class="contents"', 'id="content"'].map((part) => page.indexOf(part));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    for (const [, anchor = ''] of page.matchAll(/href="#([^"]+)"/g)) expect(page).toContain(`id="${anchor}"`);
    const errors = await (await world.app.request('/api/docs/errors')).text();
    // What is code is shown as code; an example may have any sign in it.
    const words = (page + errors).replaceAll(/<pre[^]*?<\/pre>/g, '').split('\n');
    expect(words.filter((line) => line.includes('`'))).toEqual([]);
    for (const code of ['not-found', 'invalid', 'issue-file-encrypted']) expect(errors).toContain(`id="${code}"`);
  });

  it('runs nothing, styles nothing inline, and takes nothing from elsewhere', async () => {
    for (const path of ['/api/docs', '/api/docs/errors']) {
      const response = await world.app.request(path);
      const csp = response.headers.get('Content-Security-Policy');
      expect(csp).toContain("default-src 'none'; style-src 'self'");
      expect(csp).not.toContain('unsafe');
      const page = await response.text();
      expect(page).not.toMatch(/<script|<style|\sstyle=|\son\w+=|src=|href="https?:/);
    }
    const style = await world.app.request('/api/docs/style.css');
    expect(style.headers.get('Content-Type')).toBe('text/css; charset=utf-8');
    expect(await style.text()).not.toMatch(/url\(|@import/);
  });
});
