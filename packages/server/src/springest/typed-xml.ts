import { toText, writeXml } from '../http/to-xml.js';

/**
 * Writes a value as the marketplace's API writes XML: names with dashes, whole numbers, lists and what is absent marked as
 * such. Source: the trainings that it publishes as an example (github.com/Springest/api-examples).
 *
 * @example
 * toTypedXml('response', { meta: { results: 1 }, certificates: [{ valid_until: null }] });
 * // <response><meta><results type="integer">1</results></meta>
 * //   <certificates type="array"><certificate><valid-until nil="true"/></certificate></certificates></response>
 */
export function toTypedXml(root: string, value: unknown): string {
  return writeXml(root, toNode(root, value));
}

function toNode(name: string, value: unknown): unknown {
  if (value === null) return { '@nil': 'true' };
  if (typeof value === 'number') return { '@type': 'integer', '#text': String(value) };
  if (typeof value === 'boolean') return { '@type': 'boolean', '#text': String(value) };
  if (Array.isArray(value)) {
    const item = name.replace(/s$/, '');
    return { '@type': 'array', [item]: value.map((one: unknown) => toNode(item, one)) };
  }
  if (typeof value !== 'object') return toText(value);
  return Object.fromEntries(
    Object.entries(value).map(([part, content]) => [part.replaceAll('_', '-'), toNode(part, content)]),
  );
}
