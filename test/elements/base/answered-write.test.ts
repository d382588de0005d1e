import type { HostBackend } from '@enrollkit/elements';
import { EnrollkitElement } from '../../../packages/elements/src/base/enrollkit-element.js';
import { RecordController } from '../../../packages/elements/src/base/reading/record-controller.js';
import { expect, fixture, html } from '@open-wc/testing';

interface Shown {
  readonly version: number;
}

/** A backend that answers when the test says so, and doesn't stop a read that nobody waits for any more. */
class SlowHost {
  readonly answers: ((record: Shown) => void)[] = [];
  readonly backend = {
    getEnrollment: () => new Promise<Shown>((resolve) => this.answers.push(resolve)),
  } as unknown as HostBackend;
}

/** The least that an element with a record is: it keeps every version that it has drawn. */
class VersionElement extends EnrollkitElement {
  readonly drawn: (number | undefined)[] = [];
  readonly record = new RecordController<'getEnrollment', Shown>(this, {
    id: () => 'e1',
    attribute: 'id',
    needs: ['getEnrollment'],
    read: async (backend, id, options) => backend.getEnrollment(id, options),
    concerns: () => true,
  });

  get version(): number | undefined {
    const { state } = this.record;
    return state.kind === 'ready' ? state.record.version : undefined;
  }

  override render(): undefined {
    this.drawn.push(this.version);
  }
}
customElements.define('version-element', VersionElement);

const everything = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** An element that shows version 1 and has begun to read it again. */
async function readingAgain(host: SlowHost): Promise<VersionElement> {
  const element = await fixture<VersionElement>(html`<version-element .backend=${host.backend}></version-element>`);
  host.answers[0]!({ version: 1 });
  await everything();
  element.record.reload();
  await everything();
  expect([element.version, host.answers.length]).to.deep.equal([1, 2]);
  return element;
}

describe('The answer of a write', () => {
  // An answer takes a few turns of the queue before it is kept; the write may be answered at any of these.
  for (let turns = 0; turns < 12; turns += 1) {
    it(`is not replaced by an older read that was answered ${turns} turns before it`, async () => {
      const host = new SlowHost();
      const element = await readingAgain(host);
      host.answers[1]!({ version: 1 });
      for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
      element.drawn.length = 0;
      element.record.accept({ version: 2 });
      for (let turn = 0; turn < 24; turn += 1) {
        expect(element.version).to.equal(2);
        await Promise.resolve();
      }
      await everything();
      expect(element.drawn).not.to.include(1);
    });
  }

  it('is not replaced by an older read that is answered after it, and gives way to a read that began after it', async () => {
    const host = new SlowHost();
    const element = await readingAgain(host);
    element.record.accept({ version: 2 });
    host.answers[1]!({ version: 1 });
    await everything();
    expect([element.version, host.answers.length]).to.deep.equal([2, 3]);
    host.answers[2]!({ version: 3 });
    await everything();
    expect(element.version).to.equal(3);
  });

  it('is not replaced by a read that another element began before it, nor is that one waited for', async () => {
    const host = new SlowHost();
    const element = await readingAgain(host);
    const other = await fixture<VersionElement>(html`<version-element .backend=${host.backend}></version-element>`);
    await everything();
    element.record.accept({ version: 2 });
    await everything();
    // Both waited for the same read; the one that has accepted asks anew.
    expect(host.answers).to.have.length(3);
    host.answers[1]!({ version: 1 });
    await everything();
    expect([element.version, other.version]).to.deep.equal([2, 1]);
    host.answers[2]!({ version: 2 });
    await everything();
    expect(element.version).to.equal(2);
  });
});
