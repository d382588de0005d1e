import type { StoredTrainer, Trainer, TrainerProfile } from '../../trainer/trainer.js';
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
}

export interface ConfirmTrainerOptions extends VersionedWriteOptions {
  /** The whole of it: what is left out is gone. */
  readonly profile?: TrainerProfile;
}

export interface TrainerQuery extends Paging {
  readonly emails?: readonly string[];
  readonly state?: StoredTrainer['state'];
  /** Whether the invitation has been mailed. */
  readonly isInvitationSent?: boolean;
}
