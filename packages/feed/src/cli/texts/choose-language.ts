import { en } from './en.js';
import { nl } from './nl.js';
import type { Texts } from './texts.js';

export const LANGUAGES = { nl, en } as const satisfies Record<string, Texts>;

export type Language = keyof typeof LANGUAGES;

/** The language that is asked for, or else the one that the terminal is set to; Dutch when neither says. */
export function chooseLanguage(asked: string | undefined, env: Readonly<Record<string, string | undefined>>): Language {
  if (asked === 'nl' || asked === 'en') return asked;
  const set = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  return /^en([_.-]|$)/i.test(set) ? 'en' : 'nl';
}
