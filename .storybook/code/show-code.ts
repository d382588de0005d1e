import type { StoryContext } from '@storybook/web-components-vite';
import sheet from '../host/host-page.css?raw';
import { OWN_BRAND, ownDeclarations } from '../host/own-brand.js';
import { elementDoc } from '../manifest.js';
import { exampleOf } from './example.js';
import { WRITE, type Framework } from './frameworks.js';

/** A story's code as a host writes it, in the framework of the toolbar. What is no element's story stays as it is. */
export function showCode(rendered: string, context: StoryContext): string {
  const { component, args, globals, id } = context;
  const element = typeof component === 'string' ? elementDoc(component) : undefined;
  // Storybook asks twice: what comes back the second time is ours already.
  const shown =
    element && new DOMParser().parseFromString(rendered, 'text/html').querySelector(`.host-page ${element.tagName}`);
  if (!shown) return rendered;
  const database = id.replace(/^elements-/, '').replace('--', '-');
  const example = { ...exampleOf(element, shown, args, database), page: pageOf(shown), pageStyle: pageStyleOf(shown) };
  return WRITE[globals.framework as Framework](example);
}

/** What a state asks of the page around it: nothing when that is in Dutch, light and from left to right. */
function pageOf(shown: Element): string | undefined {
  const said = (name: string): string | null | undefined => shown.closest(`[${name}]`)?.getAttribute(name);
  const language = said('lang') ?? 'nl';
  const more = `${said('dir') === 'rtl' ? ' dir="rtl"' : ''}${said('data-theme') === 'dark' ? ' style="color-scheme: dark"' : ''}`;
  return language === 'nl' && !more ? undefined : `<html lang="${language}"${more}>`;
}

/** What the page around it sets, as the sheet of the stories writes it: a brand, and a density, which goes before the brand's. */
function pageStyleOf(shown: Element): readonly string[] {
  const page = shown.closest('.host-page');
  const rules = ['brand', 'density'].map((mode) => `\n[data-${mode}='${page?.getAttribute(`data-${mode}`)}'] {`);
  const written = rules.map((rule) => sheet.split(rule)[1]?.split('}')[0] ?? '').join('');
  const own = page?.getAttribute('data-brand') === OWN_BRAND ? ownDeclarations() : '';
  const byName = new Map(
    [...`${own}${written}`.matchAll(/([\w-]+): ([^;]+);/g)].map(([, name, value]) => [name, value]),
  );
  return [...byName].map((each) => each.join(': '));
}
