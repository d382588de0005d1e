import { LOCALES } from '@enrollkit/core';
import type { GlobalTypes } from 'storybook/internal/types';
import { FRAMEWORKS } from './code/frameworks.js';

interface Toolbar {
  readonly description: string;
  readonly icon: string;
  /** Titles by value; the first is what a story begins with. */
  readonly items: Readonly<Record<string, string>>;
}

const languages = Object.fromEntries(
  LOCALES.map((value) => [value, new Intl.DisplayNames(value, { type: 'language' }).of(value) ?? value]),
);

/** Everything that a page, its visitor or its backend can be like. A story may begin with another value (`globals`). */
const TOOLBARS = {
  language: { description: 'Language of the host page', icon: 'globe', items: languages },
  theme: {
    description: 'Colour scheme of the host page',
    icon: 'contrast',
    items: { light: 'Light', dark: 'Dark', system: 'As the system' },
  },
  direction: {
    description: 'Writing direction of the host page',
    icon: 'transfer',
    items: { ltr: 'LTR', rtl: 'RTL' },
  },
  brand: {
    description: 'What the host page sets: accent, density, font and radius (mine: as chosen in Design / Theming)',
    icon: 'paintbrush',
    items: {
      none: 'No brand',
      harbour: 'Harbour',
      orchard: 'Orchard',
      foundry: 'Foundry',
      own: 'Mine',
    },
  },
  density: {
    description: '--ek-density',
    icon: 'component',
    items: {
      brand: 'Density of the brand',
      compact: 'Compact (0.75)',
      comfortable: 'Comfortable (1)',
      roomy: 'Roomy (1.4)',
    },
  },
  width: {
    description: 'Room that the page leaves',
    icon: 'grow',
    items: { full: 'Width', phone: 'Phone (320)', column: 'Column (480)', tablet: 'Tablet (768)' },
  },
  colours: {
    description: 'Forced colours, near enough: your system’s own settles it',
    icon: 'eye',
    items: { own: 'Colours', forced: 'Forced colours' },
  },
  motion: {
    description: 'What the visitor’s system asks for',
    icon: 'play',
    items: { full: 'Motion', reduced: 'Reduced motion' },
  },
  texts: {
    description: 'Names and descriptions in the records',
    icon: 'paragraph',
    items: { normal: 'Texts', long: 'Long texts' },
  },
  backend: {
    description: 'How the host answers',
    icon: 'database',
    items: { normal: 'Host', slow: 'Slow host (3 s)', failing: 'Failing host' },
  },
  framework: { description: 'Language of "Show code"', icon: 'markup', items: FRAMEWORKS },
} as const satisfies Readonly<Record<string, Toolbar>>;

/** What the toolbars say. */
export type Modes = { readonly [Name in keyof typeof TOOLBARS]: string };

export const initialGlobals = Object.fromEntries(
  Object.entries<Toolbar>(TOOLBARS).map(([name, { items }]) => [name, Object.keys(items)[0]]),
) as Modes;

export const globalTypes = Object.fromEntries(
  Object.entries<Toolbar>(TOOLBARS).map(([name, { description, icon, items }]) => [
    name,
    {
      description,
      toolbar: {
        title: description,
        icon,
        items: Object.entries(items).map(([value, title]) => ({ value, title })),
        dynamicTitle: true,
      },
    },
  ]),
) as GlobalTypes;
