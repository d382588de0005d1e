import { decodeProtectedHeader, errors, jwtVerify, type JWTPayload } from 'jose';
import { LtiRefusal } from '../lti-refusal.js';
import type { LtiParts } from '../lti-parts.js';
import { findPlatform, pinDeployment, type Platform } from '../platforms/platform-table.js';
import { readLaunch, type LaunchClaims } from './lti-claims.js';
import { takeLogin, type Login } from './login-table.js';

/** Only signatures that nobody can make who knows the public key. RS256 is what every platform signs with. */
const ALGORITHMS = ['RS256', 'RS384', 'RS512', 'PS256', 'ES256', 'ES384'];
/** Clocks of platforms are never quite right. */
const LEEWAY_SECONDS = 60;
/** Canvas gives an hour. */
const MAX_AGE_SECONDS = 3600;
const MAX_TOKEN_CHARS = 100_000;

export interface VerifiedLaunch {
  readonly platform: Platform;
  readonly login: Login;
  readonly claims: LaunchClaims;
}

/**
 * Believes a launch, or refuses it. In this order, so that what is wrong is named: the state that this server gave and
 * nobody has used; a page of that platform that sent it; a signature by the platform's key; said to us, by the platform, just
 * now, once; of a deployment that was registered. Source: 1EdTech security framework, section 5.1.3; LTI 1.3 core, 5.3.
 */
export async function verifyLaunch(
  parts: LtiParts,
  { form, origin }: { readonly form: URLSearchParams; readonly origin: string | undefined },
): Promise<VerifiedLaunch> {
  const { tables } = parts.database;
  if (form.has('error')) throw new LtiRefusal('platform-refused', { detail: (form.get('error') ?? '').slice(0, 100) });
  const token = form.get('id_token') ?? '';
  const state = form.get('state') ?? '';
  if (token === '' || state === '') throw new LtiRefusal('request-incomplete', { detail: 'id_token, state' });
  if (token.length > MAX_TOKEN_CHARS) throw new LtiRefusal('request-too-large');

  const login = await takeLogin(tables, state);
  if (!login) throw new LtiRefusal('state-unknown');
  if (login.expiresAt <= parts.clock()) throw new LtiRefusal('state-expired');
  const platform = await findPlatform(tables, login.providerId, login.platformId);
  if (!platform) throw new LtiRefusal('platform-unknown');
  // A page of somebody else could send its own launch, and have a visitor work in a stranger's name. Browsers say where a
  // form comes from, and no page can keep them from it; one that hides where it comes from isn't the platform's.
  if (origin !== undefined && !platform.origins.includes(origin))
    throw new LtiRefusal('origin-wrong', { detail: origin.slice(0, 200) });

  const payload = await verifyToken(parts, platform, token);
  if (payload.nonce !== login.nonce) throw new LtiRefusal('nonce-wrong');
  const claims = readLaunch(payload);
  await expectDeployment(parts, platform, claims.deploymentId);
  return { platform, login, claims };
}

async function verifyToken({ clock, platformKeys }: LtiParts, platform: Platform, token: string): Promise<JWTPayload> {
  try {
    const { alg } = decodeProtectedHeader(token);
    if (!ALGORITHMS.includes(alg ?? '')) throw new LtiRefusal('token-unsigned', { detail: String(alg).slice(0, 20) });
    const { payload } = await jwtVerify(token, platformKeys.of(platform.jwksUrl), {
      algorithms: ALGORITHMS,
      issuer: platform.issuer,
      audience: platform.clientId,
      requiredClaims: ['exp', 'iat', 'nonce'],
      maxTokenAge: MAX_AGE_SECONDS,
      clockTolerance: LEEWAY_SECONDS,
      currentDate: new Date(clock()),
    });
    // Said to several: then this one must be who it is meant for. Source: OpenID Connect Core, section 3.1.3.7.
    const isForUs =
      payload.azp === undefined
        ? !Array.isArray(payload.aud) || payload.aud.length === 1
        : payload.azp === platform.clientId;
    if (!isForUs) throw new LtiRefusal('audience-wrong');
    return payload;
  } catch (error) {
    throw refusalOf(error);
  }
}

const CLAIM_REFUSALS = { aud: 'audience-wrong', iss: 'issuer-wrong' } as const;

function refusalOf(cause: unknown): unknown {
  if (cause instanceof LtiRefusal) return cause;
  if (cause instanceof errors.JWTExpired) return new LtiRefusal('token-expired', { cause });
  if (cause instanceof errors.JWKSNoMatchingKey) return new LtiRefusal('key-unknown', { cause });
  if (cause instanceof errors.JWTClaimValidationFailed && Object.hasOwn(CLAIM_REFUSALS, cause.claim))
    return new LtiRefusal(CLAIM_REFUSALS[cause.claim as keyof typeof CLAIM_REFUSALS], { cause });
  // Whatever else jose says is about the token; decoding throws a TypeError.
  if (cause instanceof errors.JOSEError || cause instanceof TypeError)
    return new LtiRefusal('token-invalid', { cause });
  return cause;
}

async function expectDeployment(parts: LtiParts, platform: Platform, deploymentId: string): Promise<void> {
  const { deploymentIds } = platform;
  const isKnown =
    deploymentIds?.includes(deploymentId) ?? (await pinDeployment(parts.database.tables, platform, deploymentId));
  if (!isKnown) throw new LtiRefusal('deployment-unknown', { detail: deploymentId });
}
