import type { Trainer } from '@enrollkit/core';
import { withoutUndefined, type Drafted } from './without-undefined.js';

/** What has been read of a trainer so far. */
export type TrainerDraft = Drafted<Trainer>;

/** The trainer as the feed has it. Without an address there is none: it is the key, and where the invitation goes. */
export function buildTrainer(draft: TrainerDraft): Trainer | undefined {
  if (draft.email === undefined) return undefined;
  return withoutUndefined<Trainer>({
    email: draft.email,
    firstName: draft.firstName,
    lastName: draft.lastName,
    bio: draft.bio,
    photoUrl: draft.photoUrl,
    telephone: draft.telephone,
    webAddress: draft.webAddress,
    linkedIn: draft.linkedIn,
  });
}
