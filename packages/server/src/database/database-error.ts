import { EnrollkitError } from '@enrollkit/core';
import pg from 'pg';
import { serverIssue } from '../http/issue-codes.js';

/** How long a client waits before it asks a database again that is starting. */
const RETRY_AFTER_MS = 1000;

/** Whether other transactions stood in the way, so that doing it all again helps. */
export function isClash(error: unknown): boolean {
  // Serialization failure, deadlock.
  return isStalePlan(error) || (error instanceof pg.DatabaseError && ['40001', '40P01'].includes(error.code ?? ''));
}

/** A statement in a transaction that has failed already says nothing of its own. */
export function isFollowUp(error: unknown): boolean {
  return error instanceof pg.DatabaseError && error.code === '25P02';
}

/**
 * Whether a connection keeps a plan for a table that was changed since, as a newer version of the server does when it starts:
 * on another connection it is planned anew.
 */
export function isStalePlan(error: unknown): boolean {
  return error instanceof pg.DatabaseError && error.code === '0A000' && error.message.startsWith('cached plan');
}

/** Whether a row that is referred to isn't there, or is needed: it may have come or gone since this transaction looked. */
export function isStaleReference(error: unknown): boolean {
  return error instanceof pg.DatabaseError && error.code === '23503';
}

/** Whether the connection broke or the database is going down or coming up. */
export function isConnectionLoss(error: unknown): boolean {
  if (error instanceof pg.DatabaseError) {
    // Class 08: connection; 57P01-57P03: shut down, crashed, starting up; 25P03: idle in a transaction for too long.
    return /^(08...|57P0[123]|25P03)$/.test(error.code ?? '');
  }
  if (!(error instanceof Error)) return false;
  const { code } = error as { readonly code?: unknown };
  return CONNECTION_ERRORS.includes(String(code)) || CONNECTION_MESSAGES.test(error.message);
}

const CONNECTION_ERRORS = ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN', 'ENOENT'];
/** The driver gives these no code. */
const CONNECTION_MESSAGES = /^Connection terminated|not queryable|connection error|^Client was closed/;

/** The driver's own words when all connections of a pool stay busy. */
const POOL_TIMEOUT = 'timeout exceeded when trying to connect';

/**
 * The kit's error for one of the database; anything else passes through. The database's own words stay out: they may quote
 * what was stored.
 */
export function fromDatabase(error: unknown): unknown {
  if (isConnectionLoss(error)) {
    return new EnrollkitError('unavailable', 'The database could not be reached', { retryAfterMs: RETRY_AFTER_MS });
  }
  if (error instanceof Error && error.message.startsWith(POOL_TIMEOUT)) {
    return new EnrollkitError('timeout', 'All connections to the database are busy', { retryAfterMs: RETRY_AFTER_MS });
  }
  if (!(error instanceof pg.DatabaseError)) return error;
  const { code = '', constraint } = error;
  if (isClash(error)) {
    return new EnrollkitError('timeout', 'Others kept changing the same records', { retryAfterMs: RETRY_AFTER_MS });
  }
  // 57014: canceled, by the timeout of a statement; 55P03: by the one of a lock.
  if (code === '57014' || code === '55P03') {
    return new EnrollkitError('timeout', 'The database took too long', { retryAfterMs: RETRY_AFTER_MS });
  }
  if (code === '53100') return new EnrollkitError('storage-full', 'The disk of the database is full');
  // Class 22: a value that no column can hold, like a text with a null character or a day in the year 0; 54000: an id that is
  // longer than an index takes.
  if (code.startsWith('22') || code === '54000') {
    const issues = [serverIssue('not-storable', '')];
    return new EnrollkitError('invalid', `A value can't be stored (SQLSTATE ${code})`, { issues });
  }
  const place = constraint === undefined ? '' : `, constraint ${constraint}`;
  return new EnrollkitError('internal', `The database refused (SQLSTATE ${code}${place})`);
}
