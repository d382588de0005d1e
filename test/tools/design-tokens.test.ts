import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

interface Colour {
  readonly colorSpace: string;
  readonly components: readonly number[];
  readonly alpha: number;
  readonly hex: string;
}
type Tokens = Readonly<Record<string, { readonly $type: string; readonly $value: Colour | object | number | string }>>;

const read = (path: string) => readFileSync(`packages/elements/${path}`, 'utf8');
const tokens = (name: string) => JSON.parse(read(`tokens/${name}.json`)) as Tokens;
const MODES = ['light', 'dark'] as const;

test('a designer’s tool finds the same tokens in both modes, and each colour as the format of 2025.10 writes it', () => {
  const [light = {}, dark = {}] = MODES.map((mode) => tokens(`${mode}.tokens`));
  const types = (all: Tokens) => Object.entries(all).map(([name, { $type }]) => `${name}: ${$type}`);
  expect(types(dark)).toEqual(types(light));
  const colours = [light, dark].flatMap((all) => Object.values(all).filter(({ $type }) => $type === 'color'));
  expect(colours.length).toBeGreaterThanOrEqual(20);
  for (const { $value } of colours) {
    const { colorSpace, components, alpha, hex } = $value as Colour;
    expect(colorSpace).toBe('srgb');
    expect(alpha > 0 && alpha <= 1).toBe(true);
    expect(
      `#${components
        .map((part) =>
          Math.round(part * 255)
            .toString(16)
            .padStart(2, '0'),
        )
        .join('')}`,
    ).toBe(hex);
  }
});

test('the tokens of both modes are what browsers read, under the same names', () => {
  const css = read('src/base/styles/base.styles.ts');
  const pairs = [...css.matchAll(/var\(--ek-([\w-]+), light-dark\((#\w{6}), (#\w{6})\)/g)];
  expect(pairs.length).toBeGreaterThanOrEqual(4);
  for (const [, name = '', ...hexes] of pairs) {
    for (const [at, mode] of MODES.entries()) {
      const colour = tokens(`${mode}.tokens`)[name]?.$value as Colour | undefined;
      expect([mode, name, colour?.hex]).toEqual([mode, name, hexes[at]]);
    }
  }
});

test('tools that know colours as texts have the same in one file, a set for each mode', () => {
  const file = tokens('sets') as unknown as Readonly<Record<string, Tokens>> & {
    readonly $themes: readonly { name: string; selectedTokenSets: Readonly<Record<string, string>> }[];
    readonly $metadata: { readonly tokenSetOrder: readonly string[] };
  };
  expect(file.$metadata.tokenSetOrder).toEqual(['shared', ...MODES]);
  for (const { name, selectedTokenSets } of file.$themes) {
    const chosen = Object.keys(selectedTokenSets).filter((set) => selectedTokenSets[set] === 'enabled');
    const all: Tokens = Object.fromEntries(chosen.flatMap((set) => Object.entries(file[set] ?? {})));
    expect(Object.keys(all).sort()).toEqual(Object.keys(tokens(`${name}.tokens`)).sort());
    for (const { $type, $value } of Object.values(all))
      expect($value).toMatch($type === 'color' ? /^#(\w{6}|\w{8})$/ : /^[\d.]+(px)?$/);
  }
});

test('the sheet of icons needs no style sheet, and every icon on it has a name of its own', () => {
  const sheet = read('icons.svg');
  expect(sheet).not.toMatch(/<style|class=|currentColor/);
  const names = [...sheet.matchAll(/<g id="([\w-]+)"/g)].map(([, name]) => name);
  expect(names.length).toBeGreaterThanOrEqual(17);
  expect(new Set(names).size).toBe(names.length);
});

test('no tone of a status comes from the accent, and nobody takes Started for Did not pass, whatever colours they see', () => {
  const css = read('src/base/styles/base.styles.ts');
  for (const name of ['started', 'success', 'warning', 'danger'])
    expect(new RegExp(`--_${name}: (.*);`).exec(css)?.[1]).not.toMatch(/accent|currentColor/i);
  for (const mode of MODES) {
    for (const [vision, matrix] of Object.entries(VISIONS)) {
      const [started, danger, success] = ['started', 'danger', 'success'].map((name) =>
        seen(tokens(`${mode}.tokens`)[name]?.$value as Colour, matrix),
      );
      expect([mode, vision, distance(started, danger) > 0.15]).toEqual([mode, vision, true]);
      // Shape and word tell these two where only blue is missing.
      expect([mode, vision, distance(started, success) > 0.03]).toEqual([mode, vision, true]);
    }
  }
});

/** Machado, Oliveira and Fernandes (2009), of full severity, on linear sRGB. */
const VISIONS = {
  all: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  'without red': [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  'without green': [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  'without blue': [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** In OKLab, after what the eye leaves out. */
function seen({ components }: Colour, matrix: readonly (readonly number[])[]): readonly number[] {
  const linear = components.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  const times = (rows: readonly (readonly number[])[], values: readonly number[]) =>
    rows.map((row) => row.reduce((sum, weight, at) => sum + weight * (values[at] ?? 0), 0));
  const left = times(matrix, linear).map((part) => Math.max(0, part));
  const cones = times(
    [
      [0.4122214708, 0.5363325363, 0.0514459929],
      [0.2119034982, 0.6806995451, 0.1073969566],
      [0.0883024619, 0.2817188376, 0.6299787005],
    ],
    left,
  ).map(Math.cbrt);
  return times(
    [
      [0.2104542553, 0.793617785, -0.0040720468],
      [1.9779984951, -2.428592205, 0.4505937099],
      [0.0259040371, 0.7827717662, -0.808675766],
    ],
    cones,
  );
}

const distance = (one: readonly number[] = [], other: readonly number[] = []): number =>
  Math.hypot(...one.map((part, at) => part - (other[at] ?? 0)));
