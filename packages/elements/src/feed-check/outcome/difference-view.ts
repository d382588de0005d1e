import type { ProductField } from '@enrollkit/core';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { warningIcon } from '../../base/icons.js';
import { keep, sentence } from '../../base/language/kept-words.js';
import { FeedFault, checkSize, type ChosenFeed } from '../input/chosen-feed.js';
import type {
  FeedChange,
  FeedChangeKind,
  FeedCheckResult,
  FeedDifference,
  FeedPage,
  FeedProgress,
} from '../feed-checker.js';
import {
  counted,
  describeFeedProblem,
  shownText,
  spokenName,
  written,
  type FeedHost,
  type FeedProblem,
} from '../feed-wording.js';
import { renderFileZone } from '../input/render-file-zone.js';
import { renderFold } from './render-fold.js';
import { renderProgress } from './render-progress.js';

const CHANGES_AT_ONCE = 50;
const KINDS: readonly FeedChangeKind[] = ['create', 'update', 'delete'];

/** A previous feed, which has its content at hand. */
type PreviousFeed = Exclude<ChosenFeed, { kind: 'address' }>;

type DifferenceState =
  | { readonly kind: 'none' }
  | { readonly kind: 'comparing'; readonly progress?: FeedProgress }
  | { readonly kind: 'done'; readonly difference: FeedDifference }
  | { readonly kind: 'failed'; readonly problem: FeedProblem };

interface DifferenceOptions {
  readonly maxBytes: () => number;
  readonly onCompared: (previous: PreviousFeed, difference: FeedDifference) => void;
}

/** Compares the checked feed with a previous one, and shows what an import would do. */
export class DifferenceView {
  readonly #host: FeedHost;
  readonly #options: DifferenceOptions;
  #state: DifferenceState = { kind: 'none' };
  #result: FeedCheckResult | undefined;
  #previous: PreviousFeed | undefined;
  #lists: ReadonlyMap<FeedChangeKind, FeedPage<FeedChange>> = new Map();
  #abort: AbortController | undefined;

  constructor(host: FeedHost, options: DifferenceOptions) {
    this.#host = host;
    this.#options = options;
  }

  /** Another check. The previous feed stays: it is compared with that one too. */
  show(result: FeedCheckResult | undefined): void {
    this.#abort?.abort();
    this.#result = result;
    this.#state = { kind: 'none' };
    // What is missing from half a feed is not deleted for that.
    if (result?.summary.isComplete && this.#previous) void this.compare(this.#previous);
  }

  async compare(previous: PreviousFeed): Promise<void> {
    const result = this.#result;
    if (!result) return;
    this.#abort?.abort();
    const { signal } = (this.#abort = new AbortController());
    this.#previous = previous;
    this.#lists = new Map();
    this.#enter({ kind: 'comparing' });
    try {
      checkSize(previous, this.#options.maxBytes());
      const difference = await result.compare(previous.content, {
        maxBytes: this.#options.maxBytes(),
        signal,
        onProgress: (progress) => {
          // A checker may be late with it.
          if (!signal.aborted && this.#state.kind === 'comparing') this.#enter({ kind: 'comparing', progress });
        },
      });
      if (signal.aborted) return;
      this.#enter({ kind: 'done', difference });
      this.#host.announce(this.#sentence(difference));
      this.#options.onCompared(previous, difference);
    } catch (error) {
      if (!signal.aborted) this.#fail(problemOf(error));
    }
  }

  refuse(problem: FeedProblem): void {
    this.#abort?.abort();
    this.#fail(problem);
  }

  render(): TemplateResult | typeof nothing {
    if (!this.#result?.summary.isComplete) return nothing;
    const { t, maxBytes, locale } = this.#host.wording();
    const choose = (file: File): void => void this.compare({ kind: 'file', name: file.name, content: file });
    return renderFold(
      { id: 'compare', part: 'difference', heading: t.compare, isOpen: this.#state.kind !== 'none' },
      html`<p class="muted"><bdi>${t.compareNote}</bdi></p>
        ${renderFileZone({ id: 'previous', drop: t.dropPrevious, t, locale, maxBytes, isSmall: true, onFile: choose })}
        ${this.#renderState()}`,
    );
  }

  #renderState(): TemplateResult | typeof nothing {
    const wording = this.#host.wording();
    const { t } = wording;
    const state = this.#state;
    const name = spokenName(this.#previous?.name ?? '');
    switch (state.kind) {
      case 'none':
        return nothing;
      case 'failed':
        return html`<p class="problem" part="problem">
          ${warningIcon}<span class="problem-text">${describeFeedProblem(state.problem, wording)}</span>
        </p>`;
      case 'comparing':
        return renderProgress(
          { id: 'comparing', words: t.comparing(name), progress: state.progress, onStop: () => this.#stop() },
          wording,
        );
      case 'done':
        return html`<p class="difference">
            <strong><bdi>${this.#sentence(state.difference)}</bdi></strong>
            <bdi class="muted">${t.unchanged(counted(state.difference.unchanged, wording))}</bdi>
          </p>
          <p class="muted file-name"><bdi>${sentence(t.comparedWith(keep(name)))}</bdi></p>
          ${repeat(
            KINDS.filter((kind) => state.difference[kind] > 0),
            (kind) => kind,
            (kind) => this.#renderList(kind, state.difference[kind]),
          )}`;
    }
  }

  #sentence({ create, update, delete: gone }: FeedDifference): string {
    const wording = this.#host.wording();
    if (create + update + gone === 0) return wording.t.noDifference;
    return wording.t.difference(written(create, wording), written(update, wording), counted(gone, wording));
  }

  #renderList(kind: FeedChangeKind, count: number): TemplateResult {
    const wording = this.#host.wording();
    const { t } = wording;
    const titles = { create: t.created, update: t.updated, delete: t.deleted };
    const page = this.#lists.get(kind);
    const open = (event: Event): void => {
      if ((event.target as HTMLDetailsElement).open && !page) void this.#more(kind);
    };
    return html`<details class="group" part="group" @toggle=${open}>
      <summary class="group-summary ${kind}">
        <h4 class="group-title">${titles[kind](written(count, wording))}</h4>
      </summary>
      <ul class="changes">
        ${page?.items.map((change) => html`<li class="change">${this.#renderChange(change)}</li>`)}
      </ul>
      ${
        page && page.items.length < page.total
          ? html`<p class="more">
              <button class="button" part="button" type="button" @click=${() => void this.#more(kind)}>
                ${t.more}
              </button>
              <span class="muted">${t.shownOf(written(page.items.length, wording), written(page.total, wording))}</span>
            </p>`
          : nothing
      }
    </details>`;
  }

  #renderChange({ id, name, fields = [] }: FeedChange): TemplateResult {
    const { t, locale } = this.#host.wording();
    const words = fields.map((field) => (Object.hasOwn(t.fields, field) ? t.fields[field as ProductField] : field));
    const list = new Intl.ListFormat(locale, { type: 'conjunction' }).format(words);
    return html`<bdi translate="no">${shownText(name || id)}</bdi>
      <span class="muted"><bdi>${t.productId(shownText(id))}</bdi></span>
      ${list ? html`<span class="change-fields">${list}</span>` : nothing}`;
  }

  async #more(kind: FeedChangeKind): Promise<void> {
    const result = this.#result;
    const state = this.#state;
    const shown = this.#lists.get(kind)?.items ?? [];
    const page = await result
      ?.listChanges({ kind, offset: shown.length, limit: CHANGES_AT_ONCE })
      // The check was closed meanwhile: nobody looks at its lists any more.
      .catch(() => undefined);
    // Of a comparison before this one it would be the wrong list.
    if (!page || state !== this.#state) return;
    this.#lists = new Map(this.#lists).set(kind, { total: page.total, items: [...shown, ...page.items] });
    this.#host.requestUpdate();
  }

  #stop(): void {
    this.#abort?.abort();
    this.#previous = undefined;
    this.#enter({ kind: 'none' });
    this.#host.renderRoot.querySelector<HTMLElement>('#previous')?.focus();
  }

  #fail(problem: FeedProblem): void {
    this.#enter({ kind: 'failed', problem });
    this.#host.announce(describeFeedProblem(problem, this.#host.wording()));
  }

  #enter(state: DifferenceState): void {
    this.#state = state;
    this.#host.requestUpdate();
  }
}

function problemOf(error: unknown): FeedProblem {
  if (error instanceof FeedFault) return error.problem;
  const { code } = (error ?? {}) as { readonly code?: unknown };
  if (code === 'too-large' || code === 'unreadable' || code === 'broken-archive' || code === 'not-a-feed')
    return { code };
  return { code: code === 'invalid' ? 'not-a-feed' : 'internal' };
}
