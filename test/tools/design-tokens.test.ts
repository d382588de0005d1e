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
