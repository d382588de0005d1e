/** A sentence that is still to be said: which one, and the values in it. The words live with the terms of a locale. */
export interface Term {
  /** Whole, greppable literal, for example `why-start-date-passed`. */
  readonly term: string;
  /** Days are `yyyy-mm-dd`, moments ISO instants, statuses their value in code: the locale formats them. */
  readonly params: Readonly<Record<string, string | number>>;
}
