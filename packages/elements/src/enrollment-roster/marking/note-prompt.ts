import type { Enrollment, ParticipationStatus } from '@enrollkit/core';
import type { EnrollkitElement } from '../../base/enrollkit-element.js';
import { LONGEST_NOTE } from './render-mark-bar.js';

/** What is being said with a status. */
export interface Noting {
  readonly status: ParticipationStatus;
  readonly targets: readonly Enrollment[];
  readonly text: string;
}

/** Asks why, before a status is stored that people want to know that of. Empty is an answer, too. */
export class NotePrompt {
  readonly #host: EnrollkitElement;
  readonly #store: (noting: Noting) => void;
  readonly #returnFocus: () => void;
  #noting: Noting | undefined;

  constructor(host: EnrollkitElement, store: (noting: Noting) => void, returnFocus: () => void) {
    this.#host = host;
    this.#store = store;
    this.#returnFocus = returnFocus;
  }

  get noting(): Noting | undefined {
    return this.#noting;
  }

  ask(status: ParticipationStatus, targets: readonly Enrollment[]): void {
    this.#noting = { status, targets, text: '' };
    this.#host.requestUpdate();
    void this.#host.updateComplete.then(() => this.#host.renderRoot.querySelector<HTMLElement>('#note')?.focus());
  }

  readonly onInput = (event: Event): void => {
    const text = (event.target as HTMLTextAreaElement).value.slice(0, LONGEST_NOTE);
    if (this.#noting) this.#noting = { ...this.#noting, text };
    this.#host.requestUpdate();
  };

  readonly onKeydown = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    if (event.key === 'Escape') this.cancel();
    else if (event.key === 'Enter' && !event.shiftKey && (event.target as Element).matches('textarea')) this.#done();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  readonly onSubmit = (event: Event): void => {
    event.preventDefault();
    this.#done();
  };

  readonly cancel = (): void => {
    this.#noting = undefined;
    this.#host.requestUpdate();
    this.#returnFocus();
  };

  #done(): void {
    const noting = this.#noting;
    this.#noting = undefined;
    if (noting) this.#store(noting);
  }
}
