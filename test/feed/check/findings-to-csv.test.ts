import { checkProducts, checkTrainers, findingsToCsv, type EntryWithFindings, type FeedFinding } from '@enrollkit/feed';
import { en } from '@enrollkit/feed/terms/en.js';
import { nl } from '@enrollkit/feed/terms/nl.js';
import { describe, expect, it } from 'vitest';
import { feedOf } from '../read/product-xml.js';
import { product, TODAY } from './support.js';

async function csvOf(
  entries: Iterable<EntryWithFindings> | AsyncIterable<EntryWithFindings>,
  terms = nl,
  separator: ',' | ';' = ',',
): Promise<string> {
  let csv = '';
  for await (const piece of findingsToCsv(entries, terms, { separator })) csv += piece;
  return csv;
}

const finding: FeedFinding = {
  code: 'missing-element',
  severity: 'error',
  path: 'name',
  line: 3,
  column: 5,
  params: { element: 'Name' },
};

describe('findings as CSV', () => {
  it('have a heading and a row each, in the language that is asked for', async () => {
    const feed = feedOf(product({ ID: 'A', Name: 'Lassen, basis', Price: '100,00' }));
    const [heading, row] = (await csvOf(checkProducts(feed, { today: TODAY }))).split('\r\n');
    expect(heading).toBe('\uFEFFErnst,Code,Regel,Kolom,Product-ID,Productnaam,Veld,Bevinding');
    expect(row?.replace(/,2,\d+,/, ',2,C,')).toBe(
      'waarschuwing,amount-comma,2,C,A,"Lassen, basis",price.amountMinor,' +
        '"Het bedrag “100,00” heeft een komma. Schrijf 100.00."',
    );
    expect(await csvOf([{ issues: [finding] }], en)).toBe(
      '\uFEFFSeverity,Code,Line,Column,Product ID,Product name,Field,Finding\r\n' +
        'error,missing-element,3,5,,,name,The required element Name is missing. Add it.\r\n',
    );
  });

  it('can be separated by a semicolon, for spreadsheets that want it', async () => {
    const entry = { issues: [finding], product: { id: 'A;1', name: 'a, b' } };
    expect(await csvOf([entry], en, ';')).toContain('error;missing-element;3;5;"A;1";a, b;name;');
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\r=x'])('never begin a cell with a formula: %j', async (name) => {
    const csv = await csvOf([{ issues: [finding], product: { id: name, name } }], en);
    const cells = csv.split('missing-element')[1] ?? '';
    expect(cells).not.toMatch(/[,"][=+\-@\t\r]/);
    expect(cells).toContain(`'${name.slice(0, 1)}`);
  });

  it.each(['x;=1+1', 'x;"=1+1', 'x, @SUM(A1)', 'x\t-1', 'x\n=1+1', 'x"\r\n @SUM(A1)'])(
    'begin no formula for whoever takes another separator: %j',
    async (name) => {
      const csv = await csvOf([{ issues: [finding], product: { id: name, name } }], en);
      expect(csv).not.toMatch(/[;,\t\r\n][\s"]*[=+\-@]/);
    },
  );

  it('take no longer for a name of nothing but white space', async () => {
    const name = `x${'\t'.repeat(100_000)}y`;
    expect(await csvOf([{ issues: [finding], product: { id: 'A', name } }], en)).toContain(name);
  });

  it('double quotes and keep line ends inside a cell', async () => {
    const csv = await csvOf([{ issues: [finding], product: { id: 'A', name: 'een "twee"\ndrie' } }], en);
    expect(csv).toContain('A,"een ""twee""\ndrie",name');
  });

  it('name a trainer, and what could not be read', async () => {
    const feed =
      '<Trainers><Trainer><Email>geen</Email><FirstName>Jo</FirstName><LastName>Bos</LastName></Trainer></Trainers>';
    expect(await csvOf(checkTrainers(feed), en)).toContain(',geen,Jo Bos,email,');
    expect(await csvOf([{ issues: [finding], id: 'B' }], en)).toContain(',3,5,B,,name,');
  });

  it('of a feed that is in order are the heading only', async () => {
    expect((await csvOf(checkProducts(feedOf(product()), { today: TODAY }))).split('\r\n')).toHaveLength(2);
  });
});
