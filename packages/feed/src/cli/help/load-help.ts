import type { Locale } from '@enrollkit/core';
import type { HelpTexts } from './help-texts.js';

/** Read only when somebody asks for help, or has to be told of it. */
const HELP: Readonly<Record<Locale, () => Promise<HelpTexts>>> = {
  nl: async () => (await import('./nl.js')).nl,
  en: async () => (await import('./en.js')).en,
  de: async () => (await import('./de.js')).de,
  fr: async () => (await import('./fr.js')).fr,
};

export const loadHelp = (language: Locale): Promise<HelpTexts> => HELP[language]();
