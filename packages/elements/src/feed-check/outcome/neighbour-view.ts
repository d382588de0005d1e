import { html, nothing, type TemplateResult } from 'lit';
import { warningIcon } from '../../base/icons.js';
import { warnOnce } from '../../base/warn-once.js';
import type { ConvertItem, ConvertReport, FeedCheckResult, FeedNeighbour, FeedProgress } from '../feed-checker.js';
import { errorIcon } from '../feed-icons.js';
import { counted, shownText, type FeedHost } from '../feed-wording.js';
import { renderFold } from './render-fold.js';
import { renderProgress } from './render-progress.js';

/** Their own names, in every language. */
const NEIGHBOURS: Readonly<Record<FeedNeighbour, string>> = { edudex: 'EDU-DEX', oeapi: 'Open Education API' };

type NeighbourState =
  | { readonly kind: 'none' | 'failed' }
  | { readonly kind: 'converting'; readonly to: FeedNeighbour; readonly progress?: FeedProgress }
  | { readonly kind: 'done'; readonly to: FeedNeighbour; readonly report: ConvertReport };

/** Shows what others would refuse of the checked feed, and what is lost on the way to them. */
export class NeighbourView {
  readonly #host: FeedHost;
  #state: NeighbourState = { kind: 'none' };
  #result: FeedCheckResult | undefined;
  #abort: AbortController | undefined;

  constructor(host: FeedHost) {
    this.#host = host;
  }

  show(result: FeedCheckResult | undefined): void {
    this.#abort?.abort();
    this.#result = result;
    this.#state = { kind: 'none' };
  }

  render(): TemplateResult | typeof nothing {
    if (!this.#result?.convert) return nothing;
    const { t } = this.#host.wording();
    return renderFold(
      { id: 'neighbours', part: 'neighbours', heading: t.neighbours },
      html`<p class="muted"><bdi>${t.neighboursNote}</bdi></p>
        <div class="actions">
          ${(Object.keys(NEIGHBOURS) as FeedNeighbour[]).map(
            (to) =>
              html`<button
                class="button"
                part="button"
                type="button"
                aria-pressed=${this.#state.kind === 'done' && this.#state.to === to}
                @click=${() => void this.#convert(to)}
              >
                ${t.lookFor(NEIGHBOURS[to])}
              </button>`,
          )}
        </div>
        ${this.#renderState()}`,
    );
  }

  #renderState(): TemplateResult | typeof nothing {
    const wording = this.#host.wording();
    const { t } = wording;
    const state = this.#state;
    switch (state.kind) {
      case 'none':
        return nothing;
      case 'failed':
        return html`<p class="problem" part="problem">
          ${warningIcon}<span class="problem-text">${t.problems.internal}</span>
        </p>`;
      case 'converting':
        return renderProgress(
          {
            id: 'converting',
            words: t.lookFor(NEIGHBOURS[state.to]),
            progress: state.progress,
            onStop: () => this.#stop(),
          },
          wording,
        );
      case 'done':
        return html`<p class="difference">
            <strong><bdi>${this.#sentence(state)}</bdi></strong>
          </p>
          <ul class="changes">
            ${state.report.items.map((item) => this.#renderItem(item))}
          </ul>`;
    }
  }

  #renderItem({ severity, sentence, id, products }: ConvertItem): TemplateResult {
    const wording = this.#host.wording();
    const { t } = wording;
    const isError = severity === 'error';
    return html`<li class="change problem ${isError ? '' : 'warning'}">
      <span class="tone ${isError ? 'danger' : 'caution'}" role="img" aria-label=${isError ? t.error : t.warning}
        >${isError ? errorIcon : warningIcon}</span
      >
      <span class="problem-text"
        ><bdi>${shownText(sentence)}</bdi>
        <span class="muted"
          ><bdi
            >${products === 1 ? t.productId(shownText(id)) : t.of.products.count(counted(products, wording))}</bdi
          ></span
        ></span
      >
    </li>`;
  }

  #sentence({ to, report }: Extract<NeighbourState, { kind: 'done' }>): string {
    const wording = this.#host.wording();
    return wording.t.wouldTake(NEIGHBOURS[to], counted(report.taken, wording), counted(report.refused, wording));
  }

  async #convert(to: FeedNeighbour): Promise<void> {
    this.#abort?.abort();
    const { signal } = (this.#abort = new AbortController());
    this.#enter({ kind: 'converting', to });
    try {
      const report = await this.#result?.convert?.({
        to,
        locale: this.#host.wording().locale,
        signal,
        onProgress: (progress) => {
          // A checker may be late with it.
          if (!signal.aborted && this.#state.kind === 'converting') this.#enter({ kind: 'converting', to, progress });
        },
      });
      if (signal.aborted || !report) return;
      const state = { kind: 'done', to, report } as const;
      this.#enter(state);
      this.#host.announce(this.#sentence(state));
    } catch (error) {
      if (signal.aborted) return;
      warnOnce('others-not-told', [], error);
      this.#enter({ kind: 'failed' });
    }
  }

  #stop(): void {
    this.#abort?.abort();
    this.#enter({ kind: 'none' });
  }

  #enter(state: NeighbourState): void {
    this.#state = state;
    this.#host.requestUpdate();
  }
}
