/** An element of a feed that a test makes. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: string;
  readonly content: readonly XmlNode[];
}

/** A string is text; `markup` is written as it is. */
export type XmlNode = XmlElement | string | { readonly markup: string };

export function element(name: string, ...content: readonly XmlNode[]): XmlElement {
  return { name, attributes: '', content };
}

export function isElement(node: XmlNode): node is XmlElement {
  return typeof node === 'object' && 'name' in node;
}

/** Whether a value belongs in it: it has no elements, and isn't there to hold some. */
export function isLeaf({ name, content }: XmlElement): boolean {
  return !CONTAINERS.has(name) && !content.some(isElement);
}

const CONTAINERS: ReadonlySet<string> = new Set([
  'Products',
  'Product',
  'Images',
  'AdditionalCosts',
  'Trainers',
  'Trainer',
  'AllowedSites',
  'Regions',
  'CostPlacements',
  'PriceDiscounts',
  'PePoints',
  'Moments',
  'Moment',
  'StartingDatePlaces',
  'Schedule',
  'customLtiParams',
]);

/** Writes XML. Of its own, so that a mistake in reading or writing feeds isn't made here too. */
export function writeXml(node: XmlNode): string {
  if (typeof node === 'string') return escapeText(node);
  if ('markup' in node) return node.markup;
  const { name, attributes, content } = node;
  return `<${name}${attributes}>${content.map(writeXml).join('')}</${name}>`;
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\r', '&#13;');
}

/** The places of all elements in a tree, the root first: how to get there, child by child. */
export function placesIn(root: XmlElement): readonly (readonly number[])[] {
  const inner = root.content.flatMap((node, index) =>
    isElement(node) ? placesIn(node).map((place) => [index, ...place]) : [],
  );
  return [[], ...inner];
}

export function elementAt(root: XmlElement, place: readonly number[]): XmlElement {
  return place.reduce((at, index) => at.content[index] as XmlElement, root);
}

/** The same tree with other nodes for the element at `place`, which isn't the root. */
export function replaceAt(
  root: XmlElement,
  place: readonly number[],
  change: (node: XmlElement) => readonly XmlNode[],
): XmlElement {
  const [first = 0, ...rest] = place;
  const child = root.content[first] as XmlElement;
  const nodes = rest.length === 0 ? change(child) : [replaceAt(child, rest, change)];
  return { ...root, content: root.content.toSpliced(first, 1, ...nodes) };
}
