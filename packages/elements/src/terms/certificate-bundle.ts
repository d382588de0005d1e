import type { MatchClue, MatchDoubt } from '@enrollkit/core';
import type { BundleOutcome } from '../certificate-bundle/certificate-bundle-events.js';
import type { ItemDoubt, Tab } from '../certificate-bundle/bundle-item.js';
import type { IntakeCode } from '../certificate-bundle/intake/found-file.js';

/** Where a clue was found, and what it says. */
interface FoundFacts {
  readonly found: string;
  /** In the text of a PDF. Absent: in the name of the file. */
  readonly page?: string;
}

/** What `<certificate-bundle>` says. Counts and days arrive in words of the locale. */
export interface CertificateBundleTerms {
  readonly heading: string;
  readonly drop: string;
  readonly orChoose: string;
  readonly chooseFolder: string;
  readonly limits: (facts: { readonly accepted: string; readonly maxSize: string; readonly most: string }) => string;
  /** That reading happens here. */
  readonly privacy: string;
  readonly noPeople: string;
  readonly looking: (looked: string) => string;
  readonly count: (count: number) => string;

  readonly tabsLabel: string;
  readonly tabs: Readonly<Record<Tab, string>>;
  readonly empty: Readonly<Record<Tab, string>>;
  /** Past a long list, to what comes behind it. */
  readonly skipList: string;
  readonly filesOf: (tab: string) => string;

  readonly clues: Readonly<Record<MatchClue, string>>;
  readonly foundIn: (clue: string, facts: FoundFacts) => string;
  readonly chosenByYou: string;
  readonly doubts: Readonly<Record<MatchDoubt | ItemDoubt, string>>;
  readonly belongsTo: string;
  readonly whose: (file: string) => string;
  readonly choosePerson: string;
  readonly search: string;
  readonly noneFound: string;
  readonly suggestions: (count: number) => string;
  readonly change: string;
  readonly close: string;
  readonly leaveOut: string;
  readonly takeBack: string;
  readonly confirm: string;
  readonly leftOutByYou: string;
  readonly ownFields: string;
  readonly asAll: string;
  readonly forFile: (action: string, name: string) => string;

  readonly fieldsHeading: string;
  readonly reviewed: string;
  readonly reviewedMissing: string;
  /** Of the list, and of one file in it, when they aren't as they were looked over any more. */
  readonly reviewedAgain: string;
  readonly changedSince: string;
  readonly send: (count: number) => string;
  readonly nothingToSend: string;
  readonly stillToDo: (count: number) => string;
  readonly pause: string;
  readonly goOn: (count: number) => string;
  readonly progress: (done: string, total: string) => string;
  readonly pausedBefore: (sent: number, total: number) => string;
  readonly notKept: string;
  /** Another window sends these files. */
  readonly elsewhere: string;
  /** Why sending stopped, where there is more to tell than of any request. */
  readonly stops: Readonly<Record<'bad-answer' | 'storage-full', string>>;
  /** The server said when to come back: at that time, if not today on that day. */
  readonly waitUntil: (at: { readonly time: string; readonly day?: string }) => string;
  readonly forget: string;
  readonly forgetTitle: string;
  readonly forgetText: string;
  readonly keep: string;
  readonly states: Readonly<Record<BundleOutcome['state'] | 'waiting' | 'sending', string>>;
  readonly report: string;
  readonly reportName: string;
  readonly columns: readonly [file: string, name: string, email: string, number: string, why: string, state: string];
  readonly outcome: (counts: Readonly<Record<BundleOutcome['state'], number>>) => string;

  readonly announceLooked: (counts: Readonly<Record<Tab, number>>) => string;
  readonly announceChosen: (file: string, person: string) => string;
  readonly announceLeftOut: (file: string) => string;
  readonly announceTakenBack: (file: string) => string;
  readonly announceConfirmed: (file: string) => string;
  readonly announceSending: (count: number) => string;
  readonly announceProgress: (done: string, total: string) => string;
  readonly announcePaused: string;
  readonly announceForgotten: string;

  readonly intake: Readonly<Record<IntakeCode, string>>;
}
