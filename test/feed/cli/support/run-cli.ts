import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { main } from '../../../../packages/feed/src/cli/main.js';
import { bundleForNode } from '../../../support/bundle-for-node.js';

const ROOT = join(import.meta.dirname, '../../../..');
let built: Promise<string> | undefined;

/** The program as it is published, from its sources. */
export function buildCli(): Promise<string> {
  built ??= (async () => {
    const folder = join(ROOT, '.cache/cli-program', String(process.pid));
    const program = join(folder, 'dist/cli/enrollkit.js');
    await bundleForNode(join(import.meta.dirname, 'cli-program.ts'), program);
    await writeFile(join(folder, 'package.json'), JSON.stringify({ type: 'module', version: '1.2.3' }));
    return program;
  })();
  return built;
}

export interface CliRun {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

interface CliOptions {
  readonly input?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
}

interface ProgramOptions extends CliOptions {
  readonly cwd?: string;
}

/** Nobody has said which language, or where. */
const NOBODY = { LANG: 'C', LC_ALL: '' };

/** Does what the program does, but in this process: most of what a process of its own takes is beginning. */
export async function runCli(args: readonly string[], { input = '', env = {} }: CliOptions = {}): Promise<CliRun> {
  const [stdin, stdout, stderr] = [Readable.from([Buffer.from(input)]), new PassThrough(), new PassThrough()];
  const surroundings = Object.assign(new EventEmitter(), { stdin, stdout, stderr, env: { ...NOBODY, ...env } });
  const ended = main(args, surroundings).finally(() => {
    stdout.end();
    stderr.end();
  });
  const [out, err, code] = await Promise.all([text(stdout), text(stderr), ended]);
  return { code, out, err };
}

/** Starts the program with nobody at the terminal. */
export async function startCli(
  args: readonly string[],
  { env = {}, cwd }: ProgramOptions = {},
): Promise<ChildProcessWithoutNullStreams> {
  const program = await buildCli();
  const { ENROLLKIT_TOKEN: _token, ...own } = process.env;
  return spawn(process.execPath, [program, ...args], { cwd, env: { ...own, ...NOBODY, ...env } });
}

/** Runs the program to its end, for what a process does: how it reads, whether it ends, what others hear of it. */
export async function runProgram(args: readonly string[], options: ProgramOptions = {}): Promise<CliRun> {
  const child = await startCli(args, options);
  child.stdin.on('error', () => undefined);
  child.stdin.end(options.input ?? '');
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { code, out, err };
}

/** What `--json` wrote. */
export function linesOf(out: string): readonly unknown[] {
  return out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);
}

/** A folder for a test's files, gone at its end. */
export class Folder implements AsyncDisposable {
  readonly path: string;

  private constructor(path: string) {
    this.path = path;
  }

  static async make(): Promise<Folder> {
    return new Folder(await mkdtemp(join(tmpdir(), 'enrollkit-cli-')));
  }

  async write(name: string, content: string | Uint8Array): Promise<string> {
    const path = join(this.path, name);
    await writeFile(path, content);
    return path;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await rm(this.path, { recursive: true, force: true });
  }
}
