import { XMLBuilder } from 'fast-xml-parser';

/** Lists whose items have another name than the list without its `s`. */
const ITEM_NAMES: Readonly<Record<string, string>> = { history: 'change', schedule: 'course_day' };

/** What XML 1.0 can't hold, not even escaped: control characters, halves of surrogate pairs, two non-characters. */
const NOT_XML =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

// `entities` is an option that the library's types don't name.
const options = {
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  textNodeName: '#text',
  format: true,
  indentBy: '  ',
  suppressBooleanAttributes: false,
  processEntities: true,
  entities: [
    { regex: /&/g, val: '&amp;' },
    { regex: /</g, val: '&lt;' },
    { regex: />/g, val: '&gt;' },
    { regex: /"/g, val: '&quot;' },
    // A reader of XML takes a bare one for the end of a line.
    { regex: /\r/g, val: '&#13;' },
  ],
};
// oxlint-disable-next-line typescript/no-deprecated -- the package it names holds this same code
const builder = new XMLBuilder(options);

/** A page of a list, or a list that is no page. */
type List = { readonly items: readonly unknown[] } & Readonly<Record<string, unknown>>;

/**
 * Writes a record or a page of them as XML, one spelling for all: properties are elements, lists hold one element per item
 * named after the list without its `s`, and what a page says of itself are attributes.
 *
 * @example
 * toXml('certificates', { items: [{ id: 'c1' }], total: 1, size: 50, offset: 0 });
 * // <certificates total="1" size="50" offset="0"><certificate><id>c1</id></certificate></certificates>
 */
export function toXml(root: string, value: unknown): string {
  return writeXml(root, isList(value) ? toPageNode(root, value) : toNode(value));
}

/** Writes elements as they are: properties are elements, `@name` an attribute, `#text` what stands between. */
export function writeXml(root: string, node: unknown): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${builder.build({ [root]: node })}`;
}

function toPageNode(root: string, { items, ...facts }: List): unknown {
  const attributes = Object.entries(facts).map(([name, fact]) => [`@${name}`, String(fact)]);
  return { ...Object.fromEntries(attributes), [itemName(root)]: items.map((item) => toNode(item)) };
}

function toNode(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return toText(value);
  const parts = Object.entries(value).filter(([, part]) => part !== undefined && part !== null);
  return Object.fromEntries(
    parts.map(([name, part]) => [
      name,
      Array.isArray(part) ? { [itemName(name)]: part.map((item: unknown) => toNode(item)) } : toNode(part),
    ]),
  );
}

/** A value as XML can hold it. */
export function toText(value: unknown): string {
  return String(value).replace(NOT_XML, '\ufffd');
}

function itemName(list: string): string {
  return ITEM_NAMES[list] ?? list.replace(/s$/, '');
}

function isList(value: unknown): value is List {
  return typeof value === 'object' && value !== null && Array.isArray((value as { items?: unknown }).items);
}
