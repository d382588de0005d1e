/** One mail to one person. */
export interface Mail {
  readonly to: { readonly name?: string; readonly address: string };
  /** The same for the same mail: one that is sent again after a crash is the same mail. */
  readonly messageId: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** Sends mails. By SMTP, unless a host brings its own. */
export interface Mailer {
  /** Resolves once somebody else took responsibility for it. Rejects with a {@link MailFault}. */
  send(mail: Mail, options?: { readonly signal?: AbortSignal }): Promise<void>;
}

/** Why a mail was not taken. No address is in it. */
export class MailFault extends Error {
  override readonly name: string = 'MailFault';
  /**
   * `refused`: nobody can be reached at this address; `later`: not now, but perhaps in a while; `unreachable`: nothing can be
   * sent to anybody.
   */
  readonly kind: 'refused' | 'later' | 'unreachable';

  constructor(kind: MailFault['kind'], message: string) {
    super(message);
    this.kind = kind;
  }
}
