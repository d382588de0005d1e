/**
 * The languages in which everything is said, the one for whoever asks for none first. A new one is a word here; the compiler
 * names what has to say it.
 */
export const LOCALES = ['nl', 'en', 'de', 'fr'] as const;
export type Locale = (typeof LOCALES)[number];

/** The language of a tag, such as `nl-BE` or `en_GB.UTF-8`, when it is one of {@link LOCALES}. */
export function localeOfTag(tag: string): Locale | undefined {
  const [language] = tag.toLowerCase().split(/[^a-z]/, 1);
  return LOCALES.find((locale) => locale === language);
}
