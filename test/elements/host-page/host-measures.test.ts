// What a host sets of its brand, far from what the kit has itself: no word may stand outside its box for it, or in a corner of it.
import { expect } from '@open-wc/testing';
import { visitEvery } from './every-element.js';

const MEASURES: readonly Readonly<Record<string, string>>[] = [
  { 'inline-size': '320px', '--ek-radius': '0' },
  { 'inline-size': '560px', '--ek-radius': '999px' },
  { 'inline-size': '320px', '--ek-radius': '999px', '--ek-density': '0.5', 'font-size': '12px' },
  { 'inline-size': '320px', '--ek-radius': '999px', '--ek-density': '2', 'font-size': '24px' },
];

const shown = (element: Element): boolean => element.checkVisibility({ visibilityProperty: true });

/** The element around it, through the roots of shadows. */
const around = (element: Element): Element | null =>
  element.parentElement ?? (element.getRootNode() as ShadowRoot).host;

function ancestors(element: Element, end: Element): readonly Element[] {
  const all: Element[] = [];
  for (let at: Element | null = element; at && at !== end; at = around(at)) all.push(at);
  return all;
}

/** The lines of text in an element and in those that it is made of, with what they stand in. */
function linesIn(
  root: ShadowRoot | Element,
): { readonly parent: Element; readonly text: string; readonly box: DOMRect }[] {
  return [...root.querySelectorAll('*')].flatMap((parent) => {
    if (!shown(parent) || parent.localName === 'style') return [];
    const own = [...parent.childNodes]
      .filter((node) => node instanceof Text && node.data.trim() !== '')
      .flatMap((node) => {
        const range = document.createRange();
        range.selectNodeContents(node);
        return [...range.getClientRects()].map((box) => ({ parent, text: node.textContent!.trim(), box }));
      });
    return parent.shadowRoot ? [...own, ...linesIn(parent.shadowRoot)] : own;
  });
}

/** Whether a line reaches into a corner that is rounded away. Letters are lower than their line. */
function isInCorner(line: DOMRect, box: Element): boolean {
  const { borderTopLeftRadius, borderTopWidth, overflowX, backgroundColor } = getComputedStyle(box);
  const isDrawn = borderTopWidth !== '0px' || overflowX !== 'visible' || backgroundColor !== 'rgba(0, 0, 0, 0)';
  if (!isDrawn) return false;
  const { left, right, top, bottom, width, height } = box.getBoundingClientRect();
  const radius = Math.min(parseFloat(borderTopLeftRadius), width / 2, height / 2);
  const inside = line.height / 4;
  return [line.left - left, right - line.right].some((x) =>
    [line.top + inside - top, bottom - line.bottom + inside].some(
      (y) => x > -1 && y > -1 && x < radius && y < radius && Math.hypot(radius - x, radius - y) > radius,
    ),
  );
}

/** Said to screen readers only, or on its way past a scroller's edge. */
const isElsewhere = (element: Element): boolean => {
  const { clipPath, overflowX } = getComputedStyle(element);
  return clipPath !== 'none' || overflowX === 'auto' || element.getBoundingClientRect().width < 2;
};

function misplaced(element: HTMLElement): readonly string[] {
  const own = element.getBoundingClientRect();
  return linesIn(element.shadowRoot!).flatMap(({ parent, text, box }) => {
    const outer = ancestors(parent, element);
    const said = `${parent.localName} "${text.slice(0, 40)}"`;
    const floats = outer.some((each) => each.matches('dialog, [popover]'));
    if (outer.some((each) => getComputedStyle(each).clipPath !== 'none')) return [];
    const isOut = !floats && !outer.some(isElsewhere) && (box.left < own.left - 1.5 || box.right > own.right + 1.5);
    const corner = outer.find((each) => isInCorner(box, each));
    return [
      ...(isOut ? [`${said} stands outside`] : []),
      ...(corner ? [`${said} stands in a corner of ${corner.localName}.${corner.className}`] : []),
    ];
  });
}

it('no measure of a brand puts a word of any element outside its box or into a corner', async () => {
  const found = new Set<string>();
  await visitEvery((element, { tag, isLast }) => {
    if (!isLast) return;
    const { style } = element.parentElement!;
    for (const measures of MEASURES) {
      style.cssText = Object.entries(measures)
        .map((pair) => pair.join(':'))
        .join(';');
      for (const what of misplaced(element)) found.add(`${tag} ${style.cssText} ${what}`);
    }
  });
  expect([...found]).to.deep.equal([]);
});
