import { edgeValues } from './edge-values.js';
import { element, isElement, isLeaf, replaceAt, type XmlElement, type XmlNode } from './xml-tree.js';

/** A feed with one thing changed. Not every change makes it invalid. */
export type Mutation = (root: XmlElement, place: readonly number[]) => XmlElement;

const XSI = ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';

const withContent =
  (...content: readonly XmlNode[]): Mutation =>
  (root, place) =>
    replaceAt(root, place, (node) => [{ ...node, content }]);
const adding =
  (...content: readonly XmlNode[]): Mutation =>
  (root, place) =>
    replaceAt(root, place, (node) => [{ ...node, content: [...node.content, ...content] }]);
const withAttributes =
  (attributes: string): Mutation =>
  (root, place) =>
    place.length === 0 ? { ...root, attributes } : replaceAt(root, place, (node) => [{ ...node, attributes }]);
const renamed =
  (change: (name: string) => string): Mutation =>
  (root, place) =>
    replaceAt(root, place, (node) => [{ ...node, name: change(node.name) }]);
const turned =
  (change: (text: string) => XmlNode): Mutation =>
  (root, place) =>
    replaceAt(root, place, (node) => [{ ...node, content: [change(textOf(node))] }]);

function textOf({ content }: XmlElement): string {
  return content.filter((node) => typeof node === 'string').join('');
}

/** For elements that hold a value. */
const VALUE_MUTATIONS: Readonly<Record<string, Mutation>> = {
  'in CDATA': turned((text) => ({ markup: `<![CDATA[${text}]]>` })),
  'cut by a comment': turned((text) => ({ markup: `${encode(text.slice(0, 1))}<!-- x -->${encode(text.slice(1))}` })),
  'cut by an instruction': turned((text) => ({ markup: `${encode(text.slice(0, 1))}<?x?>${encode(text.slice(1))}` })),
  'by number': turned((text) => ({ markup: encode(text) })),
  'white space around': turned((text) => `\n  ${text}\n`),
  'no-break space around': turned((text) => `\u00A0${text}\u00A0`),
  'markup in it': adding({ markup: '<b>x</b>' }),
  'only markup': withContent({ markup: '<p>a</p><p>b</p>' }),
  'xsi:type of its own': withAttributes(`${XSI} xmlns:xs="http://www.w3.org/2001/XMLSchema" xsi:type="xs:string"`),
};

function encode(text: string): string {
  return Array.from(text, (character) => `&#${character.codePointAt(0)};`).join('');
}

/** For elements that hold others. */
const CONTAINER_MUTATIONS: Readonly<Record<string, Mutation>> = {
  'text between': adding('oops'),
  'white space between': adding('\n  \t'),
  'no-break space between': adding('\u00A0'),
  'CDATA between': adding({ markup: '<![CDATA[oops]]>' }),
  'white space in CDATA': adding({ markup: '<![CDATA[ ]]>' }),
  'comment between': adding({ markup: '<!-- oops -->' }),
  'instruction between': adding({ markup: '<?oops oops?>' }),
  'unknown element': adding(element('Colour', 'red')),
  'unknown elements, deep': adding(element('Colour', element('Shade', element('Name', 'red')))),
  'element of a newer schema': adding(element('StudyLoad', '3')),
  'ID of a newer schema': adding(element('ID', 'd-1')),
  'element of another place': adding(element('Email', 'a@b.nl')),
  'nothing in it': withContent(),
  'other way round': (root, place) =>
    replaceAt(root, place, (node) => [{ ...node, content: node.content.toReversed() }]),
  'first child twice': (root, place) =>
    replaceAt(root, place, (node) => [
      { ...node, content: [...node.content, ...node.content.filter(isElement).slice(0, 1)] },
    ]),
};

/** For any element. */
const ELEMENT_MUTATIONS: Readonly<Record<string, Mutation>> = {
  'left out': (root, place) => replaceAt(root, place, () => []),
  twice: (root, place) => replaceAt(root, place, (node) => [node, node]),
  'twice and empty': (root, place) => replaceAt(root, place, (node) => [node, { ...node, content: [] }]),
  'in small letters': renamed((name) => name.toLowerCase()),
  'in capitals': renamed((name) => name.toUpperCase()),
  'another name': renamed((name) => `${name}s`),
  'not first letter': renamed((name) => name.slice(1) || 'x'),
  'a prefix': (root, place) =>
    replaceAt(root, place, (node) => [{ ...node, name: `p:${node.name}`, attributes: ' xmlns:p="urn:x"' }]),
  wrapped: (root, place) => replaceAt(root, place, (node) => [element(node.name, node)]),
  'only a self-closing tag': (root, place) => replaceAt(root, place, ({ name }) => [{ markup: `<${name}/>` }]),
};

/** For any element, the root too. */
const ATTRIBUTE_MUTATIONS: Readonly<Record<string, Mutation>> = {
  'an attribute': withAttributes(' lang="nl"'),
  'xml:lang': withAttributes(' xml:lang="nl"'),
  'a namespace': withAttributes(' xmlns="urn:x"'),
  'no namespace': withAttributes(' xmlns=""'),
  'a prefix that is not used': withAttributes(' xmlns:p="urn:x"'),
  'an attribute with a prefix': withAttributes(' xmlns:p="urn:x" p:lang="nl"'),
  'xsi:nil': withAttributes(`${XSI} xsi:nil="true"`),
  'xsi:nil that says no': withAttributes(`${XSI} xsi:nil="false"`),
  'xsi:schemaLocation': withAttributes(`${XSI} xsi:schemaLocation="urn:x x.xsd"`),
  'xsi:noNamespaceSchemaLocation': withAttributes(`${XSI} xsi:noNamespaceSchemaLocation="product.xsd"`),
  'an unknown xsi:type': withAttributes(`${XSI} xsi:type="Nothing"`),
};

/** Everything that can be done to the element at a place. */
export function mutationsFor(at: XmlElement, isRoot: boolean): readonly (readonly [what: string, Mutation])[] {
  const inside = isLeaf(at) ? { ...VALUE_MUTATIONS, ...valueChanges(at) } : CONTAINER_MUTATIONS;
  return Object.entries({ ...ATTRIBUTE_MUTATIONS, ...(isRoot ? {} : { ...inside, ...ELEMENT_MUTATIONS }) });
}

function valueChanges(at: XmlElement): Readonly<Record<string, Mutation>> {
  const values = edgeValues(textOf(at));
  return Object.fromEntries(
    values.map((value) => [`value ${JSON.stringify(value.slice(0, 40))}, ${value.length} long`, withContent(value)]),
  );
}
