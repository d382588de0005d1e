import { html, nothing, type TemplateResult } from 'lit';
import { warningIcon } from '../../base/icons.js';
import { saveBlob } from '../../base/files/save-blob.js';
import { warnOnce } from '../../base/warn-once.js';
import type { FeedCheckResult, FeedLoss, FeedPage, FeedProgress } from '../feed-checker.js';
import { counted, itemTerms, shownText, written, type FeedHost, type FeedWording } from '../feed-wording.js';
import { renderProgress } from './render-progress.js';

type SavedKind = 'findings' | 'repaired';

type SavingState =
  | { readonly kind: 'none' }
  | { readonly kind: 'making'; readonly what: SavedKind; readonly progress?: FeedProgress }
  | { readonly kind: 'made'; readonly leftOut: number; readonly lost?: FeedPage<FeedLoss> | undefined }
  | { readonly kind: 'failed' };

/** Makes the files that a person can save: the findings, and the feed as it should be written. */
export class SavedFiles {
  readonly #host: FeedHost;
  #state: SavingState = { kind: 'none' };
  #result: FeedCheckResult | undefined;
  #name = '';
  #abort: AbortController | undefined;

  constructor(host: FeedHost) {
    this.#host = host;
  }

  show(result: FeedCheckResult | undefined, name: string): void {
    this.#abort?.abort();
    this.#result = result;
    this.#name = name.replace(/(?:\.xml)?(?:\.gz)?$/i, '') || name;
    this.#state = { kind: 'none' };
  }

  render(): TemplateResult | typeof nothing {
    const { t } = this.#host.wording();
    const result = this.#result;
    if (!result) return nothing;
    const { errors, warnings, isComplete } = result.summary;
    // Nothing to list, nothing to repair.
    if (errors + warnings === 0) return nothing;
    const isMaking = this.#state.kind === 'making';
    const button = (what: SavedKind, words: string): TemplateResult =>
      html`<button
        class="button"
        part="button save-button"
        type="button"
        aria-disabled=${isMaking}
        @click=${() => void this.#save(what)}
      >
        ${words}
      </button>`;
    return html`<div class="actions">
        ${button('findings', t.saveFindings)} ${isComplete ? button('repaired', t.saveRepaired) : nothing}
      </div>
      ${this.#renderState()}`;
  }

  #renderState(): TemplateResult | typeof nothing {
    const wording = this.#host.wording();
    const { t } = wording;
    const state = this.#state;
    switch (state.kind) {
      case 'none':
        return nothing;
      case 'making':
        return renderProgress(
          { id: 'saving', words: t.saving, progress: state.progress, onStop: () => this.#stop() },
          wording,
        );
      case 'made':
        return html`<p class="muted">${t.saved}</p>
          ${
            state.leftOut > 0
              ? html`<p class="problem warning" part="note">
                  ${warningIcon}<span class="problem-text"
                    >${itemTerms(wording, this.#result?.summary.kind).leftOut(counted(state.leftOut, wording))}</span
                  >
                </p>`
              : nothing
          }
          ${state.lost && state.lost.total > 0 ? renderLost(state.lost, wording) : nothing}`;
      case 'failed':
        return html`<p class="problem" part="problem">
          ${warningIcon}<span class="problem-text">${t.saveFailed}</span>
        </p>`;
    }
  }

  async #save(what: SavedKind): Promise<void> {
    const result = this.#result;
    if (!result || this.#state.kind === 'making') return;
    const { signal } = (this.#abort = new AbortController());
    const { t, locale } = this.#host.wording();
    const enter = (state: SavingState): void => {
      if (!signal.aborted) this.#enter(state);
    };
    const onProgress = (progress: FeedProgress): void => {
      // A checker may be late with it.
      if (this.#state.kind === 'making') enter({ kind: 'making', what, progress });
    };
    enter({ kind: 'making', what });
    try {
      if (what === 'findings') {
        const blob = await result.writeFindings({ locale, signal, onProgress });
        if (signal.aborted) return;
        saveBlob(blob, `${fileName(t.findingsFile(this.#name))}.csv`);
        enter({ kind: 'made', leftOut: 0 });
      } else {
        const { blob, leftOut, lost } = await result.writeRepaired({ locale, signal, onProgress });
        if (signal.aborted) return;
        saveBlob(blob, `${fileName(t.repairedFile(this.#name))}.xml`);
        enter({ kind: 'made', leftOut, lost });
      }
      this.#host.announce(t.saved);
    } catch (error) {
      if (signal.aborted) return;
      warnOnce('file-not-made', [], error);
      enter({ kind: 'failed' });
      this.#host.announce(t.saveFailed);
    }
  }

  #stop(): void {
    this.#abort?.abort();
    this.#enter({ kind: 'none' });
  }

  #enter(state: SavingState): void {
    this.#state = state;
    this.#host.requestUpdate();
  }
}

/** What the repaired feed doesn't say any more: nobody should have to compare two files to find out. */
function renderLost({ items, total }: FeedPage<FeedLoss>, wording: FeedWording): TemplateResult {
  const { t } = wording;
  return html`<p class="problem warning" part="note">
      ${warningIcon}<span class="problem-text">${t.lost(counted(total, wording))}</span>
    </p>
    <ul class="changes">
      ${items.map(
        ({ id, line, sentence }) =>
          html`<li class="change">
            <bdi>${shownText(sentence)}</bdi>
            <span class="muted"
              ><bdi>${t.atLine(written(line, wording))}</bdi> ${
                id === undefined ? nothing : html`<bdi>${t.productId(shownText(id))}</bdi>`
              }</span
            >
          </li>`,
      )}
      ${items.length < total ? html`<li class="change muted">${t.shownOf(written(items.length, wording), written(total, wording))}</li>` : nothing}
    </ul>`;
}

/** Without what no file system takes, or what turns a name around. */
function fileName(name: string): string {
  return name.replace(/[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}<>:"/\\|?*]/gu, '-').slice(0, 150);
}
