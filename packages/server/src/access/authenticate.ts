import type { HonoRequest, MiddlewareHandler } from 'hono';
import type { Actor } from '@enrollkit/core';
import { decodeJwt } from 'jose';
import type { AppEnv, Credential } from '../http/app-env.js';
import type { ServerParts } from '../parts/server-parts.js';
import { looksLikeApiKey, verifyApiKey } from './api-keys.js';
import { readBearer } from './bearer.js';
import { createOidcVerifier } from './oidc.js';
import { OWN_PRODUCTS, type Settings } from '../settings/settings.js';
import { isPublicPath, isPublishedPath } from './public-paths.js';
import { shownCredential } from './shown-credential.js';
import { openTokens, TOKEN_ISSUER } from './tokens.js';
import { unauthorized } from './unauthorized.js';

type AuthenticatorParts = Pick<ServerParts, 'settings' | 'database' | 'clock' | 'ids'>;

/** Answers who shows a credential. Rejects with `unauthorized`. */
type Authenticator = (credential: string) => Promise<{ readonly actor: Actor; readonly credential: Credential }>;

/** Knows this server's API keys and tokens, and a host's own tokens when the settings say so. */
function createAuthenticator(parts: AuthenticatorParts): Authenticator {
  const { settings, database, clock } = parts;
  const tokens = openTokens(parts);
  const { oidc } = settings;
  const verifyOidc = oidc && createOidcVerifier({ ...oidc, clock });

  return async (credential) => {
    if (looksLikeApiKey(credential)) {
      const { id, actor } = await verifyApiKey(database, { key: credential, clock });
      return { actor, credential: { kind: 'api-key', id } };
    }
    // Only tells who should check it. Nothing of it is believed before somebody has.
    const issuer = issuerOf(credential);
    if (issuer === TOKEN_ISSUER) {
      const { id, actor, expiresAt } = await tokens.verify(credential);
      return { actor, credential: { kind: 'token', id, expiresAt } };
    }
    if (verifyOidc && issuer === oidc.issuer) {
      const { actor, expiresAt } = await verifyOidc(credential);
      return { actor, credential: { kind: 'oidc', issuer, expiresAt } };
    }
    throw unauthorized('The token was issued by somebody that this server does not trust');
  };
}

/**
 * Finds out who asks, before any route is asked. Whoever shows nothing gets only what is public, and a credential that
 * doesn't hold is refused there too: its sender should know.
 */
export function authenticate(parts: AuthenticatorParts): MiddlewareHandler<AppEnv> {
  const authenticator = createAuthenticator(parts);

  return async (c, next) => {
    const { header, isInAddress } = shownCredential(c, parts.settings);
    const bearer = readBearer(header);
    if (bearer === undefined) {
      const visitor = visitorOf(c.req, parts.settings);
      if (visitor) {
        c.set('actor', visitor);
        c.set('credential', { kind: 'none' });
      } else if (!isPublicPath(c.req.path, parts.settings.basePath)) {
        throw unauthorized('Send an API key or a token');
      }
    } else {
      if (isInAddress && !looksLikeApiKey(bearer)) throw unauthorized('`api_key` takes an API key of this server');
      const { actor, credential } = await authenticator(bearer);
      c.set('actor', actor);
      c.set('credential', credential);
    }
    await next();
  };
}

/** Who shows nothing, and wants to read what a provider publishes. Nobody where the settings keep that to themselves. */
function visitorOf(request: HonoRequest, { publicProducts, basePath }: Settings): Actor | undefined {
  const { method, path } = request;
  if (!['GET', 'HEAD'].includes(method) || !isPublishedPath(path, basePath)) return undefined;
  const [only] = publicProducts.length === 1 ? publicProducts : [];
  const providerId = request.query('provider_id') ?? only;
  if (providerId === undefined || !publicProducts.includes(providerId)) return undefined;
  return { id: 'visitor', role: 'visitor', providerId: providerId === OWN_PRODUCTS ? '' : providerId };
}

function issuerOf(token: string): unknown {
  try {
    return decodeJwt(token).iss;
  } catch (error) {
    throw unauthorized('This is neither an API key nor a token', error);
  }
}
