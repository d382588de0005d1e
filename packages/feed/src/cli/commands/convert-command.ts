import { createHash } from 'node:crypto';
import { DEFAULT_TIME_ZONE } from '@enrollkit/core';
import { checkProducts } from '../../check/check-products.js';
import {
  ConversionTally,
  describeConversion,
  eachProduct,
  EDUDEX,
  edudexDiscounts,
  edudexInstitute,
  isOrgUnit,
  OEAPI,
  type Converter,
  type InstituteOptions,
} from '../../convert/index.js';
import { sanitizeDescription } from '../../html/sanitize-without-dom.js';
import { EXIT, type Command, type Invocation } from '../command.js';
import { checkedOn, withFeed } from '../input/feed-input.js';
import { jsonText } from '../json-text.js';
import { ENCODING_HELP, FILE_HELP, readingOf, SHARED_HELP, SHARED_OPTIONS } from '../options.js';
import { openOutput, type Output } from '../output-file.js';
import { printable } from '../printable.js';
import { UsageError } from '../usage-error.js';

interface Target {
  readonly name: string;
  readonly start: (options: InstituteOptions) => Converter;
  /** Whether its records are made of all products together. */
  readonly isTogether?: boolean;
  /** Whether it tells who gives the courses, which a feed doesn't say. */
  readonly needsProvider?: boolean;
}

const TARGETS: Readonly<Record<string, Target>> = {
  edudex: { name: EDUDEX.name, start: (options) => eachProduct(EDUDEX, options) },
  'edudex-discounts': { name: EDUDEX.name, start: edudexDiscounts, isTogether: true },
  'edudex-institute': { name: EDUDEX.name, start: edudexInstitute, isTogether: true, needsProvider: true },
  oeapi: { name: OEAPI.name, start: (options) => eachProduct(OEAPI, options) },
};

/** `feed convert`: the products as neighbours want them. */
export const convertCommand: Command = {
  usage: ['FILE --to FORMAT --org-unit ID [-o OUT]'],
  help: [
    FILE_HELP,
    ['--to edudex', 'toEdudex'],
    ['--to edudex-discounts', 'toEdudexDiscounts'],
    ['--to edudex-institute', 'toEdudexInstitute'],
    ['--to oeapi', 'toOeapi'],
    ['--org-unit ID', 'orgUnit'],
    ['--provider NAME', 'providerOfInstitute'],
    ['--provider-url U', 'providerUrl'],
    ['-o, --output OUT', 'output'],
    ['--today DAY', 'today'],
    ENCODING_HELP,
    ...SHARED_HELP,
  ],
  options: {
    ...SHARED_OPTIONS,
    to: { type: 'string' },
    'org-unit': { type: 'string' },
    provider: { type: 'string' },
    'provider-url': { type: 'string' },
    output: { type: 'string', short: 'o' },
    today: { type: 'string' },
  },
  async run(invocation) {
    const { file, values, console, texts } = invocation;
    const to = Object.hasOwn(TARGETS, String(values.to)) ? TARGETS[String(values.to)] : undefined;
    if (!to) throw new UsageError(({ toNeeded }) => toNeeded({ formats: Object.keys(TARGETS) }));
    const organisation = String(values['org-unit'] ?? '');
    if (!isOrgUnit(organisation)) throw new UsageError((problems) => problems.orgUnitNeeded());
    const provider = typeof values.provider === 'string' ? values.provider.trim() : '';
    if (to.needsProvider && provider === '') throw new UsageError((problems) => problems.providerNeeded());
    const target = typeof values.output === 'string' ? values.output : undefined;
    const output = await openOutput(target, console);
    try {
      const options = { writesMeanwhile: target === undefined };
      const { tally, broken, written } = await withFeed(file, invocation, options, ({ bytes, count }) =>
        write(bytes, { output, to, organisation, provider, count, invocation }),
      );
      await output.finish();
      report(tally, written, to, invocation);
      if (broken > 0) console.note(texts.leftOutOfFile({ count: broken }).replace(/:$/, '.'));
      return broken + tally.refused > 0 ? EXIT.errorsFound : EXIT.good;
    } finally {
      await output.discard();
    }
  },
};

interface Conversion {
  readonly output: Output;
  readonly to: Target;
  readonly organisation: string;
  readonly provider: string;
  readonly count: () => void;
  readonly invocation: Invocation;
}

async function write(
  bytes: AsyncIterable<Uint8Array>,
  { output, to, organisation, provider, count, invocation }: Conversion,
): Promise<{ readonly tally: ConversionTally; readonly broken: number; readonly written: number }> {
  const tally = new ConversionTally();
  const { now, signal, values } = invocation;
  const { 'provider-url': website } = values;
  const converter = to.start({
    now: now(),
    timeZone: DEFAULT_TIME_ZONE,
    organisation,
    sanitize: sanitizeDescription,
    uuidOf,
    instituteName: provider,
    ...(typeof website === 'string' && { website }),
  });
  let [broken, written] = [0, 0];
  const writeRecord = async (record: object) => {
    await output.write(`${written === 0 ? '\n' : ',\n'}${jsonText(record)}`);
    written += 1;
  };
  await output.write('[');
  const options = { today: checkedOn(invocation), signal, ...readingOf(invocation) };
  for await (const { product, issues } of checkProducts(bytes, options)) {
    count();
    if (!product || issues.some(({ severity }) => severity === 'error')) {
      broken += 1;
      continue;
    }
    const { record, issues: changes } = converter.add(product);
    tally.add(product.id, changes);
    if (record) await writeRecord(record);
  }
  for (const record of converter.finish()) await writeRecord(record);
  await output.write('\n]\n');
  return { tally, broken, written };
}

function report(tally: ConversionTally, written: number, { name, isTogether }: Target, invocation: Invocation): void {
  const { console, texts, language } = invocation;
  const said = isTogether ? texts.convertedTogether : texts.converted;
  console.note(said({ count: written, format: name }));
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
