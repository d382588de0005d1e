import type { Actor, Clock, Instant } from '@enrollkit/core';
import { errors, jwtVerify, SignJWT, type JWTHeaderParameters } from 'jose';
import type { ServerParts } from '../parts/server-parts.js';
import { actorFromClaims } from './actor-claims.js';
import { createSigningKeys, type SigningKeys } from './signing-keys.js';
import { isTokenFault, tokenRefused } from './token-fault.js';
import { unauthorized } from './unauthorized.js';

/** Named in every token that this server makes. A database's secret is what tells its tokens from another's. */
export const TOKEN_ISSUER = 'enrollkit';
const AUDIENCE = 'enrollkit-api';
/** One algorithm, whatever a token's header says. Source: RFC 8725, section 3.1. */
const ALGORITHM = 'HS256';
/** An access token and nothing else. Source: RFC 9068. */
const TYPE = 'at+jwt';
/** Clocks of two server processes are never quite the same. */
const LEEWAY_SECONDS = 5;

export interface TokensOptions {
  readonly keys: SigningKeys;
  readonly clock: Clock;
  /** Makes the id of a token. */
  readonly ids: () => string;
  readonly maxTokenSeconds: number;
}

/** Short-lived proof of who asks, for a widget. */
export interface Tokens {
  sign(actor: Actor, expiresInSeconds: number): Promise<SignedToken>;
  /** Rejects with `unauthorized`. */
  verify(token: string): Promise<{ readonly id: string; readonly actor: Actor; readonly expiresAt: Instant }>;
}

export interface SignedToken {
  readonly id: string;
  readonly token: string;
  readonly expiresAt: Instant;
}

/** The tokens of a server. */
export function openTokens(parts: Pick<ServerParts, 'settings' | 'database' | 'clock' | 'ids'>): Tokens {
  const { maxTokenSeconds } = parts.settings;
  return createTokens({ ...parts, maxTokenSeconds, keys: createSigningKeys({ ...parts, maxTokenSeconds }) });
}

/** Makes and checks this server's own tokens. */
export function createTokens({ keys, clock, ids, maxTokenSeconds }: TokensOptions): Tokens {
  async function secretOf({ kid }: JWTHeaderParameters): Promise<Uint8Array> {
    const key = typeof kid === 'string' ? await keys.find(kid) : undefined;
    if (!key) throw new errors.JWKSNoMatchingKey();
    return key.secret;
  }

  return {
    async sign(actor, expiresInSeconds) {
      const key = await keys.current();
      const id = ids();
      const issuedAt = Math.floor(Date.parse(clock()) / 1000);
      const token = await new SignJWT({
        role: actor.role,
        name: actor.name,
        provider_id: actor.providerId,
        employer_id: actor.employerId,
        email: actor.email,
        external_id: actor.externalId,
        booking_ids: actor.enrollmentIds,
      })
        .setProtectedHeader({ alg: ALGORITHM, typ: TYPE, kid: key.id })
        .setIssuer(TOKEN_ISSUER)
        .setAudience(AUDIENCE)
        .setSubject(actor.id)
        .setJti(id)
        .setIssuedAt(issuedAt)
        .setExpirationTime(issuedAt + expiresInSeconds)
        .sign(key.secret);
      return { id, token, expiresAt: new Date((issuedAt + expiresInSeconds) * 1000).toISOString() };
    },

    async verify(token) {
      try {
        const { payload } = await jwtVerify(token, secretOf, {
          algorithms: [ALGORITHM],
          typ: TYPE,
          issuer: TOKEN_ISSUER,
          audience: AUDIENCE,
          requiredClaims: ['sub', 'jti', 'iat', 'exp'],
          // Also refuses what was issued in the future.
          maxTokenAge: maxTokenSeconds,
          clockTolerance: LEEWAY_SECONDS,
          currentDate: new Date(clock()),
        });
        const { iat = 0, exp = 0, jti = '' } = payload;
        if (exp - iat > maxTokenSeconds) throw unauthorized('The token is valid for longer than this server allows');
        const actor = actorFromClaims({
          subject: payload.sub,
          role: payload.role,
          name: payload.name,
          providerId: payload.provider_id,
          employerId: payload.employer_id,
          email: payload.email,
          externalId: payload.external_id,
          enrollmentIds: payload.booking_ids,
        });
        return { id: jti, actor, expiresAt: new Date(exp * 1000).toISOString() };
      } catch (error) {
        throw isTokenFault(error) ? tokenRefused(error) : error;
      }
    },
  };
}
