/** Everything the program says itself, in one language. What is found in a feed is said by the feed's own terms. */
export interface Texts {
  // What could not be read or understood.
  readonly noSuchFile: (values: { readonly file: string }) => string;
  readonly mayNotRead: (values: { readonly file: string }) => string;
  readonly isFolder: (values: { readonly file: string }) => string;
  readonly cannotReadFile: (values: { readonly file: string; readonly reason: string }) => string;
  readonly cannotWriteFile: (values: { readonly file: string; readonly reason: string }) => string;
  readonly noOrganisations: (values: { readonly file: string }) => string;
  readonly urlInvalid: (values: { readonly url: string }) => string;
  readonly urlUnreachable: (values: { readonly url: string; readonly reason: string }) => string;
  readonly urlRefused: (values: { readonly url: string; readonly status: number }) => string;
  readonly urlRedirects: (values: { readonly url: string; readonly most: number }) => string;
  readonly urlTooSlow: (values: { readonly url: string }) => string;
  readonly urlTooLarge: (values: { readonly url: string; readonly gigabytes: number }) => string;
  readonly unreadableAt: (values: {
    readonly file: string;
    readonly line: number;
    readonly column: number;
    readonly why: string;
  }) => string;
  readonly trainerFeed: string;
  readonly stopped: string;
  /** `code`: the system's own word for why. */
  readonly outputFailed: (values: { readonly code: string }) => string;
  readonly failed: (values: { readonly reason: string }) => string;

  // Counting.
  readonly products: (count: number) => string;
  readonly trainers: (count: number) => string;
  readonly errors: (count: number) => string;
  readonly warnings: (count: number) => string;
  readonly number: (value: number) => string;

  // A report.
  readonly headingErrors: string;
  readonly headingWarnings: string;
  readonly moreOfThis: (count: number) => string;
  readonly summary: (values: { readonly items: string; readonly errors: string; readonly warnings: string }) => string;
  readonly allGood: (values: { readonly items: string }) => string;
  readonly difference: (values: {
    readonly create: number;
    readonly update: number;
    readonly delete: number;
  }) => string;
  readonly unchanged: (count: number) => string;
  readonly otherFinding: (values: { readonly path: string }) => string;

  // A plan.
  readonly actions: Readonly<Record<'create' | 'update' | 'restore' | 'delete' | 'invite', (count: number) => string>>;
  readonly changed: (values: { readonly field: string; readonly from: string; readonly to: string }) => string;
  readonly nothing: string;
  readonly nothingToDo: string;
  /** Nothing changes, and that is because everything has an error. */
  readonly nothingImportable: (count: number) => string;
  readonly enrollments: (values: { readonly total: number; readonly open: number }) => string;
  readonly newId: (values: { readonly id: string; readonly name: string }) => string;
  /** Of a plan with products under a new ID. */
  readonly newIds: (count: number) => string;
  readonly unknownMissing: (count: number) => string;
  readonly heldHere: (values: { readonly percentage: number; readonly most: number }) => string;
  readonly productsNotBookable: (count: number) => string;
  readonly leftOut: (count: number) => string;
  readonly moreSteps: (count: number) => string;

  // An import.
  readonly uploading: string;
  readonly planning: string;
  readonly applying: string;
  /** `enrollments`: how many hang on what is deleted, in words. */
  readonly held: (values: {
    readonly percentage: number;
    readonly most: number;
    readonly enrollments?: string;
    readonly command: string;
  }) => string;
  readonly importFailed: (values: { readonly why: string }) => string;
  readonly importCancelled: string;
  readonly importDone: (values: { readonly applied: number }) => string;
  readonly waiting: (values: { readonly command: string }) => string;
  readonly goOn: (values: { readonly command: string }) => string;
  readonly uploadStopped: string;
  /** A server asks to wait before the same feed is sent again. */
  readonly sendsAgain: (values: { readonly seconds: number }) => string;
  readonly applyQuestion: string;
  readonly isYes: (answer: string) => boolean;
  readonly needsAnswer: string;
  readonly noToken: string;
  readonly unencrypted: (values: { readonly url: string }) => string;
  readonly emptyToken: (values: { readonly file: string }) => string;
  readonly serverUnreachable: (values: { readonly url: string; readonly reason: string }) => string;
  readonly serverRefused: (values: { readonly status: number; readonly why: string }) => string;
  readonly serverUnknown: (values: { readonly url: string }) => string;
  readonly alreadyRunning: (values: { readonly id: string }) => string;
  readonly notAuthorized: string;

  // Writing.
  readonly written: (values: { readonly items: string; readonly file: string }) => string;
  readonly notWritten: (values: {
    readonly products: number;
    readonly values: number;
    readonly file: string;
  }) => string;
  readonly lostFromFile: (values: { readonly count: number }) => string;
  readonly leftOutOfFile: (values: { readonly count: number }) => string;
  readonly converted: (values: { readonly count: number; readonly format: string }) => string;
  readonly convertedTogether: (values: { readonly count: number; readonly format: string }) => string;
  readonly conversionRefused: (values: { readonly count: number; readonly format: string }) => string;
  /** A sentence, the product that it is about, and how many more there are. */
  readonly conversionItem: (values: { readonly why: string; readonly id: string; readonly more: number }) => string;
  readonly leftOutItem: (values: { readonly id: string; readonly line: number; readonly why: string }) => string;
}
