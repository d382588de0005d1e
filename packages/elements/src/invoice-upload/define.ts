import { defineElement } from '../base/define-element.js';
import { InvoiceUpload } from './invoice-upload.js';

defineElement('invoice-upload', InvoiceUpload);

export * from './invoice-upload.js';
