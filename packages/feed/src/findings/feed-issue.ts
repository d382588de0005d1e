import type { Issue } from '@enrollkit/core';
import { FEED_FINDINGS, type FeedFindingCode } from './feed-findings.js';

/** A place in the text of a feed. Lines and columns count from 1; a column counts characters, not bytes. */
export interface FeedPosition {
  readonly line: number;
  readonly column: number;
}

/** Something about a feed that a person should know, with its exact place. Data only, like every {@link Issue}. */
export interface FeedIssue extends Issue, FeedPosition {
  readonly code: FeedFindingCode;
  readonly line: number;
  /** An error that costs only the starting date, or other item of a list, that it is in: a warning about the product. */
  readonly isConfined?: true;
}

/** One finding, with the severity of a tolerant importer. */
export function feedIssue(
  code: FeedFindingCode,
  at: FeedPosition,
  params: FeedIssue['params'] = {},
  path = '',
): FeedIssue {
  return { code, severity: FEED_FINDINGS[code].severity, path, line: at.line, column: at.column, params };
}
