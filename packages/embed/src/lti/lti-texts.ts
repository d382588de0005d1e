/** The sentences that the server hands to the page, in its language: `packages/server/src/lti/page/lti-texts.ts`. */
export interface PageTexts {
  readonly refusals: Readonly<Record<string, string>>;
  readonly problems: Readonly<Record<string, string>>;
  readonly elements: Readonly<Record<string, string>>;
  readonly loading: string;
  readonly failed: string;
  readonly again: string;
  readonly noBooking: string;
  readonly noRole: string;
  readonly noProduct: string;
  readonly participants: string;
  readonly update: string;
  readonly updating: string;
  readonly updated: string;
  readonly neverUpdated: string;
  /** `{from}`, `{to}` and `{total}`: which of the participants are on this page. */
  readonly shown: string;
  readonly nobody: string;
  readonly gone: string;
  readonly unnamed: string;
  readonly previous: string;
  readonly next: string;
  readonly chooseTitle: string;
  readonly chooseElement: string;
  readonly chooseProduct: string;
  readonly choose: string;
  readonly findProduct: string;
  readonly find: string;
  /** `{shown}` and `{total}`: how many of those that were found stand in the list. */
  readonly found: string;
  readonly noneFound: string;
  readonly noProducts: string;
}

/** What a refusal says; without what it names where that isn't known, as of what went wrong while nobody was there. */
export function sentenceOf(refusals: PageTexts['refusals'], code: string, detail?: string): string | undefined {
  const sentence = refusals[code];
  if (detail !== undefined) return sentence?.replace('{detail}', () => detail);
  // French has a space before a colon that is no plain one.
  return sentence?.replace(/\s?(?:\(\{detail\}\)|:\s\{detail\}|\{detail\})/, '');
}
