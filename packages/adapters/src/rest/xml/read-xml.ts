import { EnrollkitError } from '@enrollkit/core';
import { badAnswer, type ReadBody } from '../http/read-answer.js';

/** Reads answers that are XML as the data that their JSON would have been. */
export interface ReadXml {
  readonly body: ReadBody;
}

type Parse = (text: string) => unknown;

/** Elements that hold numbers; everything else is text, for `007` is no 7. */
const NUMBERS: readonly string[] = ['size_bytes', 'version', 'retry_after_ms', 'total', 'size', 'offset'];
/** Elements that are true or false. */
const BOOLEANS: readonly string[] = ['verified'];
/** Lists by name, with what one item is called. */
const LISTS: Readonly<Record<string, string>> = { errors: 'error', allowed: 'allowed' };

/** The parser is loaded when the first answer comes: most pages never need it. */
export function xmlReader(): ReadXml {
  let parser: Promise<Parse> | undefined;
  return {
    async body({ contentType, body }) {
      if (!/^(application|text)\/([\w.-]+\+)?xml\b/i.test(contentType)) {
        throw badAnswer(`Expected XML, got ${contentType || 'nothing'}`);
      }
      parser ??= loadParser();
      return readDocument(await parser, await body.text());
    },
  };
}

async function loadParser(): Promise<Parse> {
  const { XMLParser } = await import('fast-xml-parser').catch((cause: unknown) => {
    throw new EnrollkitError('internal', "Reading XML needs fast-xml-parser, which one-file builds don't hold", {
      cause,
    });
  });
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '',
    parseTagValue: false,
    parseAttributeValue: false,
    trimValues: false,
    ignoreDeclaration: true,
    ignorePiTags: true,
    // Ours are done below: XML's own and no others.
    processEntities: false,
  });
  // oxlint-disable-next-line typescript/no-deprecated -- strict only so; its successor is another package
  return (text) => parser.parse(text, true) as unknown;
}

function readDocument(parse: Parse, text: string): unknown {
  // Entities of one's own come with a document type only; the API has none.
  if (/<!DOCTYPE/i.test(text)) throw badAnswer('The XML declares a document type, which the API never does');
  let document: unknown;
  try {
    document = parse(text);
  } catch (error) {
    throw badAnswer('The answer is no whole XML', error);
  }
  const roots = Object.entries(isNode(document) ? document : {}).filter(([name]) => name !== '#text');
  const [root] = roots;
  if (!root || roots.length > 1) throw badAnswer('The XML has not exactly one root');
  const [name, node] = root;
  const item = name.replace(/s$/, '');
  return item === name ? readNode(name, node) : readPage(node, item);
}

function readPage(node: unknown, item: string): unknown {
  const { [item]: items, ...facts } = isNode(node) ? node : {};
  return { ...(readNode('page', facts) as object), items: listOf(items).map((each) => readNode(item, each)) };
}

function readNode(name: string, node: unknown): unknown {
  const item = LISTS[name];
  if (item !== undefined) {
    const items = listOf(isNode(node) ? node[item] : undefined);
    return items.map((each) => (isNode(each) ? readNode(item, each) : readText(item, String(each))));
  }
  if (!isNode(node)) return readText(name, String(node));
  // White space between elements.
  const parts = Object.entries(node).filter(([part]) => part !== '#text');
  return Object.fromEntries(parts.map(([part, value]) => [part, readNode(part, value)]));
}

function readText(name: string, text: string): unknown {
  if (NUMBERS.includes(name)) return Number(text);
  return BOOLEANS.includes(name) ? text === 'true' : decode(text);
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function decode(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (whole, decimal, hex, name: string) => {
    const code = decimal === undefined ? Number.parseInt(String(hex), 16) : Number(decimal);
    return ENTITIES[name] ?? (code <= 0x10ffff ? String.fromCodePoint(code) : whole);
  });
}

/** One element alone is no list to the parser. */
function listOf(items: unknown): readonly unknown[] {
  return items === undefined ? [] : [items].flat();
}

function isNode(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
