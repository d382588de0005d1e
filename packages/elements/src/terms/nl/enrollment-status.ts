import type { EnrollmentStatusTerms } from '../enrollment-status.js';

export const nl: EnrollmentStatusTerms = { edit: '' };
