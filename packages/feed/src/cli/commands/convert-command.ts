import { createHash } from 'node:crypto';
import { DEFAULT_TIME_ZONE } from '@enrollkit/core';
import { checkProducts } from '../../check/check-products.js';
import {
  convertProduct,
  ConversionTally,
  describeConversion,
  EDUDEX,
  OEAPI,
  type Format,
} from '../../convert/index.js';
import { sanitizeDescription } from '../../html/sanitize-without-dom.js';
import { EXIT, type Command, type Invocation } from '../command.js';
import { checkedOn, withFeed } from '../input/feed-input.js';
import { jsonText } from '../json-text.js';
import { ENCODING_HELP, FILE_HELP, readingOf, SHARED_HELP, SHARED_OPTIONS } from '../options.js';
import { openOutput, type Output } from '../output-file.js';
import { printable } from '../printable.js';
import { UsageError } from '../usage-error.js';

const FORMATS: Readonly<Record<string, Format>> = { edudex: EDUDEX, oeapi: OEAPI };
/** What EDU-DEX lets an organisational unit be called. */
const ORG_UNIT = /^[-+a-z0-9_.{}/&]{1,64}$/;

/** `feed convert`: the products as neighbours want them. */
export const convertCommand: Command = {
  usage: [`FILE --to ${Object.keys(FORMATS).join('|')} --org-unit ID [-o OUT]`],
  help: [
    FILE_HELP,
    ['--to edudex', 'toEdudex'],
    ['--to oeapi', 'toOeapi'],
    ['--org-unit ID', 'orgUnit'],
    ['-o, --output OUT', 'output'],
    ['--today DAY', 'today'],
    ENCODING_HELP,
    ...SHARED_HELP,
  ],
  options: {
    ...SHARED_OPTIONS,
    to: { type: 'string' },
    'org-unit': { type: 'string' },
    output: { type: 'string', short: 'o' },
    today: { type: 'string' },
  },
  async run(invocation) {
    const { file, values, console, texts } = invocation;
    const format = FORMATS[String(values.to)];
    if (!format) throw new UsageError(({ toNeeded }) => toNeeded({ formats: Object.keys(FORMATS) }));
    const organisation = String(values['org-unit'] ?? '');
    if (!ORG_UNIT.test(organisation)) throw new UsageError((problems) => problems.orgUnitNeeded());
    const target = typeof values.output === 'string' ? values.output : undefined;
    const output = await openOutput(target, console);
    try {
      const options = { writesMeanwhile: target === undefined };
      const { tally, broken, written } = await withFeed(file, invocation, options, ({ bytes, count }) =>
        write(bytes, { output, format, organisation, count, invocation }),
      );
      await output.finish();
      report(tally, written, format, invocation);
      if (broken > 0) console.note(texts.leftOutOfFile({ count: broken }).replace(/:$/, '.'));
      return broken + tally.refused > 0 ? EXIT.errorsFound : EXIT.good;
    } finally {
      await output.discard();
    }
  },
};

interface Conversion {
  readonly output: Output;
  readonly format: Format;
  readonly organisation: string;
  readonly count: () => void;
  readonly invocation: Invocation;
}

async function write(
  bytes: AsyncIterable<Uint8Array>,
  { output, format, organisation, count, invocation }: Conversion,
): Promise<{ readonly tally: ConversionTally; readonly broken: number; readonly written: number }> {
  const tally = new ConversionTally();
  const { now, signal } = invocation;
  const how = {
    now: now(),
    timeZone: DEFAULT_TIME_ZONE,
    organisation,
    sanitize: sanitizeDescription,
    uuidOf,
  };
  let [broken, written] = [0, 0];
  await output.write('[');
  const options = { today: checkedOn(invocation), signal, ...readingOf(invocation) };
  for await (const { product, issues } of checkProducts(bytes, options)) {
    count();
    if (!product || issues.some(({ severity }) => severity === 'error')) {
      broken += 1;
      continue;
    }
    const { record, issues: changes } = convertProduct(product, format, how);
    tally.add(product.id, changes);
    if (!record) continue;
    await output.write(`${written === 0 ? '\n' : ',\n'}${jsonText(record)}`);
    written += 1;
  }
  await output.write('\n]\n');
  return { tally, broken, written };
}

function report(tally: ConversionTally, written: number, { name }: Format, invocation: Invocation): void {
  const { console, texts, language } = invocation;
  console.note(texts.converted({ count: written, format: name }));
  for (const { issue, id, products } of tally.groups) {
    const why = describeConversion(issue, language);
    console.note(`  ${printable(texts.conversionItem({ why, id, more: products - 1 }))}`);
  }
  if (tally.refused > 0) console.note(texts.conversionRefused({ count: tally.refused, format: name }));
}

/** A UUID of version 5 (RFC 9562), in a namespace of ours: the same name has the same one on every machine. */
function uuidOf(name: string): string {
  const namespace = Buffer.from('0d8a6c1e5a0b4b6e9c5d3f1f0c7b2a94', 'hex');
  const hash = createHash('sha1').update(namespace).update(name).digest();
  hash.writeUInt8(((hash[6] ?? 0) & 0x0f) | 0x50, 6);
  hash.writeUInt8(((hash[8] ?? 0) & 0x3f) | 0x80, 8);
  return hash.toString('hex', 0, 16).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
