import { createInterface } from 'node:readline/promises';
import type { Invocation } from '../command.js';

/** Asks whoever sits at the terminal. */
export async function ask(question: string, { console, texts, signal }: Invocation): Promise<boolean> {
  const { stdin, stderr } = console.surroundings;
  // Not as a terminal: Ctrl-C stays a signal to the program.
  const lines = createInterface({ input: stdin, output: stderr, terminal: false });
  try {
    return texts.isYes(await lines.question(question, { signal }));
  } finally {
    lines.close();
  }
}
