// Anything on the page's origin can write to the browser's database: an older version of the kit, another script, a person
// in the developer tools.
import { openIndexedDbBackend, type IndexedDbBackend } from '@enrollkit/adapters/indexeddb';
import '@enrollkit/elements/certificate-upload.js';
import '@enrollkit/elements/enrollment-status.js';
import '@enrollkit/elements/price-breakdown.js';
import { expect, fixture, html } from '@open-wc/testing';
import { deleteDatabase, openDatabase } from '../adapters/indexeddb/raw-database.js';
import { settle, watchPageErrors } from './page-errors.js';
import { waitUntil } from '../support/wait-until.js';

const errors = watchPageErrors();
const warn = console.warn;
let backend: IndexedDbBackend;
let name: string;
let count = 0;

beforeEach(() => {
  console.warn = () => undefined;
  name = `tampered-${(count += 1)}`;
  backend = openIndexedDbBackend({ database: name, clock: () => '2026-09-01T10:00:00.000Z' });
});
afterEach(async () => {
  console.warn = warn;
  backend.close();
  await deleteDatabase(name);
});

async function tamper(store: string, row: unknown): Promise<void> {
  const database = await openDatabase(name);
  const transaction = database.transaction(store, 'readwrite');
  transaction.objectStore(store).put(row);
  await new Promise((resolve, reject) => {
    transaction.oncomplete = resolve;
    transaction.onerror = () => reject(transaction.error);
  });
  database.close();
}

const ROWS: Readonly<Record<string, unknown>> = {
  'no record in it': { id: 'bad' },
  'null for a record': { id: 'bad', row: null, keys: {} },
  'a string for a record': { id: 'bad', row: 'x', keys: {} },
  'an empty record': { id: 'bad', row: {}, keys: { tenant: '' } },
  'fields of other kinds': {
    id: 'bad',
    row: { id: 'bad', productId: 7, participant: 'x', status: {}, history: 'x', version: 'x', certificationIds: 3 },
    keys: { tenant: '' },
  },
};

for (const [what, row] of Object.entries(ROWS)) {
  describe(`A row with ${what}`, () => {
    it('is answered by every read with a record or an error of the kit, never with a raw exception', async () => {
      await backend.listProducts().catch(() => undefined);
      for (const store of ['enrollments', 'products', 'certificates', 'certifications']) await tamper(store, row);
      const reads: readonly (() => Promise<unknown>)[] = [
        () => backend.getEnrollment('bad'),
        () => backend.getProduct('bad'),
        () => backend.listEnrollments(),
        () => backend.listProducts(),
        () => backend.listCertificates(),
        () => backend.listCertifications(),
        () => backend.changeStatus('bad', 'no-show'),
      ];
      for (const read of reads) {
        const error: unknown = await read().then(
          () => undefined,
          (thrown: unknown) => thrown,
        );
        if (error !== undefined) expect(error).to.have.property('code').that.is.a('string');
      }
    });

    it('is a sentence in every element', async () => {
      await backend.listProducts().catch(() => undefined);
      for (const store of ['enrollments', 'products', 'certificates', 'certifications']) await tamper(store, row);
      const page = await fixture<HTMLElement>(html`
        <div lang="nl">
          <enrollment-status enrollment-id="bad" .backend=${backend}></enrollment-status>
          <certificate-upload enrollment-id="bad" .backend=${backend}></certificate-upload>
          <price-breakdown product-id="bad" .backend=${backend}></price-breakdown>
        </div>
      `);
      await waitUntil(() => [...page.children].every((element) => !element.matches(':state(loading)')));
      await settle();
      expect(errors).to.deep.equal([]);
      for (const element of page.children) {
        expect(element.shadowRoot!.textContent).to.not.match(/undefined|NaN|\[object|TypeError|Error:/);
      }
    });
  });
}

describe('A message of another script on the channel of the tabs', () => {
  it('is ignored when it tells no change', async () => {
    const heard: unknown[] = [];
    backend.subscribe((change) => heard.push(change));
    const page = await fixture<HTMLElement>(html`
      <div lang="nl"><enrollment-status enrollment-id="e1" .backend=${backend}></enrollment-status></div>
    `);
    await settle();
    const channel = new BroadcastChannel(`enrollkit:${name}`);
    for (const message of [null, 'x', 7, [], {}, { kind: 'enrollment' }, { kind: 5, id: {} }, { id: 'e1' }]) {
      channel.postMessage(message);
    }
    channel.postMessage({ kind: 'enrollment', id: 'e1' });
    await waitUntil(() => heard.length > 0);
    channel.close();
    expect(heard).to.deep.equal([{ kind: 'enrollment', id: 'e1' }]);
    expect(errors).to.deep.equal([]);
    page.remove();
  });
});
