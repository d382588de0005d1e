import { readFileSync } from 'node:fs';

/** Where the tokens are: what a designer's tool reads is made from the very lines that browsers read. */
const SOURCE = 'packages/elements/src/base/styles/base.styles.ts';
/** A token in it, with what it is without a host: `--_radius: var(--ek-radius, 6px);` */
const TOKEN = /--_[\w-]+: (?:calc\((?<unit>[\d.]+px) \* |(?<most>min\())?var\(--ek-(?<name>[\w-]+), (?<value>.+)\);/g;

/** System colours have no value of their own. These are Chromium's; for the accent, a blue that passes on both. */
const SYSTEM = {
  light: { Canvas: '#ffffff', CanvasText: '#000000', AccentColor: '#0b5a8f' },
  dark: { Canvas: '#121212', CanvasText: '#ffffff', AccentColor: '#7cc4f4' },
};
const ON_ACCENT = { light: '#ffffff', dark: '#000000' };

/** @typedef {'light' | 'dark'} Theme */

/** What each is for, everywhere: the elements say what it is for in them. */
const MEANING = {
  accent:
    'What can be pressed. By itself the system’s accent colour: this blue stands for it. The one colour that brands the kit.',
  'on-accent': 'Text on the accent. Black or white by itself, whichever can be read.',
  started: 'Tone of Started: never the accent, which may be red or green.',
  success: 'Tone of Completed, and of what went well.',
  warning: 'Tone of No-show, and of what to look at.',
  danger: 'Tone of Did not pass, and of problems.',
  muted: 'Text that matters less.',
  border: 'Hairlines.',
  surface: 'Background of what floats.',
  'on-surface': 'Text on what floats.',
  radius: 'Rounding of corners. A large one makes pills of what is pressed or filled in; boxes stop at 12 px.',
  space: 'The grid: distances are multiples of it. Times the density.',
  target: 'Least size of what can be pressed. 44 px where people use their fingers.',
  density: 'Stretches every distance: 0.75 is compact, 1.4 roomy.',
};

/**
 * The shared tokens as W3C design tokens (DTCG): colours for light and dark, radius, density and targets.
 *
 * @returns {object}
 */
export function designTokens() {
  const [host] = readFileSync(SOURCE, 'utf8').split('display: block');
  const tokens = { light: {}, dark: {}, dimension: {}, number: {} };
  for (const { groups } of host.matchAll(TOKEN)) {
    const { name, value, unit, most } = groups;
    // Without what closes the `calc(`, and without the most that it may be.
    const byItself = unit ? value.slice(0, -1) : most ? value.slice(0, value.indexOf(')')) : value;
    const shared = description(name);
    if (unit) tokens.dimension.space = { $value: dimension(unit), ...description('space', name) };
    if (/^[\d.]+px$/.test(byItself)) tokens.dimension[name] = { $value: dimension(byItself), ...shared };
    else if (/^[\d.]+$/.test(byItself)) tokens.number[name] = { $value: Number(byItself), ...shared };
    else for (const theme of ['light', 'dark']) tokens[theme][name] = { $value: colour(byItself, theme), ...shared };
  }
  return {
    $description: 'Tokens of Enrollkit. Each is the CSS property --ek-NAME; what a host sets goes before.',
    color: { $type: 'color', light: tokens.light, dark: tokens.dark },
    dimension: { $type: 'dimension', ...tokens.dimension },
    number: { $type: 'number', ...tokens.number },
  };
}

/**
 * The same for tools that read modes: a file for each, in which the same name is the same token (Figma's variables, and
 * style-dictionary with the prefix `ek`); and everything in one file with its sets and themes, in which colours are texts,
 * which is what Penpot and Tokens Studio read.
 *
 * @param {ReturnType<typeof designTokens>} tokens
 * @returns {Record<string, object>} by file name
 */
export function tokenFiles({ color: { light, dark }, dimension, number }) {
  const themes = { light, dark };
  const shared = { ...typed('dimension', dimension), ...typed('number', number) };
  const names = Object.keys(themes);
  const sets = Object.entries(themes).map(([name, colours]) => [name, asTexts(typed('color', colours))]);
  const selected = (theme) =>
    Object.fromEntries([
      ['shared', 'enabled'],
      ...names.map((name) => [name, name === theme ? 'enabled' : 'disabled']),
    ]);
  return {
    ...Object.fromEntries(names.map((name) => [`${name}.tokens.json`, { ...typed('color', themes[name]), ...shared }])),
    'sets.json': {
      shared: asTexts(shared),
      ...Object.fromEntries(sets),
      $themes: names.map((name) => ({ id: name, name, group: 'theme', selectedTokenSets: selected(name) })),
      $metadata: { tokenSetOrder: ['shared', ...names] },
    },
  };
}

/** What a group says for all of its tokens, on each of them. */
function typed($type, { $type: _, ...tokens }) {
  return Object.fromEntries(Object.entries(tokens).map(([name, token]) => [name, { $type, ...token }]));
}

/** Values as one writes them in CSS. */
function asTexts(tokens) {
  return Object.fromEntries(
    Object.entries(tokens).map(([name, { $extensions: _, ...token }]) => [
      name,
      { ...token, $value: text(token.$value) },
    ]),
  );
}

function text(value) {
  if (typeof value === 'number') return String(value);
  if ('unit' in value) return `${value.value}${value.unit}`;
  const alpha = Math.round(value.alpha * 255)
    .toString(16)
    .padStart(2, '0');
  return value.alpha < 1 ? value.hex + alpha : value.hex;
}

function description(name, cssName = name) {
  const text = MEANING[name];
  return { ...(text && { $description: text }), $extensions: { 'nl.enrollkit.css': `--ek-${cssName}` } };
}

/** @param {string} text */
const dimension = (text) => ({ value: Number.parseFloat(text), unit: 'px' });

/** @param {string} css @param {Theme} theme */
function colour(css, theme) {
  const pair = /^light-dark\((?<light>#\w{6}), (?<dark>#\w{6})\)$/.exec(css)?.groups;
  if (pair) return srgb(pair[theme]);
  const [, percent] = /^color-mix\(in srgb, currentColor (\d+)%, transparent\)$/.exec(css) ?? [];
  if (percent) return { ...srgb(SYSTEM[theme].CanvasText), alpha: Number(percent) / 100 };
  if (css.includes('AccentColor')) return srgb(SYSTEM[theme].AccentColor);
  if (css.startsWith('oklch(from var(--_accent)')) return srgb(ON_ACCENT[theme]);
  const system = SYSTEM[theme][css];
  if (!system) throw new Error(`${SOURCE} has a token that .config/manifest/design-tokens.js can't read: ${css}`);
  return srgb(system);
}

/** @param {string} hex */
function srgb(hex) {
  const components = [1, 3, 5].map((at) => Number((Number.parseInt(hex.slice(at, at + 2), 16) / 255).toFixed(4)));
  return { colorSpace: 'srgb', components, alpha: 1, hex };
}
