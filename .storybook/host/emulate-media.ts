/** What a visitor's system can ask for, and a page can't switch on. */
interface Asked {
  readonly forced: boolean;
  readonly reduced: boolean;
}

const written = new WeakMap<CSSMediaRule, string>();
const done = new WeakMap<CSSStyleSheet, Asked>();
let asked: Asked = { forced: false, reduced: false };
let isWatching = false;

/**
 * Rewrites the media queries in the elements' style sheets, as if the visitor's system asked for it. Elements bring their
 * sheets as they come, so new ones are looked for with every frame as long as something is on.
 */
export function emulateMedia(next: Asked): void {
  asked = next;
  rewriteAll();
  if (isWatching || !isOn()) return;
  isWatching = true;
  const watch = (): void => {
    rewriteAll();
    isWatching = isOn();
    if (isWatching) requestAnimationFrame(watch);
  };
  requestAnimationFrame(watch);
}

const isOn = (): boolean => asked.forced || asked.reduced;

function rewriteAll(): void {
  for (const element of document.querySelectorAll('*')) {
    for (const sheet of element.shadowRoot?.adoptedStyleSheets ?? []) {
      if (done.get(sheet) === asked || (!done.has(sheet) && !isOn())) continue;
      done.set(sheet, asked);
      rewrite(sheet.cssRules);
    }
  }
}

function rewrite(rules: CSSRuleList): void {
  for (const rule of rules) {
    if (rule instanceof CSSMediaRule) {
      const query = written.get(rule) ?? rule.media.mediaText;
      written.set(rule, query);
      rule.media.mediaText = answered(query);
    }
    if (rule instanceof CSSGroupingRule || rule instanceof CSSStyleRule) rewrite(rule.cssRules);
  }
}

function answered(query: string): string {
  if (asked.forced && query.includes('forced-colors: active')) return 'all';
  if (asked.reduced && query.includes('prefers-reduced-motion: reduce')) return 'all';
  if (asked.reduced && query.includes('prefers-reduced-motion: no-preference')) return 'not all';
  return query;
}
