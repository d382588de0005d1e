import { openIndexedDbStore, type Migration } from '@enrollkit/adapters/indexeddb';
import { createBackend } from '@enrollkit/core';
import { expect } from '@open-wc/testing';
import { openDB, type IDBPDatabase } from 'idb';
import { MIGRATIONS } from '../../../packages/adapters/src/indexeddb/migrations.js';
import { expectRejection } from '../../contract/assertions.js';
import { newEnrollment, newProduct } from '../../contract/records.js';
import { PROVIDER } from '../../contract/world.js';
import { deleteDatabase, openDatabase } from './raw-database.js';
import { freshName } from './worlds.js';

const addNotes: Migration = (database) => void database.createObjectStore('notes');

describe('Schema versions in IndexedDB', () => {
  let name: string;
  const opened: { close(): void }[] = [];

  beforeEach(() => {
    name = freshName();
  });

  afterEach(async () => {
    for (const connection of opened.splice(0)) connection.close();
    await deleteDatabase(name);
  });

  function open(migrations: readonly Migration[], blockedTimeoutMs = 60_000) {
    const { store, files, close } = openIndexedDbStore({ name, migrations, blockedTimeoutMs });
    opened.push({ close });
    let count = 0;
    return createBackend({
      store,
      files,
      actor: PROVIDER,
      clock: () => '2026-08-20T10:00:00.000Z',
      ids: () => `id-${(count += 1)}`,
    });
  }

  it('keeps the data of a database that was made by an earlier version', async () => {
    const before = open(MIGRATIONS);
    const enrollment = await before.createEnrollment(newEnrollment());
    opened.pop()?.close();

    const steps: string[] = [];
    const moveOn: Migration = async (_database, transaction) => {
      const row = (await transaction.objectStore('enrollments').get(enrollment.id)) as { row: { id: string } };
      steps.push(row.row.id);
    };
    const after = open([...MIGRATIONS, addNotes, moveOn]);
    expect(await after.getEnrollment(enrollment.id)).to.deep.equal(enrollment);
    expect(steps, 'a step can read what is there').to.deep.equal([enrollment.id]);
    expect(await storesOf(name)).to.include('notes');
  });

  it('takes over the products of a database from before there were imports', async () => {
    const old = await openDatabaseAt(name, MIGRATIONS.slice(0, 2));
    const row = { ...newProduct('itil'), state: 'active', certificationIds: ['c1'], version: 3 };
    await old.put('products', { id: 'itil', row, keys: { tenant: '', state: 'active' } });
    old.close();

    const backend = open(MIGRATIONS);
    const product = { ...row, startStates: [] };
    expect(await backend.getProduct('itil')).to.deep.equal({ ...product, allowed: ['enrollment.create'] });
    expect((await backend.listProducts({ state: 'active', afterId: 'a' })).items).to.deep.equal([product]);
    expect((await backend.removeProduct('itil')).version).to.equal(4);
    expect((await backend.listImports()).total).to.equal(0);
  });

  it('takes each step once, in order, also from nothing', async () => {
    const steps: number[] = [];
    const step =
      (number: number): Migration =>
      () =>
        void steps.push(number);
    await open([...MIGRATIONS, step(2)]).listEnrollments();
    opened.pop()?.close();
    await open([...MIGRATIONS, step(2), step(3), step(4)]).listEnrollments();
    expect(steps).to.deep.equal([2, 3, 4]);
  });

  it('lets an old tab go of the database so that a new one can upgrade it', async () => {
    const old = open(MIGRATIONS);
    const enrollment = await old.createEnrollment(newEnrollment());
    const newer = open([...MIGRATIONS, addNotes]);
    expect(await newer.getEnrollment(enrollment.id)).to.deep.equal(enrollment);
    const refused = await expectRejection(old.listEnrollments(), 'storage-unavailable');
    expect(refused.message).to.contain('newer version');
  });

  it('says so when another tab does not let go', async () => {
    await open(MIGRATIONS).listEnrollments();
    // Somebody else's connection, which takes no notice of the request to close.
    const stubborn = await openDatabase(name);
    const blocked = open([...MIGRATIONS, addNotes], 1);
    const refused = await expectRejection(blocked.listEnrollments(), 'storage-unavailable');
    expect(refused.message).to.contain('Another tab');
    stubborn.close();
    expect((await blocked.listEnrollments()).total, 'works as soon as it has gone').to.equal(0);
  });

  it('leaves a database as it was when a step fails', async () => {
    const enrollment = await open(MIGRATIONS).createEnrollment(newEnrollment());
    opened.pop()?.close();
    const fail: Migration = () => Promise.reject(new Error('planted'));
    const refused = await expectRejection(open([...MIGRATIONS, addNotes, fail]).listEnrollments(), 'internal');
    expect((refused.cause as Error).message).to.equal('planted');
    expect(await open(MIGRATIONS).getEnrollment(enrollment.id)).to.deep.equal(enrollment);
    expect(await storesOf(name)).not.to.include('notes');
  });
});

/** The database as an earlier version of the kit left it. */
function openDatabaseAt(name: string, migrations: readonly Migration[]): Promise<IDBPDatabase> {
  return openDB(name, migrations.length, {
    upgrade(database, _from, _to, transaction) {
      // These only make what there is: nothing to wait for.
      for (const migration of migrations) void migration(database, transaction);
    },
  });
}

async function storesOf(name: string): Promise<string[]> {
  const database = await openDatabase(name);
  const names = [...database.objectStoreNames];
  database.close();
  return names;
}
