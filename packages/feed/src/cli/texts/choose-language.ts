import { LOCALES, localeOfTag, type Locale } from '@enrollkit/core';
import { de } from './de.js';
import { en } from './en.js';
import { fr } from './fr.js';
import { nl } from './nl.js';
import type { Texts } from './texts.js';

export const LANGUAGES = { nl, en, de, fr } as const satisfies Record<Locale, Texts>;

/** The language that is asked for, or else the one that the terminal is set to; Dutch when neither says. */
export function chooseLanguage(asked: string | undefined, env: Readonly<Record<string, string | undefined>>): Locale {
  const set = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  return LOCALES.find((locale) => locale === asked) ?? localeOfTag(set) ?? LOCALES[0];
}
