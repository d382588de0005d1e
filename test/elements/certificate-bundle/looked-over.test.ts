import type { Enrollment } from '@enrollkit/core';
import type { CertificateBundle } from '@enrollkit/elements';
import { expect } from '@open-wc/testing';
import { isSaid, said } from '../said.js';
import {
  all,
  BundleHost,
  button,
  choose,
  complete,
  idle,
  one,
  open,
  press,
  rows,
  sentElsewhere,
  shown,
  until,
} from './bundle-host.js';
import { textPdf } from './made-files.js';

const NAMES = ['Anna Smit', 'Fatma Öztürk', 'Jan Jansen'];
const AGAIN =
  'De lijst is gewijzigd sinds je die hebt nagekeken. Kijk de gemarkeerde certificaten na en vink dit opnieuw aan.';
const CHANGED = 'Nieuw of gewijzigd sinds je de lijst hebt nagekeken.';
const filesFor = (names: readonly string[]): File[] => names.map((name) => textPdf(`${name}.pdf`));
const isTicked = (element: CertificateBundle): boolean => one(element, '#reviewed').checked;
const marked = (element: CertificateBundle): string[] => rows(element).filter((row) => row.includes(CHANGED));

/** A backend that answers when the test says so, from its second answer on. */
function late(host: BundleHost) {
  let tell = (): void => undefined;
  let letGo = (): void => undefined;
  let reads = 0;
  const plain = host.backend();
  const backend: typeof plain = {
    ...plain,
    listEnrollments: async (query) => {
      reads += 1;
      if (reads > 1) await new Promise<void>((resolve) => (letGo = resolve));
      return plain.listEnrollments!(query);
    },
    subscribe: (listener) => {
      tell = () => listener({ kind: 'product', id: host.id });
      return () => undefined;
    },
  };
  return { backend, tell: () => tell(), letGo: () => letGo(), reads: () => reads };
}

async function ticked(host: BundleHost, more: Partial<CertificateBundle> = {}): Promise<CertificateBundle> {
  const element = await shown(host, more);
  await choose(element, ...filesFor(NAMES));
  await complete(element);
  return element;
}

/** Reads the participants again, and shows what has become of the list. */
async function reread(element: CertificateBundle, slow: ReturnType<typeof late>): Promise<void> {
  slow.tell();
  await until(() => slow.reads() === 2, 'it reads again');
  expect(isTicked(element), 'while it waits').to.equal(true);
  slow.letGo();
}

describe('having looked a bundle over', () => {
  it('holds when the same is read again, however late it comes', async () => {
    const host = new BundleHost(...NAMES);
    const slow = late(host);
    const element = await ticked(host, { backend: slow.backend });
    host.people = host.people.map(
      (each): Enrollment => ({ ...each, version: each.version + 1, note: 'Belde.' }) as never,
    );
    host.people = [...host.people, host.person('B-20001', 'Bo Laat')];
    await reread(element, slow);
    button(element, 'Wijzigen: Anna Smit.pdf').click();
    await until(
      () => all(element, '[role="option"]').some((each) => each.textContent.includes('Bo Laat')),
      'it is read',
    );
    button(element, 'Sluiten: Anna Smit.pdf').click();
    expect(isTicked(element)).to.equal(true);
    expect(marked(element)).to.have.lengthOf(0);
    await press(element, '3 certificaten uploaden');
    await idle(element);
    expect(host.stored.size).to.equal(3);
  });

  it('is to be done again where somebody is called otherwise now, and the row says so', async () => {
    const host = new BundleHost(...NAMES);
    const slow = late(host);
    const element = await ticked(host, { backend: slow.backend });
    await open(element, 'matched');
    host.people = host.people.map((each) =>
      each.id === 'B-10001' ? { ...each, participant: { ...each.participant, name: 'Anna Smit-Bakker' } } : each,
    );
    await reread(element, slow);
    await until(() => !isTicked(element), 'it holds no longer');
    await until(() => marked(element).length === 1, 'that row says so');
    expect(marked(element)[0]).to.contain('Anna Smit-Bakker');
    await isSaid(AGAIN);
  });

  it('is to be done again when files are added, and then each of those says so, once to who listens', async () => {
    const host = new BundleHost(...NAMES, 'Bo Laat');
    const element = await ticked(host);
    await choose(element, ...filesFor(['Bo Laat']));
    await open(element, 'matched');
    await until(() => marked(element).length === 1, 'the new one says so');
    expect(marked(element)[0]).to.contain('Bo Laat');
    expect(isTicked(element)).to.equal(false);
    expect(one(element, '#reviewed-error').textContent.trim()).to.equal(AGAIN);
    await isSaid(AGAIN);
    one(element, '#valid-from').dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    await element.updateComplete;
    expect(marked(element), 'filling in something else says nothing of it').to.have.lengthOf(1);
    await press(element, '4 certificaten uploaden');
    expect(element.shadowRoot!.activeElement?.id).to.equal('reviewed');
    expect(host.uploads).to.have.lengthOf(0);
    one(element, '#reviewed').click();
    await element.updateComplete;
    expect(marked(element)).to.have.lengthOf(0);
    await press(element, '4 certificaten uploaden');
    await idle(element);
    expect(host.stored.size).to.equal(4);
    expect(said().filter((sentence) => sentence === AGAIN)).to.have.lengthOf(1);
  });

  it('holds through what a person does about a row', async () => {
    const host = new BundleHost(...NAMES);
    const element = await ticked(host);
    await open(element, 'matched');
    await press(element, 'Overslaan: Jan Jansen.pdf');
    await open(element, 'left-out');
    await press(element, 'Toch meenemen: Jan Jansen.pdf');
    expect(isTicked(element)).to.equal(true);
    expect(button(element, '3 certificaten uploaden')).to.not.equal(undefined);
  });

  it('holds when another window turns out to send, which is known late, and so does what is decided meanwhile', async () => {
    const host = new BundleHost(...NAMES);
    const left = await ticked(host);
    left.remove();
    const elsewhere = await sentElsewhere(host);
    let answer = (): void => undefined;
    const mayAnswer = new Promise<void>((resolve) => (answer = resolve));
    const query = navigator.locks.query.bind(navigator.locks);
    navigator.locks.query = () => mayAnswer.then(query);
    try {
      const element = await shown(host);
      await until(() => button(element, '3 certificaten uploaden'), 'what was kept is there');
      one(element, '#reviewed').click();
      await element.updateComplete;
      expect(isTicked(element)).to.equal(true);
      answer();
      await until(() => all(element, '#elsewhere').length === 1, 'it is sent elsewhere');
      await press(element, 'Overslaan: Jan Jansen.pdf');
      elsewhere.remove();
      await until(() => button(element, '2 certificaten uploaden'), 'it is free, and what was left out still is');
      expect(isTicked(element)).to.equal(true);
      element.remove();
      const after = await shown(host);
      await until(() => button(after, '2 certificaten uploaden'), 'that is kept too');
    } finally {
      navigator.locks.query = query;
      elsewhere.remove();
    }
  });
});
