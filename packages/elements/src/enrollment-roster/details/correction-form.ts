import {
  dayOf,
  hasErrorCode,
  TEXT_LIMITS,
  type Backend,
  type Enrollment,
  type Participant,
  type ParticipantCorrection,
  type StartingDate,
  type StoredProduct,
} from '@enrollkit/core';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { tellChange } from '../../base/backend/change-hub.js';
import { keptWrite } from '../../base/backend/kept-write.js';
import { problemOf, type Problem } from '../../base/backend/problem.js';
import type { EnrollkitElement } from '../../base/enrollkit-element.js';
import { formatDay } from '../../base/language/formats.js';
import { newKey } from '../../base/new-key.js';
import { partOf } from '../../base/part.js';
import { may } from '../../base/reading/may.js';
import { renderProblem } from '../../base/reading/render-record.js';
import { readEnrollment } from '../../enrollment-status/read-enrollment.js';
import type { EnrollmentRosterTerms } from '../../terms/enrollment-roster.js';
import { startWords } from '../filters/render-filters.js';

type FieldName = 'name' | 'email' | 'employerId' | 'externalId';
type Fault = keyof EnrollmentRosterTerms['faults'];

interface StartChoice {
  readonly start: StartingDate;
  readonly words: string;
  readonly isOpen: boolean;
}

interface FormOptions {
  readonly terms: () => EnrollmentRosterTerms;
  readonly locale: () => string;
  readonly product: (id: string) => StoredProduct | undefined;
  readonly accept: (enrollment: Enrollment) => void;
}

/** Loaded with the panel: hardly anybody moves anybody. */
const speech = partOf(() => import('./start-speech.js'));

/** Looks like an address. Whether it is one only a mail server knows. */
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** Setting right who takes part, and moving them to another start. What was there stays in the history. */
export class CorrectionForm {
  readonly #host: EnrollkitElement;
  readonly #options: FormOptions;
  #draft: Partial<Record<FieldName, string>> = {};
  #start: string | undefined;
  #faults: Partial<Record<FieldName, Fault>> = {};
  #problem: Problem | undefined;
  /** Codes of why the backend refused. */
  #refused: readonly string[] = [];
  #isBusy = false;
  /** Its key stays for a retry of the same. */
  #attempt: { readonly of: string; readonly key: string } | undefined;

  constructor(host: EnrollkitElement, options: FormOptions) {
    this.#host = host;
    this.#options = options;
  }

  reset(): void {
    this.#draft = {};
    this.#start = undefined;
    this.#faults = {};
    this.#problem = undefined;
    this.#refused = [];
  }

  /** Has there be what is said of the starts, in the language of the page. */
  async prepare(): Promise<void> {
    if (!speech.loaded && (await speech.load())) this.#host.requestUpdate();
  }

  render(enrollment: Enrollment): TemplateResult | typeof nothing {
    const backend = this.#host.resolvedBackend;
    const terms = this.#options.terms();
    const corrects = typeof backend?.correctEnrollment === 'function' && may('enrollment.correct', enrollment);
    const moves = typeof backend?.changeStart === 'function' && may('enrollment.change-start', enrollment);
    if (!corrects && !moves) return nothing;
    const refusal = this.#refusal;
    return html`<details class="correction" part="correction">
      <summary>${terms.correct}</summary>
      ${corrects ? this.#renderFields(enrollment, terms) : nothing}
      ${moves ? this.#renderStart(enrollment, terms) : nothing}
      <div role="alert">
        ${
          refusal
            ? html`<p class="fault"><bdi>${refusal}</bdi></p>`
            : this.#problem
              ? renderProblem(this.#host, this.#problem)
              : nothing
        }
      </div>
    </details>`;
  }

  #renderFields(enrollment: Enrollment, terms: EnrollmentRosterTerms): TemplateResult {
    const { participant } = enrollment;
    const words: Readonly<Record<FieldName, string>> = {
      name: terms.name,
      email: terms.email,
      employerId: terms.employer,
      externalId: terms.reference,
    };
    return html`<form novalidate @submit=${(event: Event) => this.#onSubmit(event, enrollment)}>
      ${Object.entries(words).map(([name, word]) => {
        const fault = this.#faults[name as FieldName];
        return html`<label class="line">
          <span>${word}</span>
          <input
            class="field"
            part="field"
            name=${name}
            type=${name === 'email' ? 'email' : 'text'}
            autocomplete="off"
            aria-invalid=${fault ? 'true' : nothing}
            aria-describedby=${fault ? `fault-${name}` : nothing}
            .value=${live(this.#draft[name as FieldName] ?? participant[name as FieldName] ?? '')}
            @input=${(event: Event) => this.#onInput(name as FieldName, event)}
          />
          ${fault ? html`<span class="fault" id="fault-${name}"><bdi>${terms.faults[fault]}</bdi></span>` : nothing}
        </label>`;
      })}
      <button class="button primary" part="button save-button" aria-disabled=${this.#isBusy}>
        ${this.#isBusy ? terms.saving : terms.save}
      </button>
    </form>`;
  }

  #renderStart(enrollment: Enrollment, terms: EnrollmentRosterTerms): TemplateResult | typeof nothing {
    const product = this.#options.product(enrollment.productId);
    const choices = product ? this.#choicesOf(product, enrollment.startingDateId) : [];
    const { startingDateId: own = '', startDate, startDateIsMonthOnly } = enrollment;
    if (choices.every(({ start }) => start.id === own)) return nothing;
    const chosen = this.#start ?? own;
    // A start that the course doesn't have any more, or never had.
    const unlisted = startDate ? formatDay(startDate, this.#options.locale(), startDateIsMonthOnly) : terms.none;
    return html`<form class="move" @submit=${(event: Event) => this.#onMove(event, enrollment)}>
      <label class="line">
        <span>${terms.start}</span>
        <select class="field" part="field" .value=${live(chosen)} @change=${this.#onStart}>
          ${
            choices.some(({ start }) => start.id === own)
              ? nothing
              : html`<option value=${own} ?selected=${chosen === own}>${unlisted}</option>`
          }
          ${choices.map(
            ({ start, words, isOpen }) =>
              html`<option translate="no" value=${start.id ?? ''} ?selected=${start.id === chosen} ?disabled=${!isOpen}>
                ${words}
              </option>`,
          )}
        </select>
      </label>
      <button class="button" part="button move-button" aria-disabled=${this.#isBusy || chosen === own}>
        ${terms.moveStart}
      </button>
    </form>`;
  }

  /** The starts that somebody can be moved to and those that are full, each with what is left; and the one that they have. */
  #choicesOf(product: StoredProduct, own: string | undefined): readonly StartChoice[] {
    const locale = this.#options.locale();
    const { loaded } = speech;
    const isOwn = ({ id }: StartingDate): boolean => id === own;
    if (!loaded) {
      return product.startingDates
        .filter(({ id }) => id !== undefined)
        .map((start) => ({ start, words: startWords(start, locale), isOpen: true }));
    }
    const today = dayOf(this.#host.now(), this.#host.timeZone);
    const say = new loaded.StartWords(loaded.startingDatesTerms(locale), locale);
    return loaded
      .offersOf(product, today, true)
      .filter(({ start, availability }) => start.id !== undefined && (availability !== 'past' || isOwn(start)))
      .map((offer) => {
        const notes = isOwn(offer.start) ? [] : say.notes(offer).map(({ text }) => text);
        const words = [startWords(offer.start, locale), ...notes].join(' · ');
        return { start: offer.start, words, isOpen: isOwn(offer.start) || loaded.isBookable(offer) };
      });
  }

  #onInput(name: FieldName, event: Event): void {
    this.#draft = { ...this.#draft, [name]: (event.target as HTMLInputElement).value };
    const { [name]: _, ...others } = this.#faults;
    this.#faults = others;
    this.#host.requestUpdate();
  }

  readonly #onStart = (event: Event): void => {
    this.#start = (event.target as HTMLSelectElement).value;
    this.#refused = [];
    this.#host.requestUpdate();
  };

  #onSubmit(event: Event, enrollment: Enrollment): void {
    event.preventDefault();
    const correction = correctionOf(this.#draft, enrollment.participant);
    this.#faults = faultsOf(correction);
    this.#host.requestUpdate();
    const [faulty] = Object.keys(this.#faults);
    if (faulty) this.#host.renderRoot.querySelector<HTMLElement>(`.correction [name=${faulty}]`)?.focus();
    else if (Object.keys(correction).length > 0) {
      const { saved } = this.#options.terms();
      void this.#store(enrollment, saved, [correction], (backend, options) =>
        backend.correctEnrollment(enrollment.id, correction, options),
      );
    }
  }

  #onMove(event: Event, enrollment: Enrollment): void {
    event.preventDefault();
    const start = this.#start;
    if (start === undefined || start === enrollment.startingDateId) return;
    const found = this.#options.product(enrollment.productId)?.startingDates.find(({ id }) => id === start);
    const sentence = this.#options.terms().moved(found ? startWords(found, this.#options.locale()) : start);
    void this.#store(enrollment, sentence, [start], (backend, options) =>
      backend.changeStart(enrollment.id, start, options),
    );
  }

  async #store(
    { id, version }: Enrollment,
    done: string,
    what: readonly unknown[],
    write: (
      backend: Backend,
      options: { readonly expectedVersion: number; readonly idempotencyKey: string },
    ) => Promise<Enrollment>,
  ): Promise<void> {
    const host = this.#host;
    const backend = host.resolvedBackend as Backend;
    if (this.#isBusy) return;
    const of = JSON.stringify([id, version, what]);
    if (this.#attempt?.of !== of) this.#attempt = { of, key: newKey() };
    this.#isBusy = true;
    this.#problem = undefined;
    this.#refused = [];
    host.requestUpdate();
    try {
      const stored = await write(backend, { expectedVersion: version, idempotencyKey: this.#attempt.key });
      this.reset();
      this.#options.accept(readEnrollment(stored));
      host.announce(done);
      tellChange(backend, { kind: 'enrollment', id });
    } catch (error) {
      this.#tell(error);
    } finally {
      this.#isBusy = false;
      host.requestUpdate();
    }
  }

  #tell(error: unknown): void {
    this.#problem = problemOf(error);
    if (keptWrite(error)) {
      // It is stored when there is a connection; the list hears of it then.
      this.#draft = {};
    } else if (hasErrorCode(error, 'conflict') && error.current) {
      this.#options.accept(readEnrollment(error.current as Enrollment));
    } else if (hasErrorCode(error, 'invalid')) {
      this.#refused = error.issues.map(({ code }) => code);
      void this.prepare();
    }
  }

  /** What a start refuses is said as where it is booked. */
  get #refusal(): string | undefined {
    const issues: Readonly<Partial<Record<string, string>>> =
      speech.loaded?.courseBookingTerms(this.#options.locale()).issues ?? {};
    return this.#refused.map((code) => issues[code]).find((sentence) => sentence !== undefined);
  }
}

/** Only what differs: whoever corrects a name doesn't send an address. */
function correctionOf(draft: Partial<Record<FieldName, string>>, participant: Participant): ParticipantCorrection {
  const changed = Object.entries(draft).flatMap(([name, text]) => {
    const to = text.trim();
    if (to === (participant[name as FieldName] ?? '')) return [];
    return [[name, to === '' && (name === 'employerId' || name === 'externalId') ? null : to] as const];
  });
  return Object.fromEntries(changed) as ParticipantCorrection;
}

function faultsOf(correction: ParticipantCorrection): Partial<Record<FieldName, Fault>> {
  const faults: Partial<Record<FieldName, Fault>> = {};
  for (const [name, text] of Object.entries(correction) as [FieldName, string | null][]) {
    if (text !== null && text.length > TEXT_LIMITS.line) faults[name] = 'too-long';
    else if (name === 'name' && text === '') faults.name = 'name';
    else if (name === 'email' && !EMAIL.test(text ?? '')) faults.email = 'email';
  }
  return faults;
}
