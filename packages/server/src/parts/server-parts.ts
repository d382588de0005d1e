import type { Actor, ChangeChannel, Clock, Store } from '@enrollkit/core';
import type { Kysely } from 'kysely';
import type { Logger } from 'pino';
import type { Pool } from 'pg';
import type { Tables } from '../database/tables.js';
import type { ServerFileStore } from '../files/server-file-store.js';
import type { Spool } from '../files/spool.js';
import type { Settings } from '../settings/settings.js';

/** What every part of the server works with. Nothing in it holds state that another server process would need. */
export interface ServerParts {
  readonly settings: Settings;
  readonly database: Database;
  readonly stores: SqlStores;
  readonly files: ServerFileStore;
  readonly spool: Spool;
  readonly clock: Clock;
  readonly ids: () => string;
  readonly log: Logger;
}

export interface Database {
  readonly pool: Pool;
  readonly tables: Kysely<Tables>;
  close(): Promise<void>;
}

export interface SqlStores {
  /**
   * The store as one actor uses it: records of the actor's provider when it has one, so that two providers may have a
   * product with the same id. Every write leaves its audit entry in the same transaction.
   */
  for(actor: Actor, request?: RequestFacts): Store;
  /** Hears the changes of every server process on this database. */
  readonly changes: SharedChanges;
  close(): Promise<void>;
}

/** The changes of every server process. */
export interface SharedChanges extends ChangeChannel {
  /** Calls `listener` each time that changes may have been missed, as soon as they are heard again. */
  onGap(listener: () => void): () => void;
}

/** What the audit trail keeps of a request. */
export interface RequestFacts {
  readonly requestId: string;
}
