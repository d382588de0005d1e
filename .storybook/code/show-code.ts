import type { StoryContext } from '@storybook/web-components-vite';
import { attributesOf, elementDoc, type ElementDoc } from '../manifest.js';
import { handedIn, sampleSource } from './example-backend.js';
import { exampleRecords, type StoryRecords } from './example-records.js';
import { WRITE, type Example, type Framework } from './frameworks.js';

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

/** What the page around it sets by its own sheet, as the sheet of the stories says it: a brand, and a density before the brand's. */
function pageStyleOf(shown: Element): readonly string[] {
  const page = shown.closest<HTMLElement>('.host-page');
  const asked = ['brand', 'density'].map((mode) => `[data-${mode}="${page?.getAttribute(`data-${mode}`)}"]`);
  const rules = [...document.styleSheets].flatMap(({ cssRules }) => [...cssRules].filter(isStyleRule));
  const declared = new Map<string, string>();
  for (const selector of asked)
    for (const { style } of rules.filter(({ selectorText }) => selectorText === selector))
      for (const name of style) declared.set(name, style.getPropertyValue(name).trim());
  return [...declared].map(([name, value]) => `${name}: ${value}`);
}

const isStyleRule = (rule: CSSRule): rule is CSSStyleRule => rule instanceof CSSStyleRule;

/** An element in a page of its own, with records for it. */
export function exampleOf(
  element: ElementDoc,
  shown: Pick<Element, 'getAttribute'>,
  args: StoryRecords,
  database: string,
): Example {
  const events = (element.events ?? []).map(({ name }) => name);
  return {
    tag: element.tagName,
    component: element.name,
    attributes: attributesIn(element, shown, args),
    event: events.find((name) => name.endsWith('ed') || name.endsWith('-done')) ?? events[0],
    style: shown.getAttribute('style')?.trim() ?? '',
    setup: element.tagName === 'feed-check' ? CHECKER : setupOf(element, args, database),
  };
}

/** Only the provider's own pages have these, so they are in a file of their own. */
const IN_GROUPS: ReadonlySet<string> = new Set(['certificate-bundle', 'enrollment-roster']);

const CHECKER: Example['setup'] = {
  scripts: ['enrollkit-feed.iife.js'],
  isInScript: true,
  imports: [
    { names: 'setDefaultFeedChecker', from: '@enrollkit/elements' },
    { names: 'createFeedChecker', from: '@enrollkit/feed/worker' },
  ],
  lines: '// Checks in a worker, beside the page.\nsetDefaultFeedChecker(createFeedChecker());',
};

function setupOf(element: ElementDoc, args: StoryRecords, database: string): Example['setup'] {
  const { tagName: tag } = element;
  const isGroup = IN_GROUPS.has(tag);
  const needed = {
    certifications: tag.includes('certif'),
    enrollments: isGroup || !isByProduct(element, args),
    invoices: tag === 'invoice-upload',
  };
  const lines = handedIn(args);
  return {
    scripts: ['enrollkit.iife.js', ...(isGroup ? ['enrollkit-groups.iife.js'] : [])],
    imports: [
      { names: 'setDefaultBackend', from: '@enrollkit/elements' },
      { names: 'openIndexedDbBackend', from: '@enrollkit/adapters/indexeddb' },
      ...(lines.includes('EnrollkitError') ? [{ names: 'EnrollkitError', from: '@enrollkit/core' }] : []),
    ],
    lines,
    sample: sampleSource(exampleRecords(args), needed, database),
  };
}

/** Whether it asks for a course; an element that knows of both shows an enrollment where the story has one. */
function isByProduct(element: ElementDoc, { enrollment }: StoryRecords): boolean {
  const names = new Set(attributesOf(element).map(({ attribute }) => attribute));
  return !names.has('enrollment-id') || (!enrollment && names.has('product-id'));
}

/** What the story wrote on the tag; and which record, also where the story handed in the record itself. */
function attributesIn(element: ElementDoc, shown: Pick<Element, 'getAttribute'>, args: StoryRecords) {
  const { product, enrollments } = exampleRecords(args);
  const isCourse = isByProduct(element, args);
  const ids = { 'product-id': isCourse && product.id, 'enrollment-id': !isCourse && enrollments[0]?.id };
  return attributesOf(element).flatMap(({ attribute: name, name: property, type }) => {
    const written = shown.getAttribute(name);
    // Said to be of none: the records of everybody.
    const value = written === '' && name in ids ? false : ((ids as Record<string, string | false>)[name] ?? written);
    if (value === null || value === false) return [];
    return [{ name, property, value: valueOf(value, type?.text ?? '') }];
  });
}

function valueOf(value: string, type: string): string | number | true {
  if (/\bboolean\b/.test(type)) return true;
  return /\bnumber\b/.test(type) && !/\bstring\b/.test(type) ? Number(value) : value;
}
