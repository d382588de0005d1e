import type { Issue, IssueCode } from '@enrollkit/core';

/** What can be wrong with how a request is made, or with what is asked in it, beside what core refuses. */
export type RequestIssueCode =
  | 'moment-or-day-invalid'
  | 'one-change-at-a-time'
  | 'booking-not-found'
  | 'booking-ambiguous'
  | 'email-has-space'
  | 'email-mismatch'
  | 'base64-data-address'
  | 'page-too-large'
  | 'base64-invalid'
  | 'json-malformed'
  | 'xml-malformed'
  | 'xml-unexpected'
  | 'number-unknown'
  | 'multipart-malformed'
  | 'field-repeated'
  | 'too-many-parts'
  | 'not-storable'
  | 'body-too-large'
  | 'json-too-deep'
  | 'json-too-many-parts'
  | 'body-too-slow'
  | 'content-type-unsupported'
  | 'content-encoding-unsupported'
  | 'not-acceptable'
  | 'method-not-allowed'
  | 'if-match-invalid'
  | 'idempotency-key-invalid';

/** Everything that can keep a feed from being fetched. */
export type FeedFaultCode =
  | 'feed-address-invalid'
  | 'feed-address-insecure'
  | 'feed-address-private'
  | 'feed-host-unknown'
  | 'feed-unreachable'
  | 'feed-certificate-invalid'
  | 'feed-status'
  | 'feed-redirects'
  | 'feed-gzip-broken'
  | 'feed-cut-off'
  | 'feed-too-slow'
  | 'feed-too-large';

/** Why a learning platform can't be registered. */
export type PlatformFaultCode = 'platform-address-invalid';

/** What can be wrong with what is asked about a webhook. */
export type WebhookIssueCode =
  'webhook-address-invalid' | 'webhook-address-insecure' | 'webhook-too-many' | 'webhook-disabled';

/** Why a receiver wasn't told, or is told nothing any more. */
export type WebhookFaultCode =
  | 'webhook-address-private'
  | 'webhook-host-unknown'
  | 'webhook-unreachable'
  | 'webhook-certificate-invalid'
  | 'webhook-too-slow'
  | 'webhook-status'
  | 'webhook-redirect'
  | 'webhook-unreadable'
  | 'webhook-gone';

/** Why the server can't go on with an import. */
export type ImportFaultCode = 'import-source-missing' | 'import-source-changed' | 'import-too-heavy' | 'import-broken';

/** Every code of an issue that an answer can have: the API has a title and a help for each. */
export type ServerIssueCode =
  | IssueCode
  | RequestIssueCode
  | FeedFaultCode
  | PlatformFaultCode
  | ImportFaultCode
  | WebhookIssueCode
  | WebhookFaultCode;

/** Only whoever starts the server is told. */
type SettingIssueCode = 'wrong-setting';

/** An issue by one of the server's own codes. */
export function serverIssue(
  code: ServerIssueCode | SettingIssueCode,
  path: string,
  params: Issue['params'] = {},
): Issue {
  return { code, severity: 'error', path, params };
}

/** For a schema, whose message is the code of its issue. */
export function issueCode(code: ServerIssueCode): string {
  return code;
}
