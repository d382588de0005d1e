import type { Instant } from '../calendar/time.js';
import type { TrainerLink } from './trainer-link.js';

/** Who gives a course, as a trainer feed says it. Source: domain.md section 5. */
export interface Trainer {
  /** The key. Two spellings of one address are one trainer. */
  readonly email: string;
  readonly firstName?: string;
  readonly lastName?: string;
  /** HTML as it came from the feed. Never shown unsanitized. */
  readonly bio?: string;
  readonly photoUrl?: string;
  readonly telephone?: string;
  readonly webAddress?: string;
  readonly linkedIn?: string;
}

/** What a trainer says of themselves. */
export type TrainerProfile = Omit<Trainer, 'email'>;

/** A trainer as everybody may know them: who confirmed, and never an address. Source: domain.md section 5. */
export interface PublicTrainer {
  readonly name: string;
  /** HTML as it was written. Never shown unsanitized. */
  readonly bio?: string;
  readonly photoUrl?: string;
  readonly webAddress?: string;
  readonly linkedIn?: string;
}

/** A trainer as a backend keeps it. The address is in lower case. */
export interface StoredTrainer extends Trainer {
  /** The provider (tenant) that invited the trainer. Absent when a host has one provider only. */
  readonly providerId?: string;
  /** `confirmed`: the trainer has said yes to the invitation. */
  readonly state: 'invited' | 'confirmed';
  readonly invitedAt: Instant;
  /** When the mail went out. Absent: it still has to. */
  readonly invitationSentAt?: Instant;
  readonly confirmedAt?: Instant;
  /** The profile is in the trainer's own words: a feed replaces it no more. */
  readonly ownProfile?: true;
  /** What was asked and decided of courses besides the feed naming them, of each course the last of it. Absent: nothing. */
  readonly links?: readonly TrainerLink[];
  readonly version: number;
}
