import { expect } from '@open-wc/testing';
import type { Certificate, CertificateDraft, ChangeListener } from '@enrollkit/core';
import { expectAccessibleInOneEngine } from '../../support/one-engine.js';
import { isSaid } from '../said.js';
import {
  all,
  BundleHost,
  choose,
  complete,
  failed,
  idle,
  one,
  open,
  press,
  rows,
  shown,
  textOf,
  until,
} from './bundle-host.js';
import { textPdf } from './made-files.js';

const NAMES = ['Anna Smit', 'Fatma Öztürk', 'Jan Jansen', 'Lars de Boer', 'Noor el Khatib', 'Zoë Blom'];
const files = (): File[] => NAMES.map((name) => textPdf(`${name}.pdf`));
const MINUTE = 60_000;

describe('what stops a bundle', () => {
  it('is told until when, in the language and time zone of the page, where the server says so', async () => {
    for (const takesMany of [false, true]) {
      const host = new BundleHost(...NAMES);
      host.takesMany = takesMany;
      const later = (minutes: number) => failed('rate-limited', { retryAfterMs: minutes * MINUTE });
      const plain = host.backend();
      let answer: Error | undefined = later(10);
      const refuseMany = { uploadCertificates: () => Promise.reject(answer!) };
      host.failures = [later(10), later(10), later(10)];
      const element = await shown(host, { backend: { ...plain, ...(takesMany && refuseMany) } });
      await choose(element, ...files());
      await complete(element);
      await press(element, '6 certificaten uploaden');
      await idle(element);
      await element.updateComplete;
      // The clock of the backend says 19:00 in Amsterdam.
      const problem = () => textOf(one(element, '[part~="problem"]'));
      expect(problem()).to.equal('De server vraagt om even te wachten. Ga na 19:10 verder.');
      await isSaid('De server vraagt om even te wachten. Ga na 19:10 verder.');
      expect(host.uploads).to.have.lengthOf(takesMany ? 0 : 3);
      element.lang = 'fr';
      await until(() => problem() === 'Le serveur vous demande d’attendre. Continuez après 19:10.', 'it is French');
      element.lang = 'nl';
      element.backend = { ...plain, ...(takesMany && refuseMany), timeZone: 'Asia/Tokyo' };
      await until(() => problem().endsWith('Ga na 03:10 verder.'), 'it is the time there');

      answer = later(24 * 60);
      host.failures = [later(24 * 60), later(24 * 60), later(24 * 60)];
      await until(() => element.matches(':not(:state(loading))'), 'it is read from there');
      one(element, '#send').click();
      await until(() => problem().endsWith('Ga op 10 december 2026 na 03:00 verder.'), 'it is another day');
      await idle(element);
      element.remove();
    }
  });

  it('is the first answer that isn’t the server’s: nothing has failed, the cause is told, and one press goes on', async () => {
    for (const takesMany of [false, true]) {
      const host = new BundleHost(...NAMES);
      host.takesMany = takesMany;
      let isSignedIn = false;
      let bundles = 0;
      const plain = host.backend();
      const backend = {
        ...plain,
        ...(takesMany && {
          uploadCertificates: (...given: Parameters<NonNullable<typeof plain.uploadCertificates>>) => {
            bundles += 1;
            return isSignedIn ? plain.uploadCertificates!(...given) : Promise.reject(failed('bad-answer'));
          },
        }),
      };
      host.failures = Array.from({ length: 6 }, () => failed('bad-answer'));
      const element = await shown(host, { backend });
      await choose(element, ...files());
      await complete(element);
      await press(element, '6 certificaten uploaden');
      await idle(element);
      await element.updateComplete;
      // Those that were on their way; of a bundle that was refused one by itself finds out why.
      expect([bundles, host.uploads.length]).to.deep.equal(takesMany ? [1, 1] : [0, 3]);
      expect(rows(element).filter((row) => row.includes('Niet gelukt'))).to.have.lengthOf(0);
      expect(textOf(one(element, '[part~="problem"]'))).to.contain('zoals de inlogpagina van een wifinetwerk');
      isSignedIn = true;
      host.failures = [];
      await press(element, '6 certificaten uploaden');
      await idle(element);
      await element.updateComplete;
      expect(textOf(one(element, '#outcome'))).to.equal('6 certificaten geüpload.');
      element.remove();
    }
  });

  it('is asked about three times when nobody answers, and not for each of fifty files', async () => {
    const names = Array.from(
      { length: 50 },
      (_, at) => `Anna Smit${'abcdefghij'[at % 10]}${'klmno'[Math.floor(at / 10)]}`,
    );
    const host = new BundleHost(...names);
    host.failures = names.map(() => failed('unavailable'));
    let bundles = 0;
    const uploadCertificates = () => {
      bundles += 1;
      return Promise.reject(failed('unavailable'));
    };
    const element = await shown(host, { backend: { ...host.backend(), uploadCertificates } });
    await choose(element, ...names.map((name) => textPdf(`${name}.pdf`)));
    await complete(element);
    await press(element, '50 certificaten uploaden');
    await idle(element);
    await element.updateComplete;
    // The two that were begun beside each other, and one file that finds out why. A backend may try each of them again.
    expect([bundles, host.uploads.length]).to.deep.equal([2, 1]);
    expect(textOf(one(element, '.way'))).to.contain('50 certificaten');
  });

  it('is no connection for what the backend keeps: that waits after a reload too, and is not asked about again', async () => {
    const host = new BundleHost(...NAMES);
    const never = new Promise(() => undefined);
    host.failures = NAMES.map(() => failed('queued', { sent: never }));
    const first = await shown(host);
    await choose(first, ...files());
    await complete(first);
    await press(first, '6 certificaten uploaden');
    await idle(first);
    const WAITS = 'Wordt geüpload zodra er weer verbinding is';
    await until(() => rows(first).every((row) => row.endsWith(WAITS)), 'all wait');
    first.remove();

    let tell: ChangeListener = () => undefined;
    const subscribe = (listener: ChangeListener) => {
      tell = listener;
      return () => undefined;
    };
    const element = await shown(host, { backend: { ...host.backend(), subscribe } });
    await until(() => rows(element).length === 6, 'they are here');
    await until(() => rows(element).every((row) => row.endsWith(WAITS)), 'they wait still');
    await until(() => all(element, '#send').length === 0, 'nothing is offered');
    expect(textOf(one(element, '#outcome'))).to.contain('6');
    await expectAccessibleInOneEngine(element);

    // The backend has sent five of them since; of one nothing is heard, and a person takes it into hand again.
    const drafts = host.uploads.slice(0, 5).map(({ draft }) => draft);
    host.certificates = await Promise.all(drafts.map((draft, at) => certificateOf(draft, `c${at}`)));
    host.people = host.people.map((person) => ({ ...person, certificateUploadedAt: '2026-12-08T19:00:00.000Z' }));
    tell({ kind: 'certificate', id: 'c1' });
    await until(() => rows(element).filter((row) => row.endsWith('Geüpload')).length === 5, 'it is known of five');
    await press(element, 'Toch meenemen: Zoë Blom.pdf');
    await open(element, 'to-check');
    expect(rows(element)).to.have.lengthOf(1);
  });
});

/** As the backend lists what it stored. */
async function certificateOf({ file, enrollmentId }: CertificateDraft, id: string): Promise<Certificate> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await (file as File).arrayBuffer()));
  const sha256 = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return {
    id,
    enrollmentId,
    certificationId: 'bhv',
    file: { name: file.name, mediaType: 'application/pdf', sizeBytes: file.size, sha256 },
    validFrom: '2026-12-08',
    uploadedBy: 'u1',
    createdAt: '2026-12-08T19:00:00.000Z',
    version: 1,
  };
}
