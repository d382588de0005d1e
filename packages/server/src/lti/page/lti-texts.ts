import type { Locale } from '@enrollkit/core';
import { de } from './texts/de.js';
import { en } from './texts/en.js';
import { fr } from './texts/fr.js';
import { nl } from './texts/nl.js';
import type { LtiTexts } from './texts/texts.js';

/** What the pages that platforms open say, by language. */
export const LTI_TEXTS: Readonly<Record<Locale, LtiTexts>> = { nl, en, de, fr };
