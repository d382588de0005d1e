import type { Locale } from '@enrollkit/core';
import { formatsFor } from '../../terms/formats.js';
import { de } from './labels/de.js';
import { en } from './labels/en.js';
import { fr } from './labels/fr.js';
import { nl } from './labels/nl.js';
import type { PlanLabels } from './labels/plan-labels.js';

const LABELS: Readonly<Record<Locale, PlanLabels>> = { nl, en, de, fr };
const LONGEST_VALUE = 60;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Where a change is, in words: `startingDates[S1].startDate` is "starting date S1, start". */
export function fieldWords(path: string, language: Locale): string {
  const parts = path.match(/[^.[\]]+|\[[^\]]*\]/g) ?? [];
  return parts
    .map((part) => {
      // The first of a list is the first, not the zeroth.
      if (part.startsWith('[')) return ` ${part.slice(1, -1).replace(/^\d+$/, (index) => String(Number(index) + 1))}`;
      return `, ${labelOf(part, language)}`;
    })
    .join('')
    .slice(2);
}

/** A value as people write it: amounts and days in their language, records by what is in them. */
export function valueWords(path: string, value: unknown, language: Locale): string {
  const { money, day, number } = formatsFor(language);
  if (typeof value === 'number') return path.endsWith('Minor') ? money(value) : number(value);
  if (typeof value === 'boolean') return LABELS[language].answers[value ? 1 : 0];
  if (typeof value === 'string') return DAY.test(value) ? day(value) : LABELS[language].quoted(cut(value));
  if (Array.isArray(value)) return cut(value.map((each) => valueWords(path, each, language)).join(', '));
  if (typeof value !== 'object' || value === null) return '';
  const told = Object.entries(value).filter(([key, each]) => key !== 'id' && each !== '' && !isEmptyList(each));
  return cut(told.map(([key, each]) => `${labelOf(key, language)} ${valueWords(key, each, language)}`).join(', '));
}

/** A name that nobody has a word for stays as it is. */
function labelOf(name: string, language: Locale): string {
  const { fields, parts }: Readonly<Record<'fields' | 'parts', Readonly<Record<string, string>>>> = LABELS[language];
  return fields[name] ?? parts[name] ?? name;
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

function cut(text: string): string {
  return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE - 1)}…` : text;
}
