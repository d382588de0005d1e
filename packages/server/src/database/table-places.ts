import type { Tables } from './tables.js';

/**
 * Every table, in an order in which all of them can be filled: whatever one refers to comes before it. And where its rows
 * belong when the tables lie on several machines:
 *
 * - `provider`: beside all the rows of their provider, which every key of the table contains
 * - `everywhere`: the same on every machine, because rows of every provider look into it
 */
export const TABLE_PLACES = {
  providers: 'everywhere',
  api_keys: 'everywhere',
  signing_keys: 'everywhere',
  files: 'everywhere',
  answers: 'everywhere',
  jobs: 'everywhere',
  changes_told: 'everywhere',
  products: 'provider',
  certifications: 'provider',
  trainers: 'provider',
  trainer_invitations: 'provider',
  imports: 'provider',
  import_steps: 'provider',
  feeds: 'provider',
  enrollments: 'provider',
  status_changes: 'provider',
  certificates: 'provider',
  invoices: 'provider',
  mails: 'provider',
  audit_entries: 'provider',
  lti_keys: 'everywhere',
  lti_platforms: 'everywhere',
  lti_invitations: 'everywhere',
  lti_logins: 'everywhere',
  lti_sessions: 'everywhere',
  lti_links: 'provider',
  lti_members: 'provider',
  record_numbers: 'provider',
  webhook_endpoints: 'provider',
  webhook_events: 'provider',
  webhook_deliveries: 'provider',
} as const satisfies Readonly<Record<keyof Tables | 'jobs' | 'changes_told', 'provider' | 'everywhere'>>;

export const TABLE_NAMES = Object.keys(TABLE_PLACES) as readonly (keyof typeof TABLE_PLACES)[];
