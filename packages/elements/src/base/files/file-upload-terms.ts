import { localTerms } from '../../terms/local-terms.js';
import { nl } from '../../terms/nl/file-upload.js';
import { otherLanguages } from './file-form-terms.js';

/** What is said about files, by locale. */
export const fileUploadTerms = localTerms('file-upload', nl, otherLanguages);
