import type { Command } from '../command.js';

/** Options of the commands that ask a server. */
export const SERVER_OPTIONS = {
  server: { type: 'string' },
  'token-file': { type: 'string' },
  'max-delete': { type: 'string' },
  trainers: { type: 'boolean' },
} as const satisfies Command['options'];

/** How `--help` explains them. A key is never an argument: other users of the machine can see those. */
export const SERVER_HELP = `  --token-file F    reads the server's key from this file; otherwise ENROLLKIT_TOKEN is the key
  --max-delete N    holds an import that would delete more than N percent of the products (default 20)
  --trainers        the file is a feed of trainers, by custom Provider_AllTrainers.xml`;
