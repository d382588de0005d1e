import { expect } from '@open-wc/testing';
import { FileMatching } from '../../../../packages/elements/src/certificate-bundle/intake/file-matching.js';
import { ItemList } from '../../../../packages/elements/src/certificate-bundle/item-list.js';
import { KeptBundle } from '../../../../packages/elements/src/certificate-bundle/sending/kept-bundle.js';
import { waitUntil } from '../../../support/wait-until.js';
import { BundleHost } from '../bundle-host.js';
import { textPdf } from '../made-files.js';

describe('whose the files of a bundle are', () => {
  it('is known of every file when it is said to be, although the participants came anew meanwhile', async () => {
    const host = new BundleHost('Anna Smit', 'Fatma Öztürk');
    const kept = new KeptBundle(host.id);
    const items = new ItemList(kept, { onChange: () => undefined, mayKeep: () => true });
    let open!: () => void;
    const gate = new Promise<void>((resolve) => (open = resolve));
    const readText = async (): Promise<string[]> => {
      await gate;
      return ['Certificaat voor Fatma Öztürk'];
    };
    const record = host.record();
    const matching = new FileMatching(items, {
      record: () => record,
      limits: () => ({ accept: ['application/pdf'], maxSizeBytes: 10_000_000, invalid: [] }),
      reader: () => ({ readText }),
    });
    items.add({ id: 'a', path: 'scan1.pdf', file: textPdf('scan1.pdf'), state: 'ready' });
    void matching.rematch();
    await waitUntil(() => items.all[0]?.state === 'reading', 'the text is read');

    const states = matching
      .take({ files: [textPdf('anna smit.pdf')], folders: [] })
      .then(() => items.all.map(({ state, match }) => `${state} ${match?.kind}`));
    await waitUntil(() => items.all.length === 2 && items.all[1]?.state !== 'checking', 'the bytes are looked at');
    // Whatever was to be kept before is.
    for (let turn = 0; turn < 3; turn++) await kept.put();
    open();
    expect(await states).to.deep.equal(['ready matched', 'ready matched']);
  });
});
