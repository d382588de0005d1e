import { TEXT_LIMITS, type Backend, type Certification, type NewCertification } from '@enrollkit/core';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { AttemptKey } from '../base/backend/attempt-key.js';
import { tellChange } from '../base/backend/change-hub.js';
import { untilStored } from '../base/backend/kept-write.js';
import { problemOf, type Problem } from '../base/backend/problem.js';
import type { EnrollkitElement } from '../base/enrollkit-element.js';
import { warningIcon } from '../base/icons.js';
import { renderProblem } from '../base/reading/render-record.js';
import type { ProductCertificationsTerms } from '../terms/product-certifications.js';

const EMPTY = { name: '', description: '', requiresValidUntil: false };

interface NewOptions {
  readonly terms: () => ProductCertificationsTerms;
  /** The names that are taken. */
  readonly names: () => readonly string[];
  readonly onCreated: (certification: Certification) => void;
}

/** A certification that doesn't exist yet: what is filled in, what is missing, what went wrong. */
export class NewCertificationForm {
  readonly #host: EnrollkitElement;
  readonly #options: NewOptions;
  readonly #attempt = new AttemptKey();
  #isOpen = false;
  #values = EMPTY;
  #isChecked = false;
  #isBusy = false;
  #problem: Problem | undefined;

  constructor(host: EnrollkitElement, options: NewOptions) {
    this.#host = host;
    this.#options = options;
  }

  render(): TemplateResult {
    const terms = this.#options.terms();
    if (!this.#isOpen) {
      return html`<button class="button add" part="button add-button" type="button" @click=${this.#open}>
        ${terms.add}
      </button>`;
    }
    const fault = this.#isChecked ? this.#fault : undefined;
    return html`<form
      class="new"
      part="form"
      novalidate
      aria-label=${terms.add}
      @submit=${this.#onSubmit}
      @keydown=${this.#onKeydown}
    >
      <div class="field">
        <label for="name">${terms.name}</label>
        <input
          id="name"
          part="field"
          autocomplete="off"
          maxlength=${TEXT_LIMITS.line}
          aria-required="true"
          aria-invalid=${fault ? 'true' : nothing}
          aria-describedby=${fault ? 'name-fault' : nothing}
          .value=${live(this.#values.name)}
          @input=${(event: Event) => this.#change({ name: (event.target as HTMLInputElement).value })}
        />
        ${fault ? html`<p class="fault" part="fault" id="name-fault">${warningIcon}<bdi>${fault}</bdi></p>` : nothing}
      </div>
      <div class="field">
        <label for="description">${terms.description}</label>
        <textarea
          id="description"
          part="field"
          rows="2"
          maxlength=${TEXT_LIMITS.long}
          .value=${live(this.#values.description)}
          @input=${(event: Event) => this.#change({ description: (event.target as HTMLTextAreaElement).value })}
        ></textarea>
      </div>
      <label class="choice">
        <input
          type="checkbox"
          .checked=${live(this.#values.requiresValidUntil)}
          @change=${(event: Event) => this.#change({ requiresValidUntil: (event.target as HTMLInputElement).checked })}
        />
        <span>${terms.requiresValidUntil}</span>
      </label>
      <div role="alert">${this.#problem ? renderProblem(this.#host, this.#problem) : nothing}</div>
      <div class="actions">
        <button class="button" part="button cancel-button" type="button" @click=${this.#close}>
          ${this.#host.common.cancel}
        </button>
        <button class="button primary" part="button create-button" aria-disabled=${this.#isBusy}>
          ${this.#isBusy ? terms.creating : terms.create}
        </button>
      </div>
    </form>`;
  }

  get #fault(): string | undefined {
    const { nameMissing, nameTaken } = this.#options.terms();
    const name = this.#values.name.trim();
    if (name === '') return nameMissing;
    const isTaken = this.#options.names().some((other) => other.trim().toLowerCase() === name.toLowerCase());
    return isTaken ? nameTaken : undefined;
  }

  #change(part: Partial<typeof EMPTY>): void {
    this.#values = { ...this.#values, ...part };
    this.#host.requestUpdate();
  }

  readonly #open = (): void => {
    this.#isOpen = true;
    this.#isChecked = false;
    this.#host.requestUpdate();
    void this.#focus('#name');
  };

  /** What was filled in stays for the next time. */
  readonly #close = (): void => {
    this.#isOpen = false;
    this.#problem = undefined;
    this.#host.requestUpdate();
    void this.#focus('.add');
  };

  readonly #onKeydown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || this.#isBusy) return;
    event.stopPropagation();
    this.#close();
  };

  readonly #onSubmit = (event: Event): void => {
    event.preventDefault();
    if (this.#isBusy) return;
    this.#isChecked = true;
    this.#host.requestUpdate();
    if (this.#fault) void this.#focus('#name');
    else void this.#create();
  };

  async #create(): Promise<void> {
    const backend = this.#host.resolvedBackend as Backend;
    const [name, description] = [this.#values.name.trim(), this.#values.description.trim()];
    const { requiresValidUntil } = this.#values;
    const asked: NewCertification = { name, ...(description && { description }), requiresValidUntil };
    this.#isBusy = true;
    this.#problem = undefined;
    try {
      const write = backend.createCertification(asked, { idempotencyKey: this.#attempt.for(asked) });
      const made = await untilStored(write, () => {
        this.#problem = 'queued';
        this.#host.requestUpdate();
      });
      this.#attempt.forget();
      this.#isOpen = this.#isChecked = false;
      this.#values = EMPTY;
      this.#problem = undefined;
      tellChange(backend, { kind: 'certification', id: made.id });
      this.#options.onCreated(made);
    } catch (error) {
      this.#problem = problemOf(error);
    } finally {
      this.#isBusy = false;
      this.#host.requestUpdate();
    }
  }

  async #focus(selector: string): Promise<void> {
    await this.#host.updateComplete;
    this.#host.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }
}
