import { EnrollkitError } from '@enrollkit/core';
import { control, h, typed } from '../dom.js';
import { forgetFailure, tellBeside, tellFailure } from '../portal.js';
import { text, type TextKey } from '../texts/language.js';

interface Field {
  readonly type: 'url' | 'text' | 'email' | 'date';
  readonly label: TextKey;
  readonly required?: boolean;
  /** What is there when the form opens. */
  readonly value: () => string;
}

interface CardFormOptions<Name extends string> {
  /** What opens the form. */
  readonly opener: TextKey;
  readonly submit: TextKey;
  readonly describedBy: string;
  readonly fields: Readonly<Record<Name, Field>>;
  /** What an issue of the server means in this form, by its code, where that says too little by itself. */
  readonly explained?: Readonly<Record<string, TextKey>>;
  /** The form closes when this is done; what fails is told beside its button, and what was typed stays. */
  readonly send: (values: Readonly<Record<Name, string>>) => Promise<void>;
}

/** A form of a card that one of its buttons opens and closes. */
export class CardForm<Name extends string> {
  readonly opener: HTMLButtonElement;
  readonly element: HTMLFormElement;
  readonly #fields: readonly [Name, Field][];

  constructor({ opener, submit, describedBy, fields, explained = {}, send }: CardFormOptions<Name>) {
    this.#fields = Object.entries(fields) as [Name, Field][];
    this.opener = h('button', { className: 'button', type: 'button', ariaExpanded: 'false' });
    this.opener.setAttribute('aria-describedby', describedBy);
    this.opener.addEventListener('click', () => (this.element.hidden ? this.#open() : this.#close()));
    const save = say(h('button', { className: 'button button--primary' }), submit);
    this.element = h(
      'form',
      { className: 'stack webhook__form', hidden: true },
      ...this.#fields.map(([name, { type, label, required = false }]) =>
        h('label', {}, say(h('span'), label), h('input', { type, name, required, autocomplete: 'off' })),
      ),
      h('div', { className: 'buttons buttons--start' }, save),
    );
    this.element.setAttribute('aria-describedby', describedBy);
    say(this.opener, opener);
    let isBusy = false;
    this.element.addEventListener('submit', (event) => {
      event.preventDefault();
      if (isBusy) return;
      isBusy = true;
      forgetFailure();
      const values = this.#fields.map(([name]) => [name, typed(this.element, name)]);
      send(Object.fromEntries(values) as Record<Name, string>)
        .then(() => this.#close())
        .catch((error: unknown) => {
          const issues = error instanceof EnrollkitError ? error.issues : [];
          const words = issues.map(({ code }) => explained[code]).find((key) => key !== undefined);
          if (words) tellBeside(save, text(words));
          else tellFailure(error, save);
        })
        .finally(() => (isBusy = false));
    });
  }

  #open(): void {
    for (const [name, { value }] of this.#fields) control(this.element, name).value = value();
    this.element.hidden = false;
    this.opener.ariaExpanded = 'true';
    this.element.querySelector('input')?.focus();
  }

  #close(): void {
    // Who is in it would be left at the top of the page (WCAG 2.4.3).
    if (this.element.contains(document.activeElement)) this.opener.focus();
    this.element.hidden = true;
    this.opener.ariaExpanded = 'false';
  }
}

/** Says it now, and again in another language when the page changes to that. */
function say<Element extends HTMLElement>(element: Element, words: TextKey): Element {
  element.dataset.text = words;
  element.textContent = text(words);
  return element;
}
