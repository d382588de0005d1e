import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { DEFAULT_MAX_FILE_BYTES, hasErrorCode } from '@enrollkit/core';
import { readSettings, VARIABLES } from '@enrollkit/server';
import { describe, expect, test } from 'vitest';

/** What reading these variables is refused with. */
function refusal(env: Record<string, string>): { message: string; paths: readonly string[] } {
  try {
    readSettings(env);
  } catch (error) {
    if (!hasErrorCode(error, 'invalid')) throw error;
    return { message: error.message, paths: error.issues.map(({ path }) => path) };
  }
  throw new Error('The settings were accepted.');
}

/** Two values of each, to see that it makes a difference which of them it has. */
const TWO_VALUES: Readonly<Record<keyof typeof VARIABLES, readonly [string, string]>> = {
  HOST: ['127.0.0.1', '0.0.0.0'],
  PORT: ['3000', '3001'],
  DATABASE_URL: ['postgres://one/enrollkit', 'postgres://two/enrollkit'],
  ENROLLKIT_BASE_PATH: ['/one', '/two'],
  ENROLLKIT_READ_DATABASE_URL: ['postgres://three/enrollkit', 'postgres://four/enrollkit'],
  ENROLLKIT_DATABASE_POOL_SIZE: ['7', '8'],
  ENROLLKIT_JOB_LEASE_SECONDS: ['30', '31'],
  ENROLLKIT_CHANGES_POLL_SECONDS: ['2', '3'],
  ENROLLKIT_DATA_DIR: ['/srv/one', '/srv/two'],
  ENROLLKIT_S3_BUCKET: ['one', 'two'],
  ENROLLKIT_S3_ENDPOINT: ['http://localhost:9000', 'http://localhost:9001'],
  ENROLLKIT_S3_REGION: ['eu-central-1', 'us-east-1'],
  ENROLLKIT_S3_PREFIX: ['one/', 'two/'],
  ENROLLKIT_S3_ACCESS_KEY_ID: ['one', 'two'],
  ENROLLKIT_S3_SECRET_ACCESS_KEY: ['one', 'two'],
  ENROLLKIT_S3_PATH_STYLE: ['yes', 'no'],
  ENROLLKIT_S3_CHECKSUMS: ['yes', 'no'],
  ENROLLKIT_TIME_ZONE: ['Europe/Amsterdam', 'Europe/Lisbon'],
  ENROLLKIT_MAX_FILE_SIZE: ['1 MB', '2 MB'],
  ENROLLKIT_VERIFY_CERTIFICATIONS: ['yes', 'no'],
  ENROLLKIT_PE_ORGANISATIONS: ['SKJ.json', 'KNMG.json'],
  ENROLLKIT_MAX_FEED_SIZE: ['1 MB', '2 MB'],
  ENROLLKIT_MAX_BODY_SIZE: ['1 MB', '2 MB'],
  ENROLLKIT_MAX_BUNDLE_ITEMS: ['7', '8'],
  ENROLLKIT_REQUEST_TIMEOUT_SECONDS: ['7', '8'],
  ENROLLKIT_DRAIN_SECONDS: ['7', '8'],
  ENROLLKIT_ALLOWED_ORIGINS: ['https://one.example.nl', 'https://two.example.nl'],
  ENROLLKIT_PUBLIC_PRODUCTS: ['own', 'duinweg'],
  ENROLLKIT_RATE_LIMIT_PER_MINUTE: ['7', '8'],
  ENROLLKIT_PROVIDER_RATE_LIMIT_PER_MINUTE: ['7', '8'],
  ENROLLKIT_TRUSTED_PROXIES: ['::1', '10.0.0.0/8'],
  ENROLLKIT_MAX_TOKEN_SECONDS: ['700', '800'],
  ENROLLKIT_OIDC_ISSUER: ['https://one.example.nl', 'https://two.example.nl'],
  ENROLLKIT_OIDC_AUDIENCE: ['one', 'two'],
  ENROLLKIT_OIDC_JWKS_URL: ['https://one.example.nl/keys', 'https://two.example.nl/keys'],
  ENROLLKIT_OIDC_ROLE_CLAIM: ['one', 'two'],
  ENROLLKIT_OIDC_PROVIDER_CLAIM: ['one', 'two'],
  ENROLLKIT_OIDC_EMPLOYER_CLAIM: ['one', 'two'],
  ENROLLKIT_OIDC_EMAIL_CLAIM: ['one', 'two'],
  ENROLLKIT_OIDC_BOOKINGS_CLAIM: ['one', 'two'],
  ENROLLKIT_LOG_LEVEL: ['info', 'debug'],
  ENROLLKIT_PRIVATE_FEEDS: ['yes', 'no'],
  ENROLLKIT_WEBHOOK_DAYS: ['7', '8'],
  ENROLLKIT_LTI_URL: ['https://one.example.nl/api', 'https://two.example.nl/api'],
  ENROLLKIT_PRIVATE_PLATFORMS: ['yes', 'no'],
  ENROLLKIT_SPRINGEST_API: ['yes', 'no'],
  ENROLLKIT_CANCEL_START_DAYS: ['7', '8'],
  ENROLLKIT_SMTP_URL: ['smtp://one.example.nl', 'smtp://two.example.nl'],
  ENROLLKIT_MAIL_FROM: ['Duinweg <one@example.nl>', 'Duinweg <two@example.nl>'],
  ENROLLKIT_CONFIRM_URL: ['https://one.example.nl/{token}', 'https://two.example.nl/{token}'],
  ENROLLKIT_MAIL_LANGUAGE: ['nl', 'en'],
  ENROLLKIT_BOOKING_URL: ['https://one.example.nl/{id}', 'https://two.example.nl/{id}'],
  ENROLLKIT_BOOKINGS_MAIL: ['one@example.nl', 'two@example.nl'],
  ENROLLKIT_EXPIRY_REMINDERS: ['7', '8'],
  ENROLLKIT_JOB_INTERVAL_SECONDS: ['7', '8'],
  ENROLLKIT_METRICS_TOKEN: ['one-and-sixteen-characters', 'two-and-sixteen-characters'],
};

describe('settings from environment variables', () => {
  test('nothing has to be set', () => {
    const settings = readSettings({});
    expect(settings).toMatchObject({
      host: '127.0.0.1',
      port: 8080,
      basePath: '',
      dataDir: '.data',
      timeZone: 'Europe/Amsterdam',
      maxFileBytes: DEFAULT_MAX_FILE_BYTES,
      allowedOrigins: [],
      requestTimeoutMs: 300_000,
    });
    for (const absent of ['databaseUrl', 's3', 'oidc', 'metricsToken']) expect(settings).not.toHaveProperty(absent);
  });

  test('an empty variable is one that is not set', () => {
    expect(readSettings({ PORT: '', DATABASE_URL: ' ', ENROLLKIT_S3_BUCKET: '' })).toEqual(readSettings({}));
  });

  test.each([
    ['10 MB', 10_000_000],
    ['500MiB', 500 * 1024 ** 2],
    ['2 gb', 2_000_000_000],
    ['64k', 64_000],
    ['4096', 4096],
  ])('a size of %s is %d bytes', (size, maxFileBytes) => {
    expect(readSettings({ ENROLLKIT_MAX_FILE_SIZE: size }).maxFileBytes).toBe(maxFileBytes);
  });

  test('organizations of PE points are in a file, which must be one', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'enrollkit-settings-'));
    try {
      const file = join(folder, 'organisations.json');
      const skj = { id: 'SKJ', name: 'Stichting Kwaliteitsregister Jeugd' };
      // As editors on Windows write it.
      await writeFile(file, `\uFEFF${JSON.stringify([skj])}`);
      expect(readSettings({ ENROLLKIT_PE_ORGANISATIONS: file }).peOrganisations).toEqual([skj]);
      for (const content of ['', '{}', '[{"id":"SKJ"}]']) {
        await writeFile(file, content);
        expect(refusal({ ENROLLKIT_PE_ORGANISATIONS: file }).paths).toEqual(['ENROLLKIT_PE_ORGANISATIONS']);
      }
      const { message } = refusal({ ENROLLKIT_PE_ORGANISATIONS: join(folder, 'nowhere.json') });
      expect(message).toContain('ENROLLKIT_PE_ORGANISATIONS expects the path of a JSON file such as [{"id": "SKJ"');
    } finally {
      await rm(folder, { recursive: true });
    }
    expect(readSettings({})).not.toHaveProperty('peOrganisations');
  });

  test('lists are written with commas or spaces', () => {
    const settings = readSettings({
      ENROLLKIT_ALLOWED_ORIGINS: 'https://portal.example.nl, https://hr.example.nl:8443',
      ENROLLKIT_TRUSTED_PROXIES: '10.0.0.0/8 ::1',
    });
    expect(settings.allowedOrigins).toEqual(['https://portal.example.nl', 'https://hr.example.nl:8443']);
    expect(settings.trustedProxies).toEqual(['10.0.0.0/8', '::1']);
  });

  test('an object store and an issuer of tokens are there when they are named', () => {
    const settings = readSettings({
      ENROLLKIT_S3_BUCKET: 'certificates',
      ENROLLKIT_S3_PATH_STYLE: 'yes',
      ENROLLKIT_OIDC_ISSUER: 'https://login.example.nl/realms/hr',
      ENROLLKIT_OIDC_AUDIENCE: 'enrollkit',
      ENROLLKIT_OIDC_EMAIL_CLAIM: 'upn',
    });
    expect(settings.s3).toEqual({
      bucket: 'certificates',
      region: 'eu-central-1',
      prefix: '',
      forcePathStyle: true,
      checksums: true,
    });
    expect(settings.oidc).toMatchObject({ audience: 'enrollkit', claims: { email: 'upn', role: 'role' } });
  });

  test('every wrong variable is named in one error, with what is expected', () => {
    const { message, paths } = refusal({
      PORT: '70000',
      ENROLLKIT_TIME_ZONE: 'Mars/Olympus',
      ENROLLKIT_LOG_LEVEL: 'loud',
    });
    expect(paths).toEqual(['PORT', 'ENROLLKIT_TIME_ZONE', 'ENROLLKIT_LOG_LEVEL']);
    expect(message).toContain('PORT expects a whole number from 0 to 65535');
    expect(message).toContain('ENROLLKIT_TIME_ZONE expects an IANA name such as Europe/Amsterdam');
  });

  test.each([
    ['PORT', '80a'],
    ['PORT', '-1'],
    ['DATABASE_URL', 'mysql://localhost/x'],
    ['ENROLLKIT_BASE_PATH', '/api/'],
    ['ENROLLKIT_BASE_PATH', 'api'],
    ['ENROLLKIT_MAX_FILE_SIZE', '10 apples'],
    ['ENROLLKIT_MAX_FILE_SIZE', '0'],
    ['ENROLLKIT_ALLOWED_ORIGINS', 'https://portal.example.nl/'],
    ['ENROLLKIT_ALLOWED_ORIGINS', 'portal.example.nl'],
    ['ENROLLKIT_ALLOWED_ORIGINS', 'https://*.example.nl'],
    ['ENROLLKIT_ALLOWED_ORIGINS', 'https://Portal.example.nl'],
    ['ENROLLKIT_ALLOWED_ORIGINS', 'https://portal.example.nl:443'],
    ['ENROLLKIT_ALLOWED_ORIGINS', 'ftp://portal.example.nl'],
    ['ENROLLKIT_ALLOWED_ORIGINS', 'null'],
    ['DATABASE_URL', 'postgres://u:p#ss@127.0.0.1:5/db'],
    ['DATABASE_URL', 'postgres://u:1#ss@127.0.0.1:5/db'],
    ['ENROLLKIT_DRAIN_SECONDS', '-1'],
    ['ENROLLKIT_TRUSTED_PROXIES', '10.0.0.0/99'],
    ['ENROLLKIT_METRICS_TOKEN', 'short'],
  ])('%s=%s is refused', (name, value) => {
    expect(refusal({ [name]: value }).paths).toEqual([name]);
  });

  test('what only adds to another setting asks for that one', () => {
    expect(refusal({ ENROLLKIT_S3_ENDPOINT: 'http://localhost:9000' }).paths).toEqual(['ENROLLKIT_S3_BUCKET']);
    expect(refusal({ ENROLLKIT_OIDC_ISSUER: 'https://login.example.nl' }).paths).toEqual(['ENROLLKIT_OIDC_AUDIENCE']);
  });

  test('a misspelled setting is told, and what Kubernetes sets by itself is not', () => {
    expect(refusal({ ENROLLKIT_MAX_FILESIZE: '10 MB' }).message).toContain(
      'ENROLLKIT_MAX_FILESIZE is not a setting: did you mean ENROLLKIT_MAX_FILE_SIZE?',
    );
    expect(refusal({ ENROLLKIT_DATABASE_URL: 'x' }).message).toContain('did you mean DATABASE_URL?');
    expect(readSettings({ ENROLLKIT_PORT: 'tcp://10.0.0.1:80', ENROLLKIT_SERVICE_HOST: '10.0.0.1' }).port).toBe(8080);
  });

  test('a password with a # is told how to be written', () => {
    const { message } = refusal({ DATABASE_URL: 'postgres://u:p#ss@127.0.0.1:5/db' });
    expect(message).toMatch(/DATABASE_URL expects .*# .* written as %23/);
    expect(readSettings({ DATABASE_URL: 'postgres://u:p%23ss@127.0.0.1:5/db' }).databaseUrl).toContain('p%23ss');
  });

  test('no message repeats a secret', () => {
    const secret = 'geheim wachtwoord';
    const wrong = Object.fromEntries(Object.keys(VARIABLES).map((name) => [name, `\u0000${secret}`]));
    expect(refusal({ ...wrong, ENROLLKIT_X: secret }).message).not.toContain('geheim');
  });

  test('none is read in vain', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'enrollkit-settings-'));
    try {
      for (const id of ['SKJ', 'KNMG']) await writeFile(join(folder, `${id}.json`), JSON.stringify([{ id, name: id }]));
      const valueOf = (value: string): string => (value.endsWith('.json') ? join(folder, value) : value);
      const entries = Object.entries(TWO_VALUES);
      const all = Object.fromEntries(entries.map(([name, [one]]) => [name, valueOf(one)]));
      const settings = readSettings(all);
      const inVain = entries.filter(([name, [, two]]) =>
        isDeepStrictEqual(readSettings({ ...all, [name]: valueOf(two) }), settings),
      );
      expect(inVain.map(([name]) => name)).toEqual([]);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  test('the defaults in the table are right themselves', () => {
    const defaults = Object.fromEntries(
      Object.entries(VARIABLES).flatMap(([name, variable]) =>
        'fallback' in variable ? [[name, variable.fallback]] : [],
      ),
    );
    expect(readSettings(defaults)).toEqual(readSettings({}));
  });
});
