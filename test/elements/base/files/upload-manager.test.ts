import type { Certificate } from '@enrollkit/core';
import { expect } from '@open-wc/testing';
import {
  UploadManager,
  type UploadManagerOptions,
  type UploadRequest,
} from '../../../../packages/elements/src/base/files/upload-manager.js';

const FIELDS = {
  enrollmentId: 'e1',
  certificationId: 'prince2',
  validFrom: '2026-09-12',
  showsResults: false,
};
const stored = { id: 'c1' } as Certificate;
const file = (name: string): File => new File(['%PDF-1.7'], name);
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

interface Sent extends UploadRequest<typeof FIELDS> {
  readonly succeed: () => void;
  readonly fail: (error: unknown) => void;
}

function setUp(options: Partial<UploadManagerOptions<typeof FIELDS, Certificate>> = {}) {
  const sent: Sent[] = [];
  const done: string[] = [];
  const events: string[] = [];
  let ids = 0;
  const manager = new UploadManager<typeof FIELDS, Certificate>({
    newId: () => `id-${++ids}`,
    check: async () => undefined,
    send: (request) => new Promise((resolve, fail) => sent.push({ ...request, succeed: () => resolve(stored), fail })),
    onChange: (item, event) => events.push(`${item.file.name} ${event}`),
    onDone: (item) => done.push(item.file.name),
    ...options,
  });
  const states = () => manager.items.map((item) => `${item.file.name} ${item.state}`);
  return { manager, sent, done, events, states };
}

describe('upload manager', () => {
  it('sends nothing before it is started', async () => {
    const { manager, sent, states } = setUp();
    await manager.add([file('a'), file('b')]);
    await settled();
    expect(states()).to.deep.equal(['a ready', 'b ready']);
    expect(sent).to.have.length(0);
    expect(manager.isRunning).to.equal(false);
  });

  it('sends three at a time, in order, and the next when one is done', async () => {
    const { manager, sent, done, states } = setUp();
    await manager.add(['a', 'b', 'c', 'd', 'e'].map(file));
    manager.start(FIELDS);
    expect(states()).to.deep.equal(['a uploading', 'b uploading', 'c uploading', 'd waiting', 'e waiting']);
    sent[1]!.succeed();
    await settled();
    expect(states()).to.deep.equal(['a uploading', 'c uploading', 'd uploading', 'e waiting']);
    expect(done).to.deep.equal(['b']);
    for (const at of [0, 2, 3]) sent[at]!.succeed();
    await settled();
    sent[4]!.succeed();
    await settled();
    expect(done).to.deep.equal(['b', 'a', 'c', 'd', 'e']);
    expect(manager.isRunning).to.equal(false);
  });

  it('keeps the file until the backend has confirmed it', async () => {
    const { manager, sent } = setUp();
    const held = file('a');
    await manager.add([held]);
    manager.start(FIELDS);
    sent[0]!.fail({ code: 'timeout' });
    await settled();
    expect(manager.items[0]!.file).to.equal(held);
    manager.retry(manager.items[0]!.id, FIELDS);
    expect(sent[1]!.file).to.equal(held);
    sent[1]!.succeed();
    await settled();
    expect(manager.items).to.deep.equal([]);
  });

  it('tries again with the same idempotency key, and with a new one when a field was changed', async () => {
    const { manager, sent } = setUp();
    await manager.add([file('a')]);
    for (const fields of [FIELDS, FIELDS, { ...FIELDS, validFrom: '2026-09-13' }]) {
      manager.start(fields);
      sent.at(-1)!.fail({ code: 'internal' });
      await settled();
    }
    const [first, second, third] = sent.map(({ idempotencyKey }) => idempotencyKey);
    expect(second).to.equal(first);
    expect(third).not.to.equal(first);
  });

  it('gives every file its own idempotency key', async () => {
    const { manager, sent } = setUp();
    await manager.add([file('a'), file('b')]);
    manager.start(FIELDS);
    expect(sent[0]!.idempotencyKey).not.to.equal(sent[1]!.idempotencyKey);
  });

  for (const code of ['offline', 'timeout', 'rate-limited', 'bad-answer', 'internal', 'unauthorized', 'storage-full']) {
    it(`may try again after ${code}, but never does so by itself`, async () => {
      const { manager, sent, states } = setUp();
      await manager.add([file('a')]);
      manager.start(FIELDS);
      sent[0]!.fail({ code });
      await settled();
      expect(states()).to.deep.equal(['a failed']);
      expect(sent).to.have.length(1);
      manager.start(FIELDS);
      expect(sent).to.have.length(2);
    });
  }

  for (const code of ['too-large', 'unsupported-media-type', 'duplicate', 'forbidden', 'not-found']) {
    it(`doesn't try again after ${code}`, async () => {
      const { manager, sent, states } = setUp();
      await manager.add([file('a')]);
      manager.start(FIELDS);
      sent[0]!.fail({ code });
      await settled();
      expect(states()).to.deep.equal(['a refused']);
      manager.start(FIELDS);
      manager.retry(manager.items[0]!.id, FIELDS);
      expect(sent).to.have.length(1);
    });
  }

  it('may try again when a field is wrong, not when the file is', async () => {
    const { manager, sent } = setUp();
    await manager.add([file('a'), file('b')]);
    manager.start(FIELDS);
    const issue = { severity: 'error', params: {} };
    sent[0]!.fail({ code: 'invalid', issues: [{ ...issue, code: 'consent-required', path: 'consentTextVersion' }] });
    sent[1]!.fail({ code: 'invalid', issues: [{ ...issue, code: 'file-encrypted', path: 'file' }] });
    await settled();
    expect(manager.items.map(({ state, problem }) => [state, problem?.code])).to.deep.equal([
      ['failed', 'consent-required'],
      ['refused', 'file-encrypted'],
    ]);
  });

  it('stops one file, keeps it ready and lets the next one go', async () => {
    const { manager, sent, states } = setUp({ concurrency: 1 });
    await manager.add([file('a'), file('b')]);
    manager.start(FIELDS);
    manager.stop(manager.items[0]!.id);
    expect(sent[0]!.signal.aborted).to.equal(true);
    expect(states()).to.deep.equal(['a ready', 'b uploading']);
    sent[0]!.fail(new DOMException('stopped', 'AbortError'));
    await settled();
    expect(states()).to.deep.equal(['a ready', 'b uploading']);
  });

  it('ignores progress that arrives after stopping', async () => {
    const { manager, sent } = setUp();
    await manager.add([file('a')]);
    manager.start(FIELDS);
    manager.stop(manager.items[0]!.id);
    sent[0]!.onProgress(4);
    expect(manager.items[0]).to.include({ state: 'ready', sentBytes: 0 });
  });

  it('takes the backend at its word when it was stopped too late', async () => {
    const { manager, sent, done } = setUp();
    await manager.add([file('a')]);
    manager.start(FIELDS);
    manager.stop(manager.items[0]!.id);
    sent[0]!.succeed();
    await settled();
    expect(done).to.deep.equal(['a']);
    expect(manager.items).to.deep.equal([]);
  });

  it('stops what it takes off the list', async () => {
    const { manager, sent, events } = setUp();
    await manager.add([file('a')]);
    manager.start(FIELDS);
    manager.remove(manager.items[0]!.id);
    expect(sent[0]!.signal.aborted).to.equal(true);
    expect(manager.items).to.deep.equal([]);
    expect(events.at(-1)).to.equal('a removed');
  });

  it('refuses what the check refuses, and forgets what was taken off meanwhile', async () => {
    const { manager, states } = setUp({
      check: async ({ name }) => (name === 'bad' ? { code: 'file-empty', params: {} } : undefined),
    });
    const adding = manager.add([file('bad'), file('good'), file('gone')]);
    manager.remove(manager.items[2]!.id);
    await adding;
    expect(states()).to.deep.equal(['bad refused', 'good ready']);
  });

  it('shows each check what came before it', async () => {
    const seen: string[][] = [];
    const { manager } = setUp({
      check: async (_, others) => {
        seen.push(others.map(({ file }) => file.name));
        return undefined;
      },
    });
    await manager.add([file('a'), file('b')]);
    expect(seen).to.deep.equal([[], ['a']]);
  });

  it('treats an unknown error as one that may pass', async () => {
    const { manager, sent } = setUp();
    await manager.add([file('a')]);
    manager.start(FIELDS);
    sent[0]!.fail(new TypeError('Failed to fetch'));
    await settled();
    expect(manager.items[0]).to.include({ state: 'failed' });
    expect(manager.items[0]!.problem!.code).to.equal('internal');
  });
});
