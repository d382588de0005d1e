import type { StoredTrainer, Trainer, TrainerProfile } from '../../trainer/trainer.js';
import type { LinkSide } from '../../trainer/trainer-link.js';
import type { Page, Paging, ReadOptions, VersionedWriteOptions, WriteOptions } from '../../call-options.js';

/** The trainers of a provider. They are found by their e-mail address, in any case. */
export interface TrainerPort {
  listTrainers(query?: TrainerQuery, options?: ReadOptions): Promise<Page<StoredTrainer>>;
  getTrainer(email: string, options?: ReadOptions): Promise<StoredTrainer>;
  /** One that nobody knows becomes `invited`. Of a known one the whole profile is replaced; its state stays. */
  putTrainer(trainer: Trainer, options?: VersionedWriteOptions): Promise<StoredTrainer>;
  /** The invitation has been mailed. Told again it changes nothing. */
  recordInvitation(email: string, options?: WriteOptions): Promise<StoredTrainer>;
  /**
   * The trainer has said yes, to the profile as it is or with another one: that is the trainer's own then, and a feed
   * replaces it no more. Confirming again changes nothing but that.
   */
  confirmTrainer(email: string, options?: ConfirmTrainerOptions): Promise<StoredTrainer>;
  /**
   * The trainer asks to be shown with a course. With one that names them it takes back that they declined; asked again, or
   * after the provider declined, it changes nothing.
   */
  askLink(email: string, productId: string, options?: WriteOptions): Promise<StoredTrainer>;
  /** The provider says yes to what a trainer asked, also after declining it. */
  acceptLink(email: string, productId: string, options?: WriteOptions): Promise<StoredTrainer>;
  /** The provider declines what a trainer asked; or the trainer doesn't want to be shown with the course (any more). */
  declineLink(email: string, productId: string, options: DeclineLinkOptions): Promise<StoredTrainer>;
}

export interface DeclineLinkOptions extends WriteOptions {
  /** Who declines. */
  readonly by: LinkSide;
}

export interface ConfirmTrainerOptions extends VersionedWriteOptions {
  /** The whole of it: what is left out is gone. */
  readonly profile?: TrainerProfile;
}

export interface TrainerQuery extends Paging {
  /** Only those whose address comes after this one: pages stay right while others come and go. Then what is left isn't counted. */
  readonly afterEmail?: string;
  readonly emails?: readonly string[];
  readonly state?: StoredTrainer['state'];
  /** Those who asked for something that the provider has to decide on. */
  readonly hasAsked?: true;
  /** Whether the invitation has been mailed. */
  readonly isInvitationSent?: boolean;
}
