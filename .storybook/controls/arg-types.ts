import type { ArgTypes, InputType, StrictArgTypes } from 'storybook/internal/types';
import { attributesOf, elementDoc, propertiesOf, type ElementDoc } from '../manifest.js';

/** Choices behind a type that the manifest only names. Any other is a text. */
const CHOICES: Readonly<Record<string, readonly string[]>> = {
  PriceAudience: ['standard', 'vat-exempt'],
  StatusAuthority: ['kit', 'host'],
};

const STEP: Readonly<Record<string, object>> = { px: { max: 48, step: 1 }, em: { max: 40, step: 0.25 } };

/** Colour tokens are those that say so by their name or their default. */
const COLOUR =
  /color$|background$|border$|accent$|success$|warning$|danger$|started$|muted$|surface$|tone$|mark$|^Canvas/i;

/** One group: what a story hands in comes first within its group, and would bring a group of its own to the top. */
const SETTABLE = 'Attributes and properties';

/**
 * The controls of an element, once each and nothing else: attributes, what is only a property (to read), tokens. Events are
 * told in the actions panel; those, parts, states and slots are on the element's page.
 */
export function extractArgTypes(tag: string): ArgTypes | null {
  const element = elementDoc(tag);
  if (!element) return null;
  return {
    ...rows(SETTABLE, attributesOf(element), (member) => ({
      name: member.attribute,
      ...controlOf(member.type?.text ?? 'string'),
    })),
    ...rows(SETTABLE, propertiesOf(element), () => ({ control: { disable: true } })),
    ...rows('Tokens', element.cssProperties ?? [], (token) => tokenControl(token.name, token.default)),
  };
}

type Row = NonNullable<ElementDoc['events']>[number];

function rows<R extends Row>(category: string, entries: readonly R[], describe: (entry: R) => InputType): ArgTypes {
  return Object.fromEntries(
    entries.map((entry) => [
      entry.name,
      {
        name: entry.name,
        description: entry.description ?? '',
        table: {
          category,
          ...(entry.type && { type: { summary: entry.type.text } }),
          ...(entry.default && { defaultValue: { summary: entry.default } }),
        },
        ...describe(entry),
      },
    ]),
  );
}

function controlOf(type: string): InputType {
  const types = type.split('|').map((part) => part.trim());
  const alias = types.find((part) => CHOICES[part]);
  const options = alias ? CHOICES[alias] : types.filter((part) => /^'.*'$/.test(part)).map((part) => part.slice(1, -1));
  if (options && options.length > 0) return { options, control: { type: 'inline-radio' } };
  if (types.includes('boolean')) return { type: { name: 'boolean' }, control: { type: 'boolean' } };
  if (types.includes('number') && !types.includes('string')) return { control: { type: 'number', min: 0 } };
  return { type: { name: 'string' }, control: { type: 'text' } };
}

function tokenControl(name: string, byItself = ''): InputType {
  if (COLOUR.test(name) || COLOUR.test(byItself)) return { control: { type: 'color' } };
  if (name === '--ek-density') return { control: { type: 'range', min: 0.5, max: 2, step: 0.05 } };
  const unit = lengthUnit(byItself);
  return { control: unit ? { type: 'range', min: 0, ...STEP[unit] } : { type: 'text' } };
}

/** `px` of `6px`; nothing for what isn't one plain length. */
export const lengthUnit = (value = ''): string | undefined => /^[\d.]+(px|em)$/.exec(value)?.[1];

/** Hides what stories hand to themselves (records, answers of a host, listeners): it is no part of the element. */
export function onlyTheElement({
  argTypes,
  initialArgs: given,
  component,
}: {
  argTypes: StrictArgTypes;
  initialArgs: object;
  component?: unknown;
}): StrictArgTypes {
  const own = typeof component === 'string' ? extractArgTypes(component) : null;
  if (!own) return argTypes;
  const shown = Object.entries(own).map(([key, row]) => [key, { ...argTypes[key], ...row }]);
  // Storybook makes a row of everything that a story is given, after this.
  const hidden = [...Object.keys(argTypes), ...Object.keys(given)]
    .filter((key) => !own[key])
    .map((key) => [key, { ...argTypes[key], control: { disable: true }, table: { disable: true } }]);
  return Object.fromEntries([...shown, ...hidden]) as StrictArgTypes;
}

/** Something in every control, so that each can be used at once instead of first being "set". */
export function initialArgs({ argTypes, initialArgs: given }: { argTypes: ArgTypes; initialArgs: object }): object {
  const args: Record<string, string | number | boolean> = {};
  for (const [key, { control, table }] of Object.entries(argTypes)) {
    const type = typeof control === 'object' && 'type' in control ? control.type : undefined;
    if (type === undefined || type === 'color' || key in given) continue;
    const byItself = table?.defaultValue?.summary ?? '';
    const number = Number.parseFloat(byItself);
    if (type === 'boolean') args[key] = byItself === 'true';
    else if (type !== 'range' && type !== 'number') args[key] = byItself.replace(/^'(.*)'$/, '$1');
    else if (!Number.isNaN(number)) args[key] = number;
  }
  return args;
}
