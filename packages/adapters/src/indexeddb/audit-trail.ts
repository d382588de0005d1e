import { auditEntries, type AuditedWrite, type Intent } from '@enrollkit/core';
import type { WriteTransaction } from './connection.js';

/** In the order in which they were written. */
export const AUDIT = 'audit';

/** Adds to the trail what a write was for, in its own transaction. */
export type Audit = (write: AuditedWrite) => Promise<void>;

export function auditTrail(transaction: WriteTransaction, intent: Intent): Audit {
  return async (write) => {
    const trail = transaction.objectStore(AUDIT);
    for (const entry of auditEntries(intent, write)) await trail.add(entry);
  };
}
