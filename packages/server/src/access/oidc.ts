import { EnrollkitError, hasErrorCode, type Actor, type Clock, type Instant } from '@enrollkit/core';
import { createRemoteJWKSet, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose';
import type { OidcSettings } from '../settings/settings.js';
import { actorFromClaims } from './actor-claims.js';
import { isTokenFault, tokenRefused } from './token-fault.js';
import { unauthorized } from './unauthorized.js';

/** Public keys only: with a secret one, whoever checks a token could make one. */
const ALGORITHMS = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
  'Ed25519',
];

/** Clocks of two machines are never quite the same. */
const LEEWAY_SECONDS = 5;

export interface OidcOptions extends OidcSettings {
  readonly clock: Clock;
  /** How long a key that isn't known is not asked for again. */
  readonly cooldownMs?: number;
  readonly timeoutMs?: number;
}

/** Answers who a host's own token says asks. Rejects with `unauthorized`, or `offline` when the issuer can't be reached. */
export type OidcVerifier = (token: string) => Promise<{ readonly actor: Actor; readonly expiresAt: Instant }>;

/** Believes the tokens of the host's identity provider, as the settings say. Its keys are fetched when first needed. */
export function createOidcVerifier({
  clock,
  cooldownMs = 30_000,
  timeoutMs = 5_000,
  ...oidc
}: OidcOptions): OidcVerifier {
  let keySet: Promise<JWTVerifyGetKey> | undefined;

  async function findKeySet(): Promise<JWTVerifyGetKey> {
    const url = oidc.jwksUrl ?? (await discoverJwksUrl(oidc.issuer, timeoutMs));
    return createRemoteJWKSet(new URL(url), { cooldownDuration: cooldownMs, timeoutDuration: timeoutMs });
  }

  /** Found once; when the issuer doesn't answer, the next request tries again. */
  async function keys(): Promise<JWTVerifyGetKey> {
    keySet ??= findKeySet();
    try {
      return await keySet;
    } catch (error) {
      keySet = undefined;
      throw error;
    }
  }

  return async (token) => {
    try {
      const { payload } = await jwtVerify(token, await keys(), {
        algorithms: ALGORITHMS,
        issuer: oidc.issuer,
        audience: oidc.audience,
        requiredClaims: ['exp', 'sub'],
        clockTolerance: LEEWAY_SECONDS,
        currentDate: new Date(clock()),
      });
      const expiresAt = new Date((payload.exp ?? 0) * 1000).toISOString();
      return { actor: actorFrom(payload, oidc.claims), expiresAt };
    } catch (error) {
      if (hasErrorCode(error, 'unauthorized')) throw error;
      if (isTokenFault(error)) throw tokenRefused(error);
      // Nothing is wrong with the token, as far as can be told.
      throw new EnrollkitError('offline', "The identity provider's keys can't be read", { cause: error });
    }
  };
}

function actorFrom(payload: JWTPayload, claims: OidcSettings['claims']): Actor {
  const actor = actorFromClaims({
    subject: payload.sub,
    role: payload[claims.role],
    // The standard's own name for it. Source: OpenID Connect Core 1.0, section 5.1.
    name: payload.name,
    providerId: payload[claims.providerId],
    employerId: payload[claims.employerId],
    email: payload[claims.email],
    enrollmentIds: payload[claims.enrollmentIds],
  });
  // An address that anybody can type in at the identity provider would open another person's certificates. Another claim than
  // the standard one may be the directory's own, of which nobody says whether it is verified.
  const isVouchedFor = payload.email_verified === true || (claims.email !== 'email' && !('email_verified' in payload));
  if (actor.role === 'participant' && !isVouchedFor) {
    throw unauthorized(
      'The identity provider has not verified the participant’s email address: `email_verified` must be true',
    );
  }
  return actor;
}

/** Source: OpenID Connect Discovery 1.0, section 4. */
async function discoverJwksUrl(issuer: string, timeoutMs: number): Promise<string> {
  const address = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const answer = await fetch(address, { signal: AbortSignal.timeout(timeoutMs), redirect: 'error' });
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}`);
  const document: unknown = await answer.json();
  const { issuer: named, jwks_uri: url } = document as { readonly issuer?: unknown; readonly jwks_uri?: unknown };
  // Another issuer's keys would let its tokens pass for this one's.
  if (named !== issuer || typeof url !== 'string') throw new Error(`${address} is not the document of ${issuer}`);
  return url;
}
