import { connectPdfReader, type PdfReaderOptions } from './connect-pdf-reader.js';
import type { PdfReader } from './pdf-reader.js';

export { connectPdfReader, type PdfReaderOptions } from './connect-pdf-reader.js';
export { setDefaultPdfReader, type PdfReader } from './pdf-reader.js';

/**
 * A reader whose worker a bundler finds: Vite, webpack 5 and Parcel 2 put the script in its place. Needs `pdfjs-dist` beside
 * the kit. A page with rules of its own for workers makes it itself, with `createWorker`.
 *
 * @example
 * setDefaultPdfReader(createPdfReader());
 */
export function createPdfReader(options: Partial<PdfReaderOptions> = {}): PdfReader {
  return connectPdfReader({
    createWorker: () => new Worker(new URL('./pdf-worker.js', import.meta.url), { type: 'module' }),
    ...options,
  });
}
