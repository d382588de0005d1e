import { parseArgs } from 'node:util';
import { EnrollkitError, hasErrorCode } from '@enrollkit/core';
import { createApiKey, listApiKeys, revokeApiKey } from './access/api-keys.js';
import { createJobs } from './create-jobs.js';
import { holdJobs } from './jobs/hold-job.js';
import { runWhenDue } from './jobs/run-when-due.js';
import type { Logger } from 'pino';
import { backUp } from './backup/back-up.js';
import { restore } from './backup/restore.js';
import { createLog } from './observe/create-log.js';
import { openServerParts, openStorage, type OpenServerParts } from './open-server-parts.js';
import { readSettings, variables } from './settings/read-settings.js';
import { runServer } from './run-server.js';
import type { Settings } from './settings/settings.js';

const USAGE = `Usage: enrollkit-server [command]

  start                      run the server until it is stopped (the default)
  keys create --name NAME [--provider ID] [--role provider|platform-staff]
                             create an API key and show it, once
  keys list [--provider ID]  list the API keys, without their secrets
  keys revoke ID             revoke an API key
  migrate                    update the tables of the database
  backup DIRECTORY           write all records and files to a directory; run again, it adds only what is new
  restore DIRECTORY          read such a backup into an empty database, and its files
  sweep                      run every job now: status changes, clean-up, retention
  settings                   list the environment variables

Without DATABASE_URL, an embedded PostgreSQL keeps the data in ENROLLKIT_DATA_DIR.
`;

/** Where a command writes. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

type Environment = Readonly<Record<string, string | undefined>>;

const ROLES = ['provider', 'platform-staff'] as const;

/** Runs a command and answers the exit code: 0 done, 1 failed, 2 not understood. */
export async function main(args: readonly string[], env: Environment, { out, err }: Terminal): Promise<number> {
  try {
    await run(args, env, out);
    return 0;
  } catch (error) {
    const isMisunderstood = isUsageError(error) || hasErrorCode(error, 'invalid');
    err(`enrollkit-server: ${error instanceof Error ? error.message : String(error)}\n`);
    if (isUsageError(error)) err('Try enrollkit-server --help\n');
    return isMisunderstood ? 2 : 1;
  }
}

async function run(args: readonly string[], env: Environment, out: Terminal['out']): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      name: { type: 'string' },
      provider: { type: 'string' },
      role: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) {
    out(USAGE);
    return;
  }
  const [command = 'start', ...rest] = positionals;
  const path = command === 'keys' ? `keys ${rest.shift() ?? ''}`.trimEnd() : command;
  const given = Object.keys(values);
  /** `operand`: what the command needs one of. */
  const accept = (options: readonly string[], operand?: string): void => {
    const strange = given.find((option) => !options.includes(option));
    if (strange !== undefined) throw usageError(`${path} does not take the option --${strange}`);
    if (rest.length !== (operand === undefined ? 0 : 1))
      throw usageError(operand === undefined ? `${path} takes no further arguments` : `${path} needs one ${operand}`);
  };

  switch (path) {
    case 'start':
      accept([]);
      return start(readSettings(env));
    case 'settings':
      accept([]);
      out(settingsTable());
      return;
    case 'migrate':
      accept([]);
      return withParts(readSettings(env), async () => out('The tables are up to date.\n'));
    case 'sweep':
      accept([]);
      return withParts(readSettings(env), (opened) => sweep(opened, out));
    case 'backup':
    case 'restore': {
      accept([], 'directory');
      const [directory = ''] = rest;
      return copyStorage(path, { settings: readSettings(env), directory, out });
    }
    case 'keys create': {
      accept(['name', 'provider', 'role']);
      const key = readNewKey(values);
      return withParts(readSettings(env), (opened) => createKey(opened, key, out));
    }
    case 'keys list':
      accept(['provider']);
      return withParts(readSettings(env), (opened) => listKeys(opened, tenantOf(values.provider), out));
    case 'keys revoke': {
      accept([], 'id');
      const [id = ''] = rest;
      return withParts(readSettings(env), (opened) => revokeKey(opened, id, out));
    }
    default:
      throw usageError(`There is no command “${path}”`);
  }
}

interface NewKey {
  readonly name: string;
  readonly role: (typeof ROLES)[number];
  readonly providerId?: string;
}

function readNewKey({
  name,
  role: asked = 'provider',
  provider,
}: Partial<Record<'name' | 'role' | 'provider', string>>): NewKey {
  const role = ROLES.find((known) => known === asked);
  if (!name?.trim()) throw usageError('keys create needs --name, which says what the key is for');
  if (!role) throw usageError(`--role must be one of ${ROLES.join(', ')}`);
  if (role === 'platform-staff' && provider !== undefined)
    throw usageError('A key for platform-staff can’t have a --provider');
  return { name, role, ...tenantOf(provider) };
}

function tenantOf(providerId: string | undefined): { readonly providerId?: string } {
  return providerId === undefined ? {} : { providerId };
}

async function createKey({ parts }: OpenServerParts, asked: NewKey, out: Terminal['out']): Promise<void> {
  const { role, providerId: provider_id } = asked;
  const { id, key } = await createApiKey(parts.database, { ...parts, ...asked });
  out(`${JSON.stringify({ id, role, ...(provider_id !== undefined && { provider_id }), key }, null, 2)}\n`);
}

async function listKeys(
  { parts }: OpenServerParts,
  tenant: { readonly providerId?: string },
  out: Terminal['out'],
): Promise<void> {
  for (const key of await listApiKeys(parts.database, tenant)) out(`${JSON.stringify(key)}\n`);
}

async function revokeKey({ parts }: OpenServerParts, id: string, out: Terminal['out']): Promise<void> {
  const isRevoked = await revokeApiKey(parts.database, { id, clock: parts.clock });
  if (!isRevoked) throw new EnrollkitError('not-found', `There is no active key ${id}.`);
  out(`The key ${id} was revoked.\n`);
}

async function start(settings: Settings): Promise<void> {
  await runServer(settings, createLog(settings));
}

/** Neither of them brings the tables up to date first: a backup is what people make before that. */
async function copyStorage(
  command: 'backup' | 'restore',
  {
    settings,
    directory,
    out,
  }: { readonly settings: Settings; readonly directory: string; readonly out: Terminal['out'] },
): Promise<void> {
  if (settings.jobLeaseSeconds !== undefined) {
    // A lock that a pooler lends to others would keep files from being removed for ever.
    const message = `${command} needs a session for as long as it takes: let DATABASE_URL name PostgreSQL itself for this command, and leave out ENROLLKIT_JOB_LEASE_SECONDS`;
    throw new EnrollkitError('invalid', message);
  }
  const log = quietLog(settings);
  const { url: databaseUrl, files, close } = await openStorage(settings, log);
  try {
    const clock = () => new Date().toISOString();
    const done = await (command === 'backup'
      ? backUp({ databaseUrl, files, directory, clock })
      : restore({ databaseUrl, files, directory, log }));
    const records = done.tables.reduce((sum, { rows }) => sum + rows, 0);
    out(`${JSON.stringify({ [command]: directory, made_at: done.made_at, records, files: done.files })}\n`);
    const lacking = done.missing_files;
    if (lacking.length === 0) return;
    const message = `Files that records need were not in the store when the backup was made: ${lacking.length}, such as ${lacking[0]}. Everything else is there`;
    throw new EnrollkitError('not-found', message);
  } finally {
    await close();
  }
}

async function sweep({ parts, metrics, sweepSpool }: OpenServerParts, out: Terminal['out']): Promise<void> {
  const { pool } = parts.database;
  const context = { pool, hold: holdJobs(pool, parts.settings), log: parts.log, metrics: metrics.jobs };
  const failed: string[] = [];
  for (const job of createJobs(parts, metrics)) {
    const run = { ...job, run: async (signal: AbortSignal) => report(job.name, await job.run(signal), out) };
    const { signal } = new AbortController();
    await runWhenDue(run, context, { signal, isForced: true, onFailure: () => failed.push(job.name) });
  }
  report('sweep-spool', { removed: await sweepSpool() }, out);
  if (failed.length > 0)
    throw new EnrollkitError('internal', `These jobs failed: ${failed.join(', ')}. The log says why.`);
}

function report<Done extends Readonly<Record<string, number>>>(name: string, done: Done, out: Terminal['out']): Done {
  out(`${JSON.stringify({ job: name, ...done })}\n`);
  return done;
}

/** Commands write what they answer on standard output; what else happens goes to the log when it matters. */
async function withParts(settings: Settings, work: (opened: OpenServerParts) => Promise<void>): Promise<void> {
  const opened = await openServerParts(settings, { log: quietLog(settings) });
  try {
    await work(opened);
  } finally {
    await opened.close();
  }
}

function quietLog({ logLevel }: Settings): Logger {
  return createLog({ logLevel: logLevel === 'info' ? 'warn' : logLevel });
}

/** The variables as a table in Markdown, which is also easy to read in a terminal. */
export function settingsTable(): string {
  const rows = variables().map(([name, { meaning, expects, fallback }]) => {
    const standard = fallback === undefined || fallback === '' ? '' : `\`${fallback}\``;
    return `| \`${name}\` | ${standard} | ${meaning}: ${expects} |`;
  });
  return ['| Variable | Default | Meaning |', '| --- | --- | --- |', ...rows, ''].join('\n');
}

const USAGE_CODE = 'ERR_USAGE';

function usageError(message: string): Error {
  return Object.assign(new Error(message), { code: USAGE_CODE });
}

/** Ours, or one of Node's parser of arguments. */
function isUsageError(error: unknown): boolean {
  const { code } = error as { readonly code?: unknown };
  return code === USAGE_CODE || (typeof code === 'string' && code.startsWith('ERR_PARSE_ARGS_'));
}
