import { execFile, type ExecFileException } from 'node:child_process';
import type { UnprivilegedUser } from './unprivileged-user.js';

/** A program that failed, with what it said. */
export class ProgramError extends Error {
  override readonly name = 'ProgramError';
  readonly output: string;

  constructor(program: string, output: string, cause: ExecFileException) {
    super(`${program} failed: ${output.trim().split('\n').slice(-5).join('\n')}`, { cause });
    this.output = output;
  }
}

/**
 * Runs a program to its end. It gets no more of the environment than it needs: ours holds secrets, and settings of
 * PostgreSQL's own clients.
 */
export async function runProgram(
  file: string,
  args: readonly string[],
  { user, cwd }: { readonly user: UnprivilegedUser | undefined; readonly cwd?: string },
): Promise<string> {
  const { PATH, SystemRoot, TEMP } = process.env;
  const env = { PATH, LC_ALL: 'C', TZ: 'UTC', ...(SystemRoot && { SystemRoot, TEMP }) };
  return new Promise((resolve, reject) => {
    execFile(file, args, { env, cwd, ...user }, (error, stdout, stderr) => {
      if (error) reject(new ProgramError(file, stderr + stdout || error.message, error));
      else resolve(stdout);
    });
  });
}
