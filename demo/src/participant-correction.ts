import type { Backend, Enrollment } from '@enrollkit/core';
import { byId, control, notify, typed, whileBusy } from './dom.js';
import { forgetFailure, tellFailure } from './portal.js';
import { text } from './texts/language.js';

const FIELDS = ['name', 'email'] as const;

/** Where who takes part is set right, on the page that shows them. What was there stays in the history. */
export class ParticipantCorrection {
  readonly #form = byId<HTMLFormElement>('correct');
  readonly #box = byId<HTMLDetailsElement>('correction');
  readonly #save = byId<HTMLButtonElement>('save');
  #shown: Enrollment | undefined;

  constructor(backend: Backend) {
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault();
      void whileBusy([this.#save], () => this.#correct(backend));
    });
  }

  /** Somebody may be typing right now: only untouched fields follow the record. */
  show(enrollment: Enrollment): void {
    this.#shown = enrollment;
    this.#box.hidden ||= enrollment.allowed?.includes('enrollment.correct') === false;
    for (const name of FIELDS) {
      const field = control(this.#form, name);
      if (field.value === field.defaultValue) field.value = field.defaultValue = enrollment.participant[name];
    }
  }

  async #correct(backend: Backend): Promise<void> {
    if (!this.#shown) return;
    const { id, version, participant } = this.#shown;
    const wanted = { name: typed(this.#form, 'name'), email: typed(this.#form, 'email') };
    // Only what differs: whoever corrects a name doesn't send an address.
    const changed = Object.fromEntries(
      FIELDS.filter((name) => wanted[name] !== participant[name]).map((name) => [name, wanted[name]]),
    );
    forgetFailure();
    try {
      if (Object.keys(changed).length > 0) await backend.correctEnrollment(id, changed, { expectedVersion: version });
      for (const name of FIELDS)
        control(this.#form, name).defaultValue = control(this.#form, name).value = wanted[name];
      this.#box.open = false;
      this.#box.querySelector('summary')?.focus();
      notify(text('participantCorrected'));
    } catch (error) {
      tellFailure(error, this.#save);
    }
  }
}
