import { createServer, request as forward } from 'node:http';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSettings, startServer } from '@enrollkit/server';
import { decodeJwt } from 'jose';
import type { Pool } from 'pg';
import { pino } from 'pino';
import { PROVIDER_ID } from '../../../demo/tooling/portal-session.js';
import { seedServer } from '../../../demo/tooling/seed-server.js';
import { addPlatform } from '../../../packages/server/src/lti/platforms/platform-table.js';
import {
  LEARNER,
  moodleClaims,
  startTestPlatform,
  TEACHER,
  type TestPlatform,
} from '../../server/lti/support/test-platform.js';

const sample = join(import.meta.dirname, '../../../demo/public');
const PEOPLE: Readonly<Record<string, object>> = {
  teacher: TEACHER,
  noor: { ...LEARNER, sub: '7', name: 'Noor el Khatib', given_name: 'Noor', email: 'noor@voorbeeld.example' },
};

const CHOOSING = ({ url }: TestPlatform): object => ({
  'https://purl.imsglobal.org/spec/lti/claim/message_type': 'LtiDeepLinkingRequest',
  'https://purl.imsglobal.org/spec/lti-dl/claim/deep_linking_settings': { deep_link_return_url: `${url}/chosen` },
});

/** A platform at one site, and the server behind a proxy at another. */
export interface LtiStage {
  readonly platform: TestPlatform;
  readonly toolUrl: string;
  /** Gives the provider so many more courses, named `Cursus 1` and on. */
  addCourses(count: number): Promise<void>;
  stop(): Promise<void>;
}

/** Starts both. The platform's course is a page with a frame that the tool is launched into. */
export async function startLtiStage(): Promise<LtiStage> {
  const dataDir = await mkdtemp(join(tmpdir(), 'enrollkit-lti-'));
  const platform = await startTestPlatform({ now: () => new Date().toISOString() });
  // Where browsers reach the tool is known before it listens: a proxy stands before it, as it would.
  let behind = '';
  let pool: Pick<Pool, 'query'> | undefined;
  const proxy = createServer((incoming, outgoing) => {
    const onward = forward(
      behind + (incoming.url ?? ''),
      { method: incoming.method, headers: incoming.headers },
      (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
      },
    );
    onward.on('error', () => outgoing.destroy());
    outgoing.on('close', () => onward.destroy());
    incoming.pipe(onward);
  });
  await new Promise<void>((done) => proxy.listen(0, '127.0.0.1', done));
  const address = proxy.address();
  // Another site than the platform's, so that everything of it in a frame there is a third party's.
  const toolUrl = `http://localhost:${typeof address === 'object' ? address?.port : 0}`;
  platform.toolJwksUrl = `${toolUrl}/lti/jwks`;
  const settings = readSettings({
    PORT: '0',
    ENROLLKIT_DATA_DIR: dataDir,
    ENROLLKIT_LTI_URL: toolUrl,
    ENROLLKIT_PRIVATE_PLATFORMS: 'yes',
  });
  const server = await startServer(settings, {
    log: pino({ level: 'silent' }),
    async mount(parts) {
      await seedServer(parts, sample);
      pool = parts.database.pool;
      await addPlatform(
        parts.database.tables,
        {
          providerId: PROVIDER_ID,
          id: parts.ids(),
          name: 'Moodle',
          issuer: platform.url,
          clientId: platform.clientId,
          deploymentIds: ['3'],
          authUrl: `${platform.url}/auth`,
          tokenUrl: `${platform.url}/token`,
          jwksUrl: `${platform.url}/jwks`,
          origins: [platform.url],
          matchEmail: true,
          roles: {},
        },
        parts.clock(),
      );
      return () => new Response(null, { status: 404 });
    },
  });
  behind = server.url;
  platform.members = [
    [
      { user_id: '7', status: 'Active', roles: ['Learner'], name: 'Noor el Khatib', email: 'noor@voorbeeld.example' },
      { user_id: '9', status: 'Active', roles: ['Learner'], name: 'Zonder Adres' },
    ],
  ];
  addPages(platform, toolUrl);
  return {
    platform,
    toolUrl,
    async addCourses(count) {
      await pool?.query(
        `insert into products select (jsonb_populate_record(product, jsonb_build_object(
          'id', 'more-' || number, 'compared_name', 'cursus ' || number,
          'published', published || jsonb_build_object('name', 'Cursus ' || number)
        ))).* from products as product, generate_series(1, $1::integer) as number where id = 'DW-101'`,
        [count],
      );
    },
    async stop() {
      proxy.close();
      proxy.closeAllConnections();
      await server.stop();
      await platform.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** `/course?as=noor`, optionally with storage; and the sign-in that sends a form back. */
function addPages(platform: TestPlatform, toolUrl: string): void {
  platform.pages.set('/course', ({ searchParams }) => {
    const login = new URL(`${toolUrl}/lti/login`);
    const asked = {
      iss: platform.url,
      client_id: platform.clientId,
      login_hint: searchParams.get('as') ?? '',
      target_link_uri: `${toolUrl}/lti/launch`,
      ...(searchParams.has('choose') && { lti_message_hint: 'choose' }),
      ...(searchParams.has('storage') && { lti_storage_target: '_parent' }),
    };
    for (const [name, value] of Object.entries(asked)) login.searchParams.set(name, value);
    return `<!doctype html><html lang="nl"><title>Cursus</title><h1>Cursus</h1>
      <iframe title="Opleiding" width="700" height="150" src="${login.href.replaceAll('&', '&amp;')}"></iframe>
      <script>
        const kept = new Map();
        window.stored = kept;
        addEventListener('message', ({ data, origin, source }) => {
          if (origin !== ${JSON.stringify(toolUrl)}) return;
          if (data.subject === 'lti.frameResize') document.querySelector('iframe').height = data.height;
          if (data.subject === 'lti.put_data') kept.set(data.key, data.value);
          if (/^lti\\.(put|get)_data$/.test(data.subject))
            source.postMessage({ subject: data.subject + '.response', message_id: data.message_id, key: data.key, value: kept.get(data.key) }, origin);
        });
      </script></html>`;
  });
  // What was chosen, out of what the tool signed.
  platform.pages.set('/chosen', (_, sent) => {
    const claims = decodeJwt(new URLSearchParams(sent).get('JWT') ?? '');
    const [item] = claims['https://purl.imsglobal.org/spec/lti-dl/claim/content_items'] as readonly Record<
      string,
      unknown
    >[];
    return `<!doctype html><title>…</title><p>${JSON.stringify(item?.custom)}</p>`;
  });
  platform.pages.set('/favicon.ico', () => '');
  platform.pages.set('/auth', async ({ searchParams }) => {
    const [state, nonce] = [searchParams.get('state') ?? '', searchParams.get('nonce') ?? ''];
    const person = PEOPLE[searchParams.get('login_hint') ?? ''];
    const custom = {
      'https://purl.imsglobal.org/spec/lti/claim/custom': { element: 'enrollment-status', product_id: 'DW-101' },
    };
    const chosen = searchParams.get('lti_message_hint') === 'choose' ? CHOOSING(platform) : custom;
    const token = await platform.sign({ ...moodleClaims(platform, nonce), ...chosen, ...person });
    return `<!doctype html><title>…</title><form method="post" action="${searchParams.get('redirect_uri')}">
      <input name="id_token" value="${token}"><input name="state" value="${state}"></form><script>document.forms[0].submit()</script>`;
  });
}
