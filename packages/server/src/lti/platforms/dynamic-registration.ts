import { hasErrorCode, type Instant } from '@enrollkit/core';
import { z } from 'zod';
import { toTimestamp } from '../../database/instants.js';
import type { Database } from '../../parts/server-parts.js';
import { hashOf, newSecret } from '../launch/secrets.js';
import { LtiRefusal } from '../lti-refusal.js';
import type { LtiParts } from '../lti-parts.js';
import { LTI_TEXTS } from '../page/lti-texts.js';
import { SCORE_SCOPE } from '../services/tell-grades.js';
import { askPlatformForJson } from './ask-platform.js';
import { addPlatform, type Platform } from './platform-table.js';

const TOOL_CONFIGURATION = 'https://purl.imsglobal.org/spec/lti-tool-configuration';
const SCOPES = [SCORE_SCOPE, 'https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly'];
const INVITATION_MS = 24 * 60 * 60_000;

/** What the provider decided beforehand. */
export interface Invitation {
  readonly providerId: string;
  readonly name: string;
  readonly matchEmail: boolean;
  readonly origins: readonly string[];
}

const address = z.string().max(2000);
const configuration = z.object({
  issuer: address,
  authorization_endpoint: address,
  token_endpoint: address,
  jwks_uri: address,
  registration_endpoint: address,
  authorization_server: address.optional().catch(undefined),
});
const registered = z.object({
  client_id: z.string().min(1).max(255),
  [TOOL_CONFIGURATION]: z
    .object({ deployment_id: z.string().min(1).max(255).optional().catch(undefined) })
    .optional()
    .catch(undefined),
});

/** Lets whoever has the answer register one platform. */
export async function invite(
  { tables }: Pick<Database, 'tables'>,
  { providerId, ...settings }: Invitation,
  now: Instant,
): Promise<{ readonly token: string; readonly expiresAt: Instant }> {
  const token = newSecret();
  const expiresAt = new Date(Date.parse(now) + INVITATION_MS).toISOString();
  await keepInvitation(tables, token, { providerId, ...settings }, expiresAt);
  return { token, expiresAt };
}

/** What an invitation is for, without using it. */
export async function readInvitation(tables: Database['tables'], token: string, now: Instant): Promise<Invitation> {
  const row = await tables
    .selectFrom('lti_invitations')
    .selectAll()
    .where('token_hash', '=', hashOf(token))
    .where('expires_at', '>', toTimestamp(now))
    .executeTakeFirst();
  if (!row) throw new LtiRefusal('invitation-unknown');
  return { ...(row.settings as Omit<Invitation, 'providerId'>), providerId: row.provider_id };
}

/**
 * Registers with a platform that opened the address of an invitation. The invitation is used up when that has succeeded.
 * Source: LTI dynamic registration 1.0.
 */
export async function registerWithPlatform(parts: LtiParts, form: URLSearchParams): Promise<Platform> {
  const { tables } = parts.database;
  const token = form.get('token') ?? '';
  const now = parts.clock();
  const taken = await tables
    .deleteFrom('lti_invitations')
    .where('token_hash', '=', hashOf(token))
    .where('expires_at', '>', toTimestamp(now))
    .returningAll()
    .executeTakeFirst();
  if (!taken) throw new LtiRefusal('invitation-unknown');
  const invitation: Invitation = {
    ...(taken.settings as Omit<Invitation, 'providerId'>),
    providerId: taken.provider_id,
  };
  try {
    return await register(parts, invitation, form);
  } catch (error) {
    await keepInvitation(tables, token, invitation, taken.expires_at);
    throw hasErrorCode(error, 'conflict') ? new LtiRefusal('platform-taken', { cause: error }) : error;
  }
}

async function register(parts: LtiParts, invitation: Invitation, form: URLSearchParams): Promise<Platform> {
  const configUrl = form.get('openid_configuration') ?? '';
  const registrationToken = form.get('registration_token') ?? '';
  const found = configuration.safeParse((await askPlatformForJson(configUrl, {}, parts.settings)).data);
  if (!found.success) throw new LtiRefusal('platform-refused', { detail: 'openid_configuration' });
  const { data: platform } = found;
  // Another's name would make its launches come from here. Source: dynamic registration, section 3.5.1.
  if (!URL.canParse(platform.issuer) || new URL(platform.issuer).host !== new URL(configUrl).host)
    throw new LtiRefusal('issuer-wrong');

  const answer = await askPlatformForJson(
    platform.registration_endpoint,
    {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        ...(/^[\x21-\x7e]+$/.test(registrationToken) && { Authorization: `Bearer ${registrationToken}` }),
      },
      body: JSON.stringify(toolMetadata(parts.ltiUrl, invitation.name)),
    },
    parts.settings,
  );
  const made = registered.safeParse(answer.data);
  if (!made.success) throw new LtiRefusal('platform-refused', { detail: 'client_id' });
  const deploymentId = made.data[TOOL_CONFIGURATION]?.deployment_id;
  const origins = [configUrl, platform.authorization_endpoint, platform.issuer].map((url) => new URL(url).origin);
  return addPlatform(
    parts.database.tables,
    {
      providerId: invitation.providerId,
      id: parts.ids(),
      name: invitation.name,
      issuer: platform.issuer,
      clientId: made.data.client_id,
      deploymentIds: deploymentId === undefined ? null : [deploymentId],
      authUrl: platform.authorization_endpoint,
      tokenUrl: platform.token_endpoint,
      ...(platform.authorization_server !== undefined && { tokenAudience: platform.authorization_server }),
      jwksUrl: platform.jwks_uri,
      origins: [...new Set([...origins, ...invitation.origins])],
      matchEmail: invitation.matchEmail,
      roles: {},
    },
    parts.clock(),
  );
}

function toolMetadata(ltiUrl: string, name: string): object {
  const launch = `${ltiUrl}/lti/launch`;
  const { title, chooseTitle } = LTI_TEXTS.nl;
  return {
    application_type: 'web',
    grant_types: ['client_credentials', 'implicit'],
    response_types: ['id_token'],
    initiate_login_uri: `${ltiUrl}/lti/login`,
    redirect_uris: [launch],
    client_name: `Enrollkit: ${name}`,
    jwks_uri: `${ltiUrl}/lti/jwks`,
    token_endpoint_auth_method: 'private_key_jwt',
    scope: SCOPES.join(' '),
    [TOOL_CONFIGURATION]: {
      domain: new URL(ltiUrl).host,
      target_link_uri: launch,
      claims: ['iss', 'sub', 'name', 'given_name', 'family_name', 'email'],
      messages: [
        { type: 'LtiResourceLinkRequest', target_link_uri: launch, label: title },
        { type: 'LtiDeepLinkingRequest', target_link_uri: launch, label: chooseTitle },
      ],
    },
  };
}

async function keepInvitation(
  tables: Database['tables'],
  token: string,
  { providerId, ...settings }: Invitation,
  expiresAt: Instant,
): Promise<void> {
  await tables
    .insertInto('lti_invitations')
    .values({
      token_hash: hashOf(token),
      provider_id: providerId,
      settings: JSON.stringify(settings),
      expires_at: toTimestamp(expiresAt),
    })
    .execute();
}
