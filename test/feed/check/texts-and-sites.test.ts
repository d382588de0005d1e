import { describe, expect, it } from 'vitest';
import { codesOf, findingsOf, start } from './support.js';

describe('a text', () => {
  it.each([
    ['PriceInfo', 250, 'priceInfo'],
    ['Runtime', 250, 'runtime'],
    ['Completion', 250, 'completion'],
    ['ExtraInstructionsAfterBooking', 1000, 'extraInstructionsAfterBooking'],
  ])('in %s has at most %i characters', async (element, maximum, path) => {
    expect(await codesOf({ [element]: '𝄞'.repeat(maximum) })).toEqual([]);
    const [finding] = await findingsOf({ [element]: 'é'.repeat(maximum + 1) });
    expect(finding).toMatchObject({
      code: 'text-over-limit',
      severity: 'error',
      path,
      params: { element, length: maximum + 1, maximum },
    });
  });
});

describe('a name', () => {
  it.each(['<![CDATA[<b>Lassen</b>]]>', '<![CDATA[Lassen &amp; solderen]]>', 'Lassen &amp;nbsp;'])(
    'with markup that buyers would see is pointed out: %s',
    async (Name) => {
      expect(await codesOf({ Name })).toEqual(['name-has-markup name']);
    },
  );

  it.each(['R&amp;D', 'Lassen &lt; 5 mm', 'A &amp; B; vervolg'])('may have signs: %s', async (Name) => {
    expect(await codesOf({ Name })).toEqual([]);
  });
});

describe('a language', () => {
  it('exists', async () => {
    expect(await codesOf({ Language: 'fy' })).toEqual([]);
    expect(await codesOf({ Language: 'dk' })).toEqual(['language-unknown language']);
  });
});

describe('sites and regions', () => {
  const go = '<Go>stork</Go>';
  const region = '<Region><Country>NL</Country><Name>Utrecht</Name></Region>';

  it('a group without sites is an error: nobody would see it', async () => {
    const [finding] = await findingsOf({ ProductType: 'group' });
    expect(finding).toMatchObject({ code: 'group-without-sites', severity: 'error', path: 'allowedSites' });
    expect(await codesOf({ ProductType: 'group', AllowedSites: go })).toEqual([]);
  });

  it('sites of another product do not count', async () => {
    expect(await codesOf({ AllowedSites: go })).toEqual(['sites-without-group allowedSites[0]']);
  });

  it('regions count without starting dates only', async () => {
    expect(await codesOf({ Regions: region })).toEqual([]);
    expect(await codesOf({ Regions: region, StartingDatePlaces: start() })).toEqual(['regions-unused regions[0]']);
  });
});

describe('points', () => {
  const point = (organisation: string, points: string) =>
    `<PePoint><Organisation>${organisation}</Organisation><PointType>PE</PointType><Points>${points}</Points></PePoint>`;

  it('are more than zero, and given once', async () => {
    expect(await codesOf({ PePoints: `${point('NOvA', '8')}${point('SKJ', '0.5')}` })).toEqual([]);
    expect(await codesOf({ PePoints: `${point('NOvA', '0.0')}${point('nova', '8')}` })).toEqual([
      'points-zero pePoints[0].points',
      'duplicate-points pePoints[1].organisation',
    ]);
  });
});

describe('a study load', () => {
  const of = async (extra: Readonly<Record<string, string>>) =>
    (await codesOf(extra)).filter((code) => !code.startsWith('newer-schema'));

  it('comes with its unit', async () => {
    expect(await of({ StudyLoad: '40', StudyLoadUnit: 'hours' })).toEqual([]);
    expect(await of({ StudyLoad: '40' })).toEqual(['study-load-incomplete studyLoad.unit']);
    expect(await of({ StudyLoadUnit: 'hours' })).toEqual(['study-load-incomplete studyLoad.value']);
    expect(await of({ StudyLoad: '40', StudyLoadUnit: 'ects' })).toEqual(['unknown-value studyLoad.unit']);
  });
});
