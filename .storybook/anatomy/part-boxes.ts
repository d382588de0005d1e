/** Where each part of an element is now, by name: only those that a person sees. */
export type PartBoxes = ReadonlyMap<string, readonly DOMRect[]>;

/** Of the first element that shows a part: a story may have several of one kind. */
export function partBoxes(page: Document, tag: string, names: readonly string[]): PartBoxes {
  const elements = [...page.querySelectorAll(tag)];
  const boxes = names.map((name) => {
    const [shown = []] = elements.map((element) => boxesIn(element, name)).filter(({ length }) => length > 0);
    return [name, shown] as const;
  });
  return new Map(boxes.filter(([, shown]) => shown.length > 0));
}

function boxesIn({ shadowRoot }: Element, name: string): readonly DOMRect[] {
  return [...(shadowRoot?.querySelectorAll(`[part~="${name}"]`) ?? [])]
    .filter(isSeen)
    .map((part) => part.getBoundingClientRect());
}

/** Words that are for screen readers alone are clipped away. */
function isSeen(part: Element): boolean {
  const { width, height } = part.getBoundingClientRect();
  return (
    width > 1 &&
    height > 1 &&
    part.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
    getComputedStyle(part).clipPath === 'none'
  );
}
