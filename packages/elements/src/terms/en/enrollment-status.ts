import type { EnrollmentStatusTerms } from '../enrollment-status.js';

export const en: EnrollmentStatusTerms = { edit: '' };
