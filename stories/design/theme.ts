import { TAGS } from '../../.storybook/manifest.js';
import { parseColour, parseFont } from './colour.js';

/** What a designer has chosen in the theme builder. */
export interface Theme {
  readonly light: string;
  readonly dark: string;
  /** What the page behind the elements has: it is measured against, and stays the page's own. */
  readonly pageLight: string;
  readonly pageDark: string;
  readonly radius: number;
  readonly density: number;
  readonly font: string;
  readonly scheme: 'light' | 'dark';
}

export const FIRST_THEME: Theme = {
  light: '#0b5a8f',
  dark: '#7cc4f4',
  pageLight: '#ffffff',
  pageDark: '#121212',
  radius: 6,
  density: 1,
  font: '',
  scheme: 'light',
};

export const RANGES = { radius: { min: 0, max: 24 }, density: { min: 0.6, max: 1.6 } } as const;

/** In the address of Storybook: it hands what it doesn't know on to the page of docs. */
export const ADDRESS_PARAMETER = 'kit-theme';

const OWN = 'enrollkit-theme';

interface Kept {
  readonly theme: Theme;
  /** The address's theme that it began with: opened again, what was changed since stays. */
  readonly from?: string | undefined;
}

/** The theme of the address, if it has one that isn't known yet; else the one that this browser keeps; else the first. */
export function openTheme(kept = OWN, address = location.search): Theme {
  const sent = new URLSearchParams(address).get(ADDRESS_PARAMETER) ?? undefined;
  const known = readKept(kept);
  const opened = sent === undefined || sent === known?.from ? undefined : unpacked(sent);
  if (opened === undefined) return known?.theme ?? FIRST_THEME;
  write(kept, { theme: opened, from: sent });
  return opened;
}

/** The one that this browser keeps. */
export const keptTheme = (kept = OWN): Theme => readKept(kept)?.theme ?? FIRST_THEME;

export function keepTheme(theme: Theme, kept = OWN): void {
  write(kept, { theme, from: readKept(kept)?.from });
}

/** The page of the theme builder with this theme, for somebody else's browser. */
export function addressOf(theme: Theme): string {
  const page = new URL('./', location.href);
  // No sign that an address or Storybook writes otherwise.
  const bytes = new TextEncoder().encode(JSON.stringify(theme));
  const packed = btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_');
  page.search = `?path=/docs/design-theming--docs&${ADDRESS_PARAMETER}=${packed.replaceAll('=', '')}`;
  return page.href;
}

/** What a host sets, by property. */
export function propertiesOf({ light, dark, radius, density, font }: Theme): Readonly<Record<string, string>> {
  return {
    '--ek-accent': `light-dark(${light}, ${dark})`,
    '--ek-radius': `${radius}px`,
    '--ek-density': String(density),
    ...(font !== '' && { 'font-family': font }),
  };
}

/** What a host puts in its style sheet: on the body, where a plugin says what it takes from the theme. Of the page itself it changes nothing: the font is the elements' own. */
export function cssOf(theme: Theme): string {
  const { 'font-family': font, ...tokens } = propertiesOf(theme);
  const root = `body {\n${Object.entries(tokens)
    .map(([name, value]) => `  ${name}: ${value};\n`)
    .join('')}}`;
  const tags = TAGS.filter((tag) => tag !== 'enrollkit-backend');
  return font === undefined ? root : `${root}\n\n:is(\n  ${tags.join(',\n  ')}\n) {\n  font-family: ${font};\n}`;
}

/** What a field's text means; absent: it means nothing. */
export function taking(name: string, value: string): string | number | undefined {
  if (name in RANGES) {
    const { min, max } = RANGES[name as keyof typeof RANGES];
    const number = value === '' ? Number.NaN : Number(value);
    return Number.isNaN(number) ? undefined : Math.min(max, Math.max(min, number));
  }
  if (name === 'font') return value === '' ? '' : parseFont(value);
  if (name === 'scheme') return value === 'light' || value === 'dark' ? value : undefined;
  return parseColour(value)?.css;
}

/** Field by field as if it had been typed: whoever sends an address writes no CSS of their own. */
function checked(given: unknown): Theme {
  const fields = Object(given) as Record<string, unknown>;
  const read = (name: string, first: string | number): string | number => taking(name, String(fields[name])) ?? first;
  const entries = Object.entries<string | number>({ ...FIRST_THEME }).map(
    ([name, first]) => [name, read(name, first)] as const,
  );
  return Object.fromEntries<string | number>(entries) as unknown as Theme;
}

function unpacked(sent: string): Theme | undefined {
  try {
    const bytes = Uint8Array.from(atob(sent.replaceAll('-', '+').replaceAll('_', '/')), (each) => each.charCodeAt(0));
    return checked(JSON.parse(new TextDecoder().decode(bytes)));
  } catch {
    return undefined;
  }
}

function readKept(kept: string): Kept | undefined {
  try {
    const found = JSON.parse(localStorage.getItem(kept) ?? 'null') as Partial<Kept> | null;
    return found ? { theme: checked(found.theme), from: found.from } : undefined;
  } catch {
    return undefined;
  }
}

function write(kept: string, value: Kept): void {
  try {
    localStorage.setItem(kept, JSON.stringify(value));
  } catch {
    // A browser that keeps nothing: the theme is there until the page is left.
  }
}
