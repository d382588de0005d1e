import type { Trainer } from '@enrollkit/core';
import { withGiven, type Drafted } from './with-given.js';

/** What has been read of a trainer so far. */
export type TrainerDraft = Drafted<Trainer>;

/** The trainer as the feed has it. Without an address there is none: it is the key, and where the invitation goes. */
export function buildTrainer(draft: TrainerDraft): Trainer | undefined {
  if (draft.email === undefined) return undefined;
  const { email, firstName, lastName, bio, photoUrl, telephone, webAddress, linkedIn } = draft;
  return withGiven<Trainer>({ email }, { firstName, lastName, bio, photoUrl, telephone, webAddress, linkedIn });
}
