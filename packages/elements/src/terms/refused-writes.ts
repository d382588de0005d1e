/** What is said of writes that waited for a connection and were refused then. Values arrive formatted. */
export interface RefusedWritesTerms {
  readonly heading: (count: { readonly text: string; readonly count: number }) => string;
  readonly explanation: string;
  readonly status: (name: string, status: string) => string;
  readonly cancellation: (name: string) => string;
  readonly certificate: (name: string, file: string) => string;
  /** In place of a name, when nobody can be found any more. */
  readonly someone: string;
  readonly keptOn: (day: string) => string;
  readonly theirs: (status: string) => string;
  readonly gone: string;
  readonly notAllowed: string;
  readonly fileRefused: string;
  /** After what is wrong with a file: where another one can be chosen. */
  readonly fileAgain: string;
  readonly tooOld: string;
  readonly anyway: (status: string) => string;
  readonly letGo: string;
  readonly letFileGo: string;
  /** On a button, whose it is: there are many of the same. */
  readonly about: (button: string, what: string) => string;
  /** How many aren’t shown yet. */
  readonly more: (text: string) => string;
  readonly allSeen: string;
}
