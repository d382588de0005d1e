import type { ParseArgsConfig } from 'node:util';
import type { Clock } from '@enrollkit/core';
import type { Console } from './console.js';
import type { HelpLine } from './help/help-texts.js';
import type { Locale } from '@enrollkit/core';
import type { Texts } from './texts/texts.js';

export type OptionValues = Readonly<Record<string, string | boolean | undefined>>;

/** What the program ends with. */
export const EXIT = {
  good: 0,
  /** Errors in the feed, or an import that wasn't done. */
  errorsFound: 1,
  /** Nothing could be read or reached, or the command line isn't understood. */
  notRead: 2,
  /** As a shell says of a program that was stopped by the reader of its output, or by Ctrl-C. */
  outputClosed: 141,
  interrupted: 130,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** What a command works with. */
export interface Invocation {
  readonly file: string;
  readonly values: OptionValues;
  readonly console: Console;
  readonly texts: Texts;
  readonly language: Locale;
  /** Ctrl-C. */
  readonly signal: AbortSignal;
  readonly now: Clock;
}

/** One command of the program. */
export interface Command {
  /** What `--help` explains, the file first. */
  readonly help: readonly HelpLine[];
  /** How it is called, without its name: more than one where it can be called in different ways. */
  readonly usage: readonly string[];
  readonly options: NonNullable<ParseArgsConfig['options']>;
  /** When the file may be left out. */
  readonly needsFile?: (values: OptionValues) => boolean;
  /** Whether there may be more than one file: each is done by itself. */
  readonly takesMany?: (values: OptionValues) => boolean;
  run(invocation: Invocation): Promise<ExitCode>;
}
