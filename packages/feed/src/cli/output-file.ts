import { randomBytes } from 'node:crypto';
import { open, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { CliError, systemCode } from './cli-error.js';
import type { Console } from './console.js';

/** Where a feed is written: a file that is there as a whole or not at all, or the standard output. */
export interface Output {
  write(text: string): Promise<void>;
  /** Whether finishing would overwrite this file. */
  replaces(file: string): Promise<boolean>;
  /** Puts the file in its place. */
  finish(): Promise<void>;
  /** Removes what isn't finished. */
  discard(): Promise<void>;
}

/** Text is written in pieces of about this length. */
const PIECE_LENGTH = 262_144;

/**
 * Opens a file to write: beside its place, under another name, until it is finished. So a feed can be written over the very
 * file that is being read, and a crash leaves the old one.
 */
export async function openOutput(target: string | undefined, console: Console): Promise<Output> {
  if (target === undefined) return standardOutput(console);
  // A link stays one: what it points to is replaced.
  const place = await realpath(target).catch(() => target);
  const draft = join(dirname(place), `.${basename(place)}.${randomBytes(4).toString('hex')}.tmp`);
  const mode = await stat(place).then(
    (found) => found.mode,
    () => 0o666,
  );
  const failed = (error: unknown) => {
    throw new CliError((texts) => texts.cannotWriteFile({ file: target, reason: systemCode(error) ?? '' }), error);
  };
  const handle = await open(draft, 'wx', mode).catch(failed);
  let waiting = '';
  const flush = async () => {
    const text = waiting;
    waiting = '';
    await handle.appendFile(text).catch(failed);
  };
  return {
    async write(text) {
      waiting += text;
      if (waiting.length >= PIECE_LENGTH) await flush();
    },
    replaces: async (file) => (await realpath(file).catch(() => undefined)) === (await realpath(place).catch(() => '')),
    async finish() {
      await flush();
      await handle.sync().catch(failed);
      await handle.close();
      await rename(draft, place).catch(failed);
    },
    async discard() {
      await handle.close().catch(() => undefined);
      await rm(draft, { force: true });
    },
  };
}

function standardOutput(console: Console): Output {
  const nothing = async () => undefined;
  return { write: (text) => console.write(text), replaces: async () => false, finish: nothing, discard: nothing };
}
