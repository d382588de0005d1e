import { localTerms } from '../../terms/local-terms.js';
import { nl } from '../../terms/nl/status-more.js';
import { otherLanguages } from '../enrollment-status-terms.js';

/** All that is said about a status, by locale. */
export const statusMoreTerms = localTerms('enrollment-status', nl, otherLanguages);
