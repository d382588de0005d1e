import { readPeOrganisations } from '@enrollkit/core';
import { checkOrganisations } from '@enrollkit/feed';
import { describe, expect, it } from 'vitest';
import { codesOf, findingsOf, start } from '../support.js';

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

describe('an organisation of points', () => {
  const peOrganisations = [
    { id: 'KNMG', name: 'Koninklijke Nederlandsche Maatschappij tot bevordering der Geneeskunst' },
    { id: 'SKJ', name: 'Stichting Kwaliteitsregister Jeugd' },
    { id: 'NOvA', name: 'Nederlandse orde van advocaten' },
    { id: 'Kiwa', name: 'Kiwa' },
  ];
  const point = (organisation: string, type = 'PE') =>
    `<PePoint><Organisation>${organisation}</Organisation><PointType>${type}</PointType><Points>2</Points></PePoint>`;
  const [KNMG, SKJ, NOVA] = peOrganisations.map(({ id, name }) => ({ use: id, name }));

  it.each([
    ['KNMG', undefined],
    ['  nova ', undefined],
    ['stichting  kwaliteitsregister jeugd', undefined],
    ['KNMP', { organisation: 'KNMP', ...KNMG }],
    ['N.O.v.A.', { organisation: 'N.O.v.A.', ...NOVA }],
    ['Stichting Kwaliteitsregister Jeug', { organisation: 'Stichting Kwaliteitsregister Jeug', ...SKJ }],
    ['Kiwo', { organisation: 'Kiwo', use: 'Kiwa' }],
    ['Accountants in Business', { organisation: 'Accountants in Business' }],
    ['x'.repeat(300), { organisation: `${'x'.repeat(59)}…` }],
  ])('is in the list of the host, or the nearest in it is proposed: %s', async (organisation, params) => {
    const changes = { PePoints: `${point('SKJ')}${point(organisation, 'ABAN')}` };
    const path = 'pePoints[1].organisation';
    const expected = params ? [{ code: 'organisation-unlisted', severity: 'warning', path, params }] : [];
    expect(await findingsOf(changes, { peOrganisations })).toMatchObject(expected);
    expect(await findingsOf(changes, { peOrganisations, mode: 'strict' })).toMatchObject(expected);
    // Without a list any may give points.
    expect(await codesOf(changes)).toEqual([]);
  });

  it('gives the kinds of points that the list says, or the nearest of them is proposed; without any, all', async () => {
    const typed = [{ ...peOrganisations[0]!, pointTypes: ['ABAN', 'Accreditatiepunt'] }, peOrganisations[1]!];
    const types = ['aban', '', 'ABAM', 'Uren'].map((type) => point('KNMG', type));
    const changes = { PePoints: [...types, point('SKJ', 'Uren')].join('') };
    const warning = { code: 'point-type-unlisted', severity: 'warning' };
    const expected = [
      { ...warning, path: 'pePoints[2].pointType', params: { pointType: 'ABAM', organisation: 'KNMG', use: 'ABAN' } },
      { ...warning, path: 'pePoints[3].pointType', params: { pointType: 'Uren', organisation: 'KNMG' } },
    ];
    expect(await findingsOf(changes, { peOrganisations: typed })).toMatchObject(expected);
    expect(await codesOf(changes, { peOrganisations })).toEqual([]);
    const pePoints = ['ABAN', 'ABAM'].map((pointType) => ({ organisation: 'knmg', pointType, points: '2' }));
    expect(checkOrganisations({ pePoints }, typed)).toEqual([{ ...expected[0], path: 'pePoints[1].pointType' }]);
    for (const pointTypes of ['ABAN', [''], [1], Array.from({ length: 101 }, () => 'ABAN')]) {
      expect(() => readPeOrganisations([{ id: 'KNMG', name: 'KNMG', pointTypes }])).toThrow('point types of entry 0');
    }
  });

  it('is the same one by its id and by its name', async () => {
    const PePoints = `${point('SKJ')}${point('Stichting Kwaliteitsregister Jeugd')}`;
    expect(await codesOf({ PePoints })).toEqual([]);
    expect(await codesOf({ PePoints }, { peOrganisations })).toEqual(['duplicate-points pePoints[1].organisation']);
  });

  it.each([
    ['no list', {}, /not a list/],
    ['an entry without a name', [peOrganisations[0], { id: 'SKJ' }], /entry 1 /],
    ['an id without a letter', [{ id: ' ', name: 'Kiwa' }], /entry 0 /],
    ['nothing', [null], /entry 0 /],
    ['a name without an end', [{ id: 'SKJ', name: 'x'.repeat(251) }], /entry 0 /],
    ['more than anybody needs', Array(1001).fill(peOrganisations[0]), /more than 1000/],
  ])('is of a list that can be read: %s', async (_what, list, message) => {
    const check = codesOf({}, { peOrganisations: list as typeof peOrganisations });
    await expect(check).rejects.toMatchObject({ code: 'invalid', message: expect.stringMatching(message) as string });
  });

  it('is not looked for without an end, whatever a feed invents', async () => {
    const words = Array.from({ length: 101 }, (_, index) => `SKJ${String.fromCharCode(0x4e00 + index)}`);
    const found = await findingsOf({ PePoints: words.map((word) => point(word)).join('') }, { peOrganisations });
    expect(found.map(({ params }) => (params as { use?: string }).use)).toEqual(
      words.map((_word, index) => (index < 100 ? 'SKJ' : undefined)),
    );
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
