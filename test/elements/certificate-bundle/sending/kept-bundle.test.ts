import { expect } from '@open-wc/testing';
import type { BundleItem } from '../../../../packages/elements/src/certificate-bundle/bundle-item.js';
import { KeptBundle } from '../../../../packages/elements/src/certificate-bundle/sending/kept-bundle.js';
import {
  openKeptDatabase,
  requested,
  STORES,
  written,
} from '../../../../packages/elements/src/certificate-bundle/sending/kept-database.js';
import { textPdf } from '../made-files.js';

const NAMES = ['Anna', 'Fatma', 'Jan', 'Lars', 'Noor', 'Zoë'];

const itemOf = (name: string): BundleItem => ({ id: name, path: name, file: textPdf(`${name}.pdf`), state: 'ready' });
const sent = ({ file, ...item }: BundleItem): BundleItem => ({ ...item, state: 'sent', file: new File([], file.name) });

describe('what is kept of a bundle', () => {
  it('is every file, while another tab sends them and takes out their bytes', async () => {
    const bundle = `kept-${Date.now()}`;
    const items = NAMES.map(itemOf);
    await new KeptBundle(bundle).put(...items);

    let isOver = false;
    const sending = otherTab(bundle, () => isOver);
    const seen: string[] = [];
    for (let turn = 0; turn < 40; turn++) {
      const { items: found } = await new KeptBundle(bundle).load();
      const broken = found.filter(({ state, file }) => (state === 'ready') !== file.size > 0);
      seen.push(`${found.length} files, ${broken.length} of them broken`);
    }
    isOver = true;
    await sending;
    expect(new Set(seen)).to.deep.equal(new Set(['6 files, 0 of them broken']));
  });

  it('is what the element before it wrote last, in one that takes its place at once', async () => {
    const bundle = `kept-again-${Date.now()}`;
    const items = NAMES.map(itemOf);
    const first = new KeptBundle(bundle);
    void first.put(...items);
    for (const item of items) void first.put(sent(item));
    const { items: found } = await new KeptBundle(bundle).load();
    expect(found.map(({ state }) => state)).to.deep.equal(NAMES.map(() => 'sent'));
  });

  it('is never bytes alone, which nobody would remove: where there is no room for the rest, there is none for them', async () => {
    const bundle = `kept-whole-${Date.now()}`;
    const kept = new KeptBundle(bundle);
    await kept.put(itemOf('Anna'));
    // No database takes a function.
    await kept.put({ ...itemOf('Fatma'), own: { validFrom: (() => undefined) as unknown as string } });
    expect(kept.isKept).to.equal(false);
    const database = await openKeptDatabase({ onClose: () => undefined });
    const keys = await requested(database.transaction(STORES.files).objectStore(STORES.files).getAllKeys());
    expect(keys.filter((key) => (key as string[])[0] === bundle)).to.deep.equal([[bundle, 'Anna']]);
    database.close();
  });

  it('is nothing where the database does not answer, and says so', async () => {
    const release = await lock();
    const kept = new KeptBundle('kept-never', { patienceMs: 500 });
    expect(await kept.load()).to.deep.equal({ items: [], fields: undefined });
    await kept.put(itemOf('Anna'));
    expect(kept.isKept).to.equal(false);
    release();
  });
});

/** Keeps a transaction going, so that nobody else's begins. */
async function lock(): Promise<() => void> {
  const database = await openKeptDatabase({ onClose: () => undefined });
  const store = database.transaction(Object.values(STORES), 'readwrite').objectStore(STORES.items);
  let isHeld = true;
  const hold = (): void => {
    if (isHeld) store.count().addEventListener('success', hold);
  };
  hold();
  return () => (isHeld = false);
}

/** Says of one file after the other that it is sent, and then that it isn't, with a connection of its own. */
async function otherTab(bundle: string, isOver: () => boolean): Promise<void> {
  const database = await openKeptDatabase({ onClose: () => undefined });
  for (let at = 0; !isOver(); at = (at + 1) % NAMES.length) {
    const { file, ...item } = itemOf(NAMES[at]!);
    const bytes = await file.arrayBuffer();
    for (const state of ['sent', 'ready'] as const) {
      await written(database, [STORES.items, STORES.files], (transaction) => {
        const kept = { bundle, id: item.id, keptAt: Date.now(), name: file.name, item: { ...item, state } };
        transaction.objectStore(STORES.items).put(kept);
        const files = transaction.objectStore(STORES.files);
        if (state === 'sent') files.delete([bundle, item.id]);
        else files.put(bytes, [bundle, item.id]);
      });
    }
  }
  database.close();
}
