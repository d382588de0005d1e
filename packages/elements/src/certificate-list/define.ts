import { defineElement } from '../base/define-element.js';
import { CertificateList } from './certificate-list.js';

defineElement('certificate-list', CertificateList);

export * from './certificate-list.js';
export { connectPdfReader, type PdfReaderOptions } from '../certificate-bundle/pdf/connect-pdf-reader.js';
export { setDefaultPdfReader, type PdfReader } from '../certificate-bundle/pdf/pdf-reader.js';
