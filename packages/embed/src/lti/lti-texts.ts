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
  readonly nobody: string;
  readonly gone: string;
  readonly unnamed: string;
  readonly previous: string;
  readonly next: string;
  readonly chooseTitle: string;
  readonly chooseElement: string;
  readonly chooseProduct: string;
  readonly choose: string;
  readonly noProducts: string;
}
