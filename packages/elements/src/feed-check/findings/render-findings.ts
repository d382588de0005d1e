import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { warningIcon } from '../../base/icons.js';
import type { DescribedFinding, FeedPage, FindingGroup } from '../feed-checker.js';
import { errorIcon } from '../feed-icons.js';
import { counted, itemTerms, shownText, written, type FeedWording } from '../feed-wording.js';
import { NO_FILTER, type FindingsView, type ShownFilter } from './findings-view.js';
import { renderSnippet } from './render-snippet.js';

/** The findings: what to look for, and what was found of that, in groups that open. */
export function renderFindings(view: FindingsView, wording: FeedWording): TemplateResult {
  const { t } = wording;
  const { groups } = view;
  return html`<section class="section" part="findings" aria-labelledby="findings-heading">
    <h3 class="section-heading" id="findings-heading">${t.findings}</h3>
    ${renderFilter(view, wording)}
    ${
      groups?.total === 0
        ? html`<p>
            ${t.noMatch}
            <button
              class="button"
              part="button"
              type="button"
              @click=${() => void view.setFilter({ ...NO_FILTER, by: view.filter.by })}
            >
              ${t.clearFilter}
            </button>
          </p>`
        : nothing
    }
    <div class="groups">
      ${repeat(
        groups?.items ?? [],
        ({ key }) => `${view.filter.by} ${key}`,
        (group) => renderGroup(group, view, wording),
      )}
    </div>
    ${groups ? renderMore(groups, () => void view.moreGroups(), wording) : nothing}
  </section>`;
}

function renderFilter(view: FindingsView, wording: FeedWording): TemplateResult {
  const { t } = wording;
  const { by, severity, code, text } = view.filter;
  const set = (change: Partial<ShownFilter>): void => void view.setFilter(change);
  const valueOf = (event: Event): string => (event.target as HTMLInputElement | HTMLSelectElement).value;
  const option = (value: string, words: string, isChosen: boolean): TemplateResult =>
    html`<option value=${value} .selected=${live(isChosen)}>${words}</option>`;
  return html`<div class="fields" part="filter" role="search" aria-label=${t.filterFindings}>
    <div class="field">
      <label for="group-by">${t.groupBy}</label>
      <select id="group-by" part="field" @change=${(event: Event) => set({ by: valueOf(event) as ShownFilter['by'] })}>
        ${option('kind', t.byKind, by === 'kind')}
        ${option('product', itemTerms(wording, view.kind).each, by === 'product')}
      </select>
    </div>
    <div class="field">
      <label for="severity">${t.severity}</label>
      <select
        id="severity"
        part="field"
        @change=${(event: Event) => set({ severity: (valueOf(event) || undefined) as ShownFilter['severity'] })}
      >
        ${option('', t.everySeverity, severity === undefined)} ${option('error', t.onlyErrors, severity === 'error')}
        ${option('warning', t.onlyWarnings, severity === 'warning')}
      </select>
    </div>
    <div class="field">
      <label for="kind">${t.kind}</label>
      <select id="kind" part="field" @change=${(event: Event) => set({ code: valueOf(event) || undefined })}>
        ${option('', t.everyKind, code === undefined)}
        ${view.kinds.map(({ key, title }) => option(key, title || key, key === code))}
      </select>
    </div>
    <div class="field grow">
      <label for="search">${t.search}</label>
      <input
        id="search"
        type="search"
        part="field"
        autocomplete="off"
        .value=${live(text)}
        @input=${(event: Event) => set({ text: valueOf(event) })}
      />
    </div>
  </div>`;
}

function renderGroup(group: FindingGroup, view: FindingsView, wording: FeedWording): TemplateResult {
  const { t } = wording;
  const { key, title, id, line, errors, warnings } = group;
  const findings = view.opened.get(key);
  const toggle = (event: Event): void => void view.toggle(key, (event.target as HTMLDetailsElement).open);
  return html`<details class="group" part="group" ?open=${view.opened.has(key)} @toggle=${toggle}>
    <summary class="group-summary">
      <h4 class="group-title">
        <bdi>${shownText(title) || (line === undefined ? key : t.atLine(written(line, wording)))}</bdi>
        ${id === undefined ? nothing : html`<span class="muted group-id"><bdi>${t.productId(shownText(id))}</bdi></span>`}
      </h4>
      <span class="group-counts">
        ${errors > 0 ? html`<span class="count danger">${errorIcon}<bdi>${t.errors(counted(errors, wording))}</bdi></span>` : nothing}
        ${
          warnings > 0
            ? html`<span class="count caution"
                >${warningIcon}<bdi>${t.warnings(counted(warnings, wording))}</bdi></span
              >`
            : nothing
        }
      </span>
    </summary>
    ${
      findings
        ? html`<ol class="findings">
              ${findings.items.map((finding) => renderFinding(finding, view.filter.by === 'kind', wording))}
            </ol>
            ${renderMore(findings, () => void view.moreFindings(key), wording)}`
        : nothing
    }
  </details>`;
}

/** One finding: what, where, and how it stands in the feed. */
export function renderFinding(finding: DescribedFinding, namesProduct: boolean, wording: FeedWording): TemplateResult {
  const { t } = wording;
  const { severity, line, column, sentence, product, snippet } = finding;
  const isError = severity === 'error';
  return html`<li class="finding" part="finding" data-severity=${severity}>
    <p class="sentence">
      <span class=${isError ? 'tone danger' : 'tone caution'}>${isError ? errorIcon : warningIcon}</span>
      <span class="sentence-text">
        <span class="visually-hidden">${isError ? t.error : t.warning}: </span><bdi>${shownText(sentence)}</bdi>
      </span>
    </p>
    <p class="place dotted muted">
      <span><bdi>${t.place(written(line, wording), written(column, wording))}</bdi></span>
      ${namesProduct && product ? html`<span><bdi translate="no">${shownText(product)}</bdi></span>` : nothing}
    </p>
    ${snippet ? renderSnippet(snippet) : nothing}
  </li>`;
}

function renderMore<Item>(
  { items, total }: FeedPage<Item>,
  onMore: () => void,
  wording: FeedWording,
): TemplateResult | typeof nothing {
  const { t } = wording;
  if (items.length === 0 || items.length >= total) return nothing;
  return html`<p class="more">
    <button class="button" part="button more-button" type="button" @click=${onMore}>${t.more}</button>
    <span class="muted">${t.shownOf(written(items.length, wording), written(total, wording))}</span>
  </p>`;
}
