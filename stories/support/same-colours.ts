/** What axe need not look at. */
export const SAME_COLOURS = 'data-same-colours';

/** `color-contrast` of axe without them. */
export const CONTRAST_ONCE = { id: 'color-contrast', selector: `*:not([${SAME_COLOURS}])` };

/**
 * Two thirds of what axe does is contrast, of each text by itself; and of three hundred rows all are alike. Marks in the page the texts that
 * axe need not look at: who stands in the same colours, of the same kind and size, on the same backgrounds as two others that it
 * does look at. What is hidden or disabled, which axe leaves out, stands for nobody. Fields are looked at, each of them.
 *
 * @param mark The attribute that they get
 */
export function markSameColours(mark: string): void {
  const ENOUGH = 2;
  const seen = new Map<string, number>();
  const backgrounds = new Map<Element, string>();

  /** What lies behind its text. */
  const behind = (element: Element): string => {
    const known = backgrounds.get(element);
    if (known !== undefined) return known;
    const { backgroundColor, backgroundImage, opacity, filter, mixBlendMode, position } = getComputedStyle(element);
    const own = [backgroundColor, backgroundImage, opacity, filter, mixBlendMode];
    // What is laid over a page may lie over anything: each of these stands for itself.
    if (position === 'absolute' || position === 'fixed' || position === 'sticky') own.push(String(backgrounds.size));
    const above = element.assignedSlot ?? element.parentElement ?? (element.getRootNode() as Partial<ShadowRoot>).host;
    const all = [...own, ...(above ? [behind(above)] : [])].join('/');
    backgrounds.set(element, all);
    return all;
  };

  const look = (element: Element): void => {
    element.removeAttribute(mark);
    if (element.shadowRoot) for (const each of element.shadowRoot.children) look(each);
    for (const each of element.children) look(each);
    const hasText = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim());
    if (!hasText || !element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return;
    if (element.closest('label, option, :disabled, [aria-disabled="true"], [inert]')) return;
    const { width, height } = element.getBoundingClientRect();
    if (width < 4 || height < 4) return;
    const { color, webkitTextFillColor, fontSize, fontWeight, textShadow } = getComputedStyle(element);
    const kind = [element.localName, element.getAttribute('part'), element.getAttribute('class')];
    const key = [...kind, color, webkitTextFillColor, fontSize, fontWeight, textShadow, behind(element)].join('|');
    const times = seen.get(key) ?? 0;
    seen.set(key, times + 1);
    if (times >= ENOUGH) element.setAttribute(mark, '');
  };
  look(document.documentElement);
}
