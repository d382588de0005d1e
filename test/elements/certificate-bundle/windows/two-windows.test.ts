import { expect } from '@open-wc/testing';
import type { CertificateBundle } from '@enrollkit/elements';
import { WindowLock } from '../../../../packages/elements/src/certificate-bundle/windows/window-lock.js';
import { said } from '../../said.js';
import { expectAccessibleInOneEngine } from '../../../support/one-engine.js';
import {
  all,
  BundleHost,
  button,
  choose,
  complete,
  failed,
  idle,
  one,
  press,
  rows,
  sentElsewhere,
  shown,
  textOf,
  until,
} from '../bundle-host.js';
import { textPdf } from '../made-files.js';

const NAMES = ['Anna Smit', 'Fatma Öztürk', 'Jan Jansen', 'Lars de Boer', 'Noor el Khatib', 'Zoë Blom'];
const files = (): File[] => NAMES.map((name) => textPdf(`${name}.pdf`));
const ELSEWHERE = 'Deze certificaten worden nu in een ander venster geüpload. Stopt dat, dan kun je hier verdergaan.';

/** Holds uploads back; each call lets those go that came since the one before. */
function gateOf(host: BundleHost): () => void {
  let letGo = (): void => undefined;
  const close = (): void => {
    host.gate = new Promise((resolve) => (letGo = resolve));
  };
  close();
  return () => {
    const before = letGo;
    close();
    before();
  };
}

async function withFiles(host: BundleHost): Promise<CertificateBundle> {
  const element = await shown(host);
  await choose(element, ...files());
  await complete(element);
  return element;
}

/** Shows nothing new before it is told to. */
function holdUp(element: CertificateBundle): () => void {
  const held = element as unknown as { scheduleUpdate?: () => Promise<unknown> };
  let show = (): void => undefined;
  const shownAgain = new Promise<void>((resolve) => (show = resolve));
  const schedule = held.scheduleUpdate!.bind(element);
  held.scheduleUpdate = () => shownAgain.then(schedule);
  return () => {
    delete held.scheduleUpdate;
    show();
  };
}

const textIn = (element: CertificateBundle): string => textOf(one(element, '[part="base"]'));
const isFollowing = (element: CertificateBundle): boolean => all(element, '#elsewhere').length === 1;
const keysOf = (host: BundleHost): (string | undefined)[] => host.uploads.map(({ key }) => key);

describe('a second window on the same course date', () => {
  it('waits while the first one sends, follows it, and offers to go on when that one is closed', async () => {
    const host = new BundleHost(...NAMES);
    const letGo = gateOf(host);
    const first = await withFiles(host);
    await press(first, '6 certificaten uploaden');
    await until(() => host.uploads.length === 3, 'three are on their way');

    const page = document.createElement('button');
    document.body.append(page);
    page.focus();
    const second = await shown(host);
    await until(() => isFollowing(second) && textIn(second).includes('0 van 6'), 'it knows of the first');
    expect(textOf(one(second, '#elsewhere'))).to.equal(ELSEWHERE);
    expect(all(second, '#send, #pause, #files')).to.have.lengthOf(0);
    await expectAccessibleInOneEngine(second);
    letGo();
    await until(() => textIn(second).includes('3 van 6'), 'what was confirmed is known');
    expect(rows(second).filter((row) => row.endsWith('Geüpload'))).to.have.lengthOf(3);

    first.remove();
    await until(() => button(second, 'Verdergaan met 3 certificaten'), 'it is free to go on');
    expect(textOf(one(second, '#outcome'))).to.contain('3 van 6 geüpload.');
    expect(document.activeElement).to.equal(page);
    await until(() => said().includes(ELSEWHERE), 'it is said, a moment after it is shown');
    expect(said().filter((sentence) => sentence === ELSEWHERE)).to.have.lengthOf(1);
    page.remove();

    one(second, '#reviewed').click();
    await second.updateComplete;
    await press(second, 'Verdergaan met 3 certificaten');
    await until(() => host.uploads.length === 9, 'the rest is on its way');
    letGo();
    await idle(second);
    expect([host.stored.size, new Set(keysOf(host)).size]).to.deep.equal([6, 6]);
  });

  it('sends nothing when both are told to send at the same moment, and knows all in the end', async () => {
    const host = new BundleHost(...NAMES);
    const letGo = gateOf(host);
    const first = await withFiles(host);
    const second = await shown(host);
    await until(() => button(second, '6 certificaten uploaden'), 'the second has the files');
    one(second, '#reviewed').click();
    await second.updateComplete;
    button(first, '6 certificaten uploaden').click();
    button(second, '6 certificaten uploaden').click();
    await until(() => isFollowing(first) || isFollowing(second), 'one of them follows');
    const [sending, waiting] = isFollowing(second) ? [first, second] : [second, first];
    await until(() => waiting.shadowRoot!.activeElement?.id === 'elsewhere', 'the focus is on why');
    await until(() => host.uploads.length === 3, 'three are on their way');
    letGo();
    await until(() => host.uploads.length === 6, 'the others are');
    letGo();
    await idle(sending);
    await until(() => textIn(waiting).includes('6 certificaten geüpload.'), 'it knows of all');
    expect([keysOf(host).length, host.stored.size]).to.deep.equal([6, 6]);
    expect(all(waiting, '#send')).to.have.lengthOf(0);
  });

  it('has the focus on why it waits, also when that is known before the page could show that it sends', async () => {
    const host = new BundleHost(...NAMES);
    const letGo = gateOf(host);
    const first = await withFiles(host);
    const second = await shown(host);
    await until(() => button(second, '6 certificaten uploaden'), 'the second has the files');
    one(second, '#reviewed').click();
    await second.updateComplete;
    const show = holdUp(second);
    // Who asks first has the turn.
    button(first, '6 certificaten uploaden').click();
    button(second, '6 certificaten uploaden').click();
    await until(() => said().includes(ELSEWHERE), 'it is told');
    expect(all(second, '#pause, #elsewhere')).to.have.lengthOf(0);
    show();
    await until(() => second.shadowRoot!.activeElement?.id === 'elsewhere', 'the focus is on why');
    await until(() => host.uploads.length === 3, 'three are on their way');
    letGo();
    await until(() => host.uploads.length === 6, 'the others are');
    letGo();
    await idle(first);
    await until(() => textIn(second).includes('6 certificaten geüpload.'), 'it knows of all');
  });

  it('is told why the first one stopped, and so is one that is opened later', async () => {
    const host = new BundleHost(...NAMES);
    const letGo = gateOf(host);
    const first = await withFiles(host);
    await press(first, '6 certificaten uploaden');
    await until(() => host.uploads.length === 3, 'three are on their way');
    const second = await shown(host);
    await until(() => isFollowing(second), 'it follows');
    host.failures = [undefined, failed('storage-full'), failed('storage-full')];
    letGo();
    const why = 'Er is geen opslagruimte meer.';
    const whyIn = (element: CertificateBundle): string => textOf(one(element, '.way'));
    await until(() => whyIn(first).includes(why), 'the first says why');
    // One was begun before the store was full.
    letGo();
    await idle(first);
    await until(() => whyIn(second).includes(why), 'the second says the same');
    expect(textOf(one(second, '#outcome'))).to.contain(' van 6 geüpload.');
    const third = await shown(host);
    await until(() => whyIn(third).includes(why), 'the third says so too');
    one(third, '#reviewed').click();
    await third.updateComplete;
    host.gate = Promise.resolve();
    one(third, '#send').click();
    await until(() => host.stored.size === 6, 'all are there');
    await until(() => [first, second].every((each) => !whyIn(each).includes(why)), 'it is over everywhere');
  });

  it('is free to go on when the browser itself has ended the first one', async () => {
    const host = new BundleHost(...NAMES);
    const left = await withFiles(host);
    left.remove();
    const elsewhere = await sentElsewhere(host);
    const second = await shown(host);
    await until(() => isFollowing(second), 'it is sent elsewhere');
    // That window says nothing of how far it is.
    expect(all(second, 'progress, #send')).to.have.lengthOf(0);
    elsewhere.remove();
    await until(() => button(second, '6 certificaten uploaden'), 'it is free');
  });

  it('waits where the browser has no locks too, until the first one gives it back or says nothing for long', async () => {
    Object.defineProperty(navigator, 'locks', { value: undefined, configurable: true });
    try {
      const host = new BundleHost(...NAMES);
      const letGo = gateOf(host);
      const first = await withFiles(host);
      await press(first, '6 certificaten uploaden');
      await until(() => host.uploads.length === 3, 'three are on their way');
      const second = await shown(host);
      await until(() => isFollowing(second), 'it follows');
      expect(all(second, '#send, #pause, #files')).to.have.lengthOf(0);
      letGo();
      await until(() => textIn(second).includes('3 van 6'), 'what was confirmed is known');
      first.remove();
      await until(() => button(second, 'Verdergaan met 3 certificaten'), 'it is free to go on');
      one(second, '#reviewed').click();
      await second.updateComplete;
      await press(second, 'Verdergaan met 3 certificaten');
      await until(() => host.uploads.length === 9, 'the rest is on its way');
      letGo();
      await idle(second);
      expect([host.stored.size, new Set(keysOf(host)).size]).to.deep.equal([6, 6]);
    } finally {
      Reflect.deleteProperty(navigator, 'locks');
    }
  });

  it('goes on, where there are no locks, once a window that has crashed is silent for long', async () => {
    const [crashed, other] = [new WindowLock('a bundle'), new WindowLock('a bundle')];
    Object.defineProperty(navigator, 'locks', { value: undefined, configurable: true });
    const { now } = Date;
    try {
      expect([await crashed.take(), await crashed.take()], 'its own').to.deep.equal([true, true]);
      expect([await other.isTaken(), await other.take()]).to.deep.equal([true, false]);
      expect(await new WindowLock('another bundle').isTaken()).to.equal(false);
      const free = other.whenFree(new AbortController().signal);
      Date.now = () => now() + 31_000;
      expect([await free, await other.take(), await crashed.isTaken()]).to.deep.equal([true, true, true]);
      // It has lost it, and takes it from nobody by giving it back.
      crashed.release();
      expect(await crashed.take()).to.equal(false);
      other.release();
      expect(await crashed.take()).to.equal(true);
    } finally {
      Date.now = now;
      crashed.release();
      Reflect.deleteProperty(navigator, 'locks');
    }
  });
});
