export { openIndexedDbBackend, type IndexedDbBackend, type IndexedDbBackendOptions } from './open-indexeddb-backend.js';
export { openIndexedDbStore, type IndexedDbStore, type IndexedDbStoreOptions } from './open-indexeddb-store.js';
export type { Migration } from './migrations.js';
