import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ANATOMY, NOT_DRAWN } from '../../.storybook/anatomy/drawn-states.js';

interface Manifest {
  readonly modules: readonly {
    readonly declarations: readonly {
      readonly tagName: string;
      readonly cssParts?: readonly { readonly name: string }[];
    }[];
  }[];
}

const manifest = JSON.parse(
  readFileSync(new URL('../../packages/elements/custom-elements.json', import.meta.url), 'utf8'),
) as Manifest;
const elements = manifest.modules.flatMap(({ declarations }) => declarations);

test('every part of every element is drawn in one state, or said to be in none and why', () => {
  expect(elements.length).toBeGreaterThan(13);
  for (const { tagName, cssParts = [] } of elements) {
    const drawn = Object.values(ANATOMY[tagName] ?? {}).flat();
    const told = [...drawn, ...Object.keys(NOT_DRAWN[tagName] ?? {})];
    // A new part belongs in .storybook/anatomy/drawn-states.ts, one that is gone doesn't.
    expect(told.sort(), tagName).toEqual(cssParts.map(({ name }) => name).sort());
  }
});
