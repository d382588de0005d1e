import { checkTrainers, type CheckedTrainer, type TrainerCheckSummary } from '@enrollkit/feed';
import { describe, expect, it } from 'vitest';

const trainer = (email: string, extra = '') => `<Trainer><Email>${email}</Email>${extra}</Trainer>`;
const feedOf = (...trainers: readonly string[]) => ['<Trainers>', ...trainers, '</Trainers>', ''].join('\n');

async function check(
  feed: string,
): Promise<{ readonly entries: readonly CheckedTrainer[]; readonly summary: TrainerCheckSummary }> {
  const checking = checkTrainers(feed);
  const entries: CheckedTrainer[] = [];
  for (;;) {
    const { done, value } = await checking.next();
    if (done) return { entries, summary: value };
    entries.push(value);
  }
}

const codesOf = async (extra: string) =>
  (await check(feedOf(trainer('h@duinweg.example', extra)))).entries.flatMap(({ issues }) =>
    issues.map(({ code, path }) => `${code} ${path}`),
  );

describe('a trainer feed', () => {
  it('with trainers that are in order has nothing to remark on', async () => {
    const profile =
      '<FirstName>Hanneke</FirstName><Bio><![CDATA[<p>Lasser.</p>]]></Bio>' +
      '<PhotoUrl>https://duinweg.example/h.jpg</PhotoUrl><LinkedIn>https://nl.linkedin.com/in/h</LinkedIn>';
    const { entries, summary } = await check(
      feedOf(trainer('h@duinweg.example', profile), trainer('n@duinweg.example')),
    );
    expect(entries.flatMap(({ issues }) => issues)).toEqual([]);
    expect(summary).toEqual({ trainers: 2, errors: 0, warnings: 0, byCode: {} });
  });

  it('has each address once, in any case of letters', async () => {
    const { entries } = await check(feedOf(trainer('h@duinweg.example'), trainer('H@Duinweg.Example')));
    expect(entries[1]?.issues).toMatchObject([
      { code: 'duplicate-email', severity: 'error', line: 3, column: 10, params: { firstLine: 2 } },
    ]);
  });

  it('has addresses that can be mailed to', async () => {
    const { entries } = await check(feedOf(trainer('Hanneke')));
    expect(entries[0]?.issues).toMatchObject([{ code: 'email-invalid', path: 'email' }]);
  });

  it.each([
    ['<PhotoUrl>h.jpg</PhotoUrl>', 'url-invalid photoUrl'],
    ['<PhotoUrl>https://duinweg.example/h%20b.jpg</PhotoUrl>', 'url-escaped photoUrl'],
    ['<WebAddress>www.duinweg.example</WebAddress>', 'url-without-scheme webAddress'],
    ['<LinkedIn>https://duinweg.example/h</LinkedIn>', 'linkedin-host linkedIn'],
    ['<Bio><![CDATA[<div>Lasser.</div>]]></Bio>', 'description-tags bio'],
  ])('has profiles that can be shown: %s', async (extra, expected) => {
    expect(await codesOf(extra)).toEqual([expected]);
  });

  it('goes on after a trainer that is malformed, and knows the address', async () => {
    const broken = '<Trainer><Email>h@duinweg.example</Email><Bio>R < D</Bio></Trainer>';
    const { entries, summary } = await check(feedOf(broken, trainer('h@duinweg.example')));
    expect(entries.map(({ trainer: read, issues }) => [read?.email, issues[0]?.code])).toEqual([
      [undefined, 'malformed-xml'],
      ['h@duinweg.example', 'duplicate-email'],
    ]);
    expect(summary).toMatchObject({ trainers: 2, errors: 2 });
  });
});
