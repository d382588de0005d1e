import type { Clock } from '@enrollkit/core';
import { SignJWT } from 'jose';
import type { Settings } from '../../settings/settings.js';
import { LtiRefusal } from '../lti-refusal.js';
import { askPlatformForJson } from './ask-platform.js';
import type { Platform } from './platform-table.js';
import { TOOL_ALGORITHM, type ToolKeys } from './tool-keys.js';

/** What platforms' services ask for before they answer. */
export interface PlatformTokens {
  /** Rejects with `platform-refused` when the platform gives none. */
  get(platform: Platform, scopes: readonly string[]): Promise<string>;
}

/** Shorter than any platform's tokens live. */
const LEEWAY_MS = 60_000;
const MOST_TOKENS = 1000;

/** Asks for tokens as platforms want it, and keeps them as long as they live. Source: 1EdTech security framework, section 4. */
export function createPlatformTokens({
  settings,
  clock,
  ids,
  toolKeys,
}: {
  readonly settings: Pick<Settings, 'privatePlatforms'>;
  readonly clock: Clock;
  readonly ids: () => string;
  readonly toolKeys: ToolKeys;
}): PlatformTokens {
  const kept = new Map<string, { readonly token: string; readonly untilMs: number }>();
  const nowMs = (): number => Date.parse(clock());

  return {
    async get(platform, scopes) {
      const scope = [...scopes].sort().join(' ');
      const key = JSON.stringify([platform.providerId, platform.id, scope]);
      const known = kept.get(key);
      if (known && known.untilMs > nowMs()) return known.token;

      const body = new URLSearchParams({
        grant_type: 'client_credentials',
        client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
        client_assertion: await assertion(platform, { clock, ids, toolKeys }),
        scope,
      });
      const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
      const request = { method: 'POST', headers, body: String(body), maxBytes: 64 * 1024 } as const;
      const { data } = await askPlatformForJson(platform.tokenUrl, request, settings);
      const { access_token: token, expires_in: seconds } = (data ?? {}) as {
        readonly access_token?: unknown;
        readonly expires_in?: unknown;
      };
      // Sent back in a header: what can't be there is no token.
      if (typeof token !== 'string' || !/^[\x21-\x7e]{1,8192}$/.test(token))
        throw new LtiRefusal('platform-refused', { detail: 'no access token' });
      const livesMs = typeof seconds === 'number' && seconds > 0 ? Math.min(seconds, 86_400) * 1000 : 0;
      if (kept.size >= MOST_TOKENS) kept.clear();
      kept.set(key, { token, untilMs: nowMs() + livesMs - LEEWAY_MS });
      return token;
    },
  };
}

/** Says that it is this server who asks. Source: RFC 7523, section 3. */
async function assertion(
  { clientId, tokenUrl, tokenAudience }: Platform,
  { clock, ids, toolKeys }: { readonly clock: Clock; readonly ids: () => string; readonly toolKeys: ToolKeys },
): Promise<string> {
  const { kid, key } = await toolKeys.current();
  const now = Math.floor(Date.parse(clock()) / 1000);
  return new SignJWT({})
    .setProtectedHeader({ alg: TOOL_ALGORITHM, typ: 'JWT', kid })
    .setIssuer(clientId)
    .setSubject(clientId)
    .setAudience(tokenAudience ?? tokenUrl)
    .setJti(ids())
    .setIssuedAt(now)
    .setExpirationTime(now + 300)
    .sign(key);
}
