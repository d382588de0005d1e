/** What can be shown of a product, in the order in which it is. A host names the parts that it wants in `only`. */
export const PARTS = [
  'images',
  'video',
  'description',
  'kind',
  'level',
  'language',
  'duration',
  'schedule',
  'regions',
  'participants',
  'completion',
  'points',
  'registers',
  'purpose',
  'price-info',
  'trainers',
  'contact',
  'brochure',
  'website',
] as const;

export type Part = (typeof PARTS)[number];

/** `"trainers schedule"` as parts, and the words that are none. Nothing means everything. */
export function readParts(only: string | undefined): { readonly parts: ReadonlySet<Part>; readonly unknown: string[] } {
  const words = (only ?? '').split(/[\s,]+/).filter(Boolean);
  const isPart = (word: string): word is Part => (PARTS as readonly string[]).includes(word);
  const parts = words.filter(isPart);
  return { parts: new Set(words.length > 0 ? parts : PARTS), unknown: words.filter((word) => !isPart(word)) };
}
