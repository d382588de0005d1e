/**
 * What gets the focus by keys must not lie behind what stays in view below it, as a bar with a total does: browsers take it
 * for seen, and don't scroll.
 */
export function keepUncovered(event: FocusEvent, bar: Element | null): void {
  const target = event.composedPath()[0] as Element;
  if (!bar || bar.contains(target) || !target.matches(':focus-visible')) return;
  if (target.getBoundingClientRect().bottom > bar.getBoundingClientRect().top)
    target.scrollIntoView({ block: 'center' });
}
