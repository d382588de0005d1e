import type { Locale } from '@enrollkit/core';
import { isOnServer } from '../on-server.js';

/** The page says nothing: Dutch. */
const DEFAULT_LOCALE: Locale = 'nl';

/** Languages written from right to left. Not every browser's `Intl.Locale` tells. */
const RIGHT_TO_LEFT = new Set(['ar', 'ckb', 'dv', 'fa', 'he', 'ps', 'sd', 'ug', 'ur', 'yi']);

/**
 * The language tag that holds for an element: its own `lang` or that of the nearest ancestor, across shadow roots, as
 * HTML defines it. A document in a frame that says nothing speaks as the page around it, as in an editor's preview.
 */
export function localeOf(element: Element, own: string | undefined): string {
  return canonical(own) ?? canonical(inheritedLang(element)) ?? DEFAULT_LOCALE;
}

/** How a language is written. */
export function directionOf(locale: string): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.has(new Intl.Locale(locale).language) ? 'rtl' : 'ltr';
}

function inheritedLang(element: Element): string | undefined {
  // On a server there is no page around it.
  if (isOnServer) return element.getAttribute('lang') ?? undefined;
  const closest = element.closest('[lang]');
  if (closest) return closest.getAttribute('lang') ?? undefined;
  const around = hostOf(element.getRootNode());
  return around && inheritedLang(around);
}

/** What a tree stands in: the host of a shadow root, the frame of a document that this page may look out of. */
function hostOf(root: Node): Element | undefined {
  if ('host' in root) return root.host as Element;
  // Null for the outermost page, and for one inside another site's.
  return (root as Partial<Document>).defaultView?.frameElement ?? undefined;
}

const canonicalTags = new Map<string, string | undefined>();

/** The tag as `Intl` writes it. Pages have few tags and many elements, which look at every change. */
function canonical(tag: string | undefined): string | undefined {
  if (!tag) return undefined;
  if (!canonicalTags.has(tag)) canonicalTags.set(tag, understood(tag));
  return canonicalTags.get(tag);
}

/** Content management systems write `nl_NL_formal` or `pt_PT_ao90`: as much of a tag as `Intl` understands. */
function understood(tag: string): string | undefined {
  const [name = ''] = tag.trim().split(/[.@]/);
  const subtags = name.split(/[-_]/);
  for (; subtags.length > 0; subtags.pop()) {
    try {
      return Intl.getCanonicalLocales(subtags.join('-'))[0];
    } catch {
      // The last part is none of the standard's; without any the default language is more use than an error.
    }
  }
  return undefined;
}

const listeners = new Set<() => void>();
let observer: MutationObserver | undefined;
let observed = new WeakSet<Node>();

/** Calls `listener` when a `lang` attribute changes in any tree around the element. One observer serves the whole page. */
export function observeLang(element: Element, listener: () => void): () => void {
  listeners.add(listener);
  observer ??= new MutationObserver(() => listeners.forEach((each) => each()));
  for (let around: Element | undefined = element; around;) {
    const root: Node = around.getRootNode();
    if (!observed.has(root)) {
      observed.add(root);
      observer.observe(root, { subtree: true, attributeFilter: ['lang'] });
    }
    around = hostOf(root);
  }
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    observer?.disconnect();
    observed = new WeakSet();
  };
}
