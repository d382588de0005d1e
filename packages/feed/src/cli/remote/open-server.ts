import { readFile } from 'node:fs/promises';
import { CliError } from '../cli-error.js';
import type { Invocation } from '../command.js';
import { UsageError } from '../usage-error.js';
import { ImportServer } from './import-server.js';

/** Nobody is in between. */
const THIS_MACHINE = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** The server that the command line names, with its key. The key is never an argument: anybody can list those. */
export async function openServer({ values, console, texts, language, signal }: Invocation): Promise<ImportServer> {
  const { server } = values;
  if (typeof server !== 'string') throw new UsageError((problems) => problems.serverNeeded());
  const url = URL.canParse(server) ? new URL(server) : undefined;
  if (url?.protocol !== 'http:' && url?.protocol !== 'https:')
    throw new UsageError((problems) => problems.serverNoAddress());
  if (url.username !== '' || url.password !== '') throw new UsageError((problems) => problems.serverWithName());
  if (url.protocol === 'http:' && !THIS_MACHINE.test(url.hostname)) console.note(texts.unencrypted({ url: url.href }));
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
