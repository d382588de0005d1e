import { LitElement, css, html, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { readFalse } from '../base/boolean-attribute.js';
import { NO_BACKEND, type HostBackend } from '../base/backend/backend-context.js';
import { Patience } from '../base/backend/patience.js';
import { BackendProvider } from '../base/backend/provide-backend.js';
import { adoptStyles, styledRoot } from '../base/styles/styled-root.js';
import { warnOnce } from '../base/warn-once.js';
import { version } from '../version.js';
import { backendFactory, onBackendType, type BackendConfig, type OwnedBackend } from './backend-types.js';
import { RefusedWatch } from './refused/refused-watch.js';

/**
 * Above what stands in it, it tells what was chosen without a connection and refused by the server after the page was left:
 * for whom, why, and what can be done.
 *
 * @summary Gives the elements inside it their backend.
 * @tag enrollkit-backend
 * @slot - The part of the page that uses this backend.
 *
 * @csspart refused - What was refused, above that; only when there is such a thing.
 */
export class EnrollkitBackend extends LitElement {
  /** @internal */
  static readonly version = version;

  static override properties: PropertyDeclarations = {
    type: {},
    baseUrl: { attribute: 'base-url' },
    database: {},
    timeZone: { attribute: 'time-zone' },
    backend: { attribute: false },
    tokenUrl: { attribute: 'token-url' },
    visitor: { type: Boolean },
    providerId: { attribute: 'provider-id' },
    getToken: { attribute: false },
  };

  /** @internal */
  protected static override finalize(): void {
    super.finalize();
    readFalse(this);
  }

  /**
   * A plain block, for the page's own rules to lay out: themes give width and margins to every child of their content, and
   * a box that isn't there would take them in vain. The slot in it is no box, so margins collapse as in a `<div>`.
   */
  static override styles = css`
    :host {
      display: block;
    }

    :host([hidden]) {
      display: none;
    }
  `;

  /** Kind of backend: `indexeddb`, `rest`, or one that the page added with `defineBackendType()`. */
  type: string | undefined;

  /** Address of the server, for `rest`. */
  baseUrl: string | undefined;

  /** Name of the database in the browser, for `indexeddb`. */
  database: string | undefined;

  /** IANA name of the zone in which the provider's days begin. Default Europe/Amsterdam. */
  timeZone: string | undefined;

  /** A backend of the page's own, in place of `type`. A plain object with only the methods that are used will do. */
  backend: HostBackend | undefined;

  /** The page's own address that answers `{ "token": "..." }` to whoever is signed in, for `rest`. In place of `getToken`. */
  tokenUrl: string | undefined;

  /** Reads what is public without a token, for `rest`. Without it requests wait for the page to give one. */
  visitor = false;

  /** Whose records, for `rest`: needed by visitors of a server with several providers. */
  providerId: string | undefined;

  /** Gives the token for a request. May be set later, and replaced at any time. */
  getToken: BackendConfig['getToken'] | undefined;

  readonly #provider = new BackendProvider(this);
  readonly #refused = new RefusedWatch(this);
  /** Neither the page's own backend nor the script that knows its type need be there at first. */
  readonly #patience = new Patience(this, () => !this.backend && !this.#made);
  readonly #cleanUps: (() => void)[] = [];
  /** What `#made` was made from: other attributes make another backend. */
  #madeFrom = '';
  #made: OwnedBackend | undefined;
  #leaving: AbortController | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#provider.announce();
    this.#cleanUps.push(onBackendType(() => this.requestUpdate()));
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const cleanUp of this.#cleanUps.splice(0)) cleanUp();
    // Moving takes it off the page for a moment only: the backend stays then.
    queueMicrotask(() => {
      if (!this.isConnected) this.#close();
    });
  }

  /** @internal The element has moved to another document. */
  adoptedCallback(): void {
    adoptStyles(this);
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    return styledRoot(this, () => super.createRenderRoot());
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (this.isConnected) {
      const backend = this.backend ?? this.#backendOfType() ?? this.#missingBackend();
      this.#provider.setBackend(backend);
      this.#refused.watch(backend);
    }
    if (changed.has('getToken')) this.#made?.tokenChanged?.();
  }

  override render(): TemplateResult {
    return html`<slot></slot>`;
  }

  #backendOfType(): HostBackend | undefined {
    const { type, baseUrl, database, timeZone, tokenUrl, providerId, visitor } = this;
    if (type === undefined) return undefined;
    const from = JSON.stringify([type, baseUrl, database, timeZone, tokenUrl, providerId, visitor]);
    if (this.#made && this.#madeFrom === from) return this.#made;
    this.#close();

    const factory = backendFactory(type);
    if (!factory) return undefined;
    this.#leaving = new AbortController();
    try {
      this.#made = factory({
        ...(baseUrl !== undefined && { baseUrl }),
        ...(database !== undefined && { database }),
        ...(timeZone !== undefined && { timeZone }),
        ...(tokenUrl !== undefined && { tokenUrl }),
        ...(providerId !== undefined && { providerId }),
        getToken: (options) => this.getToken?.(options),
        visitor,
        isTokenReady: () => this.getToken !== undefined,
        signal: this.#leaving.signal,
      });
      this.#madeFrom = from;
      return this.#made;
    } catch (error) {
      // The page goes on without it; the elements say that they can't.
      warnOnce('backend-not-made', [this.localName, type], error);
      return NO_BACKEND;
    }
  }

  /** Elements inside wait, and once that has been long enough they say that they aren't set up. */
  #missingBackend(): HostBackend | undefined {
    if (!this.#patience.isOver) return undefined;
    if (this.type === undefined) warnOnce('backend-without-type', [this.localName]);
    else warnOnce('backend-type-unknown', [this.localName, this.type]);
    return NO_BACKEND;
  }

  #close(): void {
    const made = this.#made;
    this.#made = undefined;
    this.#leaving?.abort();
    this.#provider.setBackend(undefined);
    this.#refused.watch(undefined);
    const closed = async (): Promise<void> => made?.close?.();
    closed().catch((error: unknown) => {
      warnOnce('backend-not-closed', [], error);
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'enrollkit-backend': EnrollkitBackend;
  }
}
