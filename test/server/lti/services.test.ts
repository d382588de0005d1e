import { createRemoteJWKSet, decodeJwt, jwtVerify } from 'jose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createServer } from 'node:http';
import { ltiJobs } from '../../../packages/server/src/lti/lti-jobs.js';
import { SCORES } from '../../../packages/server/src/lti/services/tell-grades.js';
import { made, makeBooking, makeCourse, PRODUCT } from '../support/course.js';
import { json } from '../support/http-world.js';
import { LTI_URL, openLtiWorld, pageData, refusalOf, type LtiWorld } from './support/lti-world.js';
import { canvasClaims, LEARNER, moodleClaims, TEACHER } from './support/test-platform.js';

const CLAIM = 'https://purl.imsglobal.org/spec/lti/claim/';
const MEMBERSHIP = 'http://purl.imsglobal.org/vocab/lis/v2/membership';
const learner = (user_id: string, more: object = {}) => ({
  user_id,
  status: 'Active',
  roles: [`${MEMBERSHIP}#Learner`],
  ...more,
});

let world: LtiWorld;
beforeAll(async () => {
  world = await openLtiWorld();
  // Jan is booked already, by the provider itself, with his address.
  await makeCourse(world.provider.call, { booking: 'b-jan' });
});
afterAll(() => world.close());

interface View {
  readonly kind: string;
  readonly why?: string;
  readonly enrollment_id?: string;
  readonly total?: number;
  readonly synced_at?: string;
  readonly can_sync?: boolean;
  readonly members?: readonly { name?: string; enrollment_id?: string; problem?: string; is_gone: boolean }[];
  readonly products?: readonly { id: string; name: string }[];
}
interface Opened {
  readonly status: number;
  readonly view: View;
  readonly token: string;
}

async function open(claims: object, claimsOf = moodleClaims): Promise<{ session: string; opened: Opened }> {
  const { session } = (await pageData(await world.launch(claims as never, claimsOf))) as { session: string };
  return { session, opened: (await world.ask('open', session)) as unknown as Opened };
}
const withToken = (token: string, path: string, init: RequestInit = {}) =>
  world.app.request(path, { ...init, headers: { ...(init.headers as object), Authorization: `Bearer ${token}` } });
const runJob = (name: string) =>
  ltiJobs(world.parts)
    .find((job) => job.name === name)!
    .run(new AbortController().signal);

test.each([
  ['Moodle', moodleClaims],
  ['Canvas', canvasClaims],
])('a participant from %s sees their own status, and their token opens nothing else', async (_, claimsOf) => {
  const { opened } = await open(LEARNER, claimsOf);
  expect(opened.view).toMatchObject({ kind: 'booking', element: 'enrollment-status', enrollment_id: 'b-jan' });
  await makeBooking(world.provider.call, { id: `b-other-${_}`, participant: { name: 'Ada', email: 'ada@example.nl' } });
  const statusOf = async (id: string) => (await withToken(opened.token, `/bookings/${id}`)).status;
  expect([await statusOf('b-jan'), await statusOf(`b-other-${_}`)]).toEqual([200, 404]);
  const change = await withToken(opened.token, '/bookings/b-jan', json('PATCH', { participation_status: 'completed' }));
  expect(change.status).toBe(403);
  expect((await withToken(opened.token, '/products/prince2')).status).toBe(200);
});

test('roles decide by the course: teaching elsewhere in the institution gives nothing here, and a parameter only lowers', async () => {
  const roles = (...all: string[]) => ({ ...TEACHER, sub: '90', email: 'x@example.nl', [`${CLAIM}roles`]: all });
  const kindOf = async (claims: object) => (await open(claims)).opened.view;
  expect(await kindOf(roles('http://purl.imsglobal.org/vocab/lis/v2/institution/person#Instructor'))).toEqual({
    kind: 'nothing',
    why: 'no-role',
  });
  expect(await kindOf(roles('http://purl.imsglobal.org/vocab/lis/v2/system/person#SysAdmin'))).toMatchObject({
    why: 'no-role',
  });
  expect(await kindOf(roles(`${MEMBERSHIP}#Learner`))).toEqual({ kind: 'nothing', why: 'no-booking' });
  expect(await kindOf(roles(`${MEMBERSHIP}#Learner`, `${MEMBERSHIP}#Instructor`))).toMatchObject({ kind: 'course' });
  expect(await kindOf(roles('Instructor'))).toMatchObject({ kind: 'course' });
  const custom = { [`${CLAIM}custom`]: { product_id: 'prince2', view: 'participant', role: 'provider' } };
  expect(await kindOf({ ...roles('Instructor'), ...custom })).toMatchObject({ kind: 'nothing', why: 'no-booking' });
  expect(await kindOf({ ...roles(`${MEMBERSHIP}#Learner`), ...custom })).toMatchObject({
    kind: 'nothing',
    why: 'no-booking',
  });
});

test('a registration says what more roles of its platform are here, and nothing of another’s', async () => {
  const platform = await world.newPlatform('with-roles');
  const mentor = `${MEMBERSHIP}#Mentor`;
  const kindOf = async (at: typeof platform, role: string) => {
    const { state, nonce } = await world.login(at);
    const claims = moodleClaims(at, nonce, { ...TEACHER, sub: '91', email: 'y@example.nl', [`${CLAIM}roles`]: [role] });
    const answer = await world.post({ id_token: await at.sign(claims), state }, { Origin: at.url });
    const { session } = (await pageData(answer)) as { session: string };
    return ((await world.ask('open', session)) as unknown as Opened).view;
  };
  await world.register(world.provider, platform, { roles: { [mentor]: 'provider', Guest: 'participant' } });
  expect(await kindOf(platform, mentor)).toMatchObject({ kind: 'course' });
  expect(await kindOf(platform, 'Guest')).toMatchObject({ why: 'no-booking' });
  expect(await kindOf(platform, 'constructor')).toMatchObject({ why: 'no-role' });
  expect(await kindOf(world.platform, mentor)).toMatchObject({ why: 'no-role' });
});

test('the members of a course become bookings, nobody is dropped, and who teaches marks these and no others', async () => {
  world.platform.members = [
    [
      learner('7', { name: 'Jan Jansen', email: 'jan@example.nl' }),
      learner('8', { name: 'Noor el Khatib', email: 'noor@example.nl' }),
    ],
    [
      learner('9', { name: 'Zonder adres' }),
      learner('10', { status: 'Inactive', name: 'Niet actief', email: 'niet@example.nl' }),
      { user_id: '2', status: 'Active', roles: [`${MEMBERSHIP}#Instructor`], name: 'Femke', email: 'femke@example.nl' },
    ],
  ];
  const { session, opened } = await open(TEACHER);
  expect(opened.view).toMatchObject({ kind: 'course', can_sync: true, members: [], total: 0 });
  const synced = (await world.ask('sync', session)) as unknown as Opened;
  const members = synced.view.members ?? [];
  expect(members.map(({ name, problem }) => [name, problem])).toEqual([
    ['Jan Jansen', undefined],
    ['Noor el Khatib', undefined],
    ['Zonder adres', 'no-email'],
  ]);
  expect(members[0]?.enrollment_id).toBe('b-jan');
  const noor = members[1]?.enrollment_id ?? '';
  const marked = await withToken(
    synced.token,
    `/bookings/${noor}`,
    json('PATCH', { participation_status: 'completed' }),
  );
  expect(marked.status).toBe(200);
  const history = (await (await world.provider.call(`/bookings/${noor}/history`)).json()) as {
    items: { cause: object }[];
  };
  expect(JSON.stringify(history)).toContain('Femke de Boer');
  // A colleague's course of the same provider, and the provider's lists.
  await makeBooking(world.provider.call, { id: 'b-elsewhere', participant: { name: 'Ada', email: 'ada@example.nl' } });
  const change = json('PATCH', { participation_status: 'completed' });
  expect((await withToken(synced.token, '/bookings/b-elsewhere', change)).status).toBe(404);
  expect((await withToken(synced.token, '/lti/platforms')).status).toBe(403);

  // Again, by the schedule: nothing new; who has left is shown and keeps the booking.
  const total = async () => ((await (await world.provider.call('/bookings')).json()) as { total: number }).total;
  const before = await total();
  world.platform.members = [[learner('8', { name: 'Noor el Khatib', email: 'noor@example.nl' })]];
  world.now = '2026-08-20T16:01:00.000Z';
  expect(await runJob('lti-members')).toMatchObject({ synced: 1, failed: 0 });
  const again = ((await open(TEACHER)).opened.view.members ?? []).map(({ name, is_gone }) => [name, is_gone]);
  expect(again).toEqual([
    ['Jan Jansen', true],
    ['Noor el Khatib', false],
    ['Zonder adres', true],
  ]);
  expect(await total()).toBe(before);
  // A participant may not do it.
  const { session: learners } = await open(LEARNER);
  expect(await world.ask('sync', learners)).toMatchObject({ status: 403, refusal: 'role-missing' });
});

test('a platform that answers nothing usable is told, and changes nothing', async () => {
  const { session } = await open(TEACHER);
  for (const body of ['<html>', '{"members":7}']) {
    world.platform.overrides.set('/members', (answer) => void Object.assign(answer, { body }));
    expect(await world.ask('sync', session)).toMatchObject({ status: 502, refusal: 'platform-refused' });
  }
  world.platform.overrides.clear();
  // Also to whoever opens the page later: the schedule has nobody to tell.
  const { view } = (await open(TEACHER)).opened;
  expect(view).toMatchObject({ problem: 'platform-refused' });
  expect(view.members).toHaveLength(3);
});

test('results are told as scores, once each, taken back when they are, and tried again when the platform is away', async () => {
  const { scores } = world.platform;
  await runJob('lti-grades');
  const [first] = scores.splice(0);
  // Moodle's address keeps its query; failing would be said of the grading, not of the person.
  expect(first?.path).toBe('/2/lineitems/4/lineitem/scores?type_id=1');
  expect(first?.body).toMatchObject({
    userId: '8',
    scoreGiven: 1,
    scoreMaximum: 1,
    activityProgress: 'Completed',
    gradingProgress: 'FullyGraded',
  });
  await runJob('lti-grades');
  expect(scores).toEqual([]);

  const noor =
    (await open(TEACHER)).opened.view.members?.find(({ name }) => name === 'Noor el Khatib')?.enrollment_id ?? '';
  const mark = (participation_status: string, id = noor) =>
    made(world.provider.call(`/bookings/${id}`, json('PATCH', { participation_status })));
  await mark('did not pass', 'b-jan');
  world.platform.overrides.set(
    '/2/lineitems/4/lineitem/scores',
    (answer) => void Object.assign(answer, { status: 503 }),
  );
  expect(await runJob('lti-grades')).toMatchObject({ told: 0, failed: 1 });
  expect(await runJob('lti-grades')).toMatchObject({ told: 0, failed: 0 });
  scores.splice(0);
  world.platform.overrides.clear();
  world.now = '2026-08-20T16:07:00.000Z';
  // Nobody waits for one that has failed before.
  await mark('did not pass');
  expect(await runJob('lti-grades')).toMatchObject({ told: 2 });
  expect(scores.splice(0).map(({ body }) => body)).toMatchObject([
    { userId: '8', scoreGiven: 0, gradingProgress: 'FullyGraded' },
    { userId: '7', scoreGiven: 0, gradingProgress: 'FullyGraded' },
  ]);
  await mark('no-show');
  await runJob('lti-grades');
  const back = scores.splice(0)[0]?.body;
  expect(back).toMatchObject({ activityProgress: 'Initialized', gradingProgress: 'NotReady' });
  expect(back).not.toHaveProperty('scoreGiven');
  for (const score of Object.values(SCORES)) expect(score.gradingProgress).not.toBe('Failed');
});

test('who is erased is forgotten here too: no name, and no result that is told', async () => {
  const rows = () =>
    world.parts.database.tables.selectFrom('lti_members').select('name').where('name', 'like', 'Noor%').execute();
  expect(await rows()).toHaveLength(1);
  await world.provider.call('/participants/erase', json('POST', { email: 'noor@example.nl', confirm: true }));
  expect(await rows()).toEqual([]);
});

test('a teacher chooses an element and a product, and the platform gets them signed, with a column for grades', async () => {
  const settings = {
    [`${CLAIM}message_type`]: 'LtiDeepLinkingRequest',
    [`${CLAIM}resource_link`]: undefined,
    'https://purl.imsglobal.org/spec/lti-dl/claim/deep_linking_settings': {
      deep_link_return_url: `${world.platform.url}/deep`,
      accept_types: ['ltiResourceLink'],
      accept_presentation_document_targets: ['iframe'],
      data: 'opaque',
    },
  };
  const page = await world.launch({ ...TEACHER, ...settings });
  expect(page.headers.get('Content-Security-Policy')).toContain(`form-action ${world.platform.url};`);
  const { session } = (await pageData(page)) as { session: string };
  const { view } = (await world.ask('open', session)) as unknown as Opened;
  expect(view).toMatchObject({ kind: 'choose', products: [{ id: 'prince2' }] });
  const chosen = (await world.ask('choose', session, { element: 'enrollment-status', product_id: 'prince2' })) as {
    url: string;
    jwt: string;
  };
  expect(chosen.url).toBe(`${world.platform.url}/deep`);
  const { payload } = await jwtVerify(chosen.jwt, createRemoteJWKSet(new URL(world.platform.toolJwksUrl)), {
    issuer: world.platform.clientId,
    audience: world.platform.url,
    currentDate: new Date(world.now),
  });
  expect(payload).toMatchObject({
    [`${CLAIM}deployment_id`]: '3',
    'https://purl.imsglobal.org/spec/lti-dl/claim/data': 'opaque',
    'https://purl.imsglobal.org/spec/lti-dl/claim/content_items': [
      {
        type: 'ltiResourceLink',
        url: `${LTI_URL}/lti/launch`,
        custom: { element: 'enrollment-status', product_id: 'prince2' },
        lineItem: { scoreMaximum: 1 },
      },
    ],
  });
  expect(await world.ask('choose', session, { element: 'enrollment-status', product_id: 'another' })).toMatchObject({
    status: 400,
  });
  expect(await refusalOf(await world.launch({ ...LEARNER, ...settings }))).toBe('role-missing');
});

test('who teaches finds every course by its name, however many there are, and no other may ask', async () => {
  const { tables, pool } = world.parts.database;
  await pool.query(`
    insert into products select (jsonb_populate_record(product, jsonb_build_object(
      'id', 'many-' || number, 'compared_name', 'course ' || number, 'state', case number when 7 then 'deleted' else 'active' end,
      'published', published || jsonb_build_object('name', 'Course ' || number)
    ))).* from products as product, generate_series(1, 600) as number where id = 'prince2'`);
  const { session, opened } = await open({
    ...TEACHER,
    [`${CLAIM}message_type`]: 'LtiDeepLinkingRequest',
    [`${CLAIM}resource_link`]: undefined,
    'https://purl.imsglobal.org/spec/lti-dl/claim/deep_linking_settings': {
      deep_link_return_url: `${world.platform.url}/deep`,
    },
  });
  expect([opened.view.total, opened.view.products?.length]).toEqual([600, 500]);
  expect(opened.view.products?.[0]).toEqual({ id: 'many-1', name: 'Course 1' });
  expect(await world.ask('find', session, { search: ' COURSE  59' })).toMatchObject({
    total: 11,
    products: ['59', ...Array.from({ length: 10 }, (_, last) => `59${last}`)].map((number) => ({
      id: `many-${number}`,
      name: `Course ${number}`,
    })),
  });
  expect(await world.ask('find', session, { search: 'course 7' })).toMatchObject({ total: 10 });
  for (const search of ['no such course', '%', '\u0000'])
    expect(await world.ask('find', session, { search })).toMatchObject({ status: 200, total: 0, products: [] });
  const course = await open(TEACHER);
  expect(await world.ask('find', course.session, { search: 'c' })).toMatchObject({ refusal: 'role-missing' });
  await tables.deleteFrom('products').where('id', 'like', 'many-%').execute();
});

test('learners see a group’s product where the link says the site, which is there by itself when the group has one', async () => {
  const group = { ...PRODUCT, name: 'Voor de groep', allowed_sites: ['acme'] };
  await made(world.provider.call('/products/group', json('PUT', group)));
  const settings = {
    [`${CLAIM}message_type`]: 'LtiDeepLinkingRequest',
    [`${CLAIM}resource_link`]: undefined,
    'https://purl.imsglobal.org/spec/lti-dl/claim/deep_linking_settings': {
      deep_link_return_url: `${world.platform.url}/deep`,
      accept_types: ['ltiResourceLink'],
      accept_presentation_document_targets: ['iframe'],
    },
  };
  const { session } = (await pageData(await world.launch({ ...TEACHER, ...settings }))) as { session: string };
  const choose = async (): Promise<object | undefined> => {
    const chosen = await world.ask('choose', session, { element: 'product-details', product_id: 'group' });
    const { [`https://purl.imsglobal.org/spec/lti-dl/claim/content_items`]: items } = decodeJwt<
      Readonly<Record<string, readonly { readonly custom: object }[]>>
    >((chosen as unknown as { readonly jwt: string }).jwt);
    return items?.[0]?.custom;
  };
  const custom = { element: 'product-details', product_id: 'group', site: 'acme' };
  expect(await choose()).toEqual(custom);

  const { opened } = await open({ ...LEARNER, [`${CLAIM}custom`]: custom });
  expect(opened.view).toEqual({ ...custom, kind: 'product' });
  const statusOn = async (query: string) => (await withToken(opened.token, `/products/group${query}`)).status;
  expect([await statusOn('?site=acme'), await statusOn('')]).toEqual([200, 404]);

  await made(world.provider.call('/products/group', json('PUT', { ...group, allowed_sites: ['acme', 'beta'] })));
  expect(await choose()).toEqual({ element: 'product-details', product_id: 'group' });
});

test('keys are rotated without a gap: the new one is published before it signs, the old one after', async () => {
  const { openLti } = await import('../../../packages/server/src/lti/open-lti.js');
  const { toolKeys } = openLti(world.parts)!;
  const kids = async () => (await toolKeys.published()).keys.map(({ kid }) => kid);
  const first = (await toolKeys.current()).kid;
  await toolKeys.rotate();
  expect(await kids()).toHaveLength(2);
  expect((await toolKeys.current()).kid).toBe(first);
  for (const key of (await toolKeys.published()).keys)
    expect(Object.keys(key).toSorted()).toEqual(['alg', 'e', 'kid', 'kty', 'n', 'use']);
  world.now = '2026-08-22T16:07:00.000Z';
  expect((await toolKeys.current()).kid).not.toBe(first);
  expect(await kids()).toContain(first);
  world.now = '2026-08-28T16:07:00.000Z';
  await toolKeys.rotate();
  expect(await kids()).not.toContain(first);
});

test('a platform registers itself once, with an address that the provider made, and then launches', async () => {
  const platform = await world.newPlatform('made-by-platform');
  const sent: Record<string, unknown>[] = [];
  const discovery = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://x');
    let body = '';
    request.on('data', (chunk) => (body += String(chunk)));
    request.on('end', () => {
      const own = `http://${request.headers.host}`;
      response.setHeader('Content-Type', 'application/json');
      if (pathname === '/config')
        response.end(
          JSON.stringify({
            issuer: own,
            authorization_endpoint: `${own}/auth`,
            token_endpoint: `${own}/token`,
            jwks_uri: `${platform.url}/jwks`,
            registration_endpoint: `${own}/register`,
          }),
        );
      else {
        sent.push({ authorization: request.headers.authorization, ...(JSON.parse(body) as object) });
        response.end(JSON.stringify({ client_id: 'made-by-platform' }));
      }
    });
  });
  await new Promise<void>((done) => discovery.listen(0, '127.0.0.1', done));
  const address = discovery.address();
  const issuer = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
  try {
    const invitation = await made(
      world.provider.call('/lti/registrations', json('POST', { name: 'Moodle of Duinweg' })),
    );
    const { search } = new URL(String(invitation.url));
    const opened = `/lti/register${search}&openid_configuration=${encodeURIComponent(`${issuer}/config`)}&registration_token=r-1`;
    const page = await world.app.request(opened);
    expect(page.status).toBe(200);
    // Looking changes nothing: a mail scanner opens addresses too.
    expect(sent).toEqual([]);
    const form = new URLSearchParams(opened.split('?')[1]);
    const register = () =>
      world.app.request('/lti/register', {
        method: 'POST',
        body: String(form),
        headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      });
    form.set('openid_configuration', 'http://127.0.0.1:1/config');
    expect(await refusalOf(await register())).toBe('platform-unreachable');
    form.set('openid_configuration', `${issuer}/config`);
    expect((await register()).status).toBe(200);
    expect(sent[0]).toMatchObject({
      authorization: 'Bearer r-1',
      initiate_login_uri: `${LTI_URL}/lti/login`,
      redirect_uris: [`${LTI_URL}/lti/launch`],
      jwks_uri: `${LTI_URL}/lti/jwks`,
      token_endpoint_auth_method: 'private_key_jwt',
    });
    expect(await refusalOf(await register())).toBe('invitation-unknown');

    // The first deployment that launches becomes the only one.
    const launchFrom = async (deployment: string) => {
      const { state, nonce } = await world.login({ ...platform, url: issuer });
      const claims = { ...moodleClaims(platform, nonce, LEARNER), iss: issuer, [`${CLAIM}deployment_id`]: deployment };
      return world.post({ id_token: await platform.sign(claims), state }, { Origin: issuer });
    };
    expect((await launchFrom('1')).status).toBe(200);
    expect(await refusalOf(await launchFrom('2'))).toBe('deployment-unknown');
  } finally {
    discovery.close();
  }
});

test('a login keeps its state in the platform’s storage where it offers one, and the page has to show it', async () => {
  const hints = { login_hint: '7', target_link_uri: `${LTI_URL}/lti/launch`, lti_storage_target: 'storage_frame' };
  const query = new URLSearchParams({ iss: world.platform.url, client_id: world.platform.clientId, ...hints });
  const login = (await pageData(
    await world.app.request('/lti/login', {
      method: 'POST',
      body: String(query),
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    }),
  )) as { url: string; state: string; target: string; origin: string };
  expect(login).toMatchObject({ target: 'storage_frame', origin: world.platform.url });
  const nonce = new URL(login.url).searchParams.get('nonce') ?? '';
  const id_token = await world.platform.sign(moodleClaims(world.platform, nonce, LEARNER));
  const { session, storage } = (await pageData(
    await world.post({ id_token, state: login.state, lti_storage_target: 'storage_frame' }),
  )) as { session: string; storage: object };
  expect(storage).toMatchObject({ target: 'storage_frame', origin: world.platform.url });
  // The launch of somebody else, in this browser: its storage has no such state.
  expect(await world.ask('open', session)).toMatchObject({ status: 403, refusal: 'storage-mismatch' });
  expect(await world.ask('open', session, { state: 'B'.repeat(43) })).toMatchObject({ refusal: 'storage-mismatch' });
  expect(await world.ask('open', session, { state: login.state })).toMatchObject({
    status: 200,
    view: { kind: 'booking' },
  });
});
