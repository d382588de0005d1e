import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { build } from 'esbuild';

/** A program of this folder, bundled from the sources, to run in a process of its own. */
export interface Program {
  start(args: readonly string[]): ChildProcess;
  /** What it printed when it is done. */
  run(args: readonly string[]): Promise<string>;
  remove(): Promise<void>;
}

export async function bundleProgram(name: string): Promise<Program> {
  const directory = await mkdtemp(join(tmpdir(), 'enrollkit-program-'));
  const outfile = join(directory, 'program.mjs');
  await build({
    entryPoints: [join(import.meta.dirname, name)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    conditions: ['@enrollkit/source'],
    logLevel: 'error',
    // What is not in the bundle's own form asks for its parts with `require`.
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
  });
  const start = (args: readonly string[]): ChildProcess =>
    spawn(process.execPath, [outfile, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  return {
    start,
    async run(args) {
      const child = start(args);
      const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
      const output = await text(child.stdout!);
      const code = await ended;
      if (code !== 0) throw new Error(`${name} ended with ${code}`);
      return output;
    },
    remove: () => rm(directory, { recursive: true, force: true }),
  };
}
