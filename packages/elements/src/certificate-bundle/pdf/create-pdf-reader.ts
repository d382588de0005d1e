import { connectPdfReader, type PdfReaderOptions } from './connect-pdf-reader.js';
import type { PdfReader } from './pdf-reader.js';
import { createTrustedWorker } from './trusted-worker.js';

export { connectPdfReader, type PdfReaderOptions } from './connect-pdf-reader.js';
export { setDefaultPdfReader, type PdfReader } from './pdf-reader.js';

export interface OwnPdfReaderOptions extends Partial<PdfReaderOptions> {
  /** Where the worker's script is, for a page without a bundler or with one that doesn't find it by itself. */
  readonly workerUrl?: string | URL;
}

/**
 * A reader whose worker a bundler finds: Vite, webpack 5 and Parcel 2 put the script in its place. A page with rules of its own
 * for workers makes it itself, with `createWorker`.
 *
 * A page with `require-trusted-types-for 'script'` allows the policy: `trusted-types enrollkit-pdf`.
 *
 * @example
 * setDefaultPdfReader(createPdfReader());
 */
export function createPdfReader({ workerUrl, ...options }: OwnPdfReaderOptions = {}): PdfReader {
  return connectPdfReader({
    createWorker: () => (workerUrl === undefined ? ownWorker() : createTrustedWorker(workerUrl)),
    ...options,
  });
}

function ownWorker(): Worker {
  // The name of the browser's own, because bundlers look for exactly these words to put the script in its place.
  const Worker = function (address: URL) {
    return createTrustedWorker(address);
  } as unknown as new (address: URL, options: WorkerOptions) => globalThis.Worker;
  return new Worker(new URL('./pdf-worker.js', import.meta.url), { type: 'module' });
}
