import type { LtiRefusalCode } from '../../lti-refusal.js';
import type { MemberProblem } from '../../services/member-table.js';
import type { LtiElement } from '../lti-elements.js';

/** Every sentence of the pages that platforms open. */
export interface LtiTexts {
  readonly title: string;
  readonly refusedTitle: string;
  /** What happened, and what to do. `{detail}` is what the refusal names. */
  readonly refusals: Readonly<Record<LtiRefusalCode, string>>;
  readonly problems: Readonly<Record<MemberProblem, string>>;
  /** What a link of a course is called. */
  readonly about: (element: string, course: string) => string;
  readonly elements: Readonly<Record<LtiElement, string>>;
  readonly needsScript: string;
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
  readonly registerTitle: string;
  readonly registerAsk: string;
  readonly register: string;
  readonly registered: string;
}
