import { createBackend, type Actor, type FullBackend, type Clock } from '@enrollkit/core';
import { openIndexedDbStore } from './open-indexeddb-store.js';
import { sortableId } from './sortable-id.js';

export interface IndexedDbBackendOptions {
  /** The database's name. Default `enrollkit`. */
  readonly database?: string;
  /** Who uses this page. Default: the provider, in a host with one provider. */
  readonly actor?: Actor;
  /** IANA name of the zone in which the provider's days begin. Default `Europe/Amsterdam`. */
  readonly timeZone?: string;
  /** Default: the system's clock. */
  readonly clock?: Clock;
  /** Makes ids. Default: UUIDs that sort by time. */
  readonly ids?: () => string;
  /** Largest certificate. Default 100 MB: the browser's own quota is the real limit. */
  readonly maxFileBytes?: number;
  /** Whether platform staff verify certifications. `false`: there are none. Default `true`. */
  readonly verifyCertifications?: boolean;
  /** Asks the browser not to clear the database when it runs out of space. Firefox asks the user. */
  readonly persist?: boolean;
}

/** A whole backend without a server. */
export interface IndexedDbBackend extends FullBackend {
  /** Lets go of the database and of other tabs. Later calls reject with `storage-unavailable`. */
  readonly close: () => void;
}

const DEFAULT_ACTOR: Actor = { id: 'provider', role: 'provider' };
const DEFAULT_MAX_FILE_BYTES = 100 * 1024 * 1024;

/**
 * A backend that keeps everything in the browser's own database, files included, and agrees with other tabs. Returns at
 * once and opens on first use; a browser that gives no storage makes that call reject with `storage-unavailable`, a full
 * one with `storage-full`. Uploading needs https (or localhost), because browsers hash nothing elsewhere.
 *
 * @example
 * const backend = openIndexedDbBackend({ database: 'portal' });
 * const enrollment = await backend.getEnrollment('e1');
 */
export function openIndexedDbBackend(options: IndexedDbBackendOptions = {}): IndexedDbBackend {
  const { database = 'enrollkit', actor = DEFAULT_ACTOR, verifyCertifications = true } = options;
  const { maxFileBytes = DEFAULT_MAX_FILE_BYTES, persist } = options;
  const clock = options.clock ?? (() => new Date().toISOString());
  const ids = options.ids ?? (() => sortableId(clock()));
  const timeZone = options.timeZone === undefined ? {} : { timeZone: options.timeZone };
  const { store, files, close } = openIndexedDbStore({ name: database });
  // The browser may say no, or (over plain http) not know the question: the database works all the same.
  if (persist && 'storage' in navigator) void navigator.storage.persist().catch(() => false);
  return {
    ...createBackend({ store, files, clock, ids, actor, verifyCertifications, maxFileBytes, ...timeZone }),
    close,
  };
}
