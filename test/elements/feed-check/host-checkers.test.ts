import type { FeedCheck, FeedChecker, FeedCheckResult, FeedProgress } from '@enrollkit/elements/feed-check.js';
import { expect } from '@open-wc/testing';
import { settle } from '../../security/page-errors.js';
import {
  CLEAN,
  FAULTY,
  checker,
  drop,
  feed,
  file,
  find,
  findAll,
  product,
  read,
  seen,
  show,
  until,
} from './feed-page.js';

const PROGRESS: FeedProgress = { readBytes: 1, totalBytes: 2, products: 1 };

/** A checker that counts what is asked of it. */
function counting(): FeedChecker & { checks: number } {
  const host = {
    checks: 0,
    check: (...asked: Parameters<FeedChecker['check']>) => {
      host.checks += 1;
      return checker.check(...asked);
    },
  };
  return host;
}

/** The real checker, of which some answers are something else. */
const loose = (answers: Readonly<Record<string, unknown>>): FeedChecker => ({
  check: async (...asked) => {
    const result = await checker.check(...asked);
    const methods = Object.entries(answers).map(([name, answer]) => [
      name,
      name === 'summary' ? answer : async () => answer,
    ]);
    return { ...result, ...Object.fromEntries(methods) } as FeedCheckResult;
  },
});

describe('<feed-check>: what a page and its checker do when nobody expects it', () => {
  it('stays done when progress comes late, of a check, a comparison or a file', async () => {
    const late: (() => void)[] = [];
    const element = await show({
      checker: {
        check: async (source, options) => {
          const result = await checker.check(source, options);
          late.push(() => options.onProgress?.(PROGRESS));
          const compare: FeedCheckResult['compare'] = (previous, each) => {
            late.push(() => each.onProgress?.(PROGRESS));
            return result.compare(previous, each);
          };
          return { ...result, compare };
        },
      },
    });
    await element.check(CLEAN);
    drop(await seen(element, '[data-zone=previous]'), file(CLEAN));
    await seen(element, '.difference');
    for (const tell of late) tell();
    await element.updateComplete;
    expect(late).to.have.length(2);
    expect(element.summary?.products).to.equal(1);
    expect(findAll(element, 'progress')).to.deep.equal([]);
  });

  it('hands the list of PE organisations to the checker, and checks again with another one', async () => {
    const PePoint = '<PePoint><Organisation>SKJ</Organisation><PointType>PE</PointType><Points>2</Points></PePoint>';
    const xml = CLEAN.replace('<ProductType>', `<PePoints>${PePoint}</PePoints><ProductType>`);
    const element = await show();
    const warnings = async () => (await element.check(xml))?.byCode['organisation-unlisted'] ?? 0;
    expect(await warnings()).to.equal(0);
    element.peOrganisations = [{ id: 'SKB', name: 'Stichting Kwaliteit Bouw' }];
    expect(await warnings()).to.equal(1);
    const sentence = 'Misschien bedoel je “SKB” (Stichting Kwaliteit Bouw).';
    await until(() => findAll(element, '[part~=finding]').some((finding) => read(finding).includes(sentence)));
    element.peOrganisations = [{ id: 'skj', name: 'Stichting Kwaliteitsregister Jeugd' }];
    await until(() => element.summary?.warnings === 0);
  });

  it('checks nothing that was taken back before it began', async () => {
    const host = counting();
    const element = await show({ checker: host });
    element.file = file(CLEAN);
    element.file = undefined;
    const stopped = element.check(CLEAN);
    element.cancel();
    expect(await stopped).to.equal(undefined);
    const replaced = element.check(FAULTY);
    expect((await element.check(CLEAN))?.errors).to.equal(0);
    expect(await replaced).to.equal(undefined);
    expect(host.checks).to.equal(1);
  });

  it('answers a check that was replaced without the summary of the next, and closes what it gave', async () => {
    const answers: ((result: FeedCheckResult) => void)[] = [];
    const element = await show({ checker: { check: () => new Promise((resolve) => answers.push(resolve)) } });
    const result = await checker.check(CLEAN, { strict: false, today: '2026-11-22', maxBytes: 1e6 });
    const first = element.check(CLEAN);
    await until(() => answers.length === 1);
    const second = element.check(CLEAN);
    await until(() => answers.length === 2);
    let closed = 0;
    answers[1]!(result);
    expect(await second).to.deep.equal(result.summary);
    answers[0]!({ ...result, close: () => (closed += 1) });
    expect(await first).to.equal(undefined);
    expect(closed).to.equal(1);
  });

  it('says that an address is none, and throws nothing at the page', async () => {
    const element = await show();
    expect(await element.check(new URL('javascript:alert(1)'))).to.equal(undefined);
    expect(read(await seen(element, '.outcome.failed'))).to.contain('Dit is geen webadres');
  });

  it('calls a feed at an address as its file is called, also when that is written oddly', async () => {
    const element = await show();
    const names: string[] = [];
    element.addEventListener('ek-feed-accept', (event) => {
      names.push(event.detail.name);
      event.preventDefault();
    });
    const address = find<HTMLInputElement>(element, '#address');
    for (const name of ['no%20feed.xml', '100%25.xml', '%FF.xml']) {
      address.value = `https://voorbeeld.test/${name}`;
      address.form!.requestSubmit();
    }
    expect(names).to.deep.equal(['no feed.xml', '100%.xml', '%FF.xml']);
  });

  it('lets no name out of its place to turn around what stands behind it', async () => {
    const element = await show();
    const Name = 'Lassen\u2069\u202Enessal';
    const spoofed = feed(product({ ID: 'P\u2069\u202E', Name, Price: '1,00' }));
    await element.check(file(spoofed, 'aanbod\u2069\u202Elmx.xml'));
    await seen(element, '.snippet');
    const select = find<HTMLSelectElement>(element, '#group-by');
    select.value = 'product';
    select.dispatchEvent(new Event('change'));
    await until(() => findAll(element, '.group-id').length === 1);
    drop(find(element, '[data-zone=previous]'), file(CLEAN));
    await seen(element, '.difference');
    find(element, '.group-summary.create').click();
    await seen(element, '.change');
    const { textContent } = find(element, '[part=base]');
    expect(textContent).to.contain('Lassennessal').and.to.contain('aanbodlmx');
    expect(textContent).not.to.match(/[\u2069\u202E]/);
  });

  for (const [what, answer] of [
    ['nothing', undefined],
    ['no counts', {}],
    ['a count that is none', { products: 1, errors: 'x', warnings: 0, byCode: {} }],
  ] as const) {
    it(`says that it failed when the summary is ${what}`, async () => {
      const element = await show({ checker: loose({ summary: answer }) });
      expect(await element.check(CLEAN)).to.equal(undefined);
      await seen(element, '.outcome.failed');
    });
  }

  for (const answer of [undefined, {}, { items: {}, total: 1 }, { items: [null], total: 1 }, { items: [] }]) {
    it(`shows the rest when every list is ${JSON.stringify(answer)}`, async () => {
      const element: FeedCheck = await show({
        checker: loose({ listGroups: answer, listFindings: answer, listProducts: answer }),
      });
      await element.check(FAULTY);
      await settle();
      expect(read(find(element, '[part=verdict]'))).to.match(/fout/);
      expect(element.isUpdatePending).to.equal(false);
    });
  }
});
