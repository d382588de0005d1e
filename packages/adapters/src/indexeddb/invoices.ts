import type { InvoiceRow, InvoiceTable, ReadInvoiceTable } from '@enrollkit/core';
import type { Transaction, WriteTransaction } from './connection.js';

export const INVOICES = 'invoices';

/** Invoices within one transaction. */
export function readInvoices(transaction: Transaction): ReadInvoiceTable {
  const byMoment = transaction.objectStore(INVOICES).index('uploadedAt');
  return {
    async latest(enrollmentId) {
      const range = IDBKeyRange.bound([enrollmentId], [enrollmentId, []]);
      const cursor = await byMoment.openCursor(range, 'prev');
      return cursor?.value as InvoiceRow | undefined;
    },
  };
}

/** The same, to write. */
export function writeInvoices(transaction: WriteTransaction): InvoiceTable {
  const invoices = transaction.objectStore(INVOICES);
  return {
    ...readInvoices(transaction),
    async put(row) {
      await invoices.put(row);
    },
  };
}
