/** What a feed of products has told so far. */
export interface SeenInFeed {
  readonly ids: Set<string>;
  /** Addresses of the trainers of all products that can be imported, in lower case. */
  readonly trainers: Set<string>;
  /** The line of the first product that could not be read: others may be hidden behind what is wrong in it. */
  unknownAt?: number;
}
