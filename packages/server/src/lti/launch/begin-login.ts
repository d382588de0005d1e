import { LtiRefusal } from '../lti-refusal.js';
import type { LtiParts } from '../lti-parts.js';
import { findPlatformsOfIssuer, type Platform } from '../platforms/platform-table.js';
import { addLogin } from './login-table.js';
import { newSecret } from './secrets.js';

/** So long a platform has to send somebody back: they may have to sign in there first. */
const LOGIN_MS = 10 * 60_000;

/** Where the browser goes on. */
export interface BegunLogin {
  readonly platform: Platform;
  /** The platform's address, with a state that only the server keeps. */
  readonly plainUrl: string;
  /** The same with a state that the page puts into the platform's storage first, where it offers that. */
  readonly stored?: {
    readonly url: string;
    readonly key: string;
    readonly state: string;
    readonly target: string;
    readonly origin: string;
  };
}

/** Begins a login that a platform asks for. Source: 1EdTech security framework, section 5.1.1. */
export async function beginLogin(parts: LtiParts, asked: URLSearchParams): Promise<BegunLogin> {
  const { tables } = parts.database;
  const issuer = expect(asked, 'iss');
  const loginHint = expect(asked, 'login_hint');
  expect(asked, 'target_link_uri');
  const [platform, another] = await findPlatformsOfIssuer(tables, issuer, asked.get('client_id') ?? undefined);
  if (!platform) throw new LtiRefusal('platform-unknown', { detail: issuer.slice(0, 200) });
  if (another) throw new LtiRefusal('client-id-missing');

  const target = asked.get('lti_storage_target') ?? '';
  const begin = async (inPlatformStorage: boolean) => {
    const state = newSecret();
    const nonce = newSecret();
    const expiresAt = new Date(Date.parse(parts.clock()) + LOGIN_MS).toISOString();
    const { providerId, id: platformId } = platform;
    await addLogin(tables, state, { providerId, platformId, nonce, inPlatformStorage, expiresAt });
    const url = new URL(platform.authUrl);
    const query = {
      scope: 'openid',
      response_type: 'id_token',
      response_mode: 'form_post',
      prompt: 'none',
      client_id: platform.clientId,
      redirect_uri: `${parts.ltiUrl}/lti/launch`,
      login_hint: loginHint,
      state,
      nonce,
      ...(asked.get('lti_message_hint') !== null && { lti_message_hint: asked.get('lti_message_hint') ?? '' }),
    };
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
    return { state, url: url.href };
  };

  const plainUrl = (await begin(false)).url;
  if (target === '' || !/^[\w.-]{1,100}$/.test(target)) return { platform, plainUrl };
  const { state, url } = await begin(true);
  // Storage answers to the origin that signs people in. Source: LTI client side postMessages, section 3.2.
  const { origin } = new URL(platform.authUrl);
  return { platform, plainUrl, stored: { url, key: storageKey(state), state, target, origin } };
}

/** Under what name the state is in the platform's storage. */
export function storageKey(state: string): string {
  return `lti_state_${state.slice(0, 16)}`;
}

function expect(asked: URLSearchParams, name: string): string {
  const value = asked.get(name);
  if (value !== null && value !== '' && value.length <= 4000) return value;
  throw new LtiRefusal('request-incomplete', { detail: name });
}
