/** What a teacher can place in a course, and what each needs: one person's booking, or only the product. */
export const LTI_ELEMENTS = {
  'enrollment-status': { shows: 'booking' },
  'certificate-upload': { shows: 'booking' },
  'product-details': { shows: 'product' },
  'starting-dates': { shows: 'product' },
  'price-breakdown': { shows: 'product' },
} as const satisfies Record<string, { readonly shows: 'booking' | 'product' }>;

export type LtiElement = keyof typeof LTI_ELEMENTS;
export const ELEMENT_NAMES = Object.keys(LTI_ELEMENTS) as [LtiElement, ...LtiElement[]];

/** What was placed; a link that says nothing shows the status. */
export function elementOf(text: string | undefined): LtiElement {
  return ELEMENT_NAMES.find((name) => name === text) ?? 'enrollment-status';
}
