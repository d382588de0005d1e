import { EventEmitter, once } from 'node:events';
import { expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { CERTIFICATE_PDF, chooseCertificate, statusLabel, uploadButton } from './support/enrollment-page.js';
import { open, visitDemo } from './support/visit.js';

const visit = visitDemo();
const STARTED = '/enrollment.html?id=voorbeeld-gestart';

test('a tab that is closed in the middle of an upload leaves nothing half behind', async () => {
  const { context, page, openTab } = visit();
  await open(page, '/');
  const before = await countRecords(page);
  const signals = new EventEmitter();
  const inTheMiddle = once(signals, 'in the middle');
  await context.exposeBinding('tellInTheMiddle', () => signals.emit('in the middle'));
  const tab = await context.newPage();
  await tab.addInitScript(holdWhileWritingFiles);
  await open(tab, STARTED);
  await chooseCertificate(tab, CERTIFICATE_PDF);
  // Nobody waits for the press: the page hangs in its own transaction by then.
  uploadButton(tab)
    .click()
    .catch(() => undefined);
  await inTheMiddle;
  await tab.close();

  const next = await openTab(STARTED);
  await statusLabel(next).filter({ hasText: 'Gestart' }).waitFor();
  expect(await countRecords(next)).toEqual(before);

  // And nothing stands in the way of doing it again.
  await chooseCertificate(next, CERTIFICATE_PDF);
  await uploadButton(next).click();
  await statusLabel(next).filter({ hasText: 'Afgerond' }).waitFor();
  expect(await countRecords(next)).toEqual({ certificates: before.certificates + 1, files: before.files + 1 });
});

/** Runs in the page: stops the page's only thread right after a file was handed to the database, in its transaction. */
function holdWhileWritingFiles(): void {
  const { tellInTheMiddle } = globalThis as unknown as { tellInTheMiddle: () => void };
  // oxlint-disable-next-line typescript/unbound-method -- called with its own `this` below
  const put = IDBObjectStore.prototype.put;
  IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...args: Parameters<typeof put>) {
    const request = put.apply(this, args);
    if (this.name === 'files') {
      tellInTheMiddle();
      // Longer than a busy machine takes to end the tab.
      const until = performance.now() + 300_000;
      while (performance.now() < until);
    }
    return request;
  };
}

/** What the database holds, asked of the database itself. */
async function countRecords(page: Page): Promise<{ certificates: number; files: number }> {
  return page.evaluate(async () => {
    const done = <Value>(request: IDBRequest<Value>): Promise<Value> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('No answer'));
      });
    const database = await done(indexedDB.open('duinweg'));
    const transaction = database.transaction(['certificates', 'files']);
    const certificates = await done(transaction.objectStore('certificates').count());
    const files = await done(transaction.objectStore('files').count());
    database.close();
    return { certificates, files };
  });
}
