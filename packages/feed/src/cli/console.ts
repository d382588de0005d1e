import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { styleText } from 'node:util';

type Format = Parameters<typeof styleText>[0];

/** A stream to write on, that may be a terminal. */
export interface OutputStream extends NodeJS.WritableStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  hasColors?(env?: object): boolean;
}

/** The part of Node's `process` that the program works with. */
export interface Surroundings {
  readonly stdin: Readable & { readonly isTTY?: boolean };
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
  readonly env: Readonly<Record<string, string | undefined>>;
  on(event: 'SIGINT', listener: () => void): unknown;
  off(event: 'SIGINT', listener: () => void): unknown;
}

/** Says things on the output (what was asked for) and beside it (what a person should know). */
export class Console {
  readonly surroundings: Surroundings;

  constructor(surroundings: Surroundings) {
    this.surroundings = surroundings;
  }

  get isOutputSeen(): boolean {
    return this.surroundings.stdout.isTTY === true;
  }

  /** Whether somebody is there to see a bar, and to answer. */
  get isAttended(): boolean {
    return this.surroundings.stderr.isTTY === true;
  }

  /** Writes as is. Waits while whoever reads it is slower. */
  async write(text: string): Promise<void> {
    const { stdout } = this.surroundings;
    if (!stdout.write(text)) await once(stdout, 'drain');
  }

  /** Writes a line for people. */
  async say(line = ''): Promise<void> {
    await this.write(`${line}\n`);
  }

  /** Tells a person something beside the output. */
  note(line: string): void {
    this.surroundings.stderr.write(`${line}\n`);
  }

  /** In a colour, where there are any. Text from elsewhere is made `printable` first. */
  paint(format: Format, text: string): string {
    const { stdout, env } = this.surroundings;
    const hasColors = stdout.isTTY === true && (stdout.hasColors?.(env) ?? false);
    return hasColors ? styleText(format, text) : text;
  }
}
