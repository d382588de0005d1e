export { openRestBackend } from './open-rest-backend.js';
export type { OfflineQueueOptions, RestBackend, RestBackendOptions } from './rest-backend.js';
export type { WriteQueue } from './queue/offline-queue.js';
export type { QueuedWrite, QueueProblem } from './queue/queued-write.js';
export type { GetToken } from './token/token-source.js';
