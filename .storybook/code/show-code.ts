import type { StoryContext } from '@storybook/web-components-vite';
import { attributesOf, elementDoc, type ElementDoc } from '../manifest.js';
import { backendSource, exampleRecords, type StoryRecords } from './example-records.js';
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
  return WRITE[globals.framework as Framework](exampleOf(element, shown, args, database));
}

/** An element in a page of its own, with records for it. */
export function exampleOf(element: ElementDoc, shown: Element, args: StoryRecords, database: string): Example {
  const events = (element.events ?? []).map(({ name }) => name);
  return {
    tag: element.tagName,
    component: element.name,
    attributes: attributesIn(element, shown, args),
    event: events.find((name) => name.endsWith('ed') || name.endsWith('-done')) ?? events[0],
    style: shown.getAttribute('style')?.trim() ?? '',
    setup: element.tagName === 'feed-check' ? CHECKER : setupOf(element.tagName, args, database),
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

function setupOf(tag: string, args: StoryRecords, database: string): Example['setup'] {
  return {
    scripts: ['enrollkit.iife.js', ...(IN_GROUPS.has(tag) ? ['enrollkit-groups.iife.js'] : [])],
    imports: [
      { names: 'setDefaultBackend', from: '@enrollkit/elements' },
      { names: 'openIndexedDbBackend', from: '@enrollkit/adapters/indexeddb' },
    ],
    lines: backendSource(exampleRecords(args), database),
  };
}

/** What the story wrote on the tag; and which record, also where the story handed in the record itself. */
function attributesIn(element: ElementDoc, shown: Element, args: StoryRecords): Example['attributes'] {
  const { product, enrollments } = exampleRecords(args);
  const all = attributesOf(element);
  const hasEnrollment = all.some(({ attribute }) => attribute === 'enrollment-id');
  const isByProduct = !hasEnrollment || (!args.enrollment && all.some(({ attribute }) => attribute === 'product-id'));
  const ids = { 'product-id': isByProduct && product.id, 'enrollment-id': !isByProduct && enrollments[0]?.id };
  return all.flatMap(({ attribute: name, name: property, type }) => {
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
