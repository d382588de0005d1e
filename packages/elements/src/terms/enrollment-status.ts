/** What `<enrollment-status>` says. Statuses, days and names arrive already in words of the locale. */
export interface EnrollmentStatusTerms {
  readonly edit: string;
}
