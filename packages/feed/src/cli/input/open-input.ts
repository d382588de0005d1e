import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { CliError, systemCode } from '../cli-error.js';
import type { Console } from '../console.js';
import { fetchInput } from './fetch-input.js';
import type { Input } from './input.js';

export interface OpenInputOptions {
  readonly console: Console;
  readonly signal: AbortSignal;
}

/** Big enough that a feed of hundreds of megabytes is read as fast as the disk is. */
const PIECE_BYTES = 262_144;

/** Opens FILE, `-` for what is piped in, or an http(s) address. Throws `CliError` with what to do when it can't. */
export async function openInput(file: string, { console, signal }: OpenInputOptions): Promise<Input> {
  if (file === '-') {
    const { stdin } = console.surroundings;
    // Or the program would wait for whoever writes to it.
    signal.addEventListener('abort', () => stdin.destroy(), { once: true });
    return { name: '-', bytes: readable('-', stdin, signal) };
  }
  if (/^https?:\/\//i.test(file)) return fetchInput(file, { signal });
  if (/^[a-z][a-z\d+.-]+:\/\//i.test(file)) throw new CliError((texts) => texts.urlInvalid({ url: file }));
  const found = await stat(file).catch((error: unknown) => {
    throw cannotRead(file, error);
  });
  if (found.isDirectory()) throw new CliError((texts) => texts.isFolder({ file }));
  const stream = createReadStream(file, { highWaterMark: PIECE_BYTES, signal });
  // A named pipe has no size.
  return { name: file, size: found.isFile() ? found.size : undefined, bytes: readable(file, stream, signal) };
}

async function* readable(
  file: string,
  stream: AsyncIterable<Uint8Array>,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array, void, undefined> {
  try {
    yield* stream;
  } catch (error) {
    throw signal.aborted ? error : cannotRead(file, error);
  }
}

function cannotRead(file: string, error: unknown): CliError {
  const code = systemCode(error);
  if (code === 'ENOENT') return new CliError((texts) => texts.noSuchFile({ file }), error);
  if (code === 'EACCES' || code === 'EPERM') return new CliError((texts) => texts.mayNotRead({ file }), error);
  if (code === 'EISDIR') return new CliError((texts) => texts.isFolder({ file }), error);
  return new CliError((texts) => texts.cannotReadFile({ file, reason: code ?? String(error) }), error);
}
