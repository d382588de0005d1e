import { hasErrorCode } from '@enrollkit/core';
import { pino, type DestinationStream, type Logger } from 'pino';
import type { Settings } from '../settings/settings.js';

/** The log: one line of JSON for each entry, on standard output. */
export function createLog({ logLevel }: Pick<Settings, 'logLevel'>, destination?: DestinationStream): Logger {
  const options = {
    level: logLevel,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (level: string) => ({ level }) },
    serializers: { err: describeError },
  };
  return destination ? pino(options, destination) : pino(options);
}

/** An error as the log keeps it. */
interface LoggedError {
  readonly type: string;
  readonly code?: string;
  readonly message?: string;
  readonly stack?: string;
  readonly constraint?: string;
  readonly cause?: LoggedError;
}

/** Their messages quote what somebody sent. */
const QUOTING = ['SyntaxError', 'ZodError', '$ZodError'];

/**
 * Leaves out what may hold personal data: an error of the database quotes the row it is about, a parser what it couldn't
 * read, and an error of the kit carries the record as it is now.
 */
function describeError(error: unknown): LoggedError {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code, constraint, routine } = error as Error & { code?: unknown; constraint?: string; routine?: unknown };
  const isFromDatabase = typeof routine === 'string' || /^[0-9A-Z]{5}$/.test(String(code));
  const isQuoting = isFromDatabase || QUOTING.includes(error.name) || hasErrorCode(error, 'invalid');
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    type: error.name,
    ...(typeof code === 'string' && { code }),
    ...(!isQuoting && { message: error.message }),
    ...(constraint !== undefined && { constraint }),
    stack: frames.join('\n'),
    ...(error.cause !== undefined && { cause: describeError(error.cause) }),
  };
}
