import type { Command } from '../command.js';
import { FILE_HELP, SHARED_HELP, SHARED_OPTIONS } from '../options.js';
import { importFeed } from '../remote/import-feed.js';
import { SERVER_HELP, SERVER_OPTIONS } from '../remote/server-options.js';

/** `feed import`: has a server do what a feed says. */
export const importCommand: Command = {
  usage: ['FILE --server URL', '--server URL --resume ID'],
  help: [
    FILE_HELP,
    ['--server URL', 'serverOfImport'],
    ...SERVER_HELP,
    ['--plan-only', 'planOnly'],
    ['--yes', 'yes'],
    ['--force', 'force'],
    ['--new-ids WORD', 'newIds'],
    ['--new-ids-except ID', 'newIdsExcept'],
    ['--resume ID', 'resume'],
    ['--json', 'jsonOfImport'],
    ...SHARED_HELP,
  ],
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
