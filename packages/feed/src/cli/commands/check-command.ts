import { lookInto } from '../../read/search/look-into.js';
import { checkProductBatches } from '../../check/check-products.js';
import { checkTrainers } from '../../check/check-trainers.js';
import { sanitizeDescription } from '../../html/sanitize-without-dom.js';
import { trainerName } from '../../plan/compare/compare-trainers.js';
import { startComparison, type FeedComparison } from '../../plan/compare/compare-with-index.js';
import { indexFeed } from '../../plan/compare/feed-index.js';
import { CliError } from '../cli-error.js';
import { EXIT, type Command, type Invocation } from '../command.js';
import { checkedOn, withFeed, type FeedInput } from '../input/feed-input.js';
import { organisationsOf } from '../input/read-organisations.js';
import { CHECK_OPTIONS, ENCODING_HELP, FILE_HELP, readingOf, SHARED_HELP, SHARED_OPTIONS } from '../options.js';
import { csvReport } from '../report/csv-report.js';
import { jsonReport } from '../report/json-report.js';
import type { Report, ReportedItem, ReportedTotals } from '../report/report.js';
import { textReport } from '../report/text-report.js';

const SHOWN_OF_A_KIND = 5;

/** `feed check`: what is wrong with a feed, and what to do about it. */
export const checkCommand: Command = {
  usage: ['FILE…'],
  takesMany: ({ previous }) => previous === undefined,
  help: [
    FILE_HELP,
    ['--strict', 'strict'],
    ['--previous OLD', 'previousOfCheck'],
    ['--trainers', 'trainersSeen'],
    ['--json', 'jsonOfCheck'],
    ['--csv', 'csv'],
    ['--limit N', 'limit'],
    ['--pe-organisations F', 'peOrganisations'],
    ['--today DAY', 'today'],
    ENCODING_HELP,
    ...SHARED_HELP,
  ],
  options: {
    ...SHARED_OPTIONS,
    ...CHECK_OPTIONS,
    strict: { type: 'boolean' },
    previous: { type: 'string' },
    json: { type: 'boolean' },
    csv: { type: 'boolean' },
    limit: { type: 'string' },
    'pe-organisations': { type: 'string' },
  },
  async run(invocation) {
    const { file, values } = invocation;
    const previous = typeof values.previous === 'string' ? values.previous : undefined;
    const options = { sanitize: sanitizeDescription, signal: invocation.signal };
    const index =
      previous === undefined
        ? undefined
        : await withFeed(previous, invocation, {}, ({ bytes }) => indexFeed(bytes, options));
    const comparison = index && startComparison(index, options);
    const report = chooseReport(invocation);
    const writesMeanwhile = values.json === true || values.csv === true;
    const found = await withFeed(file, invocation, { writesMeanwhile, label: labelOf(invocation) }, (input) =>
      checkInto(report, input, invocation, comparison),
    ).catch(async (error: unknown) => {
      if (error instanceof CliError) await report.giveUp();
      throw error;
    });
    await report.finish(found, comparison?.finish());
    return found.errors > 0 ? EXIT.errorsFound : EXIT.good;
  },
};

async function checkInto(
  report: Report,
  { bytes, count }: FeedInput,
  invocation: Invocation,
  comparison: FeedComparison | undefined,
): Promise<ReportedTotals> {
  const items = checkItems(bytes, invocation, comparison);
  for (;;) {
    const { done, value } = await items.next();
    if (done) return value;
    for (const item of value) {
      if (item.name !== undefined) count();
      const said = report.add(item);
      if (said) await said;
    }
  }
}

async function* checkItems(
  bytes: FeedInput['bytes'],
  invocation: Invocation,
  comparison: FeedComparison | undefined,
): AsyncGenerator<readonly ReportedItem[], ReportedTotals, undefined> {
  const { signal, values } = invocation;
  const mode = values.strict === true ? 'strict' : 'tolerant';
  const feed = await lookInto(bytes);
  if (values.trainers === true || feed.kind === 'trainers') {
    const entries = checkTrainers(feed.source, { mode, signal, ...readingOf(invocation) });
    for (;;) {
      const { done, value: entry } = await entries.next();
      if (done) return { ...entry, items: entry.trainers, label: invocation.texts.trainers };
      const { trainer } = entry;
      yield [{ id: trainer?.email ?? entry.id, name: trainer && trainerName(trainer), entry }];
    }
  }
  const organisations = await organisationsOf(invocation);
  const options = { mode, today: checkedOn(invocation), signal, ...organisations, ...readingOf(invocation) } as const;
  const batches = checkProductBatches(feed.source, options);
  for (;;) {
    const { done, value } = await batches.next();
    if (done) return { ...value, items: value.products };
    for (const { product } of value) if (product) comparison?.add(product);
    yield value.map((entry) => {
      const { product, price, id } = entry;
      return { id: product?.id ?? id, name: product?.name, price, entry };
    });
  }
}

function labelOf({ values, texts }: Invocation): (count: number) => string {
  return values.trainers === true ? texts.trainers : texts.products;
}

function chooseReport(invocation: Invocation): Report {
  const { console, values, texts, language } = invocation;
  if (values.json === true) return jsonReport(console);
  if (values.csv === true) return csvReport(console, language);
  const asked = Number(values.limit ?? SHOWN_OF_A_KIND);
  const limit = Number.isSafeInteger(asked) && asked > 0 ? asked : SHOWN_OF_A_KIND;
  return textReport(console, { texts, language, limit, label: labelOf(invocation) });
}
