/** The page says nothing: Dutch. */
const DEFAULT_LOCALE = 'nl';

/**
 * The language tag that holds for an element: its own `lang` or that of the nearest ancestor, across shadow roots, as
 * HTML defines it. A tag that `Intl` can't read counts as none.
 */
export function localeOf(element: Element, own: string | undefined): string {
  return canonical(own) ?? canonical(inheritedLang(element)) ?? DEFAULT_LOCALE;
}

function inheritedLang(element: Element): string | undefined {
  const closest = element.closest<HTMLElement>('[lang]');
  if (closest) return closest.lang;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? inheritedLang(root.host) : undefined;
}

function canonical(tag: string | null | undefined): string | undefined {
  try {
    return tag ? Intl.getCanonicalLocales(tag)[0] : undefined;
  } catch {
    // A misspelled tag (`nl_NL`) is the page's matter; the default language is more use than an error.
    return undefined;
  }
}

const listeners = new Set<() => void>();
let observer: MutationObserver | undefined;
let observed = new WeakSet<Node>();

/** Calls `listener` when a `lang` attribute changes in any tree around the element. One observer serves the whole page. */
export function observeLang(element: Element, listener: () => void): () => void {
  listeners.add(listener);
  observer ??= new MutationObserver(() => listeners.forEach((each) => each()));
  let root: Node = element.getRootNode();
  for (;;) {
    if (!observed.has(root)) {
      observed.add(root);
      observer.observe(root, { subtree: true, attributeFilter: ['lang'] });
    }
    if (!(root instanceof ShadowRoot)) break;
    root = root.host.getRootNode();
  }
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    observer?.disconnect();
    observed = new WeakSet();
  };
}
