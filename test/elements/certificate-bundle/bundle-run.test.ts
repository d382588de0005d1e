import { expect } from '@open-wc/testing';
import { BundleRun } from '../../../packages/elements/src/certificate-bundle/bundle-run.js';
import type { BundleRecord } from '../../../packages/elements/src/certificate-bundle/read-roster.js';
import { KeptBundle } from '../../../packages/elements/src/certificate-bundle/sending/kept-bundle.js';
import { BundleHost, realReader } from './bundle-host.js';
import { textPdf } from './made-files.js';

describe('a bundle that was begun before the page was loaded anew', () => {
  it('goes on where it was, also when the participants come after the files', async () => {
    const host = new BundleHost('Anna Smit', 'Fatma Öztürk');
    const kept = new KeptBundle(host.id);
    const [anna, fatma] = ['Anna Smit', 'Fatma Öztürk'].map((name) => ({
      id: name,
      path: `${name}.pdf`,
      file: textPdf(`${name}.pdf`),
    }));
    await kept.put({ ...anna!, state: 'sent', certificateId: 'c1' }, { ...fatma!, state: 'ready' });

    const shown: { record?: BundleRecord } = {};
    const nothing = (): void => undefined;
    const run = new BundleRun(
      {
        backend: () => host.backend(),
        record: () => shown.record,
        limits: () => ({ accept: ['application/pdf'], maxSizeBytes: 10_000_000, invalid: [] }),
        reader: realReader,
        onChange: nothing,
        onMatched: nothing,
        onReviewLost: nothing,
        onOutcome: nothing,
        onRest: nothing,
        onTurn: nothing,
        now: () => '2026-12-08T18:00:00.000Z',
      },
      host.id,
    );
    // Only the files are there.
    await run.rematch();
    expect(run.items).to.have.lengthOf(2);
    expect(run.phase).to.equal('choosing');

    shown.record = host.record();
    await run.rematch();
    expect(run.phase).to.equal('paused');
    expect(run.sendable.map(({ item }) => item.path)).to.deep.equal(['Fatma Öztürk.pdf']);
    await run.forget();
  });
});
