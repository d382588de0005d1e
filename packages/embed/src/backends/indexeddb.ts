/** Teaches `<enrollkit-backend>` the type `indexeddb`, which needs no server. */
import { openIndexedDbBackend } from '@enrollkit/adapters/indexeddb';
import { defineBackendType } from '@enrollkit/elements';

defineBackendType('indexeddb', ({ database, timeZone }) =>
  openIndexedDbBackend({ ...(database !== undefined && { database }), ...(timeZone !== undefined && { timeZone }) }),
);
