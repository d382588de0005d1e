import { EnrollkitError } from '@enrollkit/core';
import { feedIssue, type FeedIssue, type FeedPosition } from './feed-issue.js';
import type { FeedFindingCode } from './feed-findings.js';

type Params = FeedIssue['params'];

/** The error that ends reading: the feed as a whole can't be read. */
export function feedError(
  code: FeedFindingCode,
  at: FeedPosition,
  params: Params = {},
  cause?: unknown,
): EnrollkitError {
  const issue = feedIssue(code, at, params);
  const message = `The feed can't be read: ${code} at line ${at.line}, column ${at.column}`;
  return new EnrollkitError('invalid', message, { issues: [issue], ...(cause === undefined ? {} : { cause }) });
}

/**
 * Why the product being read can't be read further. Thrown through the parser to leave it at once, and caught by the
 * reader, which looks for the next product: it never reaches a caller.
 */
export class FeedFault extends Error {
  readonly issue: FeedIssue;
  /** Where to look for the next product: after the start of the markup that failed, or at it. */
  readonly resume: FaultResume;

  constructor(issue: FeedIssue, resume: FaultResume = 'after') {
    super(issue.code);
    this.issue = issue;
    this.resume = resume;
  }
}

export type FaultResume = 'after' | 'at' | 'in-comment';
