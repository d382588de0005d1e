import type { IssueCode, ListIssueCode } from './issue-codes.js';

/**
 * Something about user data that a person should know. Data only: the sentence lives with the terms of a locale,
 * looked up by `code`.
 */
export interface Issue {
  /** Whole, greppable literal, for example `vat-looks-like-percentage`. */
  readonly code: string;
  /** An `error` stops the action; a `warning` doesn't. */
  readonly severity: 'error' | 'warning';
  /** Where, in the shape of the data: `additionalCosts[1].vatMinor`. Empty for the whole. */
  readonly path: string;
  /** Line in the text that was read, counted from 1. */
  readonly line?: number;
  /** Values the sentence needs. */
  readonly params: Readonly<Record<string, string | number>>;
}

/** What stops an action, by one of the kit's own codes. */
export function errorIssue<Code extends IssueCode | ListIssueCode>(
  code: Code,
  path: string,
  params: Issue['params'] = {},
): Issue & { readonly code: Code } {
  return { code, severity: 'error', path, params };
}
