/**
 * The base of every element. How an element is laid out, the same for each (`<my-widget>` as example):
 *
 *   my-widget/my-widget.ts          class MyWidget extends EnrollkitElement, and its HTMLElementTagNameMap; registers nothing
 *   my-widget/my-widget.styles.ts   export const myWidgetStyles = css`...`; static styles = [baseStyles, myWidgetStyles]
 *   my-widget/my-widget-events.ts   the details of its events, and GlobalEventHandlersEventMap
 *   my-widget/my-widget-terms.ts    export const myWidgetTerms = localTerms('my-widget', nl, { en: load, … })
 *   my-widget/define.ts             defineElement('my-widget', MyWidget); export * from './my-widget.js'
 *   terms/my-widget.ts              interface MyWidgetTerms: the sentences; values are arguments, already formatted strings
 *   terms/nl/my-widget.ts, and in each language    export const nl, en, …: MyWidgetTerms. A missing one doesn't compile
 *
 * In the class: `const t = this.terms(myWidgetTerms)`, `this.common` for shared terms, `this.localeTag` for the formats of
 * language/formats.ts, `this.timeZone`, `this.now()`. Reading: `new RecordController(this, {...})`, shown with
 * `renderRecord`. Events: `ask` before, `tell` after. Add your interface to terms/term-slices.ts, your class to index.ts
 * and define-elements.ts.
 */
import type { Instant } from '@enrollkit/core';
import { DEFAULT_TIME_ZONE } from '@enrollkit/core';
import {
  LitElement,
  ReactiveElement,
  render,
  type PropertyDeclarations,
  type PropertyValues,
  type ReactiveController,
} from 'lit';
import { commonTerms } from '../terms/common-terms.js';
import type { CommonTerms } from '../terms/common.js';
import { readFalse } from './boolean-attribute.js';
import { getDefaultBackend, onDefaultBackend, type HostBackend } from './backend/backend-context.js';
import { version } from '../version.js';
import { internalsOf } from './element-internals.js';
import { ForeignChanges } from './foreign-changes.js';
import { isTimeZone } from './language/formats.js';
import { loadTerms, spokenLocale } from '../terms/local-terms.js';
import { directionOf, localeOf, observeLang } from './language/locale.js';
import { RecordController, type RecordState } from './reading/record-controller.js';
import { renderProblem } from './reading/render-record.js';
import { requestBackend } from './backend/request-backend.js';
import { takeOver } from './server-rendered.js';
import { adoptStyles, styledRoot } from './styles/styled-root.js';
import { warnOnce } from './warn-once.js';

/** What Lit does of an update before it renders. */
// oxlint-disable-next-line typescript/dot-notation -- it is protected.
const reflectOnly = ReactiveElement.prototype['update'];

const NOT_A_BACKEND: HostBackend = {};

/** Fields that the page itself put into a slot pass by the root too. */
function keepInside(this: Node, event: Event): void {
  if ((event.target as Node).getRootNode() === this) event.stopPropagation();
}

/** Backend, language and announcements: what all elements have in common. */
export abstract class EnrollkitElement extends LitElement {
  /** @internal */
  static readonly version = version;

  static override properties: PropertyDeclarations = {
    backend: { attribute: false },
    locale: {},
  };

  /** @internal */
  protected static override finalize(): void {
    super.finalize();
    readFalse(this);
  }

  /** Where this element reads and writes. Without it: the nearest `<enrollkit-backend>`, else `setDefaultBackend()`. */
  backend: HostBackend | undefined;

  /** Language and region, as `nl` or `en-GB`. Without it: the nearest `lang`, else Dutch. */
  locale: string | undefined;

  protected readonly internals: ElementInternals = internalsOf(this);
  /** The custom states, once there was one: most elements of a long list never have any. */
  #states: CustomStateSet | undefined;
  /** Present while an `<enrollkit-backend>` around it answers; its `backend` is `undefined` while that is being made. */
  #provided: { readonly backend: HostBackend | undefined } | undefined;
  #hasAsked = false;
  readonly #cleanUps: (() => void)[] = [];
  readonly #foreignChanges = new ForeignChanges(() => this.requestUpdate());
  readonly #records: { readonly state: RecordState<unknown> }[] = [];
  /** Its tree is what a server rendered, for as long as there is nothing newer to show. */
  #isRendered = false;
  #pageLocale = '';
  #localeTag = '';

  override connectedCallback(): void {
    // An element that moved must not keep the backend of the place it left.
    this.#provided = undefined;
    this.#hasAsked = false;
    super.connectedCallback();
    this.#cleanUps.push(
      onDefaultBackend(() => this.requestUpdate()),
      observeLang(this, () => {
        if (spokenLocale(localeOf(this, this.locale)) !== this.#localeTag) this.requestUpdate();
      }),
    );
    this.#askForBackend();
    this.requestUpdate();
  }

  /** Who was given a backend needs nobody else's, until it is taken away. */
  #askForBackend(): void {
    if (this.backend || this.#hasAsked || !this.isConnected) return;
    this.#hasAsked = true;
    this.#cleanUps.push(
      requestBackend(this, (backend) => {
        this.#provided = { backend };
        this.requestUpdate();
      }),
    );
  }

  /** @internal The element has moved to another document. */
  adoptedCallback(): void {
    adoptStyles(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const cleanUp of this.#cleanUps.splice(0)) cleanUp();
  }

  /** Waits for the page's language, so that nothing is first said in another one. */
  // oxlint-disable-next-line typescript/no-invalid-void-type -- Lit's own type
  protected override scheduleUpdate(): void | Promise<unknown> {
    return loadTerms(localeOf(this, this.locale))?.then(() => this.scheduleUpdate()) ?? super.scheduleUpdate();
  }

  override addController(controller: ReactiveController): void {
    if (controller instanceof RecordController) this.#records.push(controller);
    super.addController(controller);
  }

  protected override willUpdate(_changed: PropertyValues<this>): void {
    this.#askForBackend();
    this.#pageLocale = localeOf(this, this.locale);
    this.#localeTag = spokenLocale(this.#pageLocale);
  }

  /**
   * An element never throws into the host page. What can't be shown, as a rule a wrong answer of the host's own backend, is
   * a problem to the person and a warning to the developer.
   */
  protected override performUpdate(): void {
    if (!this.#foreignChanges.takeBack()) this.#beginRootAnew();
    try {
      super.performUpdate();
    } catch (error) {
      warnOnce('not-shown', [this.localName], error);
      render(renderProblem(this, 'internal'), this.renderRoot, this.renderOptions);
      this.toggleState('loading', false);
      this.toggleState('failed', true);
    }
    this.#markLanguage();
    this.#foreignChanges.forget(this.renderRoot as ShadowRoot);
  }

  /**
   * What a server rendered stays until the element knows as much: its record may have to be asked for first. Then it is
   * replaced, in one go and without a part of it being kept: between the two a clock, a record and a language may differ.
   */
  protected override update(changed: PropertyValues): void {
    if (this.#isRendered) {
      this.#isRendered = this.#records.some(({ state }) => state.kind === 'loading');
      if (this.#isRendered) {
        reflectOnly.call(this, changed);
        return;
      }
      this.#beginRootAnew();
      takeOver(this);
    }
    super.update(changed);
  }

  /** Others have left nothing of the tree that could be gone on with. */
  #beginRootAnew(): void {
    const anchor = document.createComment('');
    this.renderRoot.replaceChildren(anchor);
    // Lit keeps what it knows of a tree at this node.
    this.renderOptions.renderBefore = anchor;
  }

  /**
   * Says on the outermost parts which language this is. In one that isn't the page's own, its direction too: English on an
   * Arabic page would have its full stops in front.
   */
  #markLanguage(): void {
    const locale = this.#localeTag;
    const dir = this.locale || locale !== this.#pageLocale ? directionOf(locale) : '';
    for (const part of this.renderRoot.children as Iterable<HTMLElement>) {
      if (part.lang !== locale) part.lang = locale;
      if (part.dir !== dir) part.dir = dir;
    }
  }

  /** The browser lets `input` out of a shadow root, other than `change`; the page's own listeners aren't meant by it. */
  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    this.#isRendered = (this.shadowRoot?.childElementCount ?? 0) > 0;
    const root = styledRoot(this, () => super.createRenderRoot());
    root.addEventListener('input', keepInside);
    return root;
  }

  /** @internal The backend that holds now; `undefined` when there is none (yet). */
  get resolvedBackend(): HostBackend | undefined {
    const backend: unknown = this.backend ?? (this.#provided ? this.#provided.backend : getDefaultBackend());
    if (backend === undefined || backend === null) return undefined;
    // Whatever else a page hands in can do nothing, and the element says so.
    return typeof backend === 'object' ? backend : NOT_A_BACKEND;
  }

  /** @internal Whether an `<enrollkit-backend>` around it has yet to get its backend, and says so if it never comes. */
  get isBackendPromised(): boolean {
    return !this.backend && this.#provided !== undefined && !this.#provided.backend;
  }

  /** @internal IANA name of the zone in which the provider's days begin. */
  get timeZone(): string {
    const zone = this.resolvedBackend?.timeZone ?? DEFAULT_TIME_ZONE;
    if (isTimeZone(zone)) return zone;
    warnOnce('time-zone-unknown', [zone, DEFAULT_TIME_ZONE]);
    return DEFAULT_TIME_ZONE;
  }

  /** @internal The present moment, by the backend's clock if it has one. */
  now(): Instant {
    return this.resolvedBackend?.clock?.() ?? new Date().toISOString();
  }

  /** @internal The language that is spoken, with the page's region: for terms, `Intl`, and `lang` on the outermost part. */
  get localeTag(): string {
    return this.#localeTag;
  }

  /** @internal The terms of one element in the language that holds now. */
  protected terms<Terms>(forLocale: (locale: string) => Terms): Terms {
    return forLocale(this.#localeTag);
  }

  /** @internal The terms that elements share. */
  get common(): CommonTerms {
    return this.terms(commonTerms);
  }

  /** @internal Has a screen reader say it, when it is done with what it is saying. */
  announce(sentence: string): void {
    if (!sentence) return;
    const lang = this.#localeTag;
    const said = { text: sentence, lang, dir: directionOf(lang) };
    // Most elements on most pages never say anything. Where it can't be loaded, what is said can still be seen.
    void import('./announcer.js').then(
      ({ announceFor }) => announceFor(this, said),
      () => undefined,
    );
  }

  /** @internal What is known of the record, as `:state(loading)` and `:state(failed)`. */
  protected toggleRecordStates({ kind }: RecordState<unknown>): void {
    this.toggleState('loading', kind === 'loading');
    this.toggleState('failed', kind === 'missing' || kind === 'failed');
  }

  /** @internal Turns a custom state, as in `:state(loading)`, on or off. */
  toggleState(name: string, on: boolean): void {
    if (on) (this.#states ??= this.internals.states).add(name);
    else this.#states?.delete(name);
  }
}
