import { DEFAULT_TIME_ZONE } from '@enrollkit/core';
import { z } from 'zod';
import { DATABASE_VARIABLES } from './database-variables.js';
import { LTI_VARIABLES } from './lti-variables.js';
import { MAIL_VARIABLES } from './mail-variables.js';
import {
  address,
  bytes,
  flag,
  integer,
  list,
  origin,
  peOrganisations,
  text,
  timeZone,
  url,
  type Variable,
} from './settings-schemas.js';

/** Every environment variable that the server reads. The reader, `enrollkit-server settings` and the README follow it. */
export const VARIABLES = {
  HOST: {
    meaning: 'Address to listen on; `0.0.0.0` accepts connections from every network',
    expects: 'a host name or IP address',
    fallback: '127.0.0.1',
    schema: text,
  },
  PORT: {
    meaning: 'Port to listen on; `0` takes a free one',
    expects: 'a whole number from 0 to 65535',
    fallback: '8080',
    schema: integer(0, 65_535),
  },
  ENROLLKIT_BASE_PATH: {
    meaning: 'Path under which the API is served, such as `/api`',
    expects: 'a path that begins with a slash and ends without one',
    schema: z.string().regex(/^(\/[\w.~-]+)+$/),
  },
  ...DATABASE_VARIABLES,
  ENROLLKIT_DATA_DIR: {
    meaning: 'Directory for the embedded database, stored files and running uploads',
    expects: 'the path of a directory',
    fallback: '.data',
    schema: text,
  },
  ENROLLKIT_S3_BUCKET: {
    meaning: 'S3 bucket for certificate files; if not set, they are kept in the data directory',
    expects: 'the name of a bucket',
    schema: z.string().regex(/^[\w.-]{1,255}$/),
  },
  ENROLLKIT_S3_ENDPOINT: {
    meaning: 'Address of the object store; if not set, AWS',
    expects: 'an http or https address',
    schema: url,
  },
  ENROLLKIT_S3_REGION: {
    meaning: 'Region of the bucket',
    expects: 'a name such as eu-central-1',
    fallback: 'eu-central-1',
    schema: text,
  },
  ENROLLKIT_S3_PREFIX: {
    meaning: 'Prefix for the names of objects, such as `certificates/`',
    expects: 'letters, digits and - _ . /',
    schema: z.string().regex(/^[\w./-]+$/),
  },
  ENROLLKIT_S3_ACCESS_KEY_ID: {
    meaning: 'Access key for the object store; if not set, the AWS SDK looks for one',
    expects: 'a key',
    schema: text,
  },
  ENROLLKIT_S3_SECRET_ACCESS_KEY: {
    meaning: 'Secret that belongs to this access key',
    expects: 'a secret',
    schema: text,
  },
  ENROLLKIT_S3_PATH_STYLE: {
    meaning: 'Whether to put the bucket in the path, for object stores that don’t support it in the host name',
    expects: 'yes or no',
    fallback: 'no',
    schema: flag,
  },
  ENROLLKIT_S3_CHECKSUMS: {
    meaning: 'Whether to send checksums in S3 headers; `no` for object stores that refuse them: these get Content-MD5',
    expects: 'yes or no',
    fallback: 'yes',
    schema: flag,
  },
  ENROLLKIT_TIME_ZONE: {
    meaning: 'Time zone that decides when a day begins',
    expects: 'an IANA name such as Europe/Amsterdam',
    fallback: DEFAULT_TIME_ZONE,
    schema: timeZone,
  },
  ENROLLKIT_MAX_FILE_SIZE: {
    meaning: 'Maximum size of a certificate or invoice file',
    expects: 'a size such as 10 MB or 500 MiB',
    fallback: '10 MiB',
    schema: bytes,
  },
  ENROLLKIT_VERIFY_CERTIFICATIONS: {
    meaning:
      'Whether platform staff verify a certification before participants and employers see its certificates; `no` where there is no such staff',
    expects: 'yes or no',
    fallback: 'yes',
    schema: flag,
  },
  ENROLLKIT_PE_ORGANISATIONS: {
    meaning:
      'File with the organizations that PE points may be of; another one gets a warning in imports and from `PUT /products`; if not set, any may',
    expects:
      'the path of a JSON file such as [{"id": "SKJ", "name": "Stichting Kwaliteitsregister Jeugd"}], of at most 1000, each with `pointTypes` where only some kinds of points are its',
    schema: peOrganisations,
  },
  ENROLLKIT_MAX_FEED_SIZE: {
    meaning: 'Maximum size of a product or trainer feed, after decompression',
    expects: 'a size such as 500 MB',
    fallback: '500 MB',
    schema: bytes,
  },
  ENROLLKIT_MAX_BODY_SIZE: {
    meaning: 'Maximum size of a JSON request, including the files in it',
    expects: 'a size such as 40 MB',
    fallback: '40 MB',
    schema: bytes,
  },
  ENROLLKIT_MAX_BUNDLE_ITEMS: {
    meaning: 'Maximum number of certificates in one request',
    expects: 'a whole number from 1 to 10000',
    fallback: '500',
    schema: integer(1, 10_000),
  },
  ENROLLKIT_REQUEST_TIMEOUT_SECONDS: {
    meaning: 'Maximum number of seconds for a request to come in',
    expects: 'a whole number from 1 to 86400',
    fallback: '300',
    schema: integer(1, 86_400),
  },
  ENROLLKIT_DRAIN_SECONDS: {
    meaning:
      'Number of seconds after SIGTERM in which `/healthz` answers 503 while requests are still accepted, so that a load balancer can send them elsewhere',
    expects: 'a whole number from 0 to 300',
    fallback: '5',
    schema: integer(0, 300),
  },
  ENROLLKIT_ALLOWED_ORIGINS: {
    meaning: 'Origins of pages that may call the API from a browser, separated by commas; `*` allows all',
    expects:
      'origins such as https://portal.example.nl, each as browsers write it: in lower case, without a path, a slash at the end, :443 or a star',
    fallback: '',
    schema: list(origin),
  },
  ENROLLKIT_PUBLIC_PRODUCTS: {
    meaning:
      'Providers whose products visitors may read without a token, separated by commas; `own` on a server of one provider',
    expects: 'ids of providers, or own',
    fallback: '',
    schema: list(text),
  },
  ENROLLKIT_RATE_LIMIT_PER_MINUTE: {
    meaning: 'Maximum number of requests per minute for one credential, or for one IP address without credentials',
    expects: 'a whole number from 1 to 1000000',
    fallback: '1200',
    schema: integer(1, 1_000_000),
  },
  ENROLLKIT_PROVIDER_RATE_LIMIT_PER_MINUTE: {
    meaning: 'Maximum number of requests per minute for one provider, with all of its keys and tokens',
    expects: 'a whole number from 1 to 10000000',
    fallback: '12000',
    schema: integer(1, 10_000_000),
  },
  ENROLLKIT_TRUSTED_PROXIES: {
    meaning:
      'IP addresses of proxies whose `X-Forwarded-For` and `X-Request-Id` headers are trusted, separated by commas',
    expects: 'IP addresses or ranges such as 10.0.0.0/8',
    fallback: '',
    schema: list(address),
  },
  ENROLLKIT_MAX_TOKEN_SECONDS: {
    meaning: 'Maximum lifetime of a token for a widget, in seconds',
    expects: 'a whole number from 60 to 86400',
    fallback: '3600',
    schema: integer(60, 86_400),
  },
  ENROLLKIT_OIDC_ISSUER: {
    meaning: 'Issuer of tokens from your own identity provider; if not set, only tokens from this server are accepted',
    expects: 'an http or https address',
    schema: url,
  },
  ENROLLKIT_OIDC_AUDIENCE: {
    meaning: 'Audience that these tokens must have',
    expects: 'a name',
    schema: text,
  },
  ENROLLKIT_OIDC_JWKS_URL: {
    meaning: 'Address of the issuer’s keys; if not set, the server finds it in the issuer’s discovery document',
    expects: 'an http or https address',
    schema: url,
  },
  ENROLLKIT_OIDC_ROLE_CLAIM: {
    meaning: 'Claim that holds the role',
    expects: 'the name of a claim',
    fallback: 'role',
    schema: text,
  },
  ENROLLKIT_OIDC_PROVIDER_CLAIM: {
    meaning: 'Claim that holds the provider',
    expects: 'the name of a claim',
    fallback: 'provider_id',
    schema: text,
  },
  ENROLLKIT_OIDC_EMPLOYER_CLAIM: {
    meaning: 'Claim that holds the employer',
    expects: 'the name of a claim',
    fallback: 'employer_id',
    schema: text,
  },
  ENROLLKIT_OIDC_EMAIL_CLAIM: {
    meaning:
      'Claim that holds the email address; unless this is another claim than `email`, tokens of participants need `email_verified: true`',
    expects: 'the name of a claim',
    fallback: 'email',
    schema: text,
  },
  ENROLLKIT_OIDC_BOOKINGS_CLAIM: {
    meaning: 'Claim that holds the bookings to which the token is limited',
    expects: 'the name of a claim',
    fallback: 'booking_ids',
    schema: text,
  },
  ENROLLKIT_LOG_LEVEL: {
    meaning: 'Lowest level of messages that are logged',
    expects: 'fatal, error, warn, info, debug or silent',
    fallback: 'info',
    schema: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']),
  },
  ENROLLKIT_PRIVATE_FEEDS: {
    meaning: 'Whether feeds may be fetched from private networks, and webhooks sent there, also over http',
    expects: 'yes or no',
    fallback: 'no',
    schema: flag,
  },
  ENROLLKIT_WEBHOOK_DAYS: {
    meaning: 'Number of days for which what webhooks sent can be looked at and sent again; only ids are kept for it',
    // What is tried again for three days must not be forgotten before.
    expects: 'a whole number from 4 to 365',
    fallback: '30',
    schema: integer(4, 365),
  },
  ...LTI_VARIABLES,
  ENROLLKIT_SPRINGEST_API: {
    meaning:
      'Whether clients of Springest’s certificates API may use `/springest` as they use that API; they send their key in the address, which proxies write to their logs',
    expects: 'yes or no',
    fallback: 'no',
    schema: flag,
  },
  ENROLLKIT_CANCEL_START_DAYS: {
    meaning:
      'Number of days before its start at which a course with too few bookings is cancelled; if not set, the server cancels nothing by itself',
    expects: 'a whole number from 0 to 365',
    schema: integer(0, 365),
  },
  ...MAIL_VARIABLES,
  ENROLLKIT_JOB_INTERVAL_SECONDS: {
    meaning: 'Number of seconds between two runs of the job that saves due status changes',
    expects: 'a whole number from 1 to 3600',
    fallback: '60',
    schema: integer(1, 3600),
  },
  ENROLLKIT_METRICS_TOKEN: {
    meaning: 'Bearer token for `/metrics`; if not set, only this machine can read it',
    expects: 'at least 16 characters without spaces',
    schema: z.string().regex(/^\S{16,}$/),
  },
} as const satisfies Record<string, Variable<unknown>>;

export type VariableName = keyof typeof VARIABLES;

/** What the variables hold, by name. */
export type Values = {
  readonly [Name in VariableName]:
    | z.output<(typeof VARIABLES)[Name]['schema']>
    | ((typeof VARIABLES)[Name] extends { readonly fallback: string } ? never : undefined);
};
