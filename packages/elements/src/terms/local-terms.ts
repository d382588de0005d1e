import type { Locale } from '@enrollkit/core';
import { pageSlot } from '../base/page-slot.js';
import { warnOnce } from '../base/warn-once.js';
import type { TermSlices } from './term-slices.js';

/** Some of the entries, and of a table among them some of its entries. Sentences and functions stay whole. */
type Some<Terms> = {
  readonly [Name in keyof Terms]?: Terms[Name] extends string | ((...values: never) => string)
    ? Terms[Name]
    : Partial<Terms[Name]>;
};

/** Own words of a host: whole slices for a new language, or only the sentences that should read otherwise. */
export type HostTerms = { readonly [Slice in keyof TermSlices]?: Some<TermSlices[Slice]> };

const hostTerms = pageSlot('terms', () => new Map<string, HostTerms>());

/**
 * Adds a language, or replaces sentences of one that is there. Call it before the elements are on the page; what is
 * missing in a new language is said in English.
 *
 * @example registerTerms('nl', { 'enrollment-status': { update: 'Opslaan' }, common: { statuses: { started: 'Bezig' } } });
 */
export function registerTerms(locale: string, terms: HostTerms): void {
  hostTerms.set(locale, merged(hostTerms.get(locale) ?? {}, terms));
}

/** Languages of the kit besides Dutch. They load when an element is on a page in one of them. */
type LoadedLanguage = Exclude<Locale, 'nl'>;

/** Loads what one slice says in a language. */
type LoadSlice = (language: LoadedLanguage) => Promise<void>;
const missing: Record<LoadedLanguage, Set<LoadSlice>> = { en: new Set(), de: new Set(), fr: new Set() };
const unavailable = new Set<string>();

/**
 * The terms of one element by locale: the tag itself, else its language, else English. Dutch is always there, other
 * languages once `loadTerms` has got them; `nl-BE` speaks Dutch and keeps its own formats.
 *
 * `nl` may be a part of the slice, for what comes with a part of the element: the other languages have it whole.
 */
export function localTerms<Slice extends keyof TermSlices, Terms extends Some<TermSlices[Slice]>>(
  slice: Slice,
  nl: Terms,
  load: Readonly<Record<LoadedLanguage, () => Promise<Terms>>>,
): (locale: string) => Terms {
  const known: Partial<Record<Locale, Terms>> = { nl };
  const loadSlice: LoadSlice = async (language) => {
    known[language] = await load[language]();
    missing[language].delete(loadSlice);
  };
  for (const loaders of Object.values(missing)) loaders.add(loadSlice);

  return (locale) => {
    const base = known[kitLanguage(locale)] ?? nl;
    const own = hostTerms;
    if (own.size === 0) return base;
    return merged(merged(base, own.get(languageOf(locale))?.[slice]), own.get(locale)?.[slice]);
  };
}

/**
 * Gets what elements say in a locale, or nothing when it is there: then an element needn't wait. Never rejects: instead of a
 * language that can't be loaded English is spoken, and instead of that Dutch, which is better than not being there at all.
 */
export function loadTerms(locale: string): Promise<unknown> | undefined {
  const language = kitLanguage(locale);
  if (language === 'nl' || missing[language].size === 0) return undefined;
  return Promise.all([...missing[language]].map((load) => load(language))).catch((error: unknown) => {
    unavailable.add(language);
    warnOnce('language-not-loaded', [language], error);
    return loadTerms(locale);
  });
}

/**
 * The locale in which the kit speaks on a page in this one: itself, or English when nobody gave terms for its language.
 * Dates follow it too, so that no sentence is half English and half Polish.
 */
export function spokenLocale(locale: string): string {
  const language = languageOf(locale);
  const spoken = kitLanguage(locale);
  return spoken === language || hostTerms.has(language) || hostTerms.has(locale) ? locale : spoken;
}

/** The language of the kit that comes nearest. */
function kitLanguage(locale: string): Locale {
  const language = languageOf(locale);
  const isOurs = language === 'nl' || (canLoad(language) && !unavailable.has(language));
  if (isOurs) return language;
  return unavailable.has('en') ? 'nl' : 'en';
}

/** Whether the kit has it, to load. */
function canLoad(language: string): language is LoadedLanguage {
  return Object.hasOwn(missing, language);
}

const languages = new Map<string, string>();

function languageOf(locale: string): string {
  let language = languages.get(locale);
  if (!language) languages.set(locale, (language = new Intl.Locale(locale).language));
  return language;
}

/** `own` over `base`, in tables entry by entry. */
function merged<Terms extends object>(base: Terms, own: object = {}): Terms {
  const all = { ...base } as Record<string, unknown>;
  for (const [name, value] of Object.entries(own) as [string, unknown][]) {
    const table = all[name];
    const both = typeof value === 'object' && value && typeof table === 'object' && table;
    all[name] = both ? merged(table, value) : value;
  }
  return all as Terms;
}
