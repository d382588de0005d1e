/** Somebody to whom a file may belong: what an enrollment says of its participant. */
export interface MatchPerson {
  /** The booking number. */
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly externalId?: string;
}

/** What a file says of itself. */
export interface MatchSource {
  /** As it is called on the disk or in a zip, with its folders when they are known. */
  readonly name: string;
  /** What is written in it, page by page, with line breaks. Absent until somebody has read it. */
  readonly pages?: readonly string[];
}

/** What points at somebody, strongest first. */
export const MATCH_CLUES = ['booking-number', 'external-id', 'email', 'full-name', 'initials', 'surname'] as const;
export type MatchClue = (typeof MATCH_CLUES)[number];

/** Why somebody: what was found, and where. */
export interface MatchReason {
  readonly clue: MatchClue;
  readonly place: 'file-name' | 'text';
  /** In a text: the page, from 1. */
  readonly page?: number;
  /** As it is written there. */
  readonly found: string;
}

/** Why a person has to look. */
export type MatchDoubt =
  /** More than one person fits. */
  | 'several-people'
  /** One clue says this one, another that one. */
  | 'contradiction'
  /** There is a surname and no first name. */
  | 'surname-only'
  /** A word beside the name may make it another one: Anna *Maria* Smit. */
  | 'words-beside-name'
  /** It is named as whoever signed the certificate: a trainer, a director. */
  | 'signed-by';

export interface MatchSuggestion {
  readonly id: string;
  readonly reasons: readonly MatchReason[];
}

/** Whose file it is, as far as it can be known. Only `matched` is certain enough to go on with. */
export type FileMatch =
  | ({ readonly kind: 'matched' } & MatchSuggestion)
  | { readonly kind: 'to-check'; readonly doubt: MatchDoubt; readonly suggestions: readonly MatchSuggestion[] }
  | { readonly kind: 'not-matched' };
