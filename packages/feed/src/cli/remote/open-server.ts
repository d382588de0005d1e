import { readFile } from 'node:fs/promises';
import { CliError } from '../cli-error.js';
import type { Invocation } from '../command.js';
import { usageError } from '../usage-error.js';
import { ImportServer } from './import-server.js';

/** The server that the command line names, with its key. The key is never an argument: anybody can list those. */
export async function openServer({ values, console, language, signal }: Invocation): Promise<ImportServer> {
  const { server } = values;
  if (typeof server !== 'string') throw usageError('--server is needed: the address of the server');
  const url = URL.canParse(server) ? new URL(server) : undefined;
  if (url?.protocol !== 'http:' && url?.protocol !== 'https:') throw usageError('--server is an http(s) address');
  if (!url.pathname.endsWith('/')) url.pathname += '/';
  const token = await readToken(values['token-file'], console.surroundings.env.ENROLLKIT_TOKEN);
  return new ImportServer({ url: url.href, token, language, signal });
}

async function readToken(file: string | boolean | undefined, fromEnv: string | undefined): Promise<string> {
  if (typeof file !== 'string') {
    if (fromEnv?.trim()) return fromEnv.trim();
    throw new CliError((texts) => texts.noToken);
  }
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new CliError((texts) => texts.noSuchFile({ file }), error);
  });
  const [line = ''] = text.trim().split(/\r?\n/);
  if (line === '') throw new CliError((texts) => texts.emptyToken({ file }));
  return line;
}
