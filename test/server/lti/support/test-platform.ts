import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createRemoteJWKSet, exportJWK, exportSPKI, generateKeyPair, jwtVerify, SignJWT, type JWTPayload } from 'jose';

const CLAIM = 'https://purl.imsglobal.org/spec/lti/claim/';
const MEMBERSHIP = 'http://purl.imsglobal.org/vocab/lis/v2/membership';

/** A platform of our own: its keys, its sign-in, its services. Says what Moodle or Canvas would say. */
export interface TestPlatform {
  readonly url: string;
  readonly clientId: string;
  readonly kid: string;
  /** Its public key, as anybody can read it. */
  readonly publicPem: string;
  /** What its members' service answers, a page each. */
  members: readonly (readonly object[])[];
  /** Scores that it was sent. */
  readonly scores: { readonly path: string; readonly body: Record<string, unknown> }[];
  /** What was asked of it, by path. */
  readonly asked: string[];
  /** Overrides what it answers at a path. */
  readonly overrides: Map<string, (answer: { status: number; body: string }) => void>;
  /** Pages for a browser, by path. */
  readonly pages: Map<string, (url: URL, sent: string) => string | Promise<string>>;
  /** Where the tool's keys are, so that it can look at what the tool signs. */
  toolJwksUrl: string;
  /** Signs a launch. Undefined takes a claim away. */
  sign(
    claims: Readonly<Record<string, unknown>>,
    header?: { readonly kid?: string; readonly alg?: string },
  ): Promise<string>;
  close(): Promise<void>;
}

/** Who comes from the platform. */
export const TEACHER = {
  sub: '2',
  name: 'Femke de Boer',
  email: 'femke@example.nl',
  [`${CLAIM}roles`]: [
    'http://purl.imsglobal.org/vocab/lis/v2/institution/person#Instructor',
    `${MEMBERSHIP}#Instructor`,
    'http://purl.imsglobal.org/vocab/lis/v2/system/person#User',
  ],
};
export const LEARNER = {
  sub: '7',
  name: 'Jan Jansen',
  email: 'Jan@Example.nl',
  [`${CLAIM}roles`]: [`${MEMBERSHIP}#Learner`],
};

/** As Moodle says a launch. Source: Moodle's LTI documentation, and `mod/lti/locallib.php`. */
export function moodleClaims(platform: TestPlatform, nonce: string, more: JWTPayload = {}): JWTPayload {
  return {
    nonce,
    given_name: 'Jan',
    family_name: 'Jansen',
    [`${CLAIM}deployment_id`]: '3',
    [`${CLAIM}message_type`]: 'LtiResourceLinkRequest',
    [`${CLAIM}version`]: '1.3.0',
    [`${CLAIM}target_link_uri`]: 'http://tool.test/lti/launch',
    [`${CLAIM}resource_link`]: { title: 'Status', description: '', id: '14' },
    [`${CLAIM}context`]: { id: '5', label: 'P2', title: 'PRINCE2', type: ['CourseSection'] },
    [`${CLAIM}tool_platform`]: {
      product_family_code: 'moodle',
      version: '2024100700',
      guid: 'moodle.example.nl',
      name: 'Moodle',
    },
    [`${CLAIM}launch_presentation`]: { locale: 'nl', document_target: 'iframe', return_url: `${platform.url}/return` },
    [`${CLAIM}lti1p1`]: { user_id: '7' },
    [`${CLAIM}ext`]: { user_username: 'jan', lms: 'moodle-2' },
    [`${CLAIM}lis`]: { person_sourcedid: '', course_section_sourcedid: '' },
    [`${CLAIM}custom`]: {
      context_memberships_url: `${platform.url}/members`,
      element: 'enrollment-status',
      product_id: 'prince2',
    },
    'https://purl.imsglobal.org/spec/lti-ags/claim/endpoint': {
      scope: ['https://purl.imsglobal.org/spec/lti-ags/scope/score'],
      lineitems: `${platform.url}/2/lineitems?type_id=1`,
      lineitem: `${platform.url}/2/lineitems/4/lineitem?type_id=1`,
    },
    'https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice': {
      context_memberships_url: `${platform.url}/members`,
      service_versions: ['1.0', '2.0'],
    },
    ...more,
  };
}

/** As Canvas says one: an azp, legacy ids, null where there is nothing, variables that it didn't fill in. Source: its LTI documentation. */
export function canvasClaims(platform: TestPlatform, nonce: string, more: JWTPayload = {}): JWTPayload {
  return {
    nonce,
    azp: platform.clientId,
    locale: 'en',
    picture: `${platform.url}/avatar.png`,
    [`${CLAIM}deployment_id`]: '3',
    [`${CLAIM}message_type`]: 'LtiResourceLinkRequest',
    [`${CLAIM}version`]: '1.3.0',
    [`${CLAIM}target_link_uri`]: 'http://tool.test/lti/launch',
    [`${CLAIM}resource_link`]: { id: '8aa641d1-b4d4-4fea-8a9b-e9fedfb62b1e', description: null, title: null },
    [`${CLAIM}context`]: {
      id: 'd3a2504bba51',
      label: 'P2',
      title: 'PRINCE2',
      type: ['http://purl.imsglobal.org/vocab/lis/v2/course#CourseOffering'],
    },
    [`${CLAIM}tool_platform`]: {
      guid: 'zOUA:canvas-lms',
      name: 'Duinweg',
      version: 'cloud',
      product_family_code: 'canvas',
    },
    [`${CLAIM}launch_presentation`]: {
      document_target: 'iframe',
      return_url: `${platform.url}/courses/3`,
      locale: 'en',
    },
    [`${CLAIM}lis`]: { person_sourcedid: '$Person.sourcedId', course_offering_sourcedid: '$CourseSection.sourcedId' },
    [`${CLAIM}lti11_legacy_user_id`]: '535fa085f22b4655',
    [`${CLAIM}custom`]: {
      element: 'enrollment-status',
      product_id: 'prince2',
      starting_date_id: '$Canvas.course.startAt',
    },
    [`${CLAIM}platformnotificationservice`]: {
      service_versions: ['1.0'],
      notice_types_supported: ['LtiHelloWorldNotice'],
    },
    'https://purl.imsglobal.org/spec/lti-ags/claim/endpoint': {
      lineitem: `${platform.url}/api/lti/courses/3/line_items/1`,
      scope: ['https://purl.imsglobal.org/spec/lti-ags/scope/score'],
      lineitems: `${platform.url}/api/lti/courses/3/line_items`,
    },
    'https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice': {
      context_memberships_url: `${platform.url}/members`,
      service_versions: ['2.0'],
    },
    'https://www.instructure.com/placement': null,
    ...more,
  };
}

export async function startTestPlatform({
  clientId = 'aBcD1234',
  now,
}: {
  readonly clientId?: string;
  readonly now: () => string;
}): Promise<TestPlatform> {
  const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true });
  const kid = `key-of-${clientId}`;
  const jwk = { ...(await exportJWK(publicKey)), kid, alg: 'RS256', use: 'sig' };
  const server: Server = createServer((request, response) => {
    void answer(platform, jwk, request).then(({ status, body, headers }) => {
      const changed = { status, body };
      platform.overrides.get(new URL(request.url ?? '/', 'http://x').pathname)?.(changed);
      response.writeHead(changed.status, { 'Content-Type': 'application/json', ...headers }).end(changed.body);
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const platform: TestPlatform = {
    url,
    clientId,
    kid,
    publicPem: await exportSPKI(publicKey),
    members: [],
    scores: [],
    asked: [],
    overrides: new Map(),
    pages: new Map(),
    toolJwksUrl: '',
    async sign(claims, header = {}) {
      const seconds = Math.floor(Date.parse(now()) / 1000);
      const payload: Readonly<Record<string, unknown>> = {
        iss: url,
        aud: clientId,
        iat: seconds,
        exp: seconds + 60,
        ...claims,
      };
      const said = Object.fromEntries(Object.entries(payload).filter(([, value]) => value !== undefined));
      return new SignJWT(said).setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid, ...header }).sign(privateKey);
    },
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
  return platform;
}

interface Answer {
  readonly status: number;
  readonly body: string;
  readonly headers?: Record<string, string>;
}

async function answer(platform: TestPlatform, jwk: object, request: IncomingMessage): Promise<Answer> {
  const { pathname, searchParams } = new URL(request.url ?? '/', platform.url);
  let sent = '';
  for await (const chunk of request) sent += String(chunk);
  platform.asked.push(pathname);
  const page = platform.pages.get(pathname);
  if (page) {
    const body = await page(new URL(request.url ?? '/', platform.url), sent);
    return { status: 200, body, headers: { 'Content-Type': 'text/html; charset=utf-8' } };
  }
  const isAllowed = request.headers.authorization === 'Bearer platform-token';
  const json = (body: unknown, headers = {}): Answer => ({ status: 200, body: JSON.stringify(body), headers });
  if (pathname === '/jwks') return json({ keys: [jwk] });
  if (pathname === '/token') {
    const form = new URLSearchParams(sent);
    await jwtVerify(form.get('client_assertion') ?? '', createRemoteJWKSet(new URL(platform.toolJwksUrl)), {
      issuer: platform.clientId,
      subject: platform.clientId,
      audience: `${platform.url}/token`,
      currentDate: new Date('2026-08-20T10:00:00Z'),
      clockTolerance: 366 * 86_400,
    });
    return json({ access_token: 'platform-token', token_type: 'Bearer', expires_in: 3600, scope: form.get('scope') });
  }
  if (!isAllowed) return { status: 401, body: '{}' };
  if (pathname === '/members') {
    const page = Number(searchParams.get('page') ?? 0);
    const isLast = page + 1 >= platform.members.length;
    const next = isLast ? {} : { Link: `<${platform.url}/members?page=${page + 1}>; rel="next"` };
    return json({ id: platform.url, context: { id: '5' }, members: platform.members[page] ?? [] }, next);
  }
  if (pathname.endsWith('/scores')) {
    platform.scores.push({ path: request.url ?? '', body: JSON.parse(sent) as Record<string, unknown> });
    return json({});
  }
  return { status: 404, body: '{}' };
}
