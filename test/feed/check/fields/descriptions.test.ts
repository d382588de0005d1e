import { describe, expect, it } from 'vitest';
import { codesOf, DESCRIPTION, findingsOf } from '../support.js';

const words = (count: number) => Array.from({ length: count }, (_, index) => `woord${index}`).join(' ');
const of = (Description: string) => codesOf({ Description });
const only = (...codes: readonly string[]) => codes.map((code) => `${code} description`);

describe('a description', () => {
  it('of 150 words and the ten tags is in order', async () => {
    expect(await of(DESCRIPTION)).toEqual([]);
    expect(await of(`<h2>Kop</h2><ul><li><b>${words(149)}</b></li></ul>`)).toEqual([]);
  });

  it('under 150 words is pointed out', async () => {
    const [finding] = await findingsOf({ Description: `<p>${words(149)}</p>` });
    expect(finding).toMatchObject({ code: 'description-few-words', severity: 'warning', params: { words: 149 } });
  });

  it('under 150 characters of text gets a warning, whatever the tags add', async () => {
    const [finding] = await findingsOf({ Description: `<p>${'<strong>ab</strong> '.repeat(49)}</p>` });
    expect(finding).toMatchObject({ code: 'description-too-short', severity: 'warning', params: { characters: 147 } });
    expect(await of(`<p>${'a'.repeat(150)}</p>`)).toEqual(only('description-few-words'));
  });

  it('counts a run of white space once, and an entity as one character', async () => {
    const [finding] = await findingsOf({ Description: `<p>a \n\t b&eacute;&nbsp;c</p>` });
    expect(finding).toMatchObject({ params: { characters: 6 } });
  });

  it('has no words in tags, comments, scripts, dashes and bullets', async () => {
    const noise = '<!-- een twee --><script>var drie = 4</script><style>p { color: red }</style> - – • ';
    const [finding] = await findingsOf({ Description: `${noise}<p class="vijf">${words(140)}</p>` });
    expect(finding).toMatchObject({ code: 'description-few-words', params: { words: 140 } });
  });

  it('has two words where a block ends between them, and one where only letters are bold', async () => {
    const [finding] = await findingsOf({ Description: `<p>${words(100)}</p><p>a</p><p>b</p><br>c<p>d<b>e</b>f</p>` });
    expect(finding).toMatchObject({ params: { words: 104 } });
  });

  it('in a language without spaces is counted by its words', async () => {
    const Description = `<p>${'このコースでは溶接の基礎を学びます。'.repeat(40)}</p>`;
    expect(await codesOf({ Description, Language: 'ja' })).toEqual([]);
    expect(await codesOf({ Description, Language: 'nl' })).toEqual(only('description-few-words'));
  });

  it('with tags that are dropped says which, once each', async () => {
    const findings = await findingsOf({
      Description: `${DESCRIPTION}<div><H3>x</H3><a href="/">y</a><div></div><img/></div>`,
    });
    expect(findings).toMatchObject([
      { code: 'description-tags', params: { element: 'Description', tags: 'div, h3, a, img' } },
    ]);
  });

  it('with attributes on allowed tags says which', async () => {
    const findings = await findingsOf({ Description: `<p class="a" STYLE='x: y'>${DESCRIPTION}</p><br /><p data-x>` });
    expect(findings).toMatchObject([
      { code: 'description-attributes', params: { attributes: 'class, style, data-x' } },
    ]);
  });

  it('that shows its tags to readers is pointed out', async () => {
    expect(await of(`${DESCRIPTION}&lt;p&gt;tekst&lt;/p&gt;`)).toEqual(only('description-escaped'));
    expect(await of(`${DESCRIPTION}a &lt; b`)).toEqual([]);
  });

  it('may have a sign that only looks like a tag', async () => {
    expect(await of(`${DESCRIPTION} 5 < 6 en <3`)).toEqual([]);
  });

  it.each([
    ['ampersands', '&'],
    ['open scripts', '<script>'],
    ['open comments', '<!--'],
    ['open tags', '<strong'],
    ['bold words without spaces', '<strong>a'],
    ['quotes in tags', '<p a="'],
  ])('of half a million characters of %s is gone through once', async (_what, piece) => {
    const Description = piece.repeat(500_000 / piece.length);
    expect((await codesOf({ Description })).length).toBeGreaterThan(0);
  });

  it('that is missing is said once', async () => {
    expect(await of('')).toEqual(['empty-required description']);
  });
});
