import { measureContrast } from './measure-contrast.js';

/** What hosts choose, and what is hardest: the toolbar's brands, and accents that are as light, as dark and as grey as can be. */
export const ACCENTS = {
  'of the system': {},
  harbour: { accent: 'light-dark(#0b5a8f, #7cc4f4)', onAccent: 'light-dark(#ffffff, #06243a)' },
  orchard: { accent: 'light-dark(#2f6b2f, #9ad18b)', onAccent: 'light-dark(#ffffff, #10240d)' },
  foundry: { accent: 'light-dark(#a3201a, #ff9d92)', onAccent: 'light-dark(#ffffff, #33080a)' },
  white: { accent: '#ffffff' },
  black: { accent: '#000000' },
  yellow: { accent: '#ffd400' },
  grey: { accent: '#808080' },
};

/** Those that come nearest to the limits: looked at in every run. */
export const HARDEST = ['of the system', 'white', 'black', 'grey'];

/** WCAG 2.2, 1.4.3 and 1.4.11. */
const NEEDED = {
  text: 4.5,
  placeholder: 4.5,
  'large text': 3,
  field: 3,
  icon: 3,
  progress: 3,
  'focus ring': 3,
};

/** What is on the page now, with each of these accents. Gives the focus to every control, and leaves the last accent set. */
export async function contrastOf(page, accents) {
  const found = [];
  for (const accent of accents) {
    await page.evaluate(setAccent, ACCENTS[accent]);
    for (const each of await page.evaluate(measureContrast)) found.push({ ...each, accent });
  }
  return found;
}

/** What can't be used now is told apart: no contrast is asked of it. */
export function tooLow(measured) {
  return measured.filter(({ kind, ratio, isDisabled }) => !isDisabled && ratio < NEEDED[kind]);
}

/** The least of each kind as a table in Markdown, by mode and accent. */
export function leastOf(measured) {
  const least = new Map();
  const columns = new Set();
  for (const { kind, ratio, isDisabled, mode, accent } of measured) {
    const row = isDisabled ? 'not to be used now' : kind;
    const column = `${mode}, ${accent}`;
    columns.add(column);
    const cells = least.get(row) ?? new Map();
    cells.set(column, Math.min(ratio, cells.get(column) ?? Infinity));
    least.set(row, cells);
  }
  const head = ['', 'needed', ...columns];
  const rows = [...least].map(([kind, cells]) => [
    kind,
    NEEDED[kind] ?? '-',
    ...[...columns].map((column) => cells.get(column)?.toFixed(1) ?? ''),
  ]);
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** In the page. */
function setAccent({ accent, onAccent }) {
  for (const { style } of document.querySelectorAll('.host-page')) {
    style.setProperty('--ek-accent', accent ?? 'initial');
    style.setProperty('--ek-on-accent', onAccent ?? 'initial');
  }
}
