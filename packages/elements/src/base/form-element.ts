import type { PropertyDeclarations } from 'lit';
import { EnrollkitElement } from './enrollkit-element.js';

/**
 * An element that a form sends and checks, as it does its own controls.
 *
 * @attr {string} form - The id of the form that it belongs to, when that isn't around it.
 */
export abstract class FormElement extends EnrollkitElement {
  static readonly formAssociated = true;
  /** The property whose attribute carries what a person has chosen over to clones and caches of the page. */
  protected static readonly choice: 'selectedCosts' | 'selectedStart';
  static override properties: PropertyDeclarations = {
    name: { reflect: true },
    disabled: { type: Boolean, noAccessor: true },
    isDisabled: { state: true },
  };

  /** Name under which a form sends what is chosen. */
  name: string | undefined;

  /** By its own attribute or by a fieldset around it; the browser says so. */
  protected isDisabled = false;

  /** Makes the element unusable and leaves it out of the form's data. The attribute is all there is to it. */
  get disabled(): boolean {
    return this.hasAttribute('disabled');
  }
  set disabled(disabled: boolean) {
    this.toggleAttribute('disabled', disabled);
  }

  constructor() {
    super();
    this.addEventListener('click', (event) => {
      // A press on the page's `<label for>` comes as one on the element itself.
      if (event.composedPath()[0] === this && this.internals.labels.length > 0) this.focus();
    });
  }

  override attributeChangedCallback(name: string, before: string | null, now: string | null): void {
    const { choice, elementProperties } = this.constructor as typeof FormElement;
    // A page that is morphed into what its server sends loses the attribute; what a person has chosen stays.
    const isChoice = now === null && name === elementProperties.get(choice)?.attribute;
    if (isChoice && (this as Partial<Record<typeof choice, unknown[] | string>>)[choice]?.length)
      this.requestUpdate(choice);
    else super.attributeChangedCallback(name, before, now);
  }

  /**
   * The form around the element, or the one that its `form` attribute names.
   *
   * @readonly
   */
  // oxlint-disable-next-line typescript/related-getter-setter-pairs -- it is read as of any control, and written by its id
  get form(): HTMLFormElement | null {
    return this.internals.form;
  }
  set form(id: string | null | undefined) {
    // React sets whatever is a property as one, and fails where that can't be set.
    if (typeof id === 'string') this.setAttribute('form', id);
    else this.removeAttribute('form');
  }

  /** As of any form control. */
  get validity(): ValidityState {
    return this.internals.validity;
  }

  /** Why the form can't be sent, in the language of the page; empty when it can. */
  get validationMessage(): string {
    return this.internals.validationMessage;
  }

  /** As of any form control: tells the page what is missing. */
  checkValidity(): boolean {
    return this.internals.checkValidity();
  }

  /** As of any form control: tells the person too. */
  reportValidity(): boolean {
    return this.internals.reportValidity();
  }

  /** @internal */
  formDisabledCallback(disabled: boolean): void {
    this.isDisabled = disabled;
  }
}
