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
    createWorker: ownWorker,
    ...options,
  });
}

function ownWorker(): Worker {
  // The name of the browser's own, because bundlers look for exactly these words to put the script in its place.
  const Worker = function (address: URL, options: WorkerOptions) {
    return new globalThis.Worker(trusted(address.href), options);
  } as unknown as new (address: URL, options: WorkerOptions) => globalThis.Worker;
  return new Worker(new URL('./pdf-worker.js', import.meta.url), { type: 'module' });
}

interface ScriptPolicy {
  createScriptURL(address: string): string;
}

interface TrustedTypes {
  createPolicy(name: string, rules: ScriptPolicy): ScriptPolicy;
}

let policy: ScriptPolicy | undefined;

/** The address in the form that a page with Trusted Types wants: a policy that trusts this one script and no other. */
function trusted(own: string): string {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  policy ??= trustedTypes?.createPolicy('enrollkit-pdf', {
    createScriptURL(address) {
      if (address !== own) throw new TypeError('Only the worker that reads PDFs is trusted.');
      return address;
    },
  });
  return policy?.createScriptURL(own) ?? own;
}
