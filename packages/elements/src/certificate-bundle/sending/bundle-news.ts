import type { EnrollkitElement } from '../../base/enrollkit-element.js';
import { tell } from '../../base/events.js';
import { countTabs, type Tab } from '../bundle-item.js';
import type { BundleRun } from '../bundle-run.js';
import type { BundleWording } from '../bundle-wording.js';
import type {
  BundleDoneDetail,
  BundleMatchedDetail,
  BundleOutcome,
  BundleProgressDetail,
} from '../certificate-bundle-events.js';
import { sayProblem } from '../../base/reading/render-record.js';
import { countOutcomes } from './outcomes.js';

interface NewsOptions {
  readonly run: () => BundleRun | undefined;
  readonly wording: () => BundleWording;
  readonly onMatched: (counts: Readonly<Record<Tab, number>>) => void;
  readonly onDone: () => void;
}

/** Tells the page, and who listens, what comes of a run. */
export class BundleNews {
  readonly #host: EnrollkitElement;
  readonly #options: NewsOptions;
  #lastQuarter = 0;

  constructor(host: EnrollkitElement, options: NewsOptions) {
    this.#host = host;
    this.#options = options;
  }

  matched(): void {
    const counts = countTabs(this.#options.run()?.sorted ?? []);
    this.#options.onMatched(counts);
    this.#host.announce(this.#options.wording().bundle.announceLooked(counts));
    tell<BundleMatchedDetail>(this.#host, 'ek-bundle-matched', {
      matched: counts.matched,
      toCheck: counts['to-check'],
      notMatched: counts['not-matched'],
      leftOut: counts['left-out'],
    });
  }

  reviewLost(): void {
    this.#host.announce(this.#options.wording().bundle.reviewedAgain);
  }

  begun(count: number): void {
    this.#lastQuarter = 0;
    this.#host.announce(this.#options.wording().bundle.announceSending(count));
  }

  came(outcome: BundleOutcome): void {
    const { done, total } = this.#options.run()?.progress ?? { done: 0, total: 0 };
    tell<BundleProgressDetail>(this.#host, 'ek-bundle-progress', { done, total, outcome });
    // Quarters are news; three hundred of them would be noise.
    const quarter = total > 0 ? Math.floor((done / total) * 4) : 0;
    if (quarter > this.#lastQuarter && quarter < 4) {
      this.#host.announce(this.#options.wording().bundle.announceProgress(String(done), String(total)));
    }
    this.#lastQuarter = quarter;
  }

  rested(): void {
    const run = this.#options.run();
    if (!run) return;
    const { bundle, common } = this.#options.wording();
    if (run.phase === 'done') {
      const { outcomes } = run;
      this.#host.announce(bundle.outcome(countOutcomes(outcomes)));
      tell<BundleDoneDetail>(this.#host, 'ek-bundle-done', { outcomes });
      this.#options.onDone();
    } else {
      const errors: Readonly<Record<string, string>> = common.errors;
      this.#host.announce((run.stop && errors[run.stop.problem]) ?? bundle.announcePaused);
    }
    // The button that had the focus is gone.
    void this.#focusAgain('#outcome, #send');
  }

  /** Another window has begun to send, or has ended: once each. Who isn't here stays where they are. */
  turned(): void {
    const run = this.#options.run();
    if (!run) return;
    const { bundle, common } = this.#options.wording();
    const hadFocus = this.#host.renderRoot.querySelector(':focus') !== null;
    if (run.isElsewhere) this.#host.announce(bundle.elsewhere);
    else {
      const outcomes = countOutcomes(run.outcomes);
      const over = outcomes.sent + outcomes.there + outcomes.queued;
      const left = run.sendable.length;
      const how = left > 0 ? bundle.pausedBefore(over, over + left) : bundle.outcome(outcomes);
      this.#host.announce(left > 0 && run.stop ? `${sayProblem(common, run.stop.problem)} ${how}` : how);
      this.#options.onDone();
    }
    if (hadFocus) void this.#focusAgain('#elsewhere, #outcome, #send');
  }

  async #focusAgain(selector: string): Promise<void> {
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    const { renderRoot } = this.#host;
    if (!renderRoot.querySelector(':focus')) renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }
}
