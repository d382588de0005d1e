import { createServer } from 'node:http';
import type { JWTPayload } from 'jose';
import { expect } from 'vitest';
import { made } from '../../support/course.js';
import { json, openHttpWorld, type HttpWorld, type Provider } from '../../support/http-world.js';
import { moodleClaims, startTestPlatform, type TestPlatform } from './test-platform.js';

/** A server that platforms can reach, and one platform that a provider registered. */
export interface LtiWorld extends HttpWorld {
  readonly provider: Provider;
  readonly platform: TestPlatform;
  /** Begins a login, and answers the state and nonce that the platform has to send back. */
  login(
    platform?: TestPlatform,
    more?: Record<string, string>,
  ): Promise<{ readonly state: string; readonly nonce: string }>;
  /** Sends what a browser brings back from the platform. */
  post(form: Record<string, string>, headers?: Record<string, string>): Promise<Response>;
  /** The whole way: login, sign, launch. */
  launch(claims: JWTPayload, claimsOf?: typeof moodleClaims): Promise<Response>;
  /** What the page of a launch asks for. */
  ask(path: string, secret: string, more?: object): Promise<Record<string, unknown>>;
  register(provider: Provider, platform: TestPlatform, more?: object): Promise<Record<string, unknown>>;
  newPlatform(clientId: string): Promise<TestPlatform>;
}

export const LTI_URL = 'http://tool.test';

export async function openLtiWorld(): Promise<LtiWorld> {
  const world = await openHttpWorld({ ltiUrl: LTI_URL, privatePlatforms: true });
  const platforms: TestPlatform[] = [];
  // The platform reads the tool's keys over a socket, as it would.
  const keys = createServer((_, response) => {
    void Promise.resolve(world.app.request('/lti/jwks')).then(async (answer) => response.end(await answer.text()));
  });
  await new Promise<void>((done) => keys.listen(0, '127.0.0.1', done));
  const address = keys.address();
  const toolJwksUrl = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/`;

  const newPlatform = async (clientId: string): Promise<TestPlatform> => {
    const platform = await startTestPlatform({ clientId, now: () => lti.now });
    platform.toolJwksUrl = toolJwksUrl;
    platforms.push(platform);
    return platform;
  };
  const provider = world.newProvider();
  const lti: LtiWorld = Object.assign(world, {
    provider,
    platform: undefined as unknown as TestPlatform,
    newPlatform,
    register: (owner: Provider, platform: TestPlatform, more: object = {}) =>
      made(
        owner.call(
          '/lti/platforms',
          json('POST', {
            name: 'Moodle',
            issuer: platform.url,
            client_id: platform.clientId,
            deployment_ids: ['3'],
            auth_url: `${platform.url}/auth`,
            token_url: `${platform.url}/token`,
            jwks_url: `${platform.url}/jwks`,
            ...more,
          }),
        ),
      ),
    async login(platform: TestPlatform = lti.platform, more: Record<string, string> = {}) {
      const query = new URLSearchParams({
        iss: platform.url,
        login_hint: '7',
        target_link_uri: `${LTI_URL}/lti/launch`,
        lti_message_hint: '14',
        client_id: platform.clientId,
        ...more,
      });
      const answer = await world.app.request(`/lti/login?${query}`);
      expect(answer.status).toBe(302);
      const { searchParams } = new URL(answer.headers.get('Location') ?? '');
      return { state: searchParams.get('state') ?? '', nonce: searchParams.get('nonce') ?? '' };
    },
    post: async (form: Record<string, string>, headers: Record<string, string> = {}) =>
      world.app.request('/lti/launch', {
        method: 'POST',
        body: String(new URLSearchParams(form)),
        headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
      }),
    async launch(claims: JWTPayload, claimsOf = moodleClaims) {
      const { state, nonce } = await lti.login();
      const id_token = await lti.platform.sign(claimsOf(lti.platform, nonce, claims));
      return lti.post({ id_token, state }, { Origin: lti.platform.url });
    },
    async ask(path: string, secret: string, more: object = {}) {
      const answer = await world.app.request(`/lti/page/${path}`, json('POST', { session: secret, ...more }));
      return { status: answer.status, ...((await answer.json()) as object) };
    },
  });
  Object.assign(lti, { platform: await newPlatform('aBcD1234') });
  await lti.register(provider, lti.platform);
  const close = world.close.bind(world);
  return Object.assign(lti, {
    async close() {
      await Promise.all(platforms.map((platform) => platform.close()));
      keys.close();
      keys.closeAllConnections();
      await close();
    },
  });
}

/** What the page that a launch answers holds for its script. */
export async function pageData(answer: Response): Promise<Record<string, unknown>> {
  const text = await answer.text();
  const [, data = ''] = /id="lti-data">([\s\S]*?)<\/script>/.exec(text) ?? [];
  expect(data, text.slice(0, 2000)).not.toBe('');
  return JSON.parse(data) as Record<string, unknown>;
}

/** Why a launch was refused. */
export async function refusalOf(answer: Response): Promise<string | undefined> {
  return /data-refusal="([\w-]+)"/.exec(await answer.text())?.[1];
}
