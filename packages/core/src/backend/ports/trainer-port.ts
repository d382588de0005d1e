import type { StoredTrainer, Trainer } from '../../trainer/trainer.js';
import type { Page, Paging, ReadOptions, VersionedWriteOptions, WriteOptions } from '../../call-options.js';

/** The trainers of a provider. They are found by their e-mail address, in any case. */
export interface TrainerPort {
  listTrainers(query?: TrainerQuery, options?: ReadOptions): Promise<Page<StoredTrainer>>;
  getTrainer(email: string, options?: ReadOptions): Promise<StoredTrainer>;
  /** One that nobody knows becomes `invited`. Of a known one the whole profile is replaced; its state stays. */
  putTrainer(trainer: Trainer, options?: VersionedWriteOptions): Promise<StoredTrainer>;
  /** The invitation has been mailed. Told again it changes nothing. */
  recordInvitation(email: string, options?: WriteOptions): Promise<StoredTrainer>;
  /** The trainer has said yes. Confirming again changes nothing. */
  confirmTrainer(email: string, options?: VersionedWriteOptions): Promise<StoredTrainer>;
}

export interface TrainerQuery extends Paging {
  readonly emails?: readonly string[];
  readonly state?: StoredTrainer['state'];
  /** Whether the invitation has been mailed. */
  readonly isInvitationSent?: boolean;
}
