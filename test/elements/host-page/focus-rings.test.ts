// Who goes through an element by keys on a phone sees where they are: nothing cuts a ring off, and nothing lies over what has it.
import { expect } from '@open-wc/testing';
import { visitEvery } from './every-element.js';

const CONTROLS = 'a[href], button, input, select, textarea, summary, [tabindex="0"]';

function rootsIn(root: ShadowRoot): readonly ShadowRoot[] {
  return [
    root,
    ...[...root.querySelectorAll('*')].flatMap(({ shadowRoot }) => (shadowRoot ? rootsIn(shadowRoot) : [])),
  ];
}

/** It and what is around it, through the roots of shadows, up to the page. */
function chainOf(element: Element): readonly Element[] {
  if (element === document.body) return [];
  const around = element.assignedSlot ?? element.parentElement ?? (element.getRootNode() as ShadowRoot).host;
  return [element, ...chainOf(around)];
}

const clips = (element: Element): boolean => {
  const { overflowX, contentVisibility } = getComputedStyle(element);
  return overflowX !== 'visible' || contentVisibility === 'auto';
};

/** What draws the ring of a control: it, or what it fills. */
const ringedBy = (control: Element): Element | undefined =>
  [control, ...chainOf(control).slice(1, 3)].find((each) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(each);
    return outlineStyle !== 'none' && parseFloat(outlineWidth) > 0;
  });

function topmost(x: number, y: number): Element | null {
  let found = document.elementFromPoint(x, y);
  for (let inner = found; inner; found = inner) {
    const next: Element | null = inner.shadowRoot?.elementFromPoint(x, y) ?? null;
    if (!next || next === inner) return inner;
    inner = next;
  }
  return found;
}

/** What is wrong with the ring of the control that has the focus. */
function unseen(control: Element): string | undefined {
  const ringed = ringedBy(control);
  if (!ringed) return 'has none';
  const { outlineOffset, outlineWidth } = getComputedStyle(ringed);
  const reach = parseFloat(outlineOffset) + parseFloat(outlineWidth) - 0.5;
  const box = ringed.getBoundingClientRect();
  const around = chainOf(ringed);
  for (const each of around.slice(1).filter(clips)) {
    const edge = each.getBoundingClientRect();
    const isCut = box.left - reach < edge.left || box.right + reach > edge.right;
    if (isCut) return `is cut off by ${each.localName}.${each.className}`;
  }
  const over = topmost((box.left + box.right) / 2, (Math.max(0, box.top) + Math.min(innerHeight, box.bottom)) / 2);
  const isUnder = over && !around.includes(over) && !ringed.contains(over) && !chainOf(over).includes(ringed);
  return isUnder ? `lies under ${over.localName}.${over.className}` : undefined;
}

const barOf = (element: Element): Element | undefined =>
  chainOf(element).find((each) => getComputedStyle(each).position === 'sticky');

const openOver = (element: Element): Element | undefined =>
  chainOf(element).find((each) => each.matches('dialog[open], :popover-open'));

/** What the ring of the control that has the focus is drawn across: it stands by itself. */
function touchedBy(control: Element, shown: readonly Element[]): string | undefined {
  const ringed = ringedBy(control);
  // What is shown over the rest while it has the focus has a ground of its own.
  if (!ringed || getComputedStyle(ringed).position === 'absolute') return undefined;
  const { outlineOffset, outlineWidth } = getComputedStyle(ringed);
  // A pixel is between two rounded places.
  const reach = parseFloat(outlineOffset) + parseFloat(outlineWidth) - 1;
  const { left, right, top, bottom } = ringed.getBoundingClientRect();
  const touched = shown.find((other) => {
    if (chainOf(control).includes(other) || chainOf(other).includes(ringed)) return false;
    if (!other.checkVisibility({ contentVisibilityAuto: true }) || getComputedStyle(other).position === 'absolute')
      return false;
    const box = other.getBoundingClientRect();
    // A bar that stays in sight passes over the rest, which scrolls.
    if (barOf(other) !== barOf(control)) return false;
    return box.left < right + reach && box.right > left - reach && box.top < bottom + reach && box.bottom > top - reach;
  });
  return touched && `touches ${touched.localName}.${touched.className} "${touched.textContent.trim().slice(0, 20)}"`;
}

const INK = document.createElement('canvas').getContext('2d')!;

/** Where the ink of a text is, line by line: its letters, and not the room that lines have above and below them. */
function inkOf(text: Text): readonly DOMRect[] {
  const { font } = getComputedStyle(text.parentElement!);
  INK.font = font;
  const { fontBoundingBoxAscent, actualBoundingBoxAscent, actualBoundingBoxDescent } = INK.measureText(text.data);
  const range = document.createRange();
  const words = text.data.trim();
  const start = text.data.indexOf(words);
  range.setStart(text, start);
  range.setEnd(text, start + words.length);
  return [...range.getClientRects()].map(({ left, top, width }) => {
    const inkTop = top + fontBoundingBoxAscent - actualBoundingBoxAscent;
    return new DOMRect(left, inkTop, width, actualBoundingBoxAscent + actualBoundingBoxDescent);
  });
}

function textsIn(roots: readonly ShadowRoot[]): readonly Text[] {
  return roots.flatMap((root) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const found: Text[] = [];
    while (walker.nextNode()) {
      const text = walker.currentNode as Text;
      const around = text.parentElement;
      if (around && text.data.trim() && !around.closest('style, script, option, textarea')) found.push(text);
    }
    return found;
  });
}

/** Words that the ring of the control that has the focus is drawn across. */
function wordsTouchedBy(control: Element, _: readonly Element[], element: HTMLElement): string | undefined {
  const ringed = ringedBy(control);
  if (!ringed || getComputedStyle(ringed).position === 'absolute') return undefined;
  const { outlineOffset, outlineWidth } = getComputedStyle(ringed);
  const reach = parseFloat(outlineOffset) + parseFloat(outlineWidth);
  const { left, right, top, bottom } = ringed.getBoundingClientRect();
  const touched = textsIn(rootsIn(element.shadowRoot!)).find((text) => {
    const around = text.parentElement!;
    // What is open lies over the rest, until it is closed.
    if (openOver(around) !== openOver(control)) return false;
    if (chainOf(around).includes(ringed) || chainOf(around).includes(control) || barOf(around) !== barOf(control))
      return false;
    if (!around.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true })) return false;
    if (
      chainOf(around).some(
        (each) => getComputedStyle(each).position === 'absolute' || getComputedStyle(each).clipPath !== 'none',
      )
    )
      return false;
    return inkOf(text).some(
      (box) =>
        box.left < right + reach && box.right > left - reach && box.top < bottom + reach && box.bottom > top - reach,
    );
  });
  return touched && `touches the words "${touched.data.trim().slice(0, 30)}"`;
}

type FindFault = (control: Element, shown: readonly Element[], element: HTMLElement) => string | undefined;

function faultsIn(element: HTMLElement, findFault: FindFault = unseen): readonly string[] {
  const roots = rootsIn(element.shadowRoot!);
  const all = roots.flatMap((root) => [...root.querySelectorAll<HTMLElement>(CONTROLS)]);
  // What is open lies over the rest, until it is closed.
  const open = roots.flatMap((root) => [...root.querySelectorAll('dialog[open], [popover]:popover-open')]).at(-1);
  const shown = all
    .filter((control) => control.checkVisibility({ visibilityProperty: true }) && control.tabIndex >= 0)
    .filter((control) => !open || chainOf(control).includes(open));
  return shown.flatMap((control) => {
    control.focus();
    const fault = control.matches(':focus-visible, [type=date]') ? findFault(control, shown, element) : undefined;
    return fault
      ? [`${control.localName}.${control.className} "${control.textContent.trim().slice(0, 30)}" ${fault}`]
      : [];
  });
}

it('the ring of every control of every element is seen whole on a phone', async () => {
  const found = new Set<string>();
  await visitEvery((element, { tag, isFirst, isLast }) => {
    // With everything open; and before, as that may be a dialog over the rest.
    if (!isFirst && !isLast) return;
    element.parentElement!.style.inlineSize = '320px';
    for (const fault of faultsIn(element)) found.add(`${tag}: the ring of ${fault}`);
  });
  expect([...found]).to.deep.equal([]);
});

it('the ring of no control touches its neighbour, also where rows are close to each other', async () => {
  const found = new Set<string>();
  await visitEvery((element, { tag, isLast }) => {
    if (!isLast) return;
    const page = element.parentElement!;
    for (const density of ['1', '0.75']) {
      page.style.setProperty('--ek-density', density);
      for (const width of ['320px', '700px']) {
        page.style.inlineSize = width;
        for (const fault of faultsIn(element, touchedBy))
          found.add(`${tag} at ${density}, ${width}: the ring of ${fault}`);
      }
    }
  });
  expect([...found]).to.deep.equal([]);
});

it('the ring of no control is drawn across words beside it', async () => {
  const found = new Set<string>();
  await visitEvery((element, { tag, isFirst, isLast }) => {
    if (!isFirst && !isLast) return;
    const page = element.parentElement!;
    page.style.font = '16px sans-serif';
    for (const density of ['1', '0.75']) {
      page.style.setProperty('--ek-density', density);
      for (const width of ['320px', '700px']) {
        page.style.inlineSize = width;
        for (const fault of faultsIn(element, wordsTouchedBy))
          found.add(`${tag} at ${density}, ${width}: the ring of ${fault}`);
      }
    }
  });
  expect([...found]).to.deep.equal([]);
});
