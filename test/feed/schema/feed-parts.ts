import fc from 'fast-check';
import { element, type XmlElement, type XmlNode } from './xml-tree.js';

/** What goes into one element: what the schemas take, as the documents describe it. Nothing here reads the reader's tables. */
export type Content = fc.Arbitrary<readonly XmlNode[]>;

const WORDS = ['lassen', 'Excel', 'voor', 'beginners', 'R&D', 'a < b', '“Ä”', 'é', '𝄞', ']]>', '1.000', '"x"', "'s"];
export const phrase = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 4 })
  .map((words) => words.join(' '));

export const text = (value: fc.Arbitrary<string>): Content =>
  fc.tuple(value, fc.constantFrom('text', 'cdata', 'commented')).map(([value, style]) => {
    if (style === 'cdata' && !value.includes(']]>')) return [{ markup: `<![CDATA[${value}]]>` }];
    return style === 'commented' ? [{ markup: '<!-- - -->' }, value, { markup: '<?pi - ?>' }] : [value];
  });
export const words = (...list: readonly string[]): Content => fc.constantFrom(...list).map((word) => [word]);
export const flag = words('true', 'false');
export const amount = text(
  fc
    .tuple(fc.nat(99_999), fc.constantFrom('', '.5', '.50', '.05', '.00'), fc.constantFrom('', ' ', '\n\t', '0', '+'))
    .map(([whole, cents, before]) => `${before}${whole}${cents}`),
);
export const number = text(fc.tuple(fc.nat(400), fc.constantFrom('', '.5', '.25')).map((parts) => parts.join('')));
export const count = text(fc.tuple(fc.constantFrom('', ' ', '+', '0'), fc.nat(500)).map((parts) => parts.join('')));
export const filled = text(phrase);
export const anything = text(fc.oneof(phrase, fc.constant(''), fc.constant(' \n')));
export const short = text(phrase.map((value) => value.padEnd(200, '. ')));
export const address = text(
  fc.constantFrom('https://www.kader.nl/lassen', 'http://kader.nl/?a=1&b=2#c', ' HTTPS://kader.nl/é\n'),
);
export const addressOrEmpty = fc.oneof(address, text(fc.constant('')));
export const mail = words('noor@kader.nl', 'a.b+c@x.y.nl');

/** Elements in any order, some of which may be left out. */
export function all(
  name: string,
  required: Readonly<Record<string, Content>>,
  optional: Readonly<Record<string, Content>> = {},
): fc.Arbitrary<XmlElement> {
  const children = [
    ...Object.entries(required).map(([child, content]) => elementOf(child, content)),
    ...Object.entries(optional).map(([child, content]) =>
      fc.option(elementOf(child, content), { nil: undefined, freq: 2 }),
    ),
  ];
  const order = fc.shuffledSubarray([...children.keys()], { minLength: children.length });
  return fc
    .tuple(fc.tuple(...children), order, fc.constantFrom('', '\n  ', '<!-- x -->'))
    .map(([found, order, between]) =>
      element(name, ...order.flatMap((index): XmlNode[] => (found[index] ? [{ markup: between }, found[index]] : []))),
    );
}

function elementOf(name: string, content: Content): fc.Arbitrary<XmlElement> {
  return content.map((nodes) => element(name, ...nodes));
}

export const many = (item: fc.Arbitrary<XmlElement>): Content => fc.array(item, { maxLength: 2 });
export const listOf = (name: string, content: Content): Content => many(elementOf(name, content));
