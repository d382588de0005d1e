/** Who asks. Tokens and sessions become one of these before anything else happens. */
export interface Actor {
  /** Kept in history as `by`. */
  readonly id: string;
  readonly role: 'provider' | 'participant' | 'employer-hr' | 'platform-staff';
  /** For role provider: whose records. */
  readonly providerId?: string;
  /** For role employer-hr: whose employees. */
  readonly employerId?: string;
  /** For role participant: the address on the enrollment. */
  readonly email?: string;
  /** When present, nothing but these enrollments (a widget's token). */
  readonly enrollmentIds?: readonly string[];
}
