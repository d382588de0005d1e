import { spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';

/** A program that failed, with what it said. */
export class ProgramError extends Error {
  override readonly name = 'ProgramError';
  readonly output: string;

  constructor(program: string, output: string, cause?: unknown) {
    super(`${program} failed: ${output.trim().split('\n').slice(-5).join('\n')}`, { cause });
    this.output = output;
  }
}

export interface ProgramOptions {
  /** Undefined: as whoever runs this process. */
  readonly user: { readonly uid: number; readonly gid: number } | undefined;
  readonly cwd?: string;
  /** An open file that the program gets too, and whatever it starts. */
  readonly inherits?: number;
}

/**
 * Runs a program to its end. It gets no more of the environment than it needs: ours holds secrets, and settings of
 * PostgreSQL's own clients.
 */
export async function runProgram(
  file: string,
  args: readonly string[],
  { user, cwd, inherits }: ProgramOptions,
): Promise<string> {
  const { PATH, SystemRoot, TEMP } = process.env;
  const env = { PATH, LC_ALL: 'C', TZ: 'UTC', ...(SystemRoot && { SystemRoot, TEMP }) };
  const child = spawn(file, args, {
    env,
    cwd,
    ...user,
    stdio: ['ignore', 'pipe', 'pipe', ...(inherits === undefined ? [] : [inherits])],
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', (cause) => reject(new ProgramError(file, cause.message, cause)));
    child.once('close', resolve);
  });
  const [code, stdout, stderr] = await Promise.all([ended, textOf(child.stdout), textOf(child.stderr)]);
  if (code !== 0) throw new ProgramError(file, stderr + stdout || `it ended with ${code ?? 'a signal'}`);
  return stdout;
}

const textOf = async (stream: Readable | null): Promise<string> => (stream ? text(stream) : '');
