import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TABLE_NAMES, TABLE_PLACES } from '../../../packages/server/src/database/table-places.js';
import { openBackend } from '../../../packages/server/src/parts/open-backend.js';
import { createApp } from '../../../packages/server/src/create-app.js';
import {
  actorOf,
  ASKER_OF_ROLE,
  ASKERS,
  bodyOf,
  invoice,
  OPERATIONS,
  targetOf,
  type Asker,
  type Operation,
  type Target,
} from './access-table.js';
import { BASE_PATH, freshId, startAttackedServer, type Ask, type AttackedServer } from './support/attacked-server.js';
import { made, makeRecords, newIds, providerOf, type Records } from './support/records.js';

/** What is for everybody, and why. */
const PUBLIC = [
  'GET /healthz', // For load balancers.
  'GET /healthz/live',
  'GET /metrics', // Asks for its own token; without one, only from this machine.
  'GET /openapi.json', // Says no more than the source.
  'GET /docs',
  'GET /docs/errors',
  'GET /docs/style.css',
  // What learning platforms open: test/server/lti says who gets in. Pages then show a secret of their own, in the body.
  'GET /lti/login',
  'POST /lti/login',
  'POST /lti/launch',
  'GET /lti/jwks',
  'GET /lti/register',
  'POST /lti/register',
  'POST /lti/page/open',
  'POST /lti/page/sync',
  'POST /lti/page/find',
  'POST /lti/page/choose',
  'GET /lti/page/page.css',
  'GET /lti/page/enrollkit-lti.js',
  'GET /lti/page/enrollkit-lti-login.js',
  'GET /lti/page/enrollkit-de.js',
  'GET /lti/page/enrollkit-fr.js',
];

/**
 * What is never refused for being asked too often: what watches a busy server. Metrics ask for a token of their own, and are
 * looked up once a second: start-server.test.ts.
 */
const UNLIMITED = ['GET /healthz', 'GET /healthz/live', 'GET /metrics'];

/** What says that somebody looked at a record, and which numbers it was shown with. */
const TELL_OF_READING: readonly string[] = ['audit_entries', 'record_numbers'];
/** Every other table with a provider's rows. */
const TABLES = TABLE_NAMES.filter(
  (name) => name === 'providers' || (TABLE_PLACES[name] === 'provider' && !TELL_OF_READING.includes(name)),
);

/** One question for all tables: it is asked after each of hundreds of requests. */
const ALL_ROWS = TABLES.map((table) => {
  const column = table === 'providers' ? 'id' : 'provider_id';
  const rows = `select * from ${table} where ${column} = $1 order by 1, 2, 3`;
  // How often a plan was tried is forgotten a moment after it is there.
  return `select '${table}' as name, (select jsonb_agg(to_jsonb(rows) - 'attempts') from (${rows}) as rows) as rows`;
}).join(' union all ');

const EVERYBODY = Object.keys(ASKERS) as readonly Asker[];

let server: AttackedServer;
let target: Target;
/** What is stored of it from first to last: what is asked of it is refused, or changes nothing. */
let untouched: unknown;
beforeAll(async () => {
  server = await startAttackedServer();
  target = await makeTarget();
  untouched = await rowsOf(target);
});
afterAll(() => server.close());

/** What is done in the same way where nothing is there yet. */
const NEEDS_NOTHING = [
  '/certifications',
  '/imports/products',
  '/imports/trainers',
  '/feeds/{kind}',
  '/retention',
  '/webhooks',
  '/lti/platforms',
  '/lti/registrations',
];

/** Everything that an operation can be about; an import and the marketplace's numbers only where `path` is about them. */
async function makeTarget(path?: string): Promise<Target> {
  if (path !== undefined && NEEDS_NOTHING.includes(path))
    return { ...newIds(), certificateId: freshId('certificate'), importId: freshId('import') };
  const records = await makeRecords(server);
  const ask = server.as(providerOf(records));
  await made(ask(`/bookings/${records.bookingId}/invoice`, { method: 'POST', body: invoice() }));
  const isAbout = (part: string): boolean => path === undefined || path.startsWith(part);
  if (isAbout('/trainers')) {
    const backend = openBackend(server.parts, providerOf(records));
    await backend.putTrainer({ email: records.email });
    await backend.askLink(records.email, records.productId);
  }
  // Numbers are given to what is shown.
  if (isAbout('/springest')) for (const list of ['certifications', 'bookings']) await made(ask(`/springest/${list}`));
  return { ...records, importId: isAbout('/imports') ? await plannedImport(ask) : freshId('import') };
}

/** An import that waits for somebody to look at it. */
async function plannedImport(ask: Ask): Promise<string> {
  const planned = hearOf('import');
  const body = `<Trainers><Trainer><Email>ada@example.nl</Email></Trainer></Trainers>`;
  const sending = { method: 'POST', body, headers: { 'Content-Type': 'application/xml' } };
  const { id } = await made(ask('/imports/trainers', sending));
  while ((await made(ask(`/imports/${String(id)}`))).state === 'planning') await planned.next();
  planned.stop();
  return String(id);
}

/** Waits for changes of a kind, also for those that came before anybody waited. */
function hearOf(kind: string): { readonly next: () => Promise<void>; readonly stop: () => void } {
  let heard = 0;
  let tell: (() => void) | undefined;
  const stop = server.parts.stores.changes.subscribe((change) => {
    if (change.kind !== kind) return;
    heard += 1;
    tell?.();
  });
  return {
    stop,
    async next() {
      if (heard === 0) await new Promise<void>((resolve) => (tell = resolve));
      heard = 0;
    },
  };
}

function askAs(asker: Asker, records: Records): Ask {
  const actor = actorOf(asker, records);
  return actor ? server.as(actor) : server.with();
}

function send(asker: Asker, operation: Operation, records: Target, address?: string): Promise<Response> {
  return askAs(asker, target)(address ?? targetOf(operation, records).address, bodyOf(operation, records));
}

/** Of several, each was refused. */
const EACH_REFUSED = 207;

/** Whether it does something, and not to what is asked of all others: another provider mostly does it to what is its own. */
function isDone({ method, path, answers }: Operation, asker: Asker): boolean {
  const answer = answers[asker];
  if (method === 'GET' || answer === EACH_REFUSED || typeof answer !== 'number' || answer >= 300) return false;
  // A second record of the same id would be in the way of platform staff.
  return asker !== 'rival' || path.includes('{id}');
}

describe('the table of who may do what', () => {
  it('has a row for every route of the server, and none for routes that are not there', async () => {
    const routes = new Set(await describedOperations());
    for (const { method, path } of createApp(server.parts).routes) {
      const spelled = path.slice(BASE_PATH.length).replaceAll(/:(\w+)(\{[^}]*\})?/g, '{$1}');
      if (method !== 'ALL' && !spelled.includes('*')) routes.add(`${method} ${spelled}`);
    }
    const expected = [...OPERATIONS.map(({ name }) => name), ...PUBLIC];
    expect([...routes].filter((route) => !expected.includes(route))).toEqual([]);
    expect(OPERATIONS.map(({ name }) => name).filter((name) => !routes.has(name))).toEqual([]);
  });

  it('has a column for every role', () => {
    for (const [role, asker] of Object.entries(ASKER_OF_ROLE))
      expect(actorOf(asker, target)?.role ?? 'visitor', asker).toBe(role);
  });

  it.each(PUBLIC.filter((name) => !UNLIMITED.includes(name)))('limits how often anybody asks for %s', async (name) => {
    const [method = '', path = ''] = name.split(' ');
    const response = await server.with()(path, { method });
    await response.body?.cancel();
    expect(response.headers.has('RateLimit-Limit')).toBe(true);
    expect(response.status).not.toBe(401);
  });

  describe.each(OPERATIONS)('$name', (operation) => {
    it.each(EVERYBODY.map((asker) => ({ asker, who: ASKERS[asker], answer: operation.answers[asker] })))(
      'answers $answer to $who',
      async ({ asker, answer }) => {
        if (isDone(operation, asker)) return expectDone(operation, asker);
        const response = await send(asker, operation, target);
        // Somebody may ask this as often as they like, otherwise.
        expect(response.headers.has('RateLimit-Limit')).toBe(true);
        if (operation.path === '/events') {
          expect(response.status).toBe(answer);
          await response.body?.cancel();
          return;
        }
        const text = await response.text();
        if (typeof answer === 'number') expect(response.status, text).toBe(answer);
        else {
          expect(response.status, text).toBe(200);
          expect(text.includes(targetOf(operation, target).id)).toBe(answer === 'in');
        }
        if (response.status === 404) await expectLikeNothing(operation, asker, { response, text });
        expect(await rowsOf(target)).toEqual(untouched);
      },
    );
  });

  it('holds for the other addresses and methods of the same records', async () => {
    for (const operation of OPERATIONS.filter(({ method, path }) => method === 'GET' && path.includes('{id}'))) {
      const { address } = targetOf(operation, target);
      const others = [
        `/users${address}`,
        `${address}.xml`,
        `${address}.json`,
        `${address}/`,
        `${address}?provider_id=rival`,
      ];
      for (const asker of EVERYBODY.filter((one) => Number(operation.answers[one]) >= 400)) {
        for (const other of others) {
          const response = await askAs(asker, target)(other);
          expect([401, 403, 404], `${asker} ${other}`).toContain(response.status);
          expect(await response.text()).not.toContain(target.email);
        }
        const head = await askAs(asker, target)(address, { method: 'HEAD' });
        expect(head.status).toBe(operation.answers[asker]);
      }
    }
  });
});

describe('a certificate whose certification nobody verified yet', () => {
  it('is seen by its provider and by nobody else', async () => {
    const records = { ...(await makeRecords(server, { isVerified: false })), importId: freshId('import') };
    const reading = OPERATIONS.filter(({ name }) => name.startsWith('GET /certificates'));
    for (const asker of EVERYBODY) {
      const actor = actorOf(asker, records);
      const ask = actor ? server.as(actor) : server.with();
      for (const operation of reading) {
        const response = await ask(targetOf(operation, records).address);
        const text = await response.text();
        const isTheirs = asker === 'provider' || asker === 'page';
        if (operation.path.includes('{id}')) expect(response.status).toBe(isTheirs ? 200 : actor ? 404 : 401);
        else expect(text.includes(records.certificateId), asker).toBe(isTheirs);
      }
    }
  });
});

describe('two providers that use the same ids', () => {
  it('neither hide nor rename each other’s records', async () => {
    const records = await makeTarget();
    const { certificationId, productId, bookingId, certificateId, email } = records;
    const rival = server.as({ ...providerOf(records), providerId: freshId('rival') });
    const send = (method: string, body: unknown): RequestInit => ({
      method,
      body: JSON.stringify(body),
      headers: { 'Content-Type': 'application/json' },
    });
    await made(
      rival('/certifications', send('POST', { id: certificationId, name: 'Stolen', requires_valid_until: false })),
    );
    await made(
      rival(
        '/bookings',
        send('POST', { id: bookingId, product_id: productId, participant: { name: 'X', email: 'x@y.nl' } }),
      ),
    );

    // A participant who deals with several providers: the token names none.
    const participant = server.as({ id: 'jan', role: 'participant', email });
    expect(await made(participant('/certificates'))).toMatchObject({
      items: [{ id: certificateId, certification: { name: 'Foundation' } }],
    });
    expect(await made(participant(`/certificates/${certificateId}`))).toMatchObject({
      certification: { name: 'Foundation' },
    });
    expect(await made(participant(`/bookings/${bookingId}`))).toMatchObject({ participant: { email } });
  });
});

/** What is allowed is done, on records that nothing else is asked of. */
async function expectDone(operation: Operation, asker: Asker): Promise<void> {
  const records = await makeTarget(operation.path);
  const before = await rowsOf(records);
  const actor = actorOf(asker, records);
  const response = await (actor ? server.as(actor) : server.with())(
    targetOf(operation, records).address,
    bodyOf(operation, records),
  );
  expect(response.status, await response.text()).toBe(operation.answers[asker]);
  if (asker === 'rival') expect(await rowsOf(records)).toEqual(before);
}

/** What is refused as not there looks like what is really not there, but for its id. */
async function expectLikeNothing(
  operation: Operation,
  asker: Asker,
  { response, text }: { readonly response: Response; readonly text: string },
): Promise<void> {
  const nothing = Object.fromEntries(
    Object.entries(target).map(([name, id]: [string, string]) => [name, id.replace(/[0-9a-f]{12}$/, '000000000000')]),
  ) as unknown as Target;
  const other = await send(asker, operation, nothing);
  const known: readonly string[] = [nothing, target].flatMap((one) => Object.values<string>({ ...one }));
  const ids = (body: string): string => known.reduce((all, id) => all.replaceAll(id, 'ID'), body);
  expect(other.status).toBe(404);
  expect(ids(text)).toBe(ids(await other.text()));
  expect(headersOf(response)).toEqual(headersOf(other));
}

function headersOf({ headers }: Response): Record<string, string> {
  const changing = ['date', 'x-request-id', 'ratelimit-remaining', 'ratelimit-reset'];
  return Object.fromEntries([...headers].filter(([name]) => !changing.includes(name)));
}

/** Everything that is stored for a provider, but for whoever saw it. */
async function rowsOf({ providerId }: Records): Promise<unknown> {
  const { rows } = await server.parts.database.pool.query({ name: 'rows', text: ALL_ROWS, values: [providerId] });
  return rows;
}

async function describedOperations(): Promise<readonly string[]> {
  const response = await server.with()('/openapi.json');
  expect(response.status).toBe(200);
  const { paths } = (await response.json()) as { readonly paths: Record<string, Record<string, unknown>> };
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods)
      .filter((method) => /^(get|post|put|patch|delete)$/.test(method))
      .map((method) => `${method.toUpperCase()} ${path.startsWith(BASE_PATH) ? path.slice(BASE_PATH.length) : path}`),
  );
}
