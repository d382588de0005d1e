import { dayOf, type PeOrganisation } from '@enrollkit/core';
import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { EnrollkitElement } from '../base/enrollkit-element.js';
import { tell } from '../base/events.js';
import { FileDrop } from '../base/files/file-drop.js';
import { readSize } from '../base/files/read-size.js';
import { warnOnce } from '../base/warn-once.js';
import { CheckRun, OUTDATING, type RunSettings, type RunState } from './check-run.js';
import { DifferenceView } from './outcome/difference-view.js';
import type { FeedComparedDetail } from './feed-check-events.js';
import { faultyField, FeedIntake } from './input/feed-intake.js';
import { feedCheckSheets } from './feed-check-sheets.js';
import { feedCheckTerms } from './feed-check-terms.js';
import {
  getDefaultFeedChecker,
  onDefaultFeedChecker,
  type FeedChecker,
  type FeedInput,
  type FeedSummary,
} from './feed-checker.js';
import type { FeedHost, FeedWording } from './feed-wording.js';
import { FindingsView } from './findings/findings-view.js';
import { NeighbourView } from './outcome/neighbour-view.js';
import { PricePreview } from './outcome/price-preview.js';
import { renderFindings } from './findings/render-findings.js';
import { renderInput } from './input/render-input.js';
import { renderOutcome } from './outcome/render-outcome.js';
import { SavedFiles } from './outcome/saved-files.js';
import { tellOutcome } from './outcome/tell-outcome.js';

export type * from './feed-check-events.js';
export type * from './feed-checker.js';
export { setDefaultFeedChecker } from './feed-checker.js';

const DEFAULT_MAX_BYTES = 1e9;

/**
 * Checks a product feed in the browser: what is wrong and where, what the courses cost, and what an import would change.
 *
 * @summary Checks a product feed, explains what is wrong, and shows prices and differences, without sending anything.
 * @tag feed-check
 *
 * @slot heading - Replaces the heading, for a host with its own heading levels.
 *
 * @fires {CustomEvent<FeedAcceptDetail>} ek-feed-accept - A person gave a feed. Cancelable, before it is checked.
 * @fires {CustomEvent<FeedCheckedDetail>} ek-feed-checked - A feed was checked.
 * @fires {CustomEvent<FeedErrorDetail>} ek-feed-error - A feed could not be checked.
 * @fires {CustomEvent<FeedComparedDetail>} ek-feed-compared - The feed was compared with a previous one.
 *
 * @csspart base - Everything.
 * @csspart heading - The heading.
 * @csspart drop-zone - Where a feed, or the previous feed, is dropped or chosen.
 * @csspart privacy - That nothing is sent.
 * @csspart field - A field or choice.
 * @csspart outcome - How the check goes, or what came of it.
 * @csspart verdict - What came of it, in one sentence.
 * @csspart progress - How much was read.
 * @csspart findings - The findings, with what to filter them by.
 * @csspart filter - What to filter them by.
 * @csspart group - Findings of one product or kind, or a list of changed products.
 * @csspart finding - One finding.
 * @csspart snippet - The line of the feed.
 * @csspart mark - The place in it.
 * @csspart prices - The price of a product.
 * @csspart price - The price itself, as `<price-breakdown>` shows it.
 * @csspart difference - The comparison with the previous feed.
 * @csspart neighbours - What EDU-DEX and others would make of the feed.
 * @csspart note - A remark on a file that was made.
 * @csspart problem - What went wrong and what to do.
 * @csspart button - Any button.
 * @csspart save-button - Saves the findings or the repaired feed.
 * @csspart stop-button - Ends the check.
 * @csspart again-button - Checks once more.
 * @csspart more-button - Shows more groups or findings.
 * @csspart icon - Any icon.
 *
 * @cssprop [--ek-field-border] - Border of fields and drop zones.
 * @cssprop [--ek-feed-check-zone-height=8em] - Least height of the drop zone.
 * @cssprop [--ek-feed-check-zone-background] - Background of the drop zones.
 * @cssprop [--ek-feed-check-mark] - Background of the marked place.
 * @cssprop [--ek-feed-check-code-font=ui-monospace] - Font of the feed's lines.
 *
 * @cssState dragging - A file is held over the element.
 * @cssState busy - A feed is fetched or checked.
 * @cssState clean - A feed was checked and nothing was found.
 * @cssState found - A feed was checked and something was found.
 * @cssState failed - A feed could not be checked.
 * @cssState invalid - `max-size` can't be understood; the default holds.
 */
export class FeedCheck extends EnrollkitElement implements FeedHost {
  static override properties: PropertyDeclarations = {
    checker: { attribute: false },
    strict: { type: Boolean },
    site: {},
    peOrganisations: { attribute: false },
    encoding: {},
    maxSize: { attribute: 'max-size' },
    file: { attribute: false, noAccessor: true },
  };

  static override styles = feedCheckSheets;

  /** Who reads and checks. Without it: `setDefaultFeedChecker()`. */
  checker: FeedChecker | undefined;

  /** Checks exactly as the schema says, instead of as importers read. The person can choose too. */
  strict = false;

  /** The site whose discounts the prices have. */
  site: string | undefined;

  /** The organisations that PE points may be of, by id and name: another one is a warning. Without a list any may. */
  peOrganisations: readonly PeOrganisation[] | undefined;

  /** Reads the bytes of feeds so, whatever they say themselves, as `windows-1252`. The person can choose too. */
  encoding: string | undefined;

  /** Largest feed, in bytes or as `500MB`, unpacked. Without it: 1 GB. */
  maxSize: string | number | undefined;

  readonly #run = new CheckRun({ settings: () => this.#settings(), onChange: (state) => this.#changed(state) });
  readonly #findings = new FindingsView(this);
  readonly #prices = new PricePreview(this, () => this.site);
  readonly #difference = new DifferenceView(this, {
    maxBytes: () => this.#maxBytes,
    onCompared: ({ name }, difference) => tell<FeedComparedDetail>(this, 'ek-feed-compared', { name, difference }),
  });
  readonly #saved = new SavedFiles(this);
  readonly #neighbours = new NeighbourView(this);
  readonly #intake = new FeedIntake(this, { run: this.#run, difference: this.#difference });
  #spokenIn = '';
  /** Which of the page's wishes is the last: a check waits before it begins, and may not be wanted any more. */
  #wish = 0;
  /** What was checked, was checked otherwise than it would be now. */
  #isOutdated = false;
  #offDefault: (() => void) | undefined;

  constructor() {
    super();
    new FileDrop(this, {
      isOpen: () => true,
      onFiles: (transferred, event) => this.#intake.drop(transferred, event),
      onDragging: (isDragging) => this.toggleState('dragging', isDragging),
    });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#offDefault = onDefaultFeedChecker(() => this.requestUpdate());
    // It was away for longer than a move takes, so what it knew is gone; the feed itself is still there.
    if (this.#run.isClosed) void this.#run.again();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#offDefault?.();
    // An element that only moves is back at once.
    setTimeout(() => {
      if (!this.isConnected) this.#run.close();
    });
  }

  /** The feed that is being checked, or was. Setting it checks it; `undefined` forgets it. */
  get file(): Blob | undefined {
    const { feed } = this.#run;
    return feed?.kind === 'file' ? feed.content : undefined;
  }
  set file(file: Blob | undefined) {
    this.#wish += 1;
    if (file === undefined) this.#run.reset();
    else void this.check(file);
  }

  /** What came of the last check. */
  get summary(): FeedSummary | undefined {
    const { state } = this.#run;
    return state.kind === 'done' ? state.result.summary : undefined;
  }

  /** Checks a file, a text or the feed at an address. Resolves when that has ended, without a summary when it didn't succeed. */
  async check(source: FeedInput | URL): Promise<FeedSummary | undefined> {
    const wish = (this.#wish += 1);
    // What it says of it waits for its language.
    await this.updateComplete;
    return wish === this.#wish ? this.#intake.take(source) : undefined;
  }

  /** Ends the check that is going on, at once. */
  cancel(): void {
    this.#wish += 1;
    this.#run.cancel();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const { kind } = this.#run.state;
    this.#isOutdated = this.hasUpdated && OUTDATING.some((each) => changed.has(each));
    this.toggleState('busy', this.#run.isRunning);
    const found = this.summary && this.summary.errors + this.summary.warnings;
    this.toggleState('clean', found === 0);
    this.toggleState('found', Boolean(found));
    this.toggleState('failed', kind === 'failed');
    const { invalid } = readSize(this.maxSize, DEFAULT_MAX_BYTES);
    this.toggleState('invalid', invalid !== undefined);
    if (invalid !== undefined) warnOnce('max-size-unreadable', [this.localName, invalid]);
    const hasLanguageChanged = this.#spokenIn !== '' && this.#spokenIn !== this.localeTag;
    this.#spokenIn = this.localeTag;
    if (hasLanguageChanged) void this.#findings.reload();
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const { state } = this.#run;
    // A checker may come later than the feed.
    const isMissed = state.kind === 'failed' && state.problem.code === 'not-configured' && this.#settings().checker;
    // Not now: what it changes would be changed in the middle of an update.
    if (this.#run.feed && (this.#isOutdated || isMissed)) queueMicrotask(() => void this.#run.again());
  }

  /** @internal */
  wording(): FeedWording {
    return { t: this.terms(feedCheckTerms), common: this.common, locale: this.localeTag, maxBytes: this.#maxBytes };
  }

  get #maxBytes(): number {
    return readSize(this.maxSize, DEFAULT_MAX_BYTES).value;
  }

  #settings(): RunSettings {
    return {
      checker: this.checker ?? getDefaultFeedChecker(),
      strict: this.strict,
      today: dayOf(this.now(), this.timeZone),
      site: this.site,
      peOrganisations: this.peOrganisations,
      encoding: this.encoding === '' ? undefined : this.encoding,
      maxBytes: this.#maxBytes,
    };
  }

  #changed(state: RunState): void {
    this.requestUpdate();
    const result = state.kind === 'done' ? state.result : undefined;
    if (state.kind === 'checking' && state.progress) return;
    void this.#findings.show(result);
    this.#saved.show(result, this.#run.feed?.name ?? '');
    const ofProducts = result?.summary.kind === 'trainers' ? undefined : result;
    void this.#prices.show(ofProducts);
    this.#difference.show(ofProducts);
    this.#neighbours.show(ofProducts);
    tellOutcome(this, state);
  }

  protected override render(): TemplateResult {
    const wording = this.wording();
    const { t } = wording;
    const { state } = this.#run;
    const { summary } = this;
    return html`<section class="root" part="base" aria-label=${t.heading}>
      <slot name="heading"><h2 part="heading">${t.heading}</h2></slot>
      ${renderInput({
        wording,
        strict: this.strict,
        encoding: this.encoding ?? '',
        onFile: (file) => this.#intake.give({ kind: 'file', name: file.name, content: file }),
        fault: faultyField(state),
        onTyped: (field, value) => this.#intake.giveTyped(field, value),
        onMode: (strict) => (this.strict = strict),
        onEncoding: (encoding) => (this.encoding = encoding === '' ? undefined : encoding),
      })}
      ${renderOutcome({
        state,
        wording,
        problem: this.#findings.problem,
        onStop: () => this.#stop(),
        onAgain: () => void this.#run.again(),
      })}
      ${
        // Of what is no feed at all there is nothing else to tell.
        summary && (summary.isComplete || summary.products > 0)
          ? html`${this.#saved.render()}
            ${summary.errors + summary.warnings > 0 ? renderFindings(this.#findings, wording) : nothing}
            ${this.#prices.render()} ${this.#difference.render()} ${this.#neighbours.render()}`
          : nothing
      }
    </section>`;
  }

  /** The button goes, so the focus must have a place to be. */
  #stop(): void {
    this.cancel();
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('[part~="again-button"]')?.focus());
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'feed-check': FeedCheck;
  }
}
