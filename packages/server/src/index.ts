export { startServer, type RunningServer, type StartOptions } from './start-server.js';
export { createApiKey, listApiKeys, revokeApiKey, type ApiKey, type NewApiKey } from './access/api-keys.js';
export type { FetchHandler } from './listen.js';
export { readSettings } from './read-settings.js';
export { VARIABLES, type Variable } from './settings-table.js';
export type { Database, RequestFacts, ServerParts, SqlStores } from './server-parts.js';
export type { OidcSettings, S3Settings, Settings } from './settings.js';
export type { ServerFileStore, StreamableBinary } from './files/server-file-store.js';
export type { ReceiveOptions, Spool, SpooledFile } from './files/spool.js';
