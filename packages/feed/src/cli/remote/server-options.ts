import type { Command } from '../command.js';
import type { HelpLine } from '../help/help-texts.js';
import { TRAINERS_HELP } from '../options.js';

/** Options of the commands that ask a server. */
export const SERVER_OPTIONS = {
  server: { type: 'string' },
  'token-file': { type: 'string' },
  'max-delete': { type: 'string' },
  trainers: { type: 'boolean' },
} as const satisfies Command['options'];

/** How `--help` explains them. A key is never an argument: other users of the machine can see those. */
export const SERVER_HELP: readonly HelpLine[] = [
  ['--token-file F', 'tokenFile'],
  ['--max-delete N', 'maxDelete'],
  TRAINERS_HELP,
];
