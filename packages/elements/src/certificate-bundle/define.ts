import { defineElement } from '../base/define-element.js';
import { CertificateBundle } from './certificate-bundle.js';

defineElement('certificate-bundle', CertificateBundle);

export * from './certificate-bundle.js';
export { connectPdfReader, type PdfReaderOptions } from './pdf/connect-pdf-reader.js';
export { setDefaultPdfReader, type PdfReader } from './pdf/pdf-reader.js';
