import { attributesOf, type ElementDoc } from '../manifest.js';
import { handedIn, sampleSource } from './example-backend.js';
import { exampleRecords, type StoryRecords } from './example-records.js';
import type { Example } from './frameworks.js';

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
    setup: setupOf(element, args, database),
  };
}

/** Only the provider's own pages have these, so they are in a file of their own. */
const IN_GROUPS: ReadonlySet<string> = new Set(['certificate-bundle', 'enrollment-roster']);

/** Its tag alone registers it, and a script tag all of them. */
const NO_BACKEND: Example['setup'] = { scripts: ['enrollkit.iife.js'], isInScript: true, imports: [], lines: '' };

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
  if (args.isWithoutBackend) return NO_BACKEND;
  if (tag === 'feed-check') return CHECKER;
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
