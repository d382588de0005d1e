import { tell } from '../../base/events.js';
import type { RunState } from '../check-run.js';
import type { FeedCheckedDetail, FeedErrorDetail } from '../feed-check-events.js';
import { describeFeedProblem, spokenName, type FeedHost } from '../feed-wording.js';
import { summarySentence } from './render-outcome.js';

/** Tells how a check ended: the person by ear, the page by an event. */
export function tellOutcome(host: FeedHost & { readonly strict: boolean }, state: RunState): void {
  switch (state.kind) {
    case 'cancelled':
      host.announce(host.wording().t.stopped(spokenName(state.feed.name)));
      break;
    case 'failed':
      host.announce(describeFeedProblem(state.problem, host.wording()));
      tell<FeedErrorDetail>(host, 'ek-feed-error', { name: state.feed?.name, code: state.problem.code });
      break;
    case 'done': {
      const { feed, content } = state;
      const { summary } = state.result;
      host.announce(summarySentence(summary, host.wording()));
      tell<FeedCheckedDetail>(host, 'ek-feed-checked', { name: feed.name, content, strict: host.strict, summary });
      break;
    }
    default:
  }
}
