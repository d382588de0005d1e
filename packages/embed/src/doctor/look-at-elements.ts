import type { ElementTag } from '@enrollkit/elements';
import { finding, type Finding, type PageWindow } from './finding.js';

/** The tags of the kit, and whether they ask a backend. */
export const TAGS = {
  'booking-withdrawal': true,
  'certificate-bundle': true,
  'certificate-list': true,
  'certificate-upload': true,
  'course-booking': true,
  'enrollkit-backend': false,
  'enrollment-roster': true,
  'enrollment-status': true,
  'feed-check': false,
  'invoice-upload': true,
  'price-breakdown': true,
  'product-certifications': true,
  'product-details': true,
  'starting-dates': true,
} as const satisfies Readonly<Record<ElementTag, boolean>>;

interface WithBackend extends Element {
  readonly backend?: unknown;
}

export function lookAtElements(page: PageWindow): readonly Finding[] {
  const { document } = page;
  const tags = Object.keys(TAGS) as (keyof typeof TAGS)[];
  const present = tags.filter((tag) => document.querySelector(tag));
  const defined = present.filter((tag) => page.customElements.get(tag));
  const found = defined.flatMap((tag) => [...document.querySelectorAll(tag)]);
  return [
    ...lookAtLanguage(document.documentElement.lang),
    ...definedTwice(page),
    ...present.filter((tag) => !defined.includes(tag)).map((tag) => finding('not-defined', `<${tag}>`)),
    ...corrupted(page),
    ...unique(found.filter((element) => lacksBackend(page, element))).map((tag) => finding('no-backend', tag)),
  ];
}

function lookAtLanguage(lang: string): readonly Finding[] {
  if (!lang) return [finding('no-language', '<html>')];
  try {
    Intl.getCanonicalLocales(lang);
    return [];
  } catch {
    return [finding('odd-language', `lang="${lang}"`)];
  }
}

/** What `defineElement()` writes down, in whichever version. */
function definedTwice(page: PageWindow): readonly Finding[] {
  const slots = page as unknown as Readonly<Record<symbol, unknown>>;
  const refused = (slots[Symbol.for('enrollkit.refused-definitions')] ?? []) as readonly {
    readonly tag: string;
    readonly by?: string;
    readonly version: string;
  }[];
  return refused.map(({ tag, by, version }) =>
    finding(
      'defined-twice',
      `<${tag}>: ${by ? `version ${by}` : 'something else'} stays, version ${version} comes too late`,
    ),
  );
}

/** Which tags found their templates spoiled when they were defined. */
function corrupted(page: PageWindow): readonly Finding[] {
  const slots = page as unknown as Readonly<Record<symbol, unknown>>;
  const tags = (slots[Symbol.for('enrollkit.corrupted-tags')] ?? []) as Iterable<string>;
  return [...tags].map((tag) => finding('corrupted-templates', `<${tag}>`));
}

function lacksBackend(page: PageWindow, element: WithBackend): boolean {
  if (!TAGS[element.localName as keyof typeof TAGS] || element.backend) return false;
  const slots = page as unknown as Readonly<Record<symbol, { readonly backend?: unknown } | undefined>>;
  if (slots[Symbol.for('enrollkit.default-backend')]?.backend) return false;
  const around = closestAcrossRoots(element);
  return !around || !(around.backend || around.hasAttribute('type'));
}

function closestAcrossRoots(element: Element): WithBackend | undefined {
  const closest = element.closest('enrollkit-backend');
  if (closest) return closest;
  const root = element.getRootNode();
  return 'host' in root ? closestAcrossRoots((root as ShadowRoot).host) : undefined;
}

const unique = (elements: readonly Element[]): readonly string[] => [
  ...new Set(elements.map(({ localName }) => `<${localName}>`)),
];
