import type { Locale, PeOrganisation } from '@enrollkit/core';

/** Stands for the one provider of a server whose records name none. */
export const OWN_PRODUCTS = 'own';

/** Every setting of the server, checked. Read from environment variables by `readSettings`. */
export interface Settings {
  readonly host: string;
  /** 0: a free one. */
  readonly port: number;
  /** Path below which the API is served, without a slash at its end: `/api`, or empty. */
  readonly basePath: string;
  /** `postgres://...`; absent: the embedded database below `dataDir`. */
  readonly databaseUrl?: string;
  /** A replica of it, for lists. */
  readonly readDatabaseUrl?: string;
  readonly databasePoolSize: number;
  /** How long a server has a job without saying so again, on a database that keeps no sessions; absent: it keeps them. */
  readonly jobLeaseSeconds?: number;
  /** How often servers ask what others changed, on a database that tells nothing; absent: it does. */
  readonly changesPollSeconds?: number;
  /** Embedded database, files, spool. */
  readonly dataDir: string;
  readonly s3?: S3Settings;
  /** IANA name of the zone in which the providers' days begin. */
  readonly timeZone: string;
  readonly maxFileBytes: number;
  /** Whether certificates wait for platform staff before others than the provider see them. */
  readonly verifyCertifications: boolean;
  /** The organisations that PE points may be of; absent: any. */
  readonly peOrganisations?: readonly PeOrganisation[];
  /** Largest feed, decompressed. */
  readonly maxFeedBytes: number;
  /** Largest JSON body: a bundle in base64. */
  readonly maxBodyBytes: number;
  /** Most certificates in one request. */
  readonly maxBundleItems: number;
  /** A body that takes longer to come in is refused. */
  readonly requestTimeoutMs: number;
  /** How long a server that was told to stop still takes requests, and says that it doesn't. */
  readonly drainMs: number;
  /** Origins of pages that may call from a browser; `*`: any. */
  readonly allowedOrigins: readonly string[];
  /** Providers whose products visitors may read; {@link OWN_PRODUCTS}: those that name no provider. Empty: none. */
  readonly publicProducts: readonly string[];
  /** Requests per minute for one credential, and for one address without. */
  readonly rateLimitPerMinute: number;
  /** Requests per minute for one provider, however many tokens it makes. */
  readonly providerRateLimitPerMinute: number;
  /** Addresses of proxies whose `X-Forwarded-For` and `X-Request-Id` are believed. */
  readonly trustedProxies: readonly string[];
  /** Longest life of a token for a widget. */
  readonly maxTokenSeconds: number;
  /** Believes a host's own tokens. */
  readonly oidc?: OidcSettings;
  /** Feeds may be fetched from hosts inside the network, and webhooks sent there, also over http. */
  readonly privateFeeds: boolean;
  /** For so many days webhooks can be sent again, and their deliveries be looked at. */
  readonly webhookDays: number;
  /** Where browsers reach the API, without a slash at the end. Absent: no LTI. */
  readonly ltiUrl?: string;
  /** Learning platforms may be inside the network, and speak http. */
  readonly privatePlatforms: boolean;
  /** Whether clients of the marketplace's certificates API find it below `/springest`. */
  readonly springestApi: boolean;
  /** Days before a start at which it is cancelled when too few people booked it; absent: never by itself. */
  readonly cancelStartDays?: number;
  /** Mails about bookings, and invites trainers; absent: nobody is mailed, and invitations wait. */
  /** Days before a certificate expires at which its holder is mailed. Empty: never. */
  readonly expiryReminderDays: readonly number[];
  readonly mail?: MailSettings;
  readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'silent';
  /** How often due rules are written down and what is old is cleaned. */
  readonly jobIntervalSeconds: number;
  /** Needed to read `/metrics`; absent: only from the machine itself. */
  readonly metricsToken?: string;
}

export interface S3Settings {
  readonly endpoint?: string;
  readonly region: string;
  readonly bucket: string;
  readonly prefix: string;
  readonly accessKeyId?: string;
  readonly secretAccessKey?: string;
  /** For servers that don't know buckets as host names. */
  readonly forcePathStyle: boolean;
  /** Checksums in S3's own headers. */
  readonly checksums: boolean;
}

export interface OidcSettings {
  readonly issuer: string;
  readonly audience: string;
  /** Default: found through the issuer's discovery document. */
  readonly jwksUrl?: string;
  /** Names of the claims that say who asks. */
  readonly claims: {
    readonly role: string;
    readonly providerId: string;
    readonly employerId: string;
    readonly email: string;
    readonly enrollmentIds: string;
  };
}

export interface MailSettings {
  /** `smtp://` or `smtps://`, with user and password. */
  readonly smtpUrl: string;
  readonly from: { readonly name: string; readonly address: string };
  /** The host's page, with `{token}` in it. */
  readonly confirmUrl: string;
  /** The host's page about a booking, with `{id}` in it. */
  readonly bookingUrl?: string;
  /** Who is told about bookings of products without a contact person. */
  readonly bookingsMail?: string;
  readonly language: Locale;
}
