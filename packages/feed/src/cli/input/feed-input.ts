import { dayOf, DEFAULT_TIME_ZONE, hasErrorCode, isCalendarDay, type CalendarDay, type Issue } from '@enrollkit/core';
import type { FeedFinding } from '../../findings/feed-finding.js';
import { CliError } from '../cli-error.js';
import type { Invocation } from '../command.js';
import { sentenceOf } from '../feed-sentences.js';
import { openProgressBar } from '../progress-bar.js';
import { counted } from './input.js';
import { openInput } from './open-input.js';

interface FeedInputOptions {
  /** Whether what is read is written on the output at once. */
  readonly writesMeanwhile?: boolean;
  /** What to call what is counted. */
  readonly label?: (count: number) => string;
}

/** A feed that is being read, with a bar that shows how far. */
export interface FeedInput {
  readonly name: string;
  readonly bytes: AsyncIterable<Uint8Array>;
  /** One more product or trainer has been read. */
  readonly count: () => void;
}

/**
 * Opens a feed and does something with it. When it turns out that it can't be read, says where and what to do; the bar is
 * gone before anything else is said.
 */
export async function withFeed<Result>(
  file: string,
  invocation: Invocation,
  { writesMeanwhile, label = invocation.texts.products }: FeedInputOptions,
  work: (input: FeedInput) => Promise<Result>,
): Promise<Result> {
  const { console, signal, language } = invocation;
  const input = await openInput(file, { console, signal });
  const bar = await openProgressBar(console, { writesMeanwhile: writesMeanwhile ?? false });
  let items = 0;
  const bytes = counted(input.bytes, (read) => bar.show({ read, total: input.size, note: label(items) }));
  try {
    return await work({ name: input.name, bytes, count: () => void (items += 1) });
  } catch (error) {
    const [problem] = hasErrorCode(error, 'invalid') ? error.issues : [];
    if (!problem) throw error;
    const { line = 1, column = 1 } = problem as Partial<FeedFinding>;
    const why = isTrainerFeed(problem) ? invocation.texts.trainerFeed : sentenceOf(problem, language);
    throw new CliError((texts) => texts.unreadableAt({ file: input.name, line, column, why }), error);
  } finally {
    bar.clear();
  }
}

/** A good feed, but of the other kind: there is an option for that. */
function isTrainerFeed({ code, params }: Issue): boolean {
  return code === 'not-a-product-feed' && params.element === 'Trainers';
}

/** The day on which a feed is checked: `--today`, or today in the Netherlands. */
export function checkedOn({ values, now }: Invocation): CalendarDay {
  const { today } = values;
  if (typeof today === 'string' && isCalendarDay(today)) return today;
  return dayOf(now(), DEFAULT_TIME_ZONE);
}
