import { DEFAULT_MAX_FILE_BYTES, type Enrollment } from '@enrollkit/core';
import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { HostBackend } from '../../base/backend/backend-context.js';
import { EnrollkitElement } from '../../base/enrollkit-element.js';
import { describeFileProblem } from '../../base/files/describe-file-problem.js';
import { fileUploadTerms } from '../../base/files/file-upload-terms.js';
import { toProblem } from '../../base/files/upload-problem.js';
import { warningIcon } from '../../base/icons.js';
import { formatInstant } from '../../base/language/formats.js';
import { plainText } from '../../base/language/plain-text.js';
import { readOneEnrollment } from '../../base/reading/read-enrollments.js';
import { baseStyles } from '../../base/styles/base.styles.js';
import { certificateUploadTerms } from '../../certificate-upload/certificate-upload-terms.js';
import { certificateWording } from '../../certificate-upload/certificate-wording.js';
import type { RefusedWritesTerms } from '../../terms/refused-writes.js';
import { refusedWritesTerms } from './refused-writes-terms.js';
import { refusedWritesStyles } from './refused-writes.styles.js';
import { refusedOf, type KeptWrite, type WriteQueue } from './write-queue.js';

/** By whom each list is shown: several `<enrollkit-backend>` of a page have one list between them. */
const shown = new WeakMap<WriteQueue, RefusedWrites>();

/** So many at a time: each has to be read, and a thousand of them would take the page. */
const AT_A_TIME = 20;

interface Refused {
  readonly backend: HostBackend;
  readonly queue: WriteQueue;
  readonly isTold: (item: KeptWrite) => boolean;
  /** The list is as it was; who tells of it may have left. */
  readonly isAgain: boolean;
}

/** Tells in this element what was refused, unless another one on the page does. */
export function showRefused(host: HTMLElement, { backend, queue, isTold, isAgain }: Refused): void {
  const root = host.shadowRoot;
  const there = shown.get(queue);
  if (!root || there?.isConnected) {
    if (isAgain) there?.look();
    return;
  }
  // A name that nobody else has: that of the host is this copy's own, also with a prefix.
  const tag = `${host.localName}-refused`;
  if (!customElements.get(tag)) customElements.define(tag, class extends RefusedWrites {});
  const notice = document.createElement(tag) as RefusedWrites;
  notice.backend = backend;
  notice.queue = queue;
  notice.isTold = isTold;
  notice.part.add('refused');
  shown.set(queue, notice);
  root.prepend(notice);
}

/**
 * What was chosen without a connection and refused when there was one, after the page that it was chosen on was gone: for
 * whom, why, and what can be done.
 */
class RefusedWrites extends EnrollkitElement {
  static override styles: CSSResultGroup = [baseStyles, refusedWritesStyles];

  queue: WriteQueue | undefined;
  isTold: Refused['isTold'] = () => false;

  #shown = AT_A_TIME;
  #writes: readonly KeptWrite[] = [];
  /** Whom they are about; `undefined`: nobody who can be found. */
  readonly #enrollments = new Map<string, Enrollment | undefined>();
  #stop: (() => void) | undefined;
  /** Until it is known whom they are about, there is nothing to say. */
  #isKnown = false;
  /** Where the focus goes when what had it is gone. */
  #isHandled = false;
  /** After so many rows the focus goes on, when they have come. */
  #goTo: number | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#stop = this.queue?.subscribe((items) => void this.#take(items));
    this.look();
  }

  look(): void {
    this.queue?.items().then(
      (items) => this.#take(items),
      () => undefined,
    );
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop?.();
  }

  async #take(items: readonly KeptWrite[]): Promise<void> {
    const writes = refusedOf(items, this.isTold);
    const known = new Set(this.#writes.map(({ id }) => id));
    const isNew = writes.some(({ id }) => !known.has(id));
    this.#writes = writes;
    // Of what was known before somebody may have chosen something else since.
    await this.#readShown(isNew);
    // A later list is shown already, maybe without these names.
    if (this.#writes !== writes) {
      this.requestUpdate();
      return;
    }
    this.#isKnown = true;
    // Somebody has decided elsewhere. What has the focus stays: a person is told here that it was the last.
    if (writes.length === 0 && !this.#isHandled && !this.matches(':focus-within')) this.remove();
    this.requestUpdate();
    await this.updateComplete;
    if (isNew) this.announce(this.#heading);
  }

  async #readShown(isAnew: boolean): Promise<void> {
    const ids = new Set(this.#writes.slice(0, this.#shown).map(({ enrollmentId }) => enrollmentId));
    await Promise.all([...ids].filter((id) => isAnew || !this.#enrollments.has(id)).map(this.#read));
  }

  readonly #more = async (): Promise<void> => {
    const before = this.#shown;
    this.#shown += AT_A_TIME;
    await this.#readShown(false);
    this.#goTo = before;
    this.requestUpdate();
  };

  readonly #read = async (id: string): Promise<void> => {
    const backend = this.resolvedBackend;
    if (typeof backend?.getEnrollment !== 'function') return;
    const read = readOneEnrollment(backend as Parameters<typeof readOneEnrollment>[0], id, {});
    this.#enrollments.set(id, await read.catch(() => undefined));
  };

  get #t(): RefusedWritesTerms {
    return this.terms(refusedWritesTerms);
  }

  get #heading(): string {
    const count = this.#writes.length;
    return count > 0 ? this.#t.heading(this.#counted(count)) : '';
  }

  #counted(count: number): { readonly count: number; readonly text: string } {
    return { count, text: new Intl.NumberFormat(this.localeTag).format(count) };
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const at = this.#goTo;
    this.#goTo = undefined;
    if (at !== undefined) this.renderRoot.querySelector<HTMLElement>(`li:nth-child(${at + 1}) button`)?.focus();
    if (!this.#isHandled) return;
    this.#isHandled = false;
    this.renderRoot.querySelector<HTMLElement>('[tabindex]')?.focus();
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.#isKnown) return nothing;
    const t = this.#t;
    const [first] = this.#writes;
    if (!first) return html`<p class="seen" tabindex="-1" @blur=${() => this.remove()}>${t.allSeen}</p>`;
    return html`<section class="notice" aria-labelledby="heading">
      <p class="heading" id="heading" tabindex="-1">${warningIcon}<strong>${this.#heading}</strong></p>
      <p>${t.explanation}</p>
      <ul>
        ${repeat(
          this.#writes.slice(0, this.#shown),
          ({ id }) => id,
          (write) => this.#renderWrite(write),
        )}
      </ul>
      ${
        this.#writes.length > this.#shown
          ? html`<button class="button more" type="button" @click=${this.#more}>
              ${t.more(this.#counted(this.#writes.length - this.#shown).text)}
            </button>`
          : nothing
      }
    </section>`;
  }

  #renderWrite(write: KeptWrite): TemplateResult {
    const t = this.#t;
    const what = this.#say(write);
    const day = formatInstant(write.queuedAt, this.localeTag, this.timeZone, 'long');
    const button = (label: string, act: () => Promise<void>): TemplateResult =>
      html`<button
        class="button"
        type="button"
        aria-label=${t.about(label, plainText(what))}
        @click=${() => void this.#decide(act)}
      >
        ${label}
      </button>`;
    return html`<li>
      <div class="what">
        <strong translate="no"><bdi>${what}</bdi></strong> ${t.keptOn(day)} ${this.#why(write)}
      </div>
      <div class="buttons">
        ${
          // Sending that again would be refused again.
          write.problem?.code === 'timeout' || write.problem?.issues?.some(({ path }) => path === 'file')
            ? nothing
            : button(this.#retryLabel(write), async () => this.queue?.retry(write.id))
        }
        ${button(write.fileName === undefined ? t.letGo : t.letFileGo, async () => this.queue?.discard(write.id))}
      </div>
    </li>`;
  }

  /** For whom, and what. */
  #say({ enrollmentId, to, fileName }: KeptWrite): string {
    const t = this.#t;
    const name = this.#enrollments.get(enrollmentId)?.participant.name ?? t.someone;
    if (fileName !== undefined) return t.certificate(name, fileName);
    return to ? t.status(name, this.common.statuses[to]) : t.cancellation(name);
  }

  #retryLabel({ to, problem }: KeptWrite): string {
    return to && problem?.code === 'conflict' ? this.#t.anyway(this.common.statuses[to]) : this.common.retry;
  }

  #why({ enrollmentId, to, fileName, problem }: KeptWrite): string {
    const t = this.#t;
    const { errors, statuses } = this.common;
    const enrollment = this.#enrollments.get(enrollmentId);
    switch (problem?.code) {
      case 'conflict':
        return enrollment && enrollment.status !== to ? t.theirs(statuses[enrollment.status]) : errors.conflict;
      case 'not-found':
        return t.gone;
      case 'timeout':
        return t.tooOld;
      case 'forbidden':
        return errors.forbidden;
      default:
        return fileName === undefined ? t.notAllowed : this.#whyFile(problem);
    }
  }

  /** What is wrong with the file, as where it is chosen. */
  #whyFile(problem: KeptWrite['problem']): string {
    const limits = { accept: ['application/pdf'], maxSizeBytes: DEFAULT_MAX_FILE_BYTES } as const;
    const facts = { ...limits, common: this.common, locale: this.localeTag };
    const wording = certificateWording(this.terms(certificateUploadTerms), this.terms(fileUploadTerms), facts);
    const found = toProblem(problem);
    const why = describeFileProblem(found, wording);
    const { errors } = this.common;
    if (why === errors.internal || why === errors.invalid) return this.#t.fileRefused;
    return found.code === 'duplicate' ? why : `${why} ${this.#t.fileAgain}`;
  }

  async #decide(act: () => Promise<void>): Promise<void> {
    this.#isHandled = true;
    try {
      await act();
    } catch {
      this.#isHandled = false;
      this.announce(this.common.errors['storage-unavailable']);
    }
  }
}
