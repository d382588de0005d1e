import type { FaultResume } from '../findings/feed-fault.js';
import type { FeedFindingCode } from '../findings/feed-findings.js';
import type { MarkupProblem } from '../findings/markup-problem.js';

/** Something wrong at an offset of the text being read. Never reaches a caller: the reader knows its line and column. */
export class MarkupFault extends Error {
  readonly at: number;
  readonly code: FeedFindingCode;
  readonly params: Readonly<Record<string, string | number>>;
  readonly resume: FaultResume;

  constructor(
    at: number,
    code: FeedFindingCode,
    params: Readonly<Record<string, string | number>> = {},
    resume: FaultResume = 'after',
  ) {
    super(code);
    this.at = at;
    this.code = code;
    this.params = params;
    this.resume = resume;
  }
}

export function malformed(at: number, problem: MarkupProblem, resume?: FaultResume): MarkupFault {
  return new MarkupFault(at, 'malformed-xml', { problem }, resume);
}
