import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { programOf } from '../../support/programs-folder.js';
import { YOUNG_GENERATION } from '../faults/support/server-process.js';

/** A program of this folder, bundled from the sources, to run in a process of its own. */
export interface Program {
  start(args: readonly string[]): ChildProcess;
  /** What it printed when it is done. */
  run(args: readonly string[]): Promise<string>;
}

export async function bundleProgram(name: string): Promise<Program> {
  const file = await programOf(join(import.meta.dirname, name));
  const start = (args: readonly string[]): ChildProcess =>
    spawn(process.execPath, [...YOUNG_GENERATION, file, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
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
  };
}
