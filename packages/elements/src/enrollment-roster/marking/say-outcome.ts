import type { CommonTerms } from '../../terms/common.js';
import type { EnrollmentRosterTerms } from '../../terms/enrollment-roster.js';
import type { Counted } from '../../terms/feed-check.js';
import type { Outcome } from './row-mark.js';

interface Speech {
  readonly terms: EnrollmentRosterTerms;
  readonly statuses: CommonTerms['statuses'];
  readonly count: (some: number) => Counted;
}

/** The whole action in a few sentences, said once. */
export function sayOutcome(outcome: Outcome, { terms, statuses, count }: Speech): string {
  const { kind, to, done, queued, failed, kept, unable } = outcome;
  const sentences = [
    done > 0 &&
      (to ? terms.marked(count(done), statuses[to]) : terms[kind === 'undone' ? 'undone' : 'listed'](count(done))),
    queued > 0 && terms.markQueued(count(queued)),
    failed > 0 && terms.markFailed(count(failed)),
    kept.length > 0 && terms.kept(count(kept.length)),
    unable > 0 && terms.unable(count(unable)),
  ].filter((sentence) => sentence !== false);
  return sentences.length > 0 ? sentences.join(' ') : terms.nothingMarked;
}
