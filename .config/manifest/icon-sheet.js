import { readFileSync } from 'node:fs';
import { transform } from 'esbuild';

/** Where the elements draw their icons, and what their names begin with on the sheet. */
const MODULES = {
  'base/icons': '',
  'base/files/file-icons': 'file-',
  'enrollment-status/status-icons': '',
  'feed-check/feed-icons': 'feed-',
};
const COLUMNS = 6;
const CELL = { width: 120, height: 72 };
/** The tones of statuses, as in their label. */
const TONES = {
  started: 'started',
  completed: 'success',
  'no-show': 'warning',
  'did-not-pass': 'danger',
  declined: 'danger',
};

/**
 * Every icon of the elements on one sheet, named and in its tone, for a designer's tool.
 *
 * @param {object} tokens What `designTokens` gave
 * @returns {Promise<string>} SVG
 */
export async function iconSheet(tokens) {
  const icons = (await Promise.all(Object.entries(MODULES).map(readIcons))).flat();
  const { light } = tokens.color;
  const rows = Math.ceil(icons.length / COLUMNS);
  const cells = icons.map(([name, shape], at) => {
    const x = (at % COLUMNS) * CELL.width + 16;
    const y = Math.floor(at / COLUMNS) * CELL.height + 16;
    const status = name.replace(/^status-/, '');
    const tone = (light[status] ?? light[TONES[status]])?.$value.hex ?? '#000000';
    return `<g id="${name}" transform="translate(${x} ${y})" fill="${tone}" fill-rule="evenodd"><title>${name}</title>${drawn(shape, tone)}</g>
<text x="${x}" y="${y + 32}">${name}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${COLUMNS * CELL.width} ${rows * CELL.height}" font-family="sans-serif" font-size="10">
${cells.join('\n')}
</svg>
`;
}

/** How each class of a shape is drawn. */
const LINE = 'fill="none" stroke-linecap="round" stroke-linejoin="round"';
const DRAWN = {
  fill: () => '',
  line: (tone) => ` ${LINE} stroke="${tone}" stroke-width="1.5"`,
  cut: () => ` ${LINE} stroke="#ffffff" stroke-width="1.75"`,
};

/** Without style sheets and `currentColor`, which tools for drawing read as black or not at all. */
const drawn = (shape, tone) => shape.replaceAll(/ class="(\w+)"/g, (_, name) => DRAWN[name](tone));

/** What a module draws, with its helpers in place of what it imports. */
async function readIcons([path, prefix]) {
  const source = readFileSync(`packages/elements/src/${path}.ts`, 'utf8');
  const { code } = await transform(source, { loader: 'ts' });
  const helpers = `const svg = String.raw, html = String.raw, icon = (shape) => shape;\n`;
  const own = code.replaceAll(/^import [^;]*;$/gm, '').replaceAll(/^(?:export )?const icon = [\s\S]*?;$/gm, '');
  const shapes = own.includes('SHAPES = {') ? '\nexport const shapes = SHAPES;' : '';
  const module = await import(`data:text/javascript,${encodeURIComponent(helpers + own + shapes)}`);
  const named = Object.entries(module).filter(([, shape]) => typeof shape === 'string' && shape.startsWith('<'));
  const statuses = Object.entries(module.shapes ?? {}).map(([status, { fill, line }]) => [
    `status-${status}`,
    `<path class="${fill ? 'fill' : 'line'}" d="${fill ?? line}"/>`,
  ]);
  return [...statuses, ...named.map(([name, shape]) => [prefix + kebab(name.replace(/Icon$/, '')), shape])];
}

/** @param {string} name */
const kebab = (name) => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
