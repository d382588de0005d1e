import '@enrollkit/elements/certificate-list.js';
import { createPdfReader, setDefaultPdfReader } from '@enrollkit/elements/pdf-reader.js';
import { byId } from '../dom.js';
import { startPage } from '../portal.js';

setDefaultPdfReader(createPdfReader());

await startPage({
  wire(_backend, role) {
    byId('certificates').toggleAttribute('removable', role === 'provider');
  },
  show: () => undefined,
});
