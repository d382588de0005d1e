import { FeedFault } from '../findings/feed-fault.js';
import type { FeedFindingCode } from '../findings/feed-findings.js';
import { feedIssue } from '../findings/feed-issue.js';
import { MarkupFault } from './markup-fault.js';
import type { OpenSection } from './open-section.js';
import type { TextWindow } from './text-window.js';
import type { XmlLimits } from './xml-limits.js';

/** What ended reading a piece of markup, with its line and column. A disallowed character is what was wrong first. */
export function feedFaultOf(
  error: unknown,
  window: TextWindow,
  { textLength: limit }: XmlLimits,
  section: OpenSection | undefined,
): unknown {
  if (!(error instanceof MarkupFault)) return error;
  const { at, code, params, resume } = error;
  const fault = (found: FeedFindingCode, offset: number, values: MarkupFault['params'] = {}): FeedFault =>
    new FeedFault(feedIssue(found, window.positionOf(offset), values), resume);
  if (at - window.at > limit) return fault('text-too-long', window.at, { limit });
  const disallowed = window.disallowedFrom(window.at);
  if (disallowed <= at) return fault('bad-character', disallowed);
  const early = isOfSection(code, params) ? section?.problem : undefined;
  if (early) return new FeedFault(feedIssue('malformed-xml', early, { problem: early.problem }), resume);
  return fault(code, at, params);
}

/** What is wrong behind a CDATA section that ended too early. */
function isOfSection(code: FeedFindingCode, { problem }: MarkupFault['params']): boolean {
  return code === 'tag-mismatch' || problem === 'cdata-end-in-text';
}
