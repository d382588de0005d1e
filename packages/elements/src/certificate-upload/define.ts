import { defineElement } from '../base/define-element.js';
import { CertificateUpload } from './certificate-upload.js';

defineElement('certificate-upload', CertificateUpload);

export * from './certificate-upload.js';
