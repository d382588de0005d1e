import { LOCALES } from '@enrollkit/core';
import { applyTexts, language } from './texts/language.js';

const THEMES = ['system', 'light', 'dark'];

/** Makes the two switches in the header work. Calls `onLanguage` after the page got other words. */
export function wirePreferences(onLanguage: () => void): void {
  const root = document.documentElement;
  const languages = select('language');
  const themes = select('theme');
  languages.replaceChildren(...LOCALES.map((locale) => new Option(locale.toUpperCase(), locale)));
  languages.value = language();
  themes.value = THEMES.find((theme) => theme === root.dataset.theme) ?? 'system';

  languages.addEventListener('change', () => {
    remember('portal-language', languages.value);
    // The kit watches `lang` on every ancestor, so this one line translates the elements as well.
    root.lang = languages.value;
    applyTexts(document);
    onLanguage();
  });
  themes.addEventListener('change', () => {
    remember('portal-theme', themes.value);
    root.dataset.theme = themes.value;
  });
}

function select(name: string): HTMLSelectElement {
  const element = document.querySelector<HTMLSelectElement>(`.preferences [name="${name}"]`);
  if (!element) throw new Error(`The header has no ${name} switch.`);
  return element;
}

function remember(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Storage is blocked: the choice holds for this page only.
  }
}
