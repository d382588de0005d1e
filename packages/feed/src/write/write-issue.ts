import type { Issue } from '@enrollkit/core';
import { findingSeverity, type FindingCode } from '../findings/feed-finding.js';

/** An issue about a product or trainer that is written. An `error` says why it can't be. */
export interface WriteIssue extends Issue {
  readonly code: FindingCode;
}

/** One issue, with the severity that it has for an importer. */
export function writeIssue(code: FindingCode, path: string, params: Issue['params']): WriteIssue {
  return { code, severity: findingSeverity(code, 'tolerant'), path, params };
}
