import type { NewIds } from './new-ids.js';

/** What a feed of products has told so far. */
export interface SeenInFeed {
  readonly ids: Set<string>;
  /** Of those: what is left as it is, because of an error. */
  readonly left: Set<string>;
  /** Addresses of the trainers of all products that can be imported, in lower case. */
  readonly trainers: Set<string>;
  /** Products that are new, of which some may only have another id. */
  readonly newIds: NewIds;
  /** The line of the first product that could not be read: others may be hidden behind what is wrong in it. */
  unknownAt?: number;
}
