/** By itself, so that whoever wants a worker doesn't get the check of feeds with it. */
export { createTrustedWorker } from '@enrollkit/feed/worker';
