import { pageSlot } from '../base/page-slot.js';
import type { TermSlices } from './term-slices.js';

/** Own words of a host: whole slices for a new language, or only the sentences that should read otherwise. */
export type HostTerms = { readonly [Slice in keyof TermSlices]?: Partial<TermSlices[Slice]> };

const hostTerms = (): Map<string, HostTerms> => pageSlot('terms', () => new Map<string, HostTerms>());

/**
 * Adds a language, or replaces sentences of one that is there. Call it before the elements are on the page; what is
 * missing in a new language is said in English.
 *
 * @example registerTerms('nl', { 'enrollment-status': { update: 'Opslaan' } });
 */
export function registerTerms(locale: string, terms: HostTerms): void {
  hostTerms().set(locale, { ...hostTerms().get(locale), ...terms });
}

/**
 * The terms of one element by locale: the tag itself, else its language, else English. Dutch and English are built in;
 * `nl-BE` speaks Dutch and keeps its own formats.
 */
export function localTerms<Slice extends keyof TermSlices>(
  slice: Slice,
  builtIn: { readonly nl: TermSlices[Slice]; readonly en: TermSlices[Slice] },
): (locale: string) => TermSlices[Slice] {
  return (locale) => {
    const language = languageOf(locale);
    const base = language === 'nl' ? builtIn.nl : builtIn.en;
    const own = hostTerms();
    if (own.size === 0) return base;
    return { ...base, ...own.get(language)?.[slice], ...own.get(locale)?.[slice] };
  };
}

/**
 * The locale in which the kit speaks on a page in this one: itself, or English when nobody gave terms for its language.
 * Dates follow it too, so that no sentence is half English and half French.
 */
export function spokenLocale(locale: string): string {
  const language = languageOf(locale);
  return ['nl', 'en'].includes(language) || hostTerms().has(language) || hostTerms().has(locale) ? locale : 'en';
}

function languageOf(locale: string): string {
  return new Intl.Locale(locale).language;
}
