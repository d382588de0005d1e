import { systemCode } from './cli-error.js';
import type { OutputStream } from './console.js';

/** Settles when whoever reads the output has had enough (`| head`): there is nobody left to write for. */
export function outputClosed(stdout: OutputStream): Promise<void> {
  return new Promise((resolve, reject) => {
    stdout.on('error', (error: unknown) => {
      if (systemCode(error) === 'EPIPE') resolve();
      else reject(error instanceof Error ? error : new Error('Writing failed', { cause: error }));
    });
  });
}
