import dark from '@enrollkit/elements/tokens/dark.tokens.json' with { type: 'json' };
import light from '@enrollkit/elements/tokens/light.tokens.json' with { type: 'json' };
import sets from '@enrollkit/elements/tokens/sets.json' with { type: 'json' };
import { hexOf, parseColour, textOn, type Rgb } from './colour.js';
import type { Theme } from './theme.js';

const PUBLISHED = { light, dark };
const MEANING = 'What can be pressed. The one colour that brands the kit.';

/** The published tokens of light or dark, with what was chosen in the theme builder. */
export function ownTokens(theme: Theme, scheme: 'light' | 'dark'): object {
  const tokens = PUBLISHED[scheme];
  const [accent, onAccent] = accentOf(theme, scheme);
  const { radius, density } = tokens;
  return {
    ...tokens,
    accent: { ...tokens.accent, $value: srgb(accent), $description: MEANING },
    'on-accent': { ...tokens['on-accent'], $value: srgb(onAccent) },
    radius: { ...radius, $value: { ...radius.$value, value: theme.radius } },
    density: { ...density, $value: theme.density },
  };
}

/** The same in one file with both, for tools that know colours as texts. */
export function ownSets(theme: Theme): object {
  const { shared } = sets;
  const own = (scheme: 'light' | 'dark'): object => {
    const [accent, onAccent] = accentOf(theme, scheme);
    return {
      ...sets[scheme],
      accent: { ...sets[scheme].accent, $value: hexOf(accent), $description: MEANING },
      'on-accent': { ...sets[scheme]['on-accent'], $value: hexOf(onAccent) },
    };
  };
  return {
    ...sets,
    shared: {
      ...shared,
      radius: { ...shared.radius, $value: `${theme.radius}px` },
      density: { ...shared.density, $value: String(theme.density) },
    },
    light: own('light'),
    dark: own('dark'),
  };
}

/** The accent, and what is written on it. */
function accentOf(theme: Theme, scheme: 'light' | 'dark'): readonly [Rgb, Rgb] {
  const accent = parseColour(theme[scheme])?.rgb ?? [0, 0, 0];
  return [accent, textOn(accent)];
}

const srgb = (colour: Rgb): object => ({
  colorSpace: 'srgb',
  components: colour.map((part) => Number(part.toFixed(4))),
  alpha: 1,
  hex: hexOf(colour),
});
