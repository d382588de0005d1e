import { LOCALES } from '@enrollkit/core';
import type { HelpLine } from './help/help-texts.js';
import type { ReadProductsOptions } from '../read/feed-entry.js';
import { usualBudget } from '../read/work-budget.js';
import type { Command, Invocation } from './command.js';

type Options = Command['options'];

/** Options that more than one command has. */
export const SHARED_OPTIONS = {
  lang: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
  encoding: { type: 'string' },
} as const satisfies Options;

export const CHECK_OPTIONS = {
  trainers: { type: 'boolean' },
  today: { type: 'string' },
} as const satisfies Options;

/** How `--help` explains the options that more than one command has. */
export const SHARED_HELP: readonly HelpLine[] = [
  [`--lang ${LOCALES.join('|')}`, 'lang'],
  ['-h, --help', 'help'],
];

export const FILE_HELP: HelpLine = ['FILE', 'file'];

export const TRAINERS_HELP: HelpLine = ['--trainers', 'trainers'];

export const ENCODING_HELP: HelpLine = ['--encoding NAME', 'encoding'];

/** More products than anybody offers: beyond, remembering their IDs would fill the memory. */
const MOST_PRODUCTS = 5_000_000;

/** How every command reads a feed: within a budget of time and memory, in the encoding that was asked for. */
export function readingOf({ values }: Pick<Invocation, 'values'>): ReadProductsOptions {
  const { encoding } = values;
  return {
    limits: { products: MOST_PRODUCTS },
    // Time of the processor: whoever pauses the program, or types the feed, has all the time there is.
    budget: usualBudget(processorClock()),
    ...(typeof encoding === 'string' && { encoding }),
  };
}

/** Asking the system takes longer than reading a kilobyte: what took less than this isn't worth it. */
const CLOCK_STEP_MS = 20;

/** Milliseconds of the processor's time, as they were a moment ago. */
function processorClock(): () => number {
  let askedAt = -Infinity;
  let spent = 0;
  return () => {
    const now = performance.now();
    if (now - askedAt > CLOCK_STEP_MS) {
      askedAt = now;
      spent = process.cpuUsage().user / 1000;
    }
    return spent;
  };
}
