import { EnrollkitError } from '@enrollkit/core';
import { closest } from 'fastest-levenshtein';
import { serverIssue } from '../http/issue-codes.js';
import type { Variable } from './settings-schemas.js';
import { VARIABLES, type Values, type VariableName } from './settings-table.js';
import type { MailSettings, OidcSettings, S3Settings, Settings } from './settings.js';

type Environment = Readonly<Record<string, string | undefined>>;

/** Variables that name what another one only adds to. */
const NEEDS: readonly (readonly [name: VariableName, needed: VariableName])[] = [
  ['ENROLLKIT_READ_DATABASE_URL', 'DATABASE_URL'],
  ['ENROLLKIT_JOB_LEASE_SECONDS', 'DATABASE_URL'],
  ['ENROLLKIT_CHANGES_POLL_SECONDS', 'DATABASE_URL'],
  ['ENROLLKIT_S3_ENDPOINT', 'ENROLLKIT_S3_BUCKET'],
  ['ENROLLKIT_S3_PREFIX', 'ENROLLKIT_S3_BUCKET'],
  ['ENROLLKIT_S3_ACCESS_KEY_ID', 'ENROLLKIT_S3_BUCKET'],
  ['ENROLLKIT_S3_ACCESS_KEY_ID', 'ENROLLKIT_S3_SECRET_ACCESS_KEY'],
  ['ENROLLKIT_S3_SECRET_ACCESS_KEY', 'ENROLLKIT_S3_ACCESS_KEY_ID'],
  ['ENROLLKIT_OIDC_ISSUER', 'ENROLLKIT_OIDC_AUDIENCE'],
  ['ENROLLKIT_OIDC_AUDIENCE', 'ENROLLKIT_OIDC_ISSUER'],
  ['ENROLLKIT_OIDC_JWKS_URL', 'ENROLLKIT_OIDC_ISSUER'],
  ['ENROLLKIT_SMTP_URL', 'ENROLLKIT_MAIL_FROM'],
  ['ENROLLKIT_SMTP_URL', 'ENROLLKIT_CONFIRM_URL'],
  ['ENROLLKIT_BOOKING_URL', 'ENROLLKIT_SMTP_URL'],
  ['ENROLLKIT_BOOKINGS_MAIL', 'ENROLLKIT_SMTP_URL'],
];

const PREFIX = 'ENROLLKIT_';
/** Kubernetes sets these by itself for a service that is called enrollkit. */
const SET_BY_KUBERNETES = /^ENROLLKIT_(PORT|SERVICE_HOST|SERVICE_PORT)(_|$)/;

/**
 * Every setting from environment variables. Rejects with `invalid` and one issue for each wrong variable; the message names
 * them all, and never what they hold: it may be a secret.
 *
 * @example
 * readSettings({ PORT: '3000', DATABASE_URL: 'postgres://...' }).port; // 3000
 */
export function readSettings(env: Environment): Settings {
  const values: Record<string, unknown> = {};
  const wrong = new Map<string, string>();

  for (const [name, { schema, fallback, expects }] of variables()) {
    const given = env[name]?.trim() || fallback;
    const result = given === undefined ? undefined : schema.safeParse(given);
    if (result?.success === false) wrong.set(name, `expects ${expects}`);
    values[name] = result?.data;
  }
  for (const [name, needed] of NEEDS)
    if (env[name]?.trim() && !env[needed]?.trim()) wrong.set(needed, `is needed with ${name}`);
  for (const name of Object.keys(env))
    if (name.startsWith(PREFIX) && !(name in VARIABLES) && !SET_BY_KUBERNETES.test(name))
      wrong.set(name, `is not a setting: did you mean ${nearestTo(name)}?`);

  if (wrong.size > 0) throw settingsError(wrong);
  return settingsFrom(values as Values);
}

/** All variables with what they mean, in the order of the table. */
export function variables(): readonly (readonly [name: VariableName, variable: Variable<unknown>])[] {
  return Object.entries(VARIABLES) as unknown as [VariableName, Variable<unknown>][];
}

/** Without what nearly all begin with, which also belongs to none when somebody put it before `PORT`. */
function nearestTo(name: string): string {
  const names = new Map(Object.keys(VARIABLES).map((known) => [known.replace(PREFIX, ''), known]));
  return names.get(closest(name.replace(PREFIX, ''), [...names.keys()])) ?? '';
}

function settingsError(wrong: ReadonlyMap<string, string>): EnrollkitError {
  const lines = [...wrong].map(([name, why]) => `  ${name} ${why}`);
  const issues = [...wrong.keys()].map((path) => serverIssue('wrong-setting', path));
  return new EnrollkitError('invalid', `These environment variables are not right:\n${lines.join('\n')}`, {
    issues,
  });
}

function settingsFrom(values: Values): Settings {
  return {
    host: values.HOST,
    port: values.PORT,
    basePath: values.ENROLLKIT_BASE_PATH ?? '',
    ...defined('databaseUrl', values.DATABASE_URL),
    ...defined('readDatabaseUrl', values.ENROLLKIT_READ_DATABASE_URL),
    databasePoolSize: values.ENROLLKIT_DATABASE_POOL_SIZE,
    ...defined('jobLeaseSeconds', values.ENROLLKIT_JOB_LEASE_SECONDS),
    ...defined('changesPollSeconds', values.ENROLLKIT_CHANGES_POLL_SECONDS),
    dataDir: values.ENROLLKIT_DATA_DIR,
    ...defined('s3', s3From(values)),
    timeZone: values.ENROLLKIT_TIME_ZONE,
    maxFileBytes: values.ENROLLKIT_MAX_FILE_SIZE,
    verifyCertifications: values.ENROLLKIT_VERIFY_CERTIFICATIONS,
    ...defined('peOrganisations', values.ENROLLKIT_PE_ORGANISATIONS),
    maxFeedBytes: values.ENROLLKIT_MAX_FEED_SIZE,
    maxBodyBytes: values.ENROLLKIT_MAX_BODY_SIZE,
    maxBundleItems: values.ENROLLKIT_MAX_BUNDLE_ITEMS,
    requestTimeoutMs: values.ENROLLKIT_REQUEST_TIMEOUT_SECONDS * 1000,
    drainMs: values.ENROLLKIT_DRAIN_SECONDS * 1000,
    allowedOrigins: values.ENROLLKIT_ALLOWED_ORIGINS,
    publicProducts: values.ENROLLKIT_PUBLIC_PRODUCTS,
    rateLimitPerMinute: values.ENROLLKIT_RATE_LIMIT_PER_MINUTE,
    providerRateLimitPerMinute: values.ENROLLKIT_PROVIDER_RATE_LIMIT_PER_MINUTE,
    trustedProxies: values.ENROLLKIT_TRUSTED_PROXIES,
    maxTokenSeconds: values.ENROLLKIT_MAX_TOKEN_SECONDS,
    ...defined('oidc', oidcFrom(values)),
    privateFeeds: values.ENROLLKIT_PRIVATE_FEEDS,
    webhookDays: values.ENROLLKIT_WEBHOOK_DAYS,
    ...defined('ltiUrl', values.ENROLLKIT_LTI_URL),
    privatePlatforms: values.ENROLLKIT_PRIVATE_PLATFORMS,
    springestApi: values.ENROLLKIT_SPRINGEST_API,
    ...defined('cancelStartDays', values.ENROLLKIT_CANCEL_START_DAYS),
    expiryReminderDays: values.ENROLLKIT_EXPIRY_REMINDERS,
    ...defined('mail', mailFrom(values)),
    logLevel: values.ENROLLKIT_LOG_LEVEL,
    jobIntervalSeconds: values.ENROLLKIT_JOB_INTERVAL_SECONDS,
    ...defined('metricsToken', values.ENROLLKIT_METRICS_TOKEN),
  };
}

function s3From(values: Values): S3Settings | undefined {
  const bucket = values.ENROLLKIT_S3_BUCKET;
  if (bucket === undefined) return undefined;
  return {
    bucket,
    ...defined('endpoint', values.ENROLLKIT_S3_ENDPOINT),
    region: values.ENROLLKIT_S3_REGION,
    prefix: values.ENROLLKIT_S3_PREFIX ?? '',
    ...defined('accessKeyId', values.ENROLLKIT_S3_ACCESS_KEY_ID),
    ...defined('secretAccessKey', values.ENROLLKIT_S3_SECRET_ACCESS_KEY),
    forcePathStyle: values.ENROLLKIT_S3_PATH_STYLE,
    checksums: values.ENROLLKIT_S3_CHECKSUMS,
  };
}

function oidcFrom(values: Values): OidcSettings | undefined {
  const { ENROLLKIT_OIDC_ISSUER: issuer, ENROLLKIT_OIDC_AUDIENCE: audience } = values;
  if (issuer === undefined || audience === undefined) return undefined;
  return {
    issuer,
    audience,
    ...defined('jwksUrl', values.ENROLLKIT_OIDC_JWKS_URL),
    claims: {
      role: values.ENROLLKIT_OIDC_ROLE_CLAIM,
      providerId: values.ENROLLKIT_OIDC_PROVIDER_CLAIM,
      employerId: values.ENROLLKIT_OIDC_EMPLOYER_CLAIM,
      email: values.ENROLLKIT_OIDC_EMAIL_CLAIM,
      enrollmentIds: values.ENROLLKIT_OIDC_BOOKINGS_CLAIM,
    },
  };
}

function mailFrom(values: Values): MailSettings | undefined {
  const { ENROLLKIT_SMTP_URL: smtpUrl, ENROLLKIT_MAIL_FROM: from, ENROLLKIT_CONFIRM_URL: confirmUrl } = values;
  if (smtpUrl === undefined || from === undefined || confirmUrl === undefined) return undefined;
  const [, name = '', address = ''] = /^(.*) <(.*)>$/.exec(from) ?? [];
  return {
    smtpUrl,
    from: { name, address },
    confirmUrl,
    ...defined('bookingUrl', values.ENROLLKIT_BOOKING_URL),
    ...defined('bookingsMail', values.ENROLLKIT_BOOKINGS_MAIL),
    language: values.ENROLLKIT_MAIL_LANGUAGE,
  };
}

/** A property that is there only when it has a value: settings don't hold `undefined`. */
function defined<Key extends string, Value>(key: Key, value: Value | undefined): Readonly<Partial<Record<Key, Value>>> {
  const property: Partial<Record<Key, Value>> = {};
  if (value !== undefined) property[key] = value;
  return property;
}
