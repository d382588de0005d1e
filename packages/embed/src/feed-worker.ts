/** The work of `<feed-check>`, for a worker, or for a page that may have none. */
export { createPageEngine } from '@enrollkit/feed/feed-worker.js';
