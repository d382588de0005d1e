import { z } from 'zod';
import { LtiRefusal } from '../lti-refusal.js';

const CLAIM = 'https://purl.imsglobal.org/spec/lti/claim/';
/** The claims of a launch that are read. Source: LTI 1.3 core, section 5; AGS, NRPS 2.0 and deep linking 2.0. */
export const CLAIMS = {
  messageType: `${CLAIM}message_type`,
  version: `${CLAIM}version`,
  deploymentId: `${CLAIM}deployment_id`,
  targetLinkUri: `${CLAIM}target_link_uri`,
  resourceLink: `${CLAIM}resource_link`,
  roles: `${CLAIM}roles`,
  context: `${CLAIM}context`,
  custom: `${CLAIM}custom`,
  presentation: `${CLAIM}launch_presentation`,
  lis: `${CLAIM}lis`,
  grades: 'https://purl.imsglobal.org/spec/lti-ags/claim/endpoint',
  members: 'https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice',
  deepLinking: 'https://purl.imsglobal.org/spec/lti-dl/claim/deep_linking_settings',
  contentItems: 'https://purl.imsglobal.org/spec/lti-dl/claim/content_items',
  data: 'https://purl.imsglobal.org/spec/lti-dl/claim/data',
} as const;

const line = z.string().max(2000);
const key = z.string().min(1).max(255);

/** A platform that says something else in a claim that isn't needed says nothing. */
function lenient<Schema extends z.ZodType>(schema: Schema): z.ZodCatch<z.ZodOptional<Schema>> {
  return schema.optional().catch(undefined);
}

const launch = z.object({
  sub: lenient(key),
  nonce: z.string(),
  name: lenient(line),
  given_name: lenient(line),
  family_name: lenient(line),
  email: lenient(line),
  [CLAIMS.messageType]: z.string(),
  [CLAIMS.version]: z.literal('1.3.0'),
  [CLAIMS.deploymentId]: key,
  [CLAIMS.roles]: lenient(z.array(line).max(100)),
  [CLAIMS.resourceLink]: lenient(z.object({ id: key, title: lenient(line) })),
  [CLAIMS.context]: lenient(z.object({ id: key, title: lenient(line) })),
  [CLAIMS.custom]: lenient(z.record(z.string(), z.unknown())),
  [CLAIMS.presentation]: lenient(z.object({ locale: lenient(line), return_url: lenient(line) })),
  [CLAIMS.lis]: lenient(z.object({ person_sourcedid: lenient(key) })),
  [CLAIMS.grades]: lenient(
    z.object({ scope: lenient(z.array(line).max(20)), lineitem: lenient(line), lineitems: lenient(line) }),
  ),
  [CLAIMS.members]: lenient(z.object({ context_memberships_url: line })),
  [CLAIMS.deepLinking]: lenient(
    z.object({
      deep_link_return_url: line,
      accept_types: lenient(z.array(line).max(20)),
      data: lenient(z.string().max(20_000)),
    }),
  ),
});

/** What a launch says, in names of our own. */
export interface LaunchClaims {
  readonly userId: string;
  readonly name?: string;
  readonly email?: string;
  readonly nonce: string;
  readonly messageType: 'LtiResourceLinkRequest' | 'LtiDeepLinkingRequest';
  readonly deploymentId: string;
  readonly roles: readonly string[];
  readonly resourceLinkId?: string;
  readonly contextTitle?: string;
  readonly custom: Readonly<Record<string, string>>;
  readonly locale?: string;
  readonly lineitemUrl?: string;
  readonly gradeScopes: readonly string[];
  readonly membershipsUrl?: string;
  readonly deepLinking?: { readonly returnUrl: string; readonly data?: string };
}

/** Reads what a verified token says. Throws a refusal when it isn't a message that can be answered. */
export function readLaunch(payload: unknown): LaunchClaims {
  const parsed = launch.safeParse(payload);
  if (!parsed.success) {
    const detail = parsed.error.issues.map(({ path }) => path.join('.')).join(', ');
    throw new LtiRefusal('message-unsupported', { detail });
  }
  const { data } = parsed;
  const messageType = data[CLAIMS.messageType];
  if (messageType !== 'LtiResourceLinkRequest' && messageType !== 'LtiDeepLinkingRequest')
    throw new LtiRefusal('message-unsupported', { detail: messageType.slice(0, 100) });
  if (data.sub === undefined) throw new LtiRefusal('person-missing');
  const deepLinking = data[CLAIMS.deepLinking];
  const resourceLinkId = data[CLAIMS.resourceLink]?.id;
  const isComplete = messageType === 'LtiDeepLinkingRequest' ? deepLinking : resourceLinkId;
  if (isComplete === undefined) throw new LtiRefusal('message-unsupported', { detail: messageType });
  const name = (data.name ?? `${data.given_name ?? ''} ${data.family_name ?? ''}`).trim().slice(0, 255);
  const grades = data[CLAIMS.grades];
  return {
    userId: data.sub,
    nonce: data.nonce,
    messageType,
    deploymentId: data[CLAIMS.deploymentId],
    roles: data[CLAIMS.roles] ?? [],
    custom: textsOf(data[CLAIMS.custom] ?? {}),
    gradeScopes: grades?.scope ?? [],
    ...(name !== '' && { name }),
    ...optional('email', data.email),
    ...optional('resourceLinkId', resourceLinkId),
    ...optional('contextTitle', data[CLAIMS.context]?.title),
    ...optional('locale', data[CLAIMS.presentation]?.locale),
    ...optional('lineitemUrl', grades?.lineitem),
    ...optional('membershipsUrl', data[CLAIMS.members]?.context_memberships_url),
    ...(deepLinking && {
      deepLinking: { returnUrl: deepLinking.deep_link_return_url, ...optional('data', deepLinking.data) },
    }),
  };
}

/** A parameter that a platform didn't fill in comes as `$Person.sourcedId`: it says nothing. */
function textsOf(custom: Readonly<Record<string, unknown>>): Record<string, string> {
  const entries = Object.entries(custom).filter(
    (entry): entry is [string, string] =>
      typeof entry[1] === 'string' && entry[1] !== '' && entry[1].length <= 500 && !entry[1].startsWith('$'),
  );
  return Object.fromEntries(entries.slice(0, 100));
}

function optional<Key extends string>(name: Key, value: string | undefined): Partial<Record<Key, string>> {
  const found: Partial<Record<Key, string>> = {};
  if (value !== undefined && value !== '') found[name] = value;
  return found;
}
