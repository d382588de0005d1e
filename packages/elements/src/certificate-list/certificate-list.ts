import { dayOf, type Certificate } from '@enrollkit/core';
import {
  html,
  nothing,
  type CSSResultGroup,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import { EnrollkitElement } from '../base/enrollkit-element.js';
import { formatQuantity } from '../base/language/formats.js';
import { sayTotal } from '../base/language/say-total.js';
import { RecordController } from '../base/reading/record-controller.js';
import { renderProblem, renderRecord } from '../base/reading/render-record.js';
import { baseStyles } from '../base/styles/base.styles.js';
import { formStyles } from '../base/styles/form.styles.js';
import { roomStyles } from '../base/styles/room.styles.js';
import { warnOnce } from '../base/warn-once.js';
import type { CertificateListTerms, ShownCertificates } from '../terms/certificate-list.js';
import { CertificateActions } from './certificate-actions.js';
import { certificateListStyles } from './certificate-list.styles.js';
import { certificateListTerms } from './certificate-list-terms.js';
import { readFirst, withChanged, type CertificatePages } from './certificate-pages.js';
import { ChangedCertificates } from './changed-certificates.js';
import { belongs, certificateQuery, stateOf, type ListChoice } from './list-query.js';
import { ListWork } from './list-work.js';
import { renderFilters } from './render-filters.js';
import { nameOf, renderMore, renderRows, renderSkeleton } from './render-rows.js';

export type * from './certificate-list-events.js';

const PAGE_SIZE = 50;
const DEFAULT_DAYS = 90;
/** A person is still typing until then. */
const TYPING_MS = 250;

/**
 * All certificates that the viewer may see, what expires first at the top: of one enrollment, one person or one certification,
 * or without any of them all there are. Each can be looked at and downloaded; with `removable`, removed by whoever may.
 *
 * @summary Lists certificates: whose they are, how long they are valid, and what expires soon.
 * @tag certificate-list
 *
 * @slot heading - Replaces the heading, for a host with its own heading levels.
 *
 * @fires {CustomEvent<CertificateOpenDetail>} ek-certificate-open - Before a certificate is shown or downloaded. `preventDefault()` leaves it to the page.
 *
 * @csspart base - Everything.
 * @csspart heading - The heading.
 * @csspart filters - What is looked for.
 * @csspart search - The field to search in.
 * @csspart shown - Which certificates are shown.
 * @csspart export-button - Saves the list as CSV.
 * @csspart list - The certificates.
 * @csspart certificate - One of them.
 * @csspart name - What it is for.
 * @csspart holder - Whose it is.
 * @csspart state - Whether it is valid, expires soon or has expired, or waits for approval.
 * @csspart preview - The first page, when asked for.
 * @csspart preview-button - Shows and hides the first page.
 * @csspart download-button - Has the file.
 * @csspart remove-button - Removes it, after asking.
 * @csspart dialog - Asks before it is removed.
 * @csspart more-button - Shows more of them.
 * @csspart count - How many there are.
 * @csspart empty - That there are none.
 * @csspart button - Any button.
 * @csspart retry-button - Tries to read again.
 * @csspart problem - What went wrong and what to do.
 * @csspart icon - Any icon.
 *
 * @cssprop [--ek-accent=AccentColor] - Colour of what can be pressed.
 * @cssprop [--ek-success] - Tone of what is valid.
 * @cssprop [--ek-warning] - Tone of what expires soon.
 * @cssprop [--ek-danger] - Tone of what has expired, and of problems.
 *
 * @cssState loading - They are being read.
 * @cssState failed - They can't be read.
 * @cssState empty - There are none.
 */
export class CertificateList extends EnrollkitElement {
  static override properties: PropertyDeclarations = {
    enrollmentId: { attribute: 'enrollment-id' },
    email: {},
    certificationId: { attribute: 'certification-id' },
    expiringWithin: { type: Number, attribute: 'expiring-within' },
    removable: { type: Boolean },
    search: { state: true },
    shown: { state: true },
  };

  static override styles: CSSResultGroup = [baseStyles, roomStyles, formStyles, certificateListStyles];

  /** Only those of this enrollment. */
  enrollmentId: string | undefined;

  /** Only those of the person with this e-mail address. */
  email: string | undefined;

  /** Only those for this certification. */
  certificationId: string | undefined;

  /** How many days before its end one counts as expiring soon. */
  expiringWithin = DEFAULT_DAYS;

  /** Offers removing, to whoever may. */
  removable = false;

  private search = '';
  private shown: ShownCertificates = 'all';

  readonly #record = new RecordController(this, {
    id: () => JSON.stringify(certificateQuery(this.#choice)),
    attribute: 'enrollment-id',
    needs: ['listCertificates'],
    read: async (backend, _id, options) =>
      readFirst(backend, certificateQuery(this.#choice), { ...options, wanted: this.#wanted }),
    concerns: (change) => {
      if (change.kind === 'certificate') this.#changed.hear(change);
      // Whether it is verified stands with each of its certificates.
      return change.kind === 'certification';
    },
  });
  readonly #changed = new ChangedCertificates({
    backend: () => this.resolvedBackend,
    onRead: (id, certificate) => this.#replace(id, certificate),
    onMany: () => this.#record.reload(),
  });
  readonly #actions = new CertificateActions(this, {
    terms: () => this.#terms,
    nameOf,
    onRemoved: (certificate) => this.#removed(certificate),
  });
  readonly #work = new ListWork(this, { terms: () => this.#terms, choice: () => this.#choice });
  #wanted = PAGE_SIZE;
  #last: CertificatePages | undefined;
  #typing: ReturnType<typeof setTimeout> | undefined;
  #isSearching = false;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#typing);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has('enrollmentId') || changed.has('email') || changed.has('certificationId')) {
      // Another person's certificates must not be seen, not even for a moment.
      this.#last = undefined;
      this.#wanted = PAGE_SIZE;
    }
    const { state } = this.#record;
    if (state.kind === 'ready') {
      if (this.#isSearching) this.announce(this.#countOf(state.record));
      this.#isSearching = false;
      this.#last = state.record;
    }
    this.toggleRecordStates(state);
    this.toggleState('empty', state.kind === 'ready' && state.record.total === 0);
  }

  get #terms(): CertificateListTerms {
    return this.terms(certificateListTerms);
  }

  get #days(): number {
    const days = this.expiringWithin;
    if (Number.isInteger(days) && days >= 0 && days <= 36_500) return days;
    warnOnce('days-unreadable', [String(days), String(DEFAULT_DAYS)]);
    return DEFAULT_DAYS;
  }

  get #choice(): ListChoice {
    const { enrollmentId, email, certificationId, shown, search } = this;
    const today = dayOf(this.now(), this.timeZone);
    return { enrollmentId, email, certificationId, shown, search, expiringWithin: this.#days, today };
  }

  /** One that changed takes its place, or leaves. The list isn't read again for it. */
  #replace(id: string, certificate: Certificate | undefined): void {
    const { state } = this.#record;
    if (state.kind !== 'ready') return;
    const isShown = certificate && belongs(certificate, this.#choice);
    this.#keep(withChanged(state.record, id, isShown ? certificate : undefined));
  }

  #keep(pages: CertificatePages): void {
    this.#last = pages;
    this.#record.show(pages);
  }

  #removed(certificate: Certificate): void {
    this.announce(this.#terms.removed(nameOf(certificate)));
    const rows = [...this.renderRoot.querySelectorAll<HTMLElement>('.row')];
    const index = rows.findIndex((row) => row.dataset.certificate === certificate.id);
    this.#replace(certificate.id, undefined);
    // The button that had the focus is gone with its row.
    const next = rows[index + 1] ?? rows[index - 1];
    void this.updateComplete.then(() => (next ?? this.renderRoot.querySelector<HTMLElement>('select'))?.focus());
  }

  readonly #onSearch = (event: Event): void => {
    const { value } = event.target as HTMLInputElement;
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => this.#look(() => (this.search = value)), TYPING_MS);
  };

  readonly #onShown = (event: Event): void => {
    const { value } = event.target as HTMLSelectElement;
    this.#look(() => (this.shown = value as ShownCertificates));
  };

  #look(choose: () => void): void {
    choose();
    this.#wanted = PAGE_SIZE;
    this.#isSearching = true;
  }

  readonly #onMore = async (): Promise<void> => {
    const pages = this.#last;
    const more = pages && (await this.#work.more(pages, PAGE_SIZE));
    if (!more) return;
    this.#wanted = more.certificates.length;
    this.#keep(more);
    await this.updateComplete;
    const first = more.certificates[pages.certificates.length];
    if (first) this.renderRoot.querySelector<HTMLElement>(`[data-certificate="${CSS.escape(first.id)}"]`)?.focus();
  };

  #countOf(pages: CertificatePages): string {
    return this.#terms.count(sayTotal(pages, this.#terms, this.localeTag));
  }

  protected override render(): TemplateResult {
    const terms = this.#terms;
    const { state } = this.#record;
    return html`<section class="root" part="base" aria-label=${terms.heading} aria-busy=${state.kind === 'loading'}>
      <slot name="heading"><h2 part="heading">${terms.heading}</h2></slot>
      ${this.#renderFilters(state.kind === 'ready' ? state.record : this.#last)}
      ${renderRecord(this, this.#record, {
        loading: () => (this.#last ? this.#renderPages(this.#last, true) : renderSkeleton(this.common)),
        ready: (pages) => this.#renderPages(pages, false),
      })}
      ${this.#work.problem ? renderProblem(this, this.#work.problem) : nothing} ${this.#actions.renderDialog()}
    </section>`;
  }

  #renderFilters(pages: CertificatePages | undefined): TemplateResult | typeof nothing {
    if (!this.#isChosen && (pages?.total ?? 0) === 0) return nothing;
    return renderFilters({
      terms: this.#terms,
      search: this.search,
      shown: this.shown,
      days: formatQuantity(String(this.#days), 'days', this.localeTag),
      isProvider: this.shown === 'pending' || pages?.certificates.some((each) => each.allowed?.length) === true,
      isBusy: this.#work.isBusy,
      onSearch: this.#onSearch,
      onShown: this.#onShown,
      onExport: () => void this.#work.export(),
    });
  }

  get #isChosen(): boolean {
    return this.search.trim() !== '' || this.shown !== 'all';
  }

  #renderPages(pages: CertificatePages, isOlder: boolean): TemplateResult {
    const terms = this.#terms;
    const { certificates, total } = pages;
    if (certificates.length === 0) {
      return html`<p class="muted" part="empty">${this.#isChosen ? terms.noneFound : terms.none}</p>`;
    }
    const choice = this.#choice;
    return html`${renderRows({
      terms,
      common: this.common,
      locale: this.localeTag,
      today: choice.today,
      certificates,
      isOlder,
      showsHolder: !this.enrollmentId && !this.email,
      backend: this.resolvedBackend,
      actions: this.#actions,
      isRemovable: this.removable,
      stateOf: (certificate) => stateOf(certificate, choice),
    })}
    ${renderMore({
      terms,
      count: this.#countOf(pages),
      onMore: total > certificates.length ? () => void this.#onMore() : undefined,
      isBusy: this.#work.isBusy,
    })}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'certificate-list': CertificateList;
  }
}
