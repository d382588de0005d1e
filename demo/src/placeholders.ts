import { h } from './dom.js';

/** What one stand-in looks like, by what it stands in. */
const KINDS: readonly (readonly [selector: string, make: (parent: HTMLElement) => HTMLElement])[] = [
  ['tbody', (body) => h('tr', {}, ...headingsOf(body).map(() => h('td', {}, ghost())))],
  ['ul.cards', () => h('li', { className: 'card' }, ghost(), ghost(), ghost())],
  ['ul', () => h('li', {}, ghost(), ghost())],
  ['dl', () => h('div', {}, ghost(), ghost())],
  ['p', () => ghost()],
];

/** Room of the final size for what is still being read, so that nothing jumps: in everything that says how much will come. */
export function showPlaceholders(): void {
  for (const place of document.querySelectorAll<HTMLElement>('[data-ghosts]')) {
    const make = KINDS.find(([selector]) => place.matches(selector))?.[1];
    if (!make) continue;
    const ghosts = Array.from({ length: Number(place.dataset.ghosts) }, () => make(place));
    for (const each of ghosts) {
      each.classList.add('ghosts');
      each.ariaHidden = 'true';
    }
    place.ariaBusy = 'true';
    place.replaceChildren(...ghosts);
  }
}

/** They went with what has come; or it won't come. */
export function hidePlaceholders(): void {
  for (const place of document.querySelectorAll<HTMLElement>('[data-ghosts]')) place.ariaBusy = null;
  for (const each of document.querySelectorAll('.ghosts')) each.remove();
}

const ghost = (): HTMLElement => h('span', { className: 'ghost' });

function headingsOf(body: HTMLElement): readonly Element[] {
  return [...(body.closest('table')?.querySelectorAll('th:not([hidden])') ?? [])];
}
