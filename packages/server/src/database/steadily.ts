import type { Kysely } from 'kysely';
import { fromDatabase, isConnectionLoss, isStalePlan } from './database-error.js';
import type { Tables } from './tables.js';
import { transactionRunner } from './run-transaction.js';

/**
 * One statement, without the cost of a transaction around it: most requests make some. When the connection breaks it is
 * tried again as transactions are, so that a database that restarts keeps nobody out. A write may then be done twice.
 */
export async function steadily<Result>(
  mode: 'read' | 'write',
  tables: Kysely<Tables>,
  statement: (tables: Kysely<Tables>) => Promise<Result>,
): Promise<Result> {
  try {
    return await statement(tables);
  } catch (error) {
    if (!isConnectionLoss(error) && !isStalePlan(error)) throw fromDatabase(error);
    return transactionRunner(tables)[mode](statement);
  }
}
