import type { Logger } from 'pino';
import { StoreAnswer } from '../files/s3/s3-error.js';

/**
 * Writes down a fault of the server: where it came from, never its message, which may quote what was sent. What the object
 * store said is about its settings and names nobody: files are named by their hash.
 */
export function logFault(log: Logger, requestId: string, error: unknown): void {
  log.error({ requestId, ...factsOf(error) }, 'request failed');
}

function factsOf(error: unknown, depth = 0): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { error: typeof error };
  const { code } = error as { readonly code?: unknown };
  const stack = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    error: error.name,
    ...(typeof code === 'string' && { code }),
    ...(error instanceof StoreAnswer && { message: error.message }),
    at: stack.slice(0, 12).map((line) => line.trim()),
    ...(error.cause !== undefined && depth < 4 && { cause: factsOf(error.cause, depth + 1) }),
  };
}
