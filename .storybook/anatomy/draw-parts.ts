import { partBoxes, type PartBoxes } from './part-boxes.js';

/** Of a marker, and of the room that another one leaves it. */
const SIZE = 18;

const STYLES = `
  .anatomy, .anatomy * { all: initial }
  .anatomy { position: fixed; inset: 0; inline-size: 100%; block-size: 100%; overflow: hidden; background: none; pointer-events: none }
  .anatomy:not(:popover-open) { display: none }
  .anatomy :is(i, b) { position: fixed; box-sizing: border-box }
  .anatomy i { border: 1px solid color-mix(in srgb, CanvasText 45%, transparent); border-radius: 3px }
  .anatomy b {
    inline-size: ${SIZE}px; block-size: ${SIZE}px; border: 1px solid Canvas; border-radius: 50%;
    background: CanvasText; color: Canvas; font: 600 10px/${SIZE - 2}px system-ui, sans-serif; text-align: center;
  }
  .anatomy [data-lit] { z-index: 1 }
  .anatomy i[data-lit] { border: 2px dashed CanvasText }
  .anatomy b[data-lit] { border-color: HighlightText; background: Highlight; color: HighlightText; scale: 1.3 }
`;

interface Drawing {
  /** Draws what is there now; `lit` is the part that is pointed at. Answers which parts are seen. */
  readonly draw: (lit?: string) => PartBoxes;
  readonly remove: () => void;
}

/**
 * Numbers on the parts of an element, at its real boxes. Decoration, so it is hidden from screen readers and lets the pointer
 * through; in the top layer, because panels and dialogs of an element are there.
 */
export function drawingOf(page: Document, tag: string, names: readonly string[]): Drawing {
  const layer = page.createElement('div');
  layer.className = 'anatomy';
  layer.popover = 'manual';
  layer.setAttribute('aria-hidden', 'true');
  const style = page.createElement('style');
  style.textContent = STYLES;
  page.body.append(style, layer);
  let drawn = '';
  return {
    draw(lit) {
      const boxes = partBoxes(page, tag, names);
      const isRtl = getComputedStyle(page.documentElement).direction === 'rtl';
      const now = JSON.stringify([lit, isRtl, page.documentElement.dataset.theme, [...boxes]]);
      if (now === drawn) return boxes;
      drawn = now;
      layer.style.setProperty('color-scheme', getComputedStyle(page.querySelector(tag) ?? page.body).colorScheme);
      layer.replaceChildren(...frames(page, boxes, lit), ...markers(page, boxes, { names, lit, isRtl }));
      // Shown anew, it is over what has been opened since.
      if (layer.matches(':popover-open')) layer.hidePopover();
      layer.showPopover();
      return boxes;
    },
    remove() {
      layer.remove();
      style.remove();
    },
  };
}

function frames(page: Document, boxes: PartBoxes, lit: string | undefined): HTMLElement[] {
  return [...boxes].flatMap(([name, [first, ...others]]) =>
    (name === lit ? [first, ...others] : [first]).flatMap((box) => (box ? [placed(page, 'i', box, name === lit)] : [])),
  );
}

interface Numbered {
  readonly names: readonly string[];
  readonly lit: string | undefined;
  readonly isRtl: boolean;
}

function markers(page: Document, boxes: PartBoxes, { names, lit, isRtl }: Numbered): HTMLElement[] {
  const taken: DOMRect[] = [];
  // A small part has few places for its number, a large one many.
  const bySize = [...boxes].sort(([, [one]], [, [other]]) => areaOf(one) - areaOf(other));
  return bySize.flatMap(([name, [box]]) => {
    if (!box) return [];
    const place = freePlace(box, taken, isRtl);
    taken.push(place);
    const marker = placed(page, 'b', place, name === lit);
    marker.textContent = String(names.indexOf(name) + 1);
    marker.dataset.part = name;
    return [marker];
  });
}

/** On the edge of the box, from where one begins to read; the first that no other number covers. */
function freePlace({ left, top, right, bottom }: DOMRect, taken: readonly DOMRect[], isRtl: boolean): DOMRect {
  const half = SIZE / 2;
  const along = (from: number, to: number): number[] =>
    Array.from({ length: Math.floor((to - from) / SIZE) + 1 }, (_, at) => from + at * SIZE);
  const across = along(left, right);
  if (isRtl) across.splice(0, across.length, ...across.map((x) => left + right - x));
  const down = along(top, bottom);
  const start = isRtl ? right : left;
  const end = isRtl ? left : right;
  const points = [
    ...across.map((x) => [x, top] as const),
    ...down.map((y) => [start, y] as const),
    ...down.map((y) => [end, y] as const),
    ...across.map((x) => [x, bottom] as const),
  ];
  // Not cut off by the edge of the page, unless the part itself is.
  const places = points.map(
    ([x, y]) => new DOMRect(Math.max(Math.min(0, left), x - half), Math.max(Math.min(0, top), y - half), SIZE, SIZE),
  );
  const free = places.find((place) => taken.every((other) => !overlaps(place, other)));
  return free ?? places[0] ?? new DOMRect(left, top, SIZE, SIZE);
}

const overlaps = (one: DOMRect, other: DOMRect): boolean =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

const areaOf = (box: DOMRect | undefined): number => (box ? box.width * box.height : 0);

function placed(page: Document, kind: 'i' | 'b', { left, top, width, height }: DOMRect, isLit: boolean): HTMLElement {
  const element = page.createElement(kind);
  Object.assign(element.style, { left: `${left}px`, top: `${top}px`, width: `${width}px`, height: `${height}px` });
  if (isLit) element.dataset.lit = '';
  return element;
}
