import { setImmediate as nextTurn } from 'node:timers/promises';
import { SaxesParser } from 'saxes';
import { badRequest } from '../http/problem.js';

/** Read without letting anybody else in between: a few milliseconds, and some twenty when it is nothing but line ends. */
const PIECE_CHARS = 256 * 1024;

/** Far more than a certificate has. */
const MOST_FIELDS = 32;

/**
 * Reads certificates that were sent as XML into what JSON would have said: `<certificate>` is one, `<certificates>` a list.
 * Names may have dashes. Nothing is expanded or fetched, and what is deeper than a field is refused where it begins.
 */
export async function readXml(text: string, { maxItems }: { readonly maxItems: number }): Promise<unknown> {
  const parser = new SaxesParser();
  const items: Map<string, string>[] = [];
  let depth = 0;
  let depthOfItems = 1;
  let value = '';

  const keep = (field: string, content: string) => {
    const fields = items.at(-1);
    if (!fields || fields.size === MOST_FIELDS) throw unexpected();
    if (fields.has(field)) throw badRequest('field-repeated', field);
    fields.set(field, content);
  };

  parser.on('error', () => {
    throw badRequest('xml-malformed', '', { line: parser.line, column: parser.column });
  });
  parser.on('doctype', () => {
    throw unexpected();
  });
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1;
    value = '';
    if (depth === 1 && name === 'certificates') depthOfItems = 2;
    if (depth === depthOfItems) {
      if (name !== 'certificate') throw unexpected();
      if (items.length === maxItems) throw badRequest('too-many-items', '', { max: maxItems });
      items.push(new Map());
    }
    if (depth > depthOfItems + 1) throw unexpected();
    // How Rails writes a file: its name beside its bytes.
    if (depth > depthOfItems && name === 'file' && attributes.name !== undefined) keep('file_name', attributes.name);
  });
  parser.on('text', (more) => void (value += more));
  parser.on('cdata', (more) => void (value += more));
  parser.on('closetag', ({ name }) => {
    if (depth > depthOfItems) keep(name.replaceAll('-', '_'), value.trim());
    depth -= 1;
    value = '';
  });
  for (let at = 0; at < text.length; at += PIECE_CHARS) {
    parser.write(text.slice(at, at + PIECE_CHARS));
    await nextTurn();
  }
  parser.close();

  const read = items.map((fields): unknown => Object.fromEntries(fields));
  return depthOfItems === 2 ? read : read[0];
}

const unexpected = () => badRequest('xml-unexpected', '');
