import type { ReactiveController } from 'lit';
import type { EnrollkitElement } from '../../base/enrollkit-element.js';
import { onPage } from '../../base/page-events.js';
import type { BundleRun } from '../bundle-run.js';
import type { BundleNews } from './bundle-news.js';

interface Parts {
  readonly run: () => BundleRun | undefined;
  readonly news: BundleNews;
}

/** Goes on with what a person had begun and only the network stopped, where the backend keeps nothing itself. */
export class OnlineAgain implements ReactiveController {
  readonly #parts: Parts;
  #stop = (): void => undefined;

  constructor(host: EnrollkitElement, parts: Parts) {
    this.#parts = parts;
    host.addController(this);
  }

  hostConnected(): void {
    this.#stop = onPage(window, 'online', () => this.#goOn());
  }

  hostDisconnected(): void {
    this.#stop();
  }

  #goOn(): void {
    const run = this.#parts.run();
    // What was changed since then is looked over by a person first.
    if (!run || run.isUnderWay || run.stop?.problem !== 'offline' || !run.fields.isReviewed) return;
    this.#parts.news.begun(run.sendable.length);
    run.send();
  }
}
