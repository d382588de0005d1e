/** The rules that change a status without a person. */
export type RuleId =
  | 'enrollment-accepted'
  | 'start-date-passed'
  | 'invoice-uploaded'
  | 'end-date-passed'
  | 'certificate-uploaded'
  | 'enrollment-cancelled'
  /** Too few people enrolled for the starting date. Source: domain.md section 4, MinNumberOfSeats. */
  | 'minimum-not-reached';
