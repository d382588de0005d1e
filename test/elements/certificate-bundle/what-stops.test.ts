import { expect } from '@open-wc/testing';
import { isSaid } from '../said.js';
import { BundleHost, choose, complete, failed, idle, one, press, rows, shown, textOf, until } from './bundle-host.js';
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
});
