import type { Clock } from '@enrollkit/core';
import { createLocalJWKSet, errors, type JSONWebKeySet, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';
import type { Settings } from '../../settings/settings.js';
import { LtiRefusal } from '../lti-refusal.js';
import { askPlatformForJson } from './ask-platform.js';

/** The keys with which platforms sign, as this process last read them. */
export interface PlatformKeys {
  /** Finds the key that a token names. Reads the platform's keys when it isn't known, but not again and again. */
  of(jwksUrl: string): JWTVerifyGetKey;
}

const MAX_BYTES = 256 * 1024;
const MOST_KEYS = 50;
const READ_AGAIN_AFTER_MS = 10 * 60_000;
/** Whoever makes up names of keys makes the server ask no more often than this. */
const COOLDOWN_MS = 30_000;
/** More platforms than one server has; then the oldest is read again. */
const MOST_SETS = 500;

interface ReadKeys {
  readonly find: JWTVerifyGetKey;
  readonly readAtMs: number;
}

export function createPlatformKeys({
  settings,
  clock,
}: {
  readonly settings: Pick<Settings, 'privatePlatforms'>;
  readonly clock: Clock;
}): PlatformKeys {
  const sets = new Map<string, ReadKeys>();
  const nowMs = (): number => Date.parse(clock());

  async function read(jwksUrl: string): Promise<ReadKeys> {
    const { data } = await readJson(jwksUrl, settings);
    const found = { find: createLocalJWKSet(keySet(data)), readAtMs: nowMs() };
    sets.delete(jwksUrl);
    sets.set(jwksUrl, found);
    const [oldest] = sets.size > MOST_SETS ? sets.keys() : [];
    if (oldest !== undefined) sets.delete(oldest);
    return found;
  }

  return {
    of: (jwksUrl) => async (header, token) => {
      const known = sets.get(jwksUrl);
      const isFresh = known !== undefined && known.readAtMs + READ_AGAIN_AFTER_MS > nowMs();
      const first = isFresh ? known : await read(jwksUrl);
      try {
        return await first.find(header, token);
      } catch (error) {
        const isUnknown = error instanceof errors.JWKSNoMatchingKey;
        if (!isUnknown || first.readAtMs + COOLDOWN_MS > nowMs()) throw error;
        return (await read(jwksUrl)).find(header, token);
      }
    },
  };
}

async function readJson(
  jwksUrl: string,
  settings: Pick<Settings, 'privatePlatforms'>,
): Promise<{ readonly data: unknown }> {
  try {
    return await askPlatformForJson(jwksUrl, { maxBytes: MAX_BYTES }, settings, 'keys-unavailable');
  } catch (cause) {
    if (!(cause instanceof LtiRefusal)) throw cause;
    throw new LtiRefusal('keys-unavailable', { ...(cause.detail !== undefined && { detail: cause.detail }), cause });
  }
}

/** Public keys only: of a shared secret anybody who reads it could make tokens. */
function keySet(data: unknown): JSONWebKeySet {
  const parsed = KEY_SET.safeParse(data);
  if (!parsed.success) throw new LtiRefusal('keys-unavailable', { detail: 'no key set' });
  return { keys: parsed.data.keys.filter(({ kty }) => kty === 'RSA' || kty === 'EC') };
}

const KEY_SET = z.object({ keys: z.array(z.looseObject({ kty: z.string() })).max(MOST_KEYS) });
