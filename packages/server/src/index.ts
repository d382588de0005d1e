export { startServer, type RunningServer, type StartOptions } from './start-server.js';
export { createApiKey, listApiKeys, revokeApiKey, type ApiKey, type NewApiKey } from './access/api-keys.js';
export type { FetchHandler } from './http/listen.js';
export { readSettings } from './settings/read-settings.js';
export { VARIABLES, type Variable } from './settings/settings-table.js';
export type { Database, RequestFacts, ServerParts, SqlStores } from './parts/server-parts.js';
export type { OidcSettings, S3Settings, Settings } from './settings/settings.js';
export type { ServerFileStore, StreamableBinary } from './files/server-file-store.js';
export type { ReceiveOptions, Spool, SpooledFile } from './files/spool.js';
