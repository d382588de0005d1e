import type { PriceCalculation } from '@enrollkit/core';
import type { ComplexAttributeConverter } from 'lit';

/** The optional costs that are chosen, in the product's order. */
export function chosenCosts(calculation: PriceCalculation): readonly string[] {
  return calculation.lines.flatMap(({ id, mandatory, selected }) => (selected && !mandatory ? [id] : []));
}

/** Their ids as an attribute; each may have any character in it. */
export const chosenCostsAttribute: ComplexAttributeConverter<readonly string[]> = {
  fromAttribute: (value) => (value ?? '').split(' ').filter(Boolean).map(decoded),
  toAttribute: (ids) => ids.map(encodeURIComponent).join(' ') || null,
};

function decoded(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    return id; // Written by hand, with a bare % in it.
  }
}
