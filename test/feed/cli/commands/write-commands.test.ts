import { readdir, readFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { goodProduct } from '../../plan/support/import-world.js';
import { feedOf } from '../../read/product-xml.js';
import { Folder, linesOf, runCli, runProgram } from '../support/run-cli.js';

let folder: Folder;
beforeEach(async () => void (folder = await Folder.make()));
afterEach(() => folder[Symbol.asyncDispose]());

describe('feed format', () => {
  it('writes what the schema accepts', async () => {
    const file = await folder.write('feed.xml', feedOf(goodProduct('P1', { Price: '100,00' })));
    const { code, out } = await runProgram(['feed', 'format', file]);
    expect(code).toBe(0);
    const again = await runProgram(['feed', 'check', '-', '--strict', '--json'], { input: out });
    expect(linesOf(again.out)).toMatchObject([{ id: 'P1', issues: [] }, { summary: { errors: 0 } }]);
  });

  it('writes over the very file that it reads, and leaves nothing beside it', async () => {
    const file = await folder.write('feed.xml', feedOf(goodProduct('P1', { Price: '100,00' })));
    const { code, out, err } = await runProgram(['feed', 'format', file, '-o', file]);
    expect([code, out]).toEqual([0, '']);
    expect(err).toContain('1 product geschreven naar');
    expect(await readFile(file, 'utf8')).toContain('<Price>100.00</Price>');
    expect(await readdir(folder.path)).toEqual(['feed.xml']);
  });

  it('does not overwrite a feed of which something would be lost', async () => {
    const feed = feedOf(goodProduct('P1'), goodProduct('P2', { Price: '-1' }));
    const file = await folder.write('feed.xml', feed);
    const { code, err } = await runCli(['feed', 'format', file, '-o', file]);
    expect(code).toBe(1);
    expect(err).toMatch(/weggelaten[^]*regel 3, P2[^]*niet overschreven/);
    expect(await readFile(file, 'utf8')).toBe(feed);
    expect(await readdir(folder.path)).toEqual(['feed.xml']);
  });

  it('lists what it leaves out of another file', async () => {
    const file = await folder.write('feed.xml', feedOf(goodProduct('P1'), goodProduct('P2', { Price: '-1' })));
    const { code } = await runCli(['feed', 'format', file, '-o', `${folder.path}/out.xml`]);
    expect(code).toBe(1);
    const written = await readFile(`${folder.path}/out.xml`, 'utf8');
    expect(written).toContain('<ID>P1</ID>');
    expect(written).not.toContain('<ID>P2</ID>');
  });

  it('leaves what was there when the feed can not be read', async () => {
    const file = await folder.write('page.html', '<html></html>');
    const target = await folder.write('out.xml', 'as it was');
    const { code } = await runCli(['feed', 'format', file, '-o', target]);
    expect(code).toBe(2);
    expect(await readFile(target, 'utf8')).toBe('as it was');
    expect(await readdir(folder.path)).toEqual(['out.xml', 'page.html']);
  });

  it('says when it may not write there', async () => {
    const file = await folder.write('feed.xml', feedOf(goodProduct('P1')));
    const { code, err } = await runCli(['feed', 'format', file, '-o', `${folder.path}/no/such/out.xml`]);
    expect([code, err]).toEqual([2, expect.stringContaining('kan niet worden geschreven (de map bestaat niet)')]);
  });

  it('writes trainers', async () => {
    const feed = '<trainers><trainer><email>an@a.test</email></trainer></trainers>';
    const { code, out } = await runCli(['feed', 'format', '-', '--trainers'], { input: feed });
    expect(code).toBe(0);
    expect(out).toContain('<Email>an@a.test</Email>');
  });
});

describe('feed convert', () => {
  const asked = (file: string, more: readonly string[]) => ['feed', 'convert', file, '--org-unit', 'example', ...more];
  const convert = (file: string, ...more: readonly string[]) => runCli(asked(file, more));

  it('writes programs for EDU-DEX, and says what was lost, changed and refused', async () => {
    const feed = feedOf(
      goodProduct('P1', { Level: 'MBA' }),
      goodProduct('P*2'),
      goodProduct('P3', { Level: 'Master', Price: '-1' }),
    );
    const file = await folder.write('feed.xml', feed);
    const { code, out, err } = await runProgram(asked(file, ['--to', 'edudex', '--lang', 'en']));
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject([
      {
        generator: 'Enrollkit',
        programClassification: { programId: 'P1', orgUnitId: 'example', programLevel: 'master' },
      },
    ]);
    expect(err).toContain('1 product converted to EDU-DEX.');
    expect(err).toMatch(/EDU-DEX refuses ID “P\*2”\. Give it an ID of .* \(P\*2\)/);
    expect(err).toContain('Level “MBA” becomes “master” in EDU-DEX. (P1)');
    expect(err).toContain('it becomes “afterwards”. (P1 and 1 more product)');
    expect(err).toContain('EDU-DEX would refuse 1 product, and it was left out.');
    expect(err).toContain('1 product was left out because of an error.');
  });

  it('gives courses for the Open Education API the same UUID every time', async () => {
    const file = await folder.write('feed.xml', feedOf(goodProduct('P1')));
    const [one, again] = [await convert(file, '--to', 'oeapi'), await convert(file, '--to', 'oeapi')];
    expect([one.code, one.out]).toEqual([0, again.out]);
    expect(one.out).toMatch(/"courseId":"[\da-f]{8}-[\da-f]{4}-5[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}"/);
  });

  it('writes the discounts and the institute for EDU-DEX', async () => {
    const discount = '<Discount><Go>postnl</Go><Percentage>10</Percentage></Discount>';
    const file = await folder.write('feed.xml', feedOf(goodProduct('P1', { PriceDiscounts: discount })));
    const discounts = await convert(file, '--to', 'edudex-discounts', '--lang', 'en');
    expect([discounts.code, JSON.parse(discounts.out)]).toMatchObject([
      0,
      [{ clientId: 'postnl', orgUnitId: 'example', discount: [{ percentage: '10', programId: ['P1'] }] }],
    ]);
    expect(discounts.err).toContain('1 record for EDU-DEX, made from all products.');
    const institute = await convert(file, '--to', 'edudex-institute', '--provider', 'Lasschool');
    expect(JSON.parse(institute.out)).toMatchObject([{ instituteName: { nl: 'Lasschool' }, orgUnitId: 'example' }]);
  });

  it.each([
    [['--to', 'xml']],
    [['--to', 'constructor']],
    [['--to', 'edudex', '--org-unit', 'Not Small']],
    [['--to', 'edudex-institute']],
  ])('does not guess %j', async (more) => {
    const { code, err } = await convert(await folder.write('feed.xml', feedOf(goodProduct('P1'))), ...more);
    expect([code, err]).toEqual([2, expect.stringMatching(/Bij feed convert (?:--to edudex-institute )?hoort --/)]);
  });
});

describe('feed json-ld', () => {
  it('writes each product as a course with its all-in price', async () => {
    const file = await folder.write('feed.xml', feedOf(goodProduct('P1'), goodProduct('P2')));
    const { code, out } = await runProgram(['feed', 'json-ld', file]);
    expect(code).toBe(0);
    const courses = JSON.parse(out) as readonly unknown[];
    expect(courses).toHaveLength(2);
    expect(courses[0]).toMatchObject({ '@type': 'Course', name: 'Training P1' });
    expect(out).toContain('"121.00"');
  });

  it('can be put into the script of a page, and onto a terminal, whatever a name says', async () => {
    const Name = '<![CDATA[</script><script>alert(1)</script><!--]]>\u009b2J\u202e\u2028';
    const file = await folder.write('feed.xml', feedOf(goodProduct('P1', { Name })));
    const { out } = await runCli(['feed', 'json-ld', file]);
    expect(out).not.toMatch(/<|[\u0080-\u009f\u202e\u2028]/);
    expect(JSON.parse(out)).toMatchObject([{ name: '</script><script>alert(1)</script><!--\u009b2J\u202e' }]);
  });

  it('leaves out what has an error, and tells so', async () => {
    const file = await folder.write('feed.xml', feedOf(goodProduct('P1', { Price: '-1' }), goodProduct('P2')));
    const { code, out, err } = await runCli(['feed', 'json-ld', file]);
    expect(JSON.parse(out)).toHaveLength(1);
    expect([code, err]).toEqual([1, expect.stringContaining('1 product')]);
  });
});

describe('feed plan', () => {
  const old = feedOf(goodProduct('P1'), goodProduct('P2'), goodProduct('P3'));
  const now = feedOf(goodProduct('P2', { Price: '90.00' }), goodProduct('P3'), goodProduct('P4'));

  it('names what is new, changed with its values, and missing', async () => {
    const [previous, file] = [await folder.write('old.xml', old), await folder.write('new.xml', now)];
    const { code, out, err } = await runProgram(['feed', 'plan', file, '--previous', previous]);
    // A third of what was there: an import would stop at that.
    expect(code).toBe(1);
    expect(err).toContain('Dit zou 33,3% verwijderen');
    expect(out.replaceAll('\u00a0', ' ')).toBe(
      [
        '1 te verwijderen\n  P1  Training P1\n',
        '1 nieuw\n  P4  Training P4\n',
        '1 gewijzigd\n  P2  Training P2\n      prijs, bedrag: € 100,00 wordt € 90,00\n',
        '1 ongewijzigd\n',
      ].join(''),
    );
    const { code: allowed } = await runCli(['feed', 'plan', file, '--previous', previous, '--max-delete', '50']);
    expect(allowed).toBe(0);
  });

  it('never says that there is nothing to do when everything has an error, and sees an ID that changed', async () => {
    const previous = await folder.write('before.xml', feedOf(goodProduct('P1')));
    const refused = await folder.write('refused.xml', feedOf(goodProduct('P1', { Price: '-1' })));
    const { out } = await runCli(['feed', 'plan', refused, '--previous', previous]);
    expect(out).toContain('Er kan niets worden geïmporteerd: 1 product heeft een fout.');
    expect(out).not.toContain('niets te doen');
    const renamed = await folder.write('renamed.xml', feedOf(goodProduct('NEW-1', { Name: 'Training P1' })));
    const plan = await runCli(['feed', 'plan', renamed, '--previous', previous]);
    expect(plan.out).toContain('misschien is dit NEW-1');
  });

  it('writes a line of JSON per product that changes', async () => {
    const [previous, file] = [await folder.write('old.xml', old), await folder.write('new.xml', now)];
    const { out } = await runCli(['feed', 'plan', file, '--previous', previous, '--json']);
    expect(linesOf(out)).toEqual([
      { action: 'create', id: 'P4', name: 'Training P4' },
      { action: 'update', id: 'P2', name: 'Training P2', fields: ['price'] },
      { action: 'delete', id: 'P1', name: 'Training P1' },
      { summary: { create: 1, update: 1, unchanged: 1, delete: 1 } },
    ]);
  });

  it('needs something to compare with', async () => {
    expect((await runCli(['feed', 'plan', 'a.xml'])).code).toBe(2);
  });
});
