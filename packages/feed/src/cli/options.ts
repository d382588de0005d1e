import type { Command } from './command.js';

type Options = Command['options'];

/** Options that more than one command has. */
export const SHARED_OPTIONS = {
  lang: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const satisfies Options;

export const CHECK_OPTIONS = {
  trainers: { type: 'boolean' },
  today: { type: 'string' },
} as const satisfies Options;

/** How `--help` explains the options that more than one command has. */
export const SHARED_HELP = `  --lang nl|en      language (default: the terminal's, else Dutch)
  -h, --help        shows this`;

export const FILE_HELP = `  FILE              a file, an http(s) address, or - for what is piped in; packed with gzip or not`;
