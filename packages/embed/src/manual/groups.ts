/**
 * The elements for whole groups, `<enrollment-roster>` and `<certificate-bundle>`, for a script tag beside one of the other
 * files: only the provider's own pages have them. In the classic build the exports are the members of the global
 * `EnrollkitGroups`. Registers nothing until `defineElements()` is called.
 */
import {
  CertificateBundle,
  EnrollmentRoster,
  connectPdfReader,
  elementDefiner,
  setDefaultPdfReader,
} from '@enrollkit/elements';
import { createTrustedWorker } from '@enrollkit/feed/worker';
import { besideThisFile } from '../beside-this-file.js';

/** `<certificate-bundle>` reads the text of PDFs in a worker whose script lies beside this file, and only when it has to. */
const pdfWorker = besideThisFile('enrollkit-pdf-worker.js');
setDefaultPdfReader(connectPdfReader({ createWorker: () => createTrustedWorker(pdfWorker) }));

/** Registers the elements; under other names with `{ prefix }`, so that two versions can share a page. */
export const defineElements: ReturnType<typeof elementDefiner> = elementDefiner({
  'certificate-bundle': CertificateBundle,
  'enrollment-roster': EnrollmentRoster,
});

export { registerTerms, version } from '@enrollkit/elements';
