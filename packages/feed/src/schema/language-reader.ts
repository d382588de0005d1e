import { LOCALES } from '@enrollkit/core';
import { excerpt } from '../findings/excerpt.js';
import { LANGUAGE_CODES } from './language-codes.js';
import type { ValueReader } from './value-reader.js';

/** An ISO 639-1 code. Its capitals, other standards' codes, a region behind it and the language's name are tolerances. */
export const language: ValueReader<string> = (value, report) => {
  if (LANGUAGE_CODES.has(value)) return value;
  const use = value.length <= 40 ? codeMeant(value) : undefined;
  if (use === undefined) report('language-unknown', { value: excerpt(value) });
  else report('value-spelling', { value, use });
  return use ?? value;
};

function codeMeant(value: string): string | undefined {
  const lower = value.toLowerCase();
  if (LANGUAGE_CODES.has(lower)) return lower;
  return codeOfTag(lower.replaceAll('_', '-')) ?? languageNames().get(lower);
}

/** `nl-NL`, `dut` and `nld` are `nl`. Source: the registry of BCP 47, which every engine has. */
function codeOfTag(tag: string): string | undefined {
  if (!/^[a-z]{2,3}(?:-[a-z\d]{2,8})*$/.test(tag)) return undefined;
  const [canonical = ''] = Intl.getCanonicalLocales(tag);
  const [code = ''] = canonical.split('-');
  return LANGUAGE_CODES.has(code) ? code : undefined;
}

let names: ReadonlyMap<string, string> | undefined;

/** What languages are called in ours and by themselves. */
function languageNames(): ReadonlyMap<string, string> {
  names ??= new Map(
    [...LANGUAGE_CODES].flatMap((code) =>
      [...LOCALES, code].flatMap((locale) => {
        const name = nameOf(code, locale);
        return name === undefined ? [] : [[name.toLowerCase(), code] as const];
      }),
    ),
  );
  return names;
}

function nameOf(code: string, locale: string): string | undefined {
  try {
    return new Intl.DisplayNames(locale, { type: 'language', fallback: 'none' }).of(code);
  } catch {
    // An engine that doesn't have the names of this language.
    return undefined;
  }
}
