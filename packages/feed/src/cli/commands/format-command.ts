import { formatFeed, formatTrainerFeed, type FormatSummary } from '../../write/format-feed.js';
import { EXIT, type Command, type Invocation } from '../command.js';
import { sentenceOf } from '../feed-sentences.js';
import { withFeed } from '../input/feed-input.js';
import { ENCODING_HELP, FILE_HELP, readingOf, SHARED_HELP, SHARED_OPTIONS, TRAINERS_HELP } from '../options.js';
import { openOutput, type Output } from '../output-file.js';
import { printable } from '../printable.js';

/** `feed format`: a feed in the schema's spelling. */
export const formatCommand: Command = {
  usage: ['FILE [-o OUT]'],
  help: [FILE_HELP, ['-o, --output OUT', 'outputOfFormat'], TRAINERS_HELP, ENCODING_HELP, ...SHARED_HELP],
  options: { ...SHARED_OPTIONS, output: { type: 'string', short: 'o' }, trainers: { type: 'boolean' } },
  async run(invocation) {
    const { file, values, console, texts } = invocation;
    const label = values.trainers === true ? texts.trainers : texts.products;
    const target = typeof values.output === 'string' ? values.output : undefined;
    const output = await openOutput(target, console);
    try {
      const options = { writesMeanwhile: target === undefined, label };
      const summary = await withFeed(file, invocation, options, ({ bytes }) => write(bytes, output, invocation));
      const isLoss = summary.leftOut + summary.lost > 0;
      if (summary.leftOut > 0) sayLeftOut(summary, invocation);
      if (summary.lost > 0) sayLost(summary, invocation);
      if (isLoss && (await output.replaces(file))) {
        console.note(texts.notWritten({ products: summary.leftOut, values: summary.lost, file: target ?? '' }));
      } else {
        await output.finish();
        if (target !== undefined) console.note(texts.written({ items: label(summary.written), file: target }));
      }
      return isLoss ? EXIT.errorsFound : EXIT.good;
    } finally {
      await output.discard();
    }
  },
};

async function write(
  bytes: AsyncIterable<Uint8Array>,
  output: Output,
  { values, signal }: Invocation,
): Promise<FormatSummary> {
  const format = values.trainers === true ? formatTrainerFeed : formatFeed;
  const pieces = format(bytes, { signal, ...readingOf({ values }) });
  for (;;) {
    const { done, value } = await pieces.next();
    if (done) return value;
    await output.write(value);
  }
}

function sayLeftOut(summary: FormatSummary, { console, texts, language }: Invocation): void {
  console.note(texts.leftOutOfFile({ count: summary.leftOut }));
  for (const { id = '', line = 1, issues } of summary.leftOutFirst) {
    const [issue] = issues.filter(({ severity }) => severity === 'error');
    const why = issue ? sentenceOf(issue, language) : '';
    console.note(`  ${printable(texts.leftOutItem({ id, line, why }))}`);
  }
  if (summary.leftOut > summary.leftOutFirst.length) {
    console.note(`  … ${texts.moreSteps(summary.leftOut - summary.leftOutFirst.length)}`);
  }
}

/** What was in a product that is written, and isn't any more. */
function sayLost({ lost, lostFirst }: FormatSummary, { console, texts, language }: Invocation): void {
  console.note(texts.lostFromFile({ count: lost }));
  for (const { id = '', finding } of lostFirst) {
    const why = sentenceOf(finding, language);
    console.note(`  ${printable(texts.leftOutItem({ id, line: finding.line, why }))}`);
  }
  if (lost > lostFirst.length) console.note(`  … ${texts.moreSteps(lost - lostFirst.length)}`);
}
