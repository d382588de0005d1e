import { ask } from '../../base/events.js';
import type { TransferredFiles } from '../../base/files/transferred-files.js';
import type { CheckRun, RunState } from '../check-run.js';
import { chosenAddress, chosenFeed, FeedFault, type ChosenFeed } from './chosen-feed.js';
import type { DifferenceView } from '../outcome/difference-view.js';
import type { FeedAcceptDetail } from '../feed-check-events.js';
import type { FeedInput, FeedSummary } from '../feed-checker.js';
import { spokenName, type FeedHost } from '../feed-wording.js';
import type { TypedField } from './render-input.js';

/** The field that a problem is about. */
export function faultyField(state: RunState): TypedField | undefined {
  const code = state.kind === 'failed' ? state.problem.code : undefined;
  if (code === 'text-empty') return 'text';
  return code === 'bad-address' ? 'address' : undefined;
}

/** Takes what a person gives, asks the page, and hands it to whoever checks or compares. */
export class FeedIntake {
  readonly #host: FeedHost;
  readonly #to: { readonly run: CheckRun; readonly difference: DifferenceView };

  constructor(host: FeedHost, to: { readonly run: CheckRun; readonly difference: DifferenceView }) {
    this.#host = host;
    this.#to = to;
  }

  /** What was dropped or pasted: on the second zone it is the previous feed, anywhere else the feed to check. */
  drop({ files: [file], folders }: TransferredFiles, event: Event): void {
    const { run, difference } = this.#to;
    const isPrevious = event
      .composedPath()
      .some((each) => each instanceof HTMLElement && each.dataset.zone === 'previous');
    if (!file) {
      if (folders.length > 0) (isPrevious ? difference : run).refuse({ code: 'file-is-folder' });
      return;
    }
    const feed = { kind: 'file', name: file.name, content: file } as const;
    if (isPrevious) void difference.compare(feed);
    else this.give(feed);
  }

  give(feed: ChosenFeed): void {
    const { name } = feed;
    const detail = feed.kind === 'address' ? { name, address: feed.address } : { name, content: feed.content };
    if (ask<FeedAcceptDetail>(this.#host, 'ek-feed-accept', detail)) void this.#start(feed);
  }

  /** A field with nothing in it that could be checked gets the focus, and is heard with why (WCAG 3.3.1). */
  giveTyped(field: TypedField, value: string): void {
    const host = this.#host;
    if (field === 'address') this.#giveAddress(value);
    else this.give({ kind: 'text', name: host.wording().t.pastedName, content: value });
    if (faultyField(this.#to.run.state) === field)
      void host.updateComplete.then(() => {
        const control = host.renderRoot.querySelector<HTMLElement>(`#${field}`);
        // What is folded away can't have the focus.
        control?.closest('details')?.setAttribute('open', '');
        control?.focus();
      });
  }

  #giveAddress(typed: string): void {
    const feed = this.#unlessRefused(() => chosenAddress(typed));
    if (feed) this.give(feed);
  }

  /** Takes what the page itself gives, without asking it. Resolves when the check has ended, as `CheckRun.start`. */
  async take(source: FeedInput | URL): Promise<FeedSummary | undefined> {
    const feed = this.#unlessRefused(() => chosenFeed(source, this.#host.wording().t.pastedName));
    return feed && this.#start(feed);
  }

  async #start(feed: ChosenFeed): Promise<FeedSummary | undefined> {
    this.#host.announce(this.#host.wording().t.announceStarted(spokenName(feed.name)));
    return this.#to.run.start(feed);
  }

  #unlessRefused(choose: () => ChosenFeed): ChosenFeed | undefined {
    try {
      return choose();
    } catch (error) {
      if (!(error instanceof FeedFault)) throw error;
      this.#to.run.refuse(error.problem);
      return undefined;
    }
  }
}
