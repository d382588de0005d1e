import { DEFAULT_TIME_ZONE } from '@enrollkit/core';
import { z } from 'zod';
import {
  address,
  bytes,
  flag,
  integer,
  list,
  mailServer,
  origin,
  pageForToken,
  sender,
  text,
  timeZone,
  url,
} from './settings-schemas.js';

/** One environment variable. */
export interface Variable<Value> {
  /** What it is for, in a sentence without a full stop. */
  readonly meaning: string;
  /** What a right value looks like: said when a value is wrong. */
  readonly expects: string;
  /** Taken when the variable is absent or empty, spelled as one would set it. */
  readonly fallback?: string;
  readonly schema: z.ZodType<Value, string>;
}

/** Every environment variable that the server reads. The reader, `enrollkit-server settings` and the README follow it. */
export const VARIABLES = {
  HOST: {
    meaning: 'Address to listen on; `0.0.0.0` for every network',
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
    meaning: 'Path below which the API is served, such as `/api`',
    expects: 'a path that begins with a slash and ends without one',
    schema: z.string().regex(/^(\/[\w.~-]+)+$/),
  },
  DATABASE_URL: {
    meaning: 'PostgreSQL database; absent: an embedded one in the data directory',
    expects: 'an address that begins with postgres:// or postgresql://',
    schema: z.string().regex(/^postgres(ql)?:\/\/\S+$/),
  },
  ENROLLKIT_DATABASE_POOL_SIZE: {
    meaning: 'Connections to the database at the same time',
    expects: 'a whole number from 2 to 1000',
    fallback: '20',
    schema: integer(2, 1000),
  },
  ENROLLKIT_DATA_DIR: {
    meaning: 'Directory of the embedded database, the files and what is coming in',
    expects: 'a path',
    fallback: '.data',
    schema: text,
  },
  ENROLLKIT_S3_BUCKET: {
    meaning: 'Bucket for the files of certificates; absent: the data directory',
    expects: 'the name of a bucket',
    schema: z.string().regex(/^[\w.-]{1,255}$/),
  },
  ENROLLKIT_S3_ENDPOINT: {
    meaning: 'Address of the object store; absent: AWS',
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
    meaning: 'Put before the names of objects, such as `certificates/`',
    expects: 'letters, digits and - _ . /',
    schema: z.string().regex(/^[\w./-]+$/),
  },
  ENROLLKIT_S3_ACCESS_KEY_ID: {
    meaning: 'Key for the object store; absent: as the AWS SDK finds one',
    expects: 'a key',
    schema: text,
  },
  ENROLLKIT_S3_SECRET_ACCESS_KEY: {
    meaning: 'The secret that belongs to the key',
    expects: 'a secret',
    schema: text,
  },
  ENROLLKIT_S3_PATH_STYLE: {
    meaning: 'For object stores that don’t know buckets as host names',
    expects: 'yes or no',
    fallback: 'no',
    schema: flag,
  },
  ENROLLKIT_TIME_ZONE: {
    meaning: 'Zone in which the providers’ days begin',
    expects: 'an IANA name such as Europe/Amsterdam',
    fallback: DEFAULT_TIME_ZONE,
    schema: timeZone,
  },
  ENROLLKIT_MAX_FILE_SIZE: {
    meaning: 'Largest certificate',
    expects: 'a size such as 10 MB or 500 MiB',
    fallback: '10 MiB',
    schema: bytes,
  },
  ENROLLKIT_MAX_FEED_SIZE: {
    meaning: 'Largest product or trainer feed, decompressed',
    expects: 'a size such as 500 MB',
    fallback: '500 MB',
    schema: bytes,
  },
  ENROLLKIT_MAX_BODY_SIZE: {
    meaning: 'Largest JSON body, a bundle with its files included',
    expects: 'a size such as 40 MB',
    fallback: '40 MB',
    schema: bytes,
  },
  ENROLLKIT_MAX_BUNDLE_ITEMS: {
    meaning: 'Most certificates in one request',
    expects: 'a whole number from 1 to 10000',
    fallback: '500',
    schema: integer(1, 10_000),
  },
  ENROLLKIT_REQUEST_TIMEOUT_SECONDS: {
    meaning: 'A request that takes longer to come in is refused',
    expects: 'a whole number from 1 to 86400',
    fallback: '300',
    schema: integer(1, 86_400),
  },
  ENROLLKIT_ALLOWED_ORIGINS: {
    meaning: 'Origins of pages that may call from a browser, with commas between; `*`: any',
    expects: 'origins such as https://portal.example.nl, without a slash at the end',
    fallback: '',
    schema: list(origin),
  },
  ENROLLKIT_RATE_LIMIT_PER_MINUTE: {
    meaning: 'Requests per minute for one credential, or for one address without any',
    expects: 'a whole number from 1 to 1000000',
    fallback: '1200',
    schema: integer(1, 1_000_000),
  },
  ENROLLKIT_TRUSTED_PROXIES: {
    meaning: 'Addresses of proxies whose `X-Forwarded-For` is believed, with commas between',
    expects: 'IP addresses or ranges such as 10.0.0.0/8',
    fallback: '',
    schema: list(address),
  },
  ENROLLKIT_MAX_TOKEN_SECONDS: {
    meaning: 'Longest life of a token for a widget',
    expects: 'a whole number from 60 to 86400',
    fallback: '3600',
    schema: integer(60, 86_400),
  },
  ENROLLKIT_OIDC_ISSUER: {
    meaning: 'Issuer of a host’s own tokens; absent: only tokens of this server',
    expects: 'an http or https address',
    schema: url,
  },
  ENROLLKIT_OIDC_AUDIENCE: {
    meaning: 'Audience that those tokens must name',
    expects: 'a name',
    schema: text,
  },
  ENROLLKIT_OIDC_JWKS_URL: {
    meaning: 'Where the issuer’s keys are; absent: found through its discovery document',
    expects: 'an http or https address',
    schema: url,
  },
  ENROLLKIT_OIDC_ROLE_CLAIM: {
    meaning: 'Claim with the role',
    expects: 'the name of a claim',
    fallback: 'role',
    schema: text,
  },
  ENROLLKIT_OIDC_PROVIDER_CLAIM: {
    meaning: 'Claim with the provider',
    expects: 'the name of a claim',
    fallback: 'provider_id',
    schema: text,
  },
  ENROLLKIT_OIDC_EMPLOYER_CLAIM: {
    meaning: 'Claim with the employer',
    expects: 'the name of a claim',
    fallback: 'employer_id',
    schema: text,
  },
  ENROLLKIT_OIDC_EMAIL_CLAIM: {
    meaning: 'Claim with the e-mail address',
    expects: 'the name of a claim',
    fallback: 'email',
    schema: text,
  },
  ENROLLKIT_OIDC_BOOKINGS_CLAIM: {
    meaning: 'Claim with the only bookings that the token is for',
    expects: 'the name of a claim',
    fallback: 'booking_ids',
    schema: text,
  },
  ENROLLKIT_LOG_LEVEL: {
    meaning: 'What is logged',
    expects: 'fatal, error, warn, info, debug or silent',
    fallback: 'info',
    schema: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']),
  },
  ENROLLKIT_PRIVATE_FEEDS: {
    meaning: 'Whether feeds may be fetched from hosts inside the network, also over http',
    expects: 'yes or no',
    fallback: 'no',
    schema: flag,
  },
  ENROLLKIT_CANCEL_START_DAYS: {
    meaning: 'Days before a start at which it is cancelled when too few people booked it; absent: never by itself',
    expects: 'a whole number from 0 to 365',
    schema: integer(0, 365),
  },
  ENROLLKIT_SMTP_URL: {
    meaning:
      'Mail server that invites trainers, always over TLS unless it is on this machine; absent: nothing is mailed',
    expects: 'an address such as smtp://user:password@mail.example.nl:587, or smtps://',
    schema: mailServer,
  },
  ENROLLKIT_MAIL_FROM: {
    meaning: 'Who invites',
    expects: 'a name and an address such as Duinweg Opleidingen <noreply@example.nl>',
    schema: sender,
  },
  ENROLLKIT_CONFIRM_URL: {
    meaning: 'Page on which a trainer confirms, with `{token}` where the token comes',
    expects: 'an http or https address with {token} in it',
    schema: pageForToken,
  },
  ENROLLKIT_MAIL_LANGUAGE: {
    meaning: 'Language of mails',
    expects: 'nl or en',
    fallback: 'nl',
    schema: z.enum(['nl', 'en']),
  },
  ENROLLKIT_JOB_INTERVAL_SECONDS: {
    meaning: 'How often due status changes are written down',
    expects: 'a whole number from 1 to 3600',
    fallback: '60',
    schema: integer(1, 3600),
  },
  ENROLLKIT_METRICS_TOKEN: {
    meaning: 'Bearer token that reads `/metrics`; absent: only from the machine itself',
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
