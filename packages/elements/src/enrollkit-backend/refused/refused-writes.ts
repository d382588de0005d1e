import type { Enrollment } from '@enrollkit/core';
import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { HostBackend } from '../../base/backend/backend-context.js';
import { EnrollkitElement } from '../../base/enrollkit-element.js';
import { warningIcon } from '../../base/icons.js';
import { formatInstant } from '../../base/language/formats.js';
import { plainText } from '../../base/language/plain-text.js';
import { readOneEnrollment } from '../../base/reading/read-enrollments.js';
import { baseStyles } from '../../base/styles/base.styles.js';
import type { RefusedWritesTerms } from '../../terms/refused-writes.js';
import { refusedWritesTerms } from './refused-writes-terms.js';
import { refusedWritesStyles } from './refused-writes.styles.js';
import { refusedOf, type KeptWrite, type WriteQueue } from './write-queue.js';

/** By whom each list is shown: several `<enrollkit-backend>` of a page have one list between them. */
const shown = new WeakMap<WriteQueue, RefusedWrites>();

/** Tells in this element what was refused, unless another one on the page does. */
export function showRefused(host: HTMLElement, backend: HostBackend, queue: WriteQueue): void {
  const root = host.shadowRoot;
  if (!root || shown.get(queue)?.isConnected) return;
  // A name that nobody else has: that of the host is this copy's own, also with a prefix.
  const tag = `${host.localName}-refused`;
  if (!customElements.get(tag)) customElements.define(tag, class extends RefusedWrites {});
  const notice = document.createElement(tag) as RefusedWrites;
  notice.backend = backend;
  notice.queue = queue;
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

  #writes: readonly KeptWrite[] = [];
  /** Whom they are about; `undefined`: nobody who can be found. */
  readonly #enrollments = new Map<string, Enrollment | undefined>();
  #stop: (() => void) | undefined;
  /** Until it is known whom they are about, there is nothing to say. */
  #isKnown = false;
  /** Where the focus goes when what had it is gone. */
  #isHandled = false;

  override connectedCallback(): void {
    super.connectedCallback();
    const take = (items: readonly KeptWrite[]): void => void this.#take(items);
    this.#stop = this.queue?.subscribe(take);
    this.queue?.items().then(take, () => undefined);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop?.();
  }

  async #take(items: readonly KeptWrite[]): Promise<void> {
    const writes = refusedOf(items);
    const known = new Set(this.#writes.map(({ id }) => id));
    const isNew = writes.some(({ id }) => !known.has(id));
    this.#writes = writes;
    // Of what was known before somebody may have chosen something else since.
    if (isNew) await Promise.all([...new Set(writes.map(({ enrollmentId }) => enrollmentId))].map(this.#read));
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
    return count > 0 ? this.#t.heading({ count, text: new Intl.NumberFormat(this.localeTag).format(count) }) : '';
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
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
          this.#writes,
          ({ id }) => id,
          (write) => this.#renderWrite(write),
        )}
      </ul>
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
          write.problem?.code === 'timeout'
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
        return fileName === undefined ? t.notAllowed : t.fileRefused;
    }
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
