import { CliError, systemCode } from './cli-error.js';
import type { OutputStream } from './console.js';

/**
 * Settles when whoever reads the output has had enough (`| head`): there is nobody left to write for. Rejects when it can't be
 * written, as on a full disk.
 */
export function outputClosed(stdout: OutputStream): Promise<void> {
  return new Promise((resolve, reject) => {
    stdout.on('error', (error: unknown) => {
      if (systemCode(error) === 'EPIPE') resolve();
      else reject(new CliError((texts) => texts.outputFailed({ code: systemCode(error) ?? 'unknown' }), error));
    });
  });
}
