import type { Generated } from 'kysely';

/** An address that a provider has told of changes. */
export interface WebhookEndpointsTable {
  readonly provider_id: string;
  readonly id: string;
  readonly url: string;
  readonly description: string;
  /** Who is mailed when the server stops telling it anything. */
  readonly email: string | null;
  /** Null: all. */
  readonly types: readonly string[] | null;
  readonly enabled: boolean;
  /** When the server switched it off, and why. Null: the provider did, or it is on. */
  readonly disabled_at: string | null;
  readonly disabled_reason: string | null;
  /** When somebody is to be mailed that it was switched off. */
  readonly mail_at: string | null;
  readonly secret: string;
  /** Still signs, beside the new one, until that moment. */
  readonly old_secret: string | null;
  readonly old_secret_until: string | null;
  readonly created_at: string;
  readonly version: number;
  /** In a row. */
  readonly failures: Generated<number>;
  readonly succeeded_at: string | null;
  /** After a failure nothing is sent until then. */
  readonly rests_until: string | null;
  /** When its last turn ended: who waited longest comes first. */
  readonly served_at: string | null;
  /** Of the turn that is under way: one server at a time, and until a moment, because servers die. */
  readonly lease: string | null;
  readonly leased_until: string | null;
}

/** What happened. Ids only: the record is read when it is sent. */
export interface WebhookEventsTable {
  readonly provider_id: string;
  readonly id: string;
  readonly type: string;
  readonly record_id: string;
  readonly enrollment_id: string | null;
  readonly at: string;
}

export type DeliveryState = 'waiting' | 'delivered' | 'failed';

/** One event for one endpoint. */
export interface WebhookDeliveriesTable {
  readonly provider_id: string;
  readonly endpoint_id: string;
  readonly event_id: string;
  readonly state: DeliveryState;
  readonly attempts: Generated<number>;
  readonly next_at: string | null;
  readonly attempted_at: string | null;
  /** What the last attempt was answered with, or why it wasn't. */
  readonly status: number | null;
  readonly fault: string | null;
  readonly created_at: string;
}
