/** What tells a product to people. */
export interface NamedProduct {
  readonly id: string;
  readonly name: string;
}

/**
 * A product's name as it is compared: capitals and runs of spaces make no other one. Source: domain.md section 4.
 *
 * @example
 * comparableName('PRINCE2  Foundation '); // 'prince2 foundation'
 */
export function comparableName(name: string): string {
  const lower = name.toLowerCase().trim();
  // Hardly any name has these, and looking for them is much faster than replacing.
  return /[^\S ]| {2}/.test(lower) ? lower.replace(/\s+/g, ' ') : lower;
}
