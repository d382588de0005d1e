/** Everything that somebody can be here. `visitor`: nobody in particular, on a page of one provider; reads what that publishes. */
export const ROLES = ['provider', 'participant', 'employer-hr', 'platform-staff', 'visitor'] as const;

/** Who asks. Tokens and sessions become one of these before anything else happens. */
export interface Actor {
  /** Kept in history as `by`. */
  readonly id: string;
  /** What people call them. Kept in history beside the id. */
  readonly name?: string;
  readonly role: (typeof ROLES)[number];
  /** Whose records; absent for a provider, or empty: of the one provider of a host. Absent for others: of every provider. */
  readonly providerId?: string;
  /** For role employer-hr: whose employees. */
  readonly employerId?: string;
  /** For role participant: the address on the enrollment. */
  readonly email?: string;
  /** For role participant of one provider: the key on the enrollment, for whoever has no address or another one. */
  readonly externalId?: string;
  /** When present, nothing but these enrollments (a widget's token). */
  readonly enrollmentIds?: readonly string[];
}
