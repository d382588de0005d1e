import type { Command } from '../command.js';
import { FILE_HELP, SHARED_HELP, SHARED_OPTIONS } from '../options.js';
import { importFeed } from '../remote/import-feed.js';
import { SERVER_HELP, SERVER_OPTIONS } from '../remote/server-options.js';

/** `feed import`: has a server do what a feed says. */
export const importCommand: Command = {
  usage: 'FILE --server URL [options]\n       enrollkit feed import --server URL --resume ID [options]',
  help: `${FILE_HELP}

  --server URL      the server's address
${SERVER_HELP}
  --plan-only       shows the plan and leaves it at the server
  --yes             applies without asking
  --force           applies also what is held: for deleting too much, or for new IDs
  --new-ids WORD    products under a new ID: keep what hangs on them (default), or replace them
  --new-ids-except ID  a product, by its new ID, for which the other holds; may be given again
  --resume ID       goes on with an import that was planned or interrupted
  --json            a line of JSON with the import, at the end
${SHARED_HELP}

Exit code: 0 done without errors, 1 errors in the feed or not applied, 2 could not be read or reached.`,
  options: {
    ...SHARED_OPTIONS,
    ...SERVER_OPTIONS,
    'plan-only': { type: 'boolean' },
    yes: { type: 'boolean' },
    force: { type: 'boolean' },
    'new-ids': { type: 'string' },
    'new-ids-except': { type: 'string', multiple: true },
    resume: { type: 'string' },
    json: { type: 'boolean' },
  },
  needsFile: ({ resume }) => resume === undefined,
  run: importFeed,
};
