/** Reads the text of PDFs for `<certificate-bundle>`, in a worker. */
import '@enrollkit/elements/pdf-worker.js';
