import { XMLParser } from 'fast-xml-parser';

const parser = new XMLParser({
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  ignoreAttributes: false,
  // oxlint-disable-next-line typescript/no-deprecated -- its successor is another package
  htmlEntities: true, // Numbered ones, too.
  attributeNamePrefix: '@',
  isArray: (name) => ['booking', 'change', 'certification', 'product', 'error'].includes(name),
});

/** Reads XML strictly: what is not well-formed throws. */
export function readXml(text: string): Record<string, Record<string, unknown>> {
  // oxlint-disable-next-line typescript/no-deprecated -- strict only so; its successor is another package
  return parser.parse(text, true) as Record<string, Record<string, unknown>>;
}
