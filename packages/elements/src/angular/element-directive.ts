import { ElementRef, inject, type OnChanges, type SimpleChanges } from '@angular/core';

/**
 * Hands every input on to the element: where a directive on a tag has an input, Angular sets that and no property of the
 * element. Events need nothing: Angular hears those of the element itself, with their types.
 */
export abstract class ElementDirective<Element extends HTMLElement> implements OnChanges {
  readonly #element = inject<ElementRef<Element>>(ElementRef).nativeElement;

  /** @internal */
  ngOnChanges(changes: SimpleChanges): void {
    for (const [name, { currentValue }] of Object.entries(changes)) {
      // What `| async` has at first is null, where the elements know only undefined.
      Object.assign(this.#element, { [name]: (currentValue as unknown) ?? undefined });
    }
  }
}

/** @internal A number as an attribute has it. */
export function readNumber(value: unknown): unknown {
  return typeof value === 'string' ? Number(value) : value;
}
