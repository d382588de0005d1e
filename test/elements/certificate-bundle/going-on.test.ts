import type { Certificate, CertificateDraft, ChangeListener } from '@enrollkit/core';
import type { BundleDoneDetail, CertificateBundle } from '@enrollkit/elements';
import { expect } from '@open-wc/testing';
import { isSaid } from '../said.js';
import {
  all,
  BundleHost,
  button,
  choose,
  complete,
  failed,
  idle,
  one,
  open,
  press,
  rows,
  shown,
  tabs,
  textOf,
  until,
} from './bundle-host.js';
import { textPdf } from './made-files.js';
import { expectAccessibleInOneEngine, itInOneEngine } from '../../support/one-engine.js';

const NAMES = ['Anna Smit', 'Fatma Öztürk', 'Jan Jansen', 'Lars de Boer', 'Noor el Khatib', 'Zoë Blom'];
/** No two of them share a name. */
const MANY = Array.from({ length: 50 }, (_, at) => `Anna Smit${'abcdefghij'[at % 10]}${'klmno'[Math.floor(at / 10)]}`);
const filesFor = (names: readonly string[]): File[] => names.map((name) => textPdf(`${name}.pdf`));

/** As the backend lists what it stored. */
async function certificateOf(host: BundleHost, { file, enrollmentId }: CertificateDraft): Promise<Certificate> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await (file as File).arrayBuffer()));
  const sha256 = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
  const stored = [...host.stored.values()].find((each) => each.enrollmentId === enrollmentId)!;
  return { ...stored, file: { ...stored.file, sha256 } };
}

/** A bundle whose connection went away while it was sent. */
async function cutOff(): Promise<{ readonly host: BundleHost; readonly element: CertificateBundle }> {
  const host = new BundleHost(...NAMES);
  host.failures = [undefined, failed('offline'), failed('offline')];
  const element = await shown(host);
  await choose(element, ...filesFor(NAMES));
  await complete(element);
  await press(element, '6 certificaten uploaden');
  await idle(element);
  await element.updateComplete;
  return { host, element };
}

describe('a bundle while others work', () => {
  it('reads the list again when a crowd of changes is over, and not for each of them', async () => {
    const host = new BundleHost(...NAMES);
    let reads = 0;
    let tell: ChangeListener = () => undefined;
    const plain = host.backend();
    const element = await shown(host, {
      backend: {
        ...plain,
        listEnrollments: (query) => {
          reads += 1;
          return plain.listEnrollments!(query);
        },
        subscribe: (listener) => {
          tell = listener;
          return () => undefined;
        },
      },
    });
    await until(() => reads === 1, 'it has read by itself');
    host.people = [...host.people, host.person('B-20001', 'Bo Laat')];
    for (const { id } of [...host.people, ...host.people, ...host.people]) {
      tell({ kind: 'enrollment', id });
      // Each comes in a message of its own, and is seen to.
      await new Promise((resolve) => setTimeout(resolve));
      await element.updateComplete;
    }
    await choose(element, ...filesFor(['Bo Laat']));
    await until(() => tabs(element).startsWith('Gevonden 1'), 'the one who came is known');
    expect(reads).to.be.lessThan(host.people.length);
  });
});

describe('sending a bundle', () => {
  it('goes three at a time, and can be paused and gone on with', async () => {
    const host = new BundleHost(...NAMES);
    let openGate = (): void => undefined;
    host.gate = new Promise((resolve) => (openGate = resolve));
    const element = await shown(host);
    await choose(element, ...filesFor(NAMES));
    await complete(element);
    await press(element, '6 certificaten uploaden');
    await until(() => host.uploads.length === 3, 'it is so');
    expect(element.shadowRoot!.activeElement?.id).to.equal('pause');
    await expectAccessibleInOneEngine(element);
    await press(element, 'Pauzeren');
    openGate();
    await idle(element);
    await element.updateComplete;
    expect(host.uploads).to.have.lengthOf(3);
    expect(textOf(one(element, '#outcome'))).to.equal(
      '3 van 6 geüpload. De rest staat nog in deze browser. Je kunt verdergaan.',
    );
    await press(element, 'Verdergaan met 3 certificaten');
    await idle(element);
    expect([host.uploads.length, host.most]).to.deep.equal([6, 3]);
  });

  it('goes in bundles to a backend that takes them, with an answer for each file', async () => {
    const host = new BundleHost(...MANY);
    host.takesMany = true;
    const there = { ...failed('duplicate'), current: { id: 'c-old' } };
    host.failures = [undefined, there, failed('invalid')];
    let openGate = (): void => undefined;
    host.gate = new Promise((resolve) => (openGate = resolve));
    const element = await shown(host);
    await choose(element, ...filesFor(MANY));
    await complete(element);
    await press(element, '50 certificaten uploaden');
    await until(() => host.uploads.length === 40, 'two bundles are under way');
    await press(element, 'Pauzeren');
    openGate();
    await idle(element);
    await element.updateComplete;
    expect(textOf(one(element, '#outcome'))).to.contain('39 van 50');
    await press(element, 'Verdergaan met 11 certificaten');
    await idle(element);
    expect([host.calls, host.stored.size]).to.deep.equal([[20, 20, 11], 49]);
  });

  it('shows what has gone of a bundle that isn’t answered yet: on a slow line that takes minutes', async () => {
    const host = new BundleHost(...NAMES);
    let goes: (share: number) => void = () => undefined;
    let answer = (): void => undefined;
    host.takesMany = true;
    host.gate = new Promise((resolve) => (answer = resolve));
    const plain = host.backend();
    const element = await shown(host, {
      backend: {
        ...plain,
        uploadCertificates: (uploads, options) => {
          goes = (share) => options?.onProgress?.({ sentBytes: share * 1000, totalBytes: 1000 });
          return plain.uploadCertificates!(uploads, options);
        },
      },
    });
    await choose(element, ...filesFor(NAMES));
    await complete(element);
    await press(element, '6 certificaten uploaden');
    await until(() => host.calls.length === 1, 'it is under way');
    goes(0.5);
    await element.updateComplete;
    expect(one<HTMLProgressElement>(element, 'progress').value).to.equal(3);
    // Nothing of it is said to be uploaded.
    expect(textOf(one(element, '.sending'))).to.equal('0 van 6');
    answer();
    await idle(element);
    expect(textOf(one(element, '#outcome'))).to.equal('6 certificaten geüpload.');
  });

  it('goes on by itself when the browser is online again', async () => {
    const { host, element } = await cutOff();
    expect(textOf(one(element, '[part="bar"]'))).to.contain('Er is geen internetverbinding.');
    window.dispatchEvent(new Event('online'));
    await until(() => host.stored.size === 6, 'all are there');
    await idle(element);
    await element.updateComplete;
    expect(textOf(one(element, '[part="bar"]'))).to.contain('6 certificaten geüpload.');
  });

  it('goes one by one with the same keys when a bundle is refused as a whole', async () => {
    const host = new BundleHost(...NAMES);
    host.takesMany = 5;
    const element = await shown(host);
    await choose(element, ...filesFor(NAMES));
    await complete(element);
    await press(element, '6 certificaten uploaden');
    await idle(element);
    expect([host.calls, host.most, host.stored.size]).to.deep.equal([[6], 3, 6]);
    expect(new Set(host.uploads.map(({ key }) => key)).size).to.equal(6);
  });

  it('waits for a person when there is no connection, instead of failing all', async () => {
    const { host, element } = await cutOff();
    expect(textOf(one(element, '[part~="problem"]'))).to.contain('geen internetverbinding');
    expect(host.stored).to.have.lengthOf.below(6);
    one(element, '#send').click();
    await element.updateComplete;
    await idle(element);
    expect(host.stored).to.have.lengthOf(6);
    expect(textOf(one(element, '#outcome'))).to.equal('6 certificaten geüpload.');
  });

  it('goes on after the page was closed in the middle, and sends nothing twice', async () => {
    const host = new BundleHost(...NAMES);
    const first = await shown(host);
    await choose(first, ...filesFor(NAMES), textPdf('scan1.pdf'));
    await open(first, 'not-matched');
    await press(first, 'Overslaan: scan1.pdf');
    await complete(first);
    let done = 0;
    first.addEventListener('ek-bundle-progress', () => (host.isLost = (done += 1) === 3));
    await press(first, '6 certificaten uploaden');
    // Three are answered; of the others nobody ever hears.
    await until(() => host.stored.size === 6 && host.isLost, 'it is so');
    first.remove();
    host.isLost = false;

    const element = await shown(host);
    await until(() => tabs(element).startsWith('Gevonden 6'), 'it is so');
    expect(tabs(element)).to.equal('Gevonden 6, Nakijken 0, Niet gevonden 0, Overgeslagen 1');
    expect(one(element, '#valid-from').value).to.equal('2026-12-08');
    await until(() => button(element, 'Verdergaan met 3 certificaten'), 'what was sent is known');
    const goOn = one(element, '#send');
    expect(textOf(one(element, '#outcome'))).to.contain('3 van 6 geüpload.');
    // Whose they are is looked at anew, what was filled in isn't.
    one(element, '#reviewed').click();
    await element.updateComplete;
    goOn.click();
    await element.updateComplete;
    await idle(element);
    await element.updateComplete;
    expect(host.stored).to.have.lengthOf(6);
    expect(new Set(host.uploads.map(({ key }) => key))).to.have.lengthOf(6);
    expect(rows(element).every((row) => row.endsWith('Geüpload'))).to.equal(true);
  });

  it('counts in all it tells what arrived before a reload without the page hearing of it, and what was there before', async () => {
    const host = new BundleHost(...NAMES);
    const first = await shown(host);
    await choose(first, ...filesFor(NAMES));
    await complete(first);
    let done = 0;
    first.addEventListener('ek-bundle-progress', () => (host.isLost = (done += 1) === 3));
    await press(first, '6 certificaten uploaden');
    await until(() => host.stored.size === 6 && host.isLost, 'three are answered, three are on their way');
    first.remove();
    host.isLost = false;
    // The last of them never arrived.
    const [lostKey, lost] = [...host.stored].at(-1)!;
    host.stored.delete(lostKey);
    host.certificates = await Promise.all(
      host.uploads.filter(({ key }) => key !== lostKey).map(({ draft }) => certificateOf(host, draft)),
    );
    const certificateUploadedAt = '2026-12-08T18:00:00.000Z';
    host.people = host.people.map((each) =>
      each.id === lost.enrollmentId ? each : { ...each, certificateUploadedAt },
    );

    const element = await shown(host);
    await until(() => element.shadowRoot!.querySelector('#outcome'), 'what was begun is known');
    expect(textOf(one(element, '#outcome'))).to.equal(
      '5 van 6 geüpload. De rest staat nog in deze browser. Je kunt verdergaan.',
    );
    // One of them given once more, from another place.
    const again = host.uploads.find(({ key }) => key !== lostKey)!.draft.file as File;
    await choose(element, new File([again], again.name.toUpperCase()));
    one(element, '#reviewed').click();
    await element.updateComplete;
    const told = new Promise<BundleDoneDetail>((resolve) =>
      element.addEventListener('ek-bundle-done', ({ detail }) => resolve(detail)),
    );
    one(element, '#send').click();
    const { outcomes } = await told;
    expect(outcomes.map(({ path }) => path).toSorted()).to.deep.equal(
      [...NAMES.map((name) => `${name}.pdf`), again.name.toUpperCase()].toSorted(),
    );
    expect(outcomes.map(({ state }) => state).toSorted()).to.deep.equal([
      ...Array<string>(4).fill('sent'),
      ...Array<string>(3).fill('there'),
    ]);
    expect(outcomes.every(({ certificateId }) => certificateId !== undefined)).to.equal(true);
    await element.updateComplete;
    expect(textOf(one(element, '#outcome'))).to.equal('4 certificaten geüpload, 3 waren er al.');
    expect(host.uploads.filter(({ key }) => key === lostKey)).to.have.lengthOf(2);
    expect(host.uploads).to.have.lengthOf(7);
  });

  it('tells of no end and no pause when it leaves the page while nothing is being sent', async () => {
    const host = new BundleHost(...NAMES);
    const element = await shown(host);
    const page = element.parentElement!;
    let ended = 0;
    element.addEventListener('ek-bundle-done', () => (ended += 1));
    const leave = async () => {
      element.remove();
      // Whether it only moves is known when the next task begins.
      await new Promise((resolve) => setTimeout(resolve));
      await new Promise((resolve) => setTimeout(resolve));
      page.append(element);
    };
    await leave();
    await until(() => all(element, '#files').length === 1, 'it is there again');
    await choose(element, ...filesFor(NAMES));
    await leave();
    await until(() => Boolean(button(element, '6 certificaten uploaden')), 'it offers to begin, not to go on');
    expect(ended).to.equal(0);
  });

  it('forgets every file when a person says so', async () => {
    const host = new BundleHost(...NAMES);
    const element = await shown(host);
    await choose(element, ...filesFor(NAMES));
    await press(element, 'Alles wissen');
    await expectAccessibleInOneEngine(element);
    one(element, '#forget').click();
    await isSaid('Alle bestanden zijn gewist.');
    expect(rows(element)).to.have.lengthOf(0);
    element.remove();
    const again = await shown(host);
    // The database is read before anything can be added to it.
    await choose(again, textPdf('scan1.pdf'));
    expect(tabs(again)).to.equal('Gevonden 0, Nakijken 0, Niet gevonden 1, Overgeslagen 0');
    expect(button(again, 'Alles wissen')).to.not.equal(undefined);
  });

  itInOneEngine('takes three hundred files, and gives each to its owner', async () => {
    const people = Array.from(
      { length: 300 },
      (_, at) => `Deelnemer${String.fromCharCode(97 + (at % 26), 97 + Math.floor(at / 26))} Achternaam${at}`,
    );
    const host = new BundleHost(...people);
    const element = await shown(host);
    await choose(element, ...Array.from({ length: 300 }, (_, at) => textPdf(`certificaat B-${10_001 + at}.pdf`)));
    expect(tabs(element)).to.equal('Gevonden 300, Nakijken 0, Niet gevonden 0, Overgeslagen 0');
    await complete(element);
    await press(element, '300 certificaten uploaden');
    await idle(element);
    expect(host.uploads.every(({ draft }) => draft.file.name === `certificaat ${draft.enrollmentId}.pdf`)).to.equal(
      true,
    );
    expect([host.stored.size, host.most]).to.deep.equal([300, 3]);
  });
});
