import { LOCALES, localeOfTag, type Locale } from '@enrollkit/core';
import { de } from './de.js';
import { en } from './en.js';
import { fr } from './fr.js';
import { nl } from './nl.js';

export type TextKey = keyof typeof nl;

const TEXTS: Readonly<Record<Locale, Readonly<Record<TextKey, string>>>> = { nl, en, de, fr };

/** The language of the page, kept on `<html lang>`: that is also where the kit reads it. */
export function language(): Locale {
  return localeOfTag(document.documentElement.lang) ?? LOCALES[0];
}

/** The words for `key` in the language of the page, with `values` in the places that name them. */
export function text(key: TextKey, values: Readonly<Record<string, string | number>> = {}): string {
  return TEXTS[language()][key].replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}

/** Whether the page has words for this. */
export function isTextKey(key: string): key is TextKey {
  return Object.hasOwn(nl, key);
}

/** What the tab is called: the page first, for whoever has many of them open. */
export function pageTitle(page: string): string {
  return `${page} · Duinweg Opleidingen`;
}

/** Puts the words of the language of the page into everything below `root` that names its words. */
export function applyTexts(root: ParentNode): void {
  for (const element of root.querySelectorAll<HTMLElement>('[data-text]')) {
    element.textContent = text(element.dataset.text as TextKey);
  }
  for (const title of root.querySelectorAll<HTMLElement>('[data-title]')) {
    title.textContent = pageTitle(text(title.dataset.title as TextKey));
  }
  for (const element of root.querySelectorAll<HTMLElement>('[data-label]')) {
    element.setAttribute('aria-label', text(element.dataset.label as TextKey));
  }
}

/** What people call what programs call by a code; a server may be newer, and know more of them. */
export function codeText(kind: 'event' | 'field', code: string): string | undefined {
  const key = `${kind}-${code}`;
  return isTextKey(key) ? text(key) : undefined;
}

/** `Een, twee en drie`: texts after each other, as the language writes them. */
export function listText(texts: readonly string[]): string {
  return new Intl.ListFormat(language()).format(texts);
}
