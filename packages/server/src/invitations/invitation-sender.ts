/** One mail to a trainer who is to confirm a profile. */
export interface Invitation {
  readonly email: string;
  /** First and last name, as far as the feed gave them. */
  readonly name?: string;
  /** The same for the same invitation: a mail that is sent again after a crash is the same mail. */
  readonly messageId: string;
  /** Where the trainer confirms. */
  readonly confirmUrl: string;
}

/** Brings invitations to trainers. By mail, unless a host brings its own. */
export interface InvitationSender {
  /** Resolves once somebody else took responsibility for it. Rejects with a `MailFault`. */
  send(invitation: Invitation, options?: { readonly signal?: AbortSignal }): Promise<void>;
}
