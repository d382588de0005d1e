import { html, nothing, type TemplateResult } from 'lit';
import { formatPercentage } from '../../base/language/format-percentage.js';
import { warningIcon } from '../../base/icons.js';
import { keep, sentence } from '../../base/language/kept-words.js';
import type { RunState } from '../check-run.js';
import type { DescribedFinding, FeedSummary } from '../feed-checker.js';
import { cleanIcon, errorIcon } from '../feed-icons.js';
import {
  counted,
  describeFeedProblem,
  formatSize,
  itemTerms,
  shownText,
  spokenName,
  type FeedWording,
} from '../feed-wording.js';
import { renderFinding } from '../findings/render-findings.js';

interface OutcomeView {
  readonly state: RunState;
  readonly wording: FeedWording;
  /** What ended reading before the end of the feed. */
  readonly problem: DescribedFinding | undefined;
  readonly onStop: () => void;
  readonly onAgain: () => void;
}

/** How the check goes, or what came of it: the first thing to read. */
export function renderOutcome(view: OutcomeView): TemplateResult | typeof nothing {
  const { state, wording, onAgain } = view;
  const { t } = wording;
  switch (state.kind) {
    case 'idle':
      return nothing;
    case 'fetching':
    case 'checking':
      return renderRunning(state, view);
    case 'cancelled':
      return html`<p class="outcome" part="outcome">
        <bdi>${sentence(t.stopped(keep(spokenName(state.feed.name))))}</bdi>
        <button class="button" part="button again-button" type="button" @click=${onAgain}>${t.again}</button>
      </p>`;
    case 'failed': {
      const canHelp = state.feed && ['internal', 'offline', 'unreachable', 'http-status'].includes(state.problem.code);
      return html`<div class="outcome failed" part="outcome problem">
        <span class="tone danger">${warningIcon}</span>
        <div class="outcome-text">
          ${state.feed ? html`<p class="file-name" translate="no"><bdi>${shownText(state.feed.name)}</bdi></p>` : nothing}
          <p id="problem"><bdi>${describeFeedProblem(state.problem, wording)}</bdi></p>
        </div>
        ${
          canHelp
            ? html`<button class="button" part="button again-button" type="button" @click=${onAgain}>
                ${t.again}
              </button>`
            : nothing
        }
      </div>`;
    }
    case 'done':
      return renderSummary(state.result.summary, state.feed.name, view);
  }
}

function renderRunning(
  { kind, feed, progress }: Extract<RunState, { kind: 'fetching' | 'checking' }>,
  { wording, onStop }: OutcomeView,
): TemplateResult {
  const { t, locale } = wording;
  const { kind: of, readBytes = 0, totalBytes, products } = progress ?? {};
  const share = totalBytes ? Math.min(1, readBytes / totalBytes) : undefined;
  const size = formatSize(readBytes, locale);
  const facts = [
    progress && (totalBytes ? t.readOf(size, formatSize(totalBytes, locale)) : size),
    products !== undefined && products > 0 && itemTerms(wording, of).count(counted(products, wording)),
  ];
  return html`<div class="outcome busy" part="outcome">
    <div class="outcome-text">
      <p id="running">
        <bdi>${sentence((kind === 'fetching' ? t.fetching : t.checking)(keep(spokenName(feed.name))))}</bdi>
      </p>
      <div class="bar">
        <progress part="progress" max="1" value=${share ?? nothing} aria-labelledby="running"></progress>
        <span class="percentage muted">${share === undefined ? nothing : formatPercentage(share, locale)}</span>
      </div>
      <p class="facts dotted muted">${facts.filter(Boolean).map((fact) => html`<span><bdi>${fact}</bdi></span>`)}</p>
    </div>
    <button class="button" part="button stop-button" type="button" @click=${onStop}>${t.stop}</button>
  </div>`;
}

function renderSummary(summary: FeedSummary, name: string, { wording, problem }: OutcomeView): TemplateResult {
  const { t, locale } = wording;
  const { kind, products, errors, warnings, sizeBytes, isComplete, isOnPage, listedFindings } = summary;
  const { checked, errorsNote, warningsNote } = itemTerms(wording, kind);
  const isClean = errors + warnings === 0;
  const tone = isClean ? 'good' : errors > 0 ? 'danger' : 'caution';
  return html`<div class="outcome ${tone}" part="outcome">
      <span class="tone ${tone}">${isClean ? cleanIcon : errors > 0 ? errorIcon : warningIcon}</span>
      <div class="outcome-text">
        <p class="verdict" part="verdict"><bdi>${summarySentence(summary, wording)}</bdi></p>
        <p class="facts dotted muted">
          <span class="file-name" translate="no"><bdi>${shownText(name)}</bdi></span>
          <span><bdi>${checked(counted(products, wording))}</bdi></span>
          <span><bdi>${formatSize(sizeBytes, locale)}</bdi></span>
        </p>
        ${isClean || !isComplete ? nothing : html`<p><bdi>${errors > 0 ? errorsNote : warningsNote}</bdi></p>`}
        ${listedFindings < errors + warnings ? html`<p><bdi>${t.firstOnly(counted(listedFindings, wording).text)}</bdi></p>` : nothing}
        ${isOnPage ? html`<p class="muted"><bdi>${t.onPage}</bdi></p>` : nothing}
      </div>
    </div>
    ${
      isComplete || !problem
        ? nothing
        : html`<ul class="findings problem-found">
            ${renderFinding(problem, false, wording)}
          </ul>`
    }`;
}

/** What came of it in one sentence, for the eye and the ear. */
export function summarySentence({ products, errors, warnings, isComplete }: FeedSummary, wording: FeedWording): string {
  const { t } = wording;
  if (!isComplete) return products === 0 ? t.nothingRead : t.incomplete;
  return errors + warnings === 0 ? t.clean : t.found(counted(errors, wording), counted(warnings, wording));
}
