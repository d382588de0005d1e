import { localTerms } from '../terms/local-terms.js';
import { nl } from '../terms/nl/certificate-upload.js';
import { otherLanguages } from './certificate-form-terms.js';

/** What is said about certificates, by locale. */
export const certificateUploadTerms = localTerms('certificate-upload', nl, otherLanguages);
