export { openRestBackend } from './open-rest-backend.js';
export { shareRestBackend, type SharedRestBackend, type SharedRestOptions } from './share-rest-backend.js';
export { setTokenSource } from './token/token-registry.js';
export type { OfflineQueueOptions, RestBackend, RestBackendOptions } from './rest-backend.js';
export type { WriteQueue } from './queue/offline-queue.js';
export type { QueuedWrite, QueueProblem } from './queue/queued-write.js';
export type { GetToken } from './token/token-registry.js';
