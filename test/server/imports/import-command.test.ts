import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Folder, linesOf, runCli, runProgram, startCli, type CliRun } from '../../feed/cli/support/run-cli.js';
import { feedOf } from '../../feed/read/product-xml.js';
import { freshDatabase, type TestDatabase } from '../../support/postgres.js';
import { askJson, openSchool, type School } from '../faults/support/school.js';
import { bundleServer, type ServerProcess, type ServerProgram } from '../faults/support/server-process.js';
import { until } from './support/importing-server.js';
import { course, feedWith } from './support/product-feed.js';
import { standStillAt } from './support/stand-still.js';

let program: ServerProgram;
let database: TestDatabase;
let dataDir: string;
let school: School;
let server: ServerProcess;
let folder: Folder;
beforeAll(async () => {
  [program, database, dataDir, folder] = await Promise.all([
    bundleServer(),
    freshDatabase(),
    mkdtemp(join(tmpdir(), 'enrollkit-import-command-')),
    Folder.make(),
  ]);
  server = await start();
  school = await openSchool(database.url, server.url, { bookings: 1 });
});
afterAll(async () => {
  await school.close();
  await program.end();
  await database.drop();
  await folder[Symbol.asyncDispose]();
  await rm(dataDir, { recursive: true, force: true });
});

const start = () => program.start({ DATABASE_URL: database.url, ENROLLKIT_DATA_DIR: dataDir });
const door = () => ({ url: server.url, key: school.key });

/** Asks the server for an import, as somebody who has its key. */
function command(...args: readonly string[]): Promise<CliRun> {
  return runCli(...asked(args));
}

const asked = (args: readonly string[]) =>
  [['feed', ...args, '--server', server.url], { env: { ENROLLKIT_TOKEN: school.key } }] as const;

/** The fields that a plan names as changed. */
const fieldsIn = (text: string) => [...text.matchAll(/^ {6}(.+?): /gm)].map(([, field]) => field);

const resumeId = (text: string) => /--resume (\S+)/.exec(text)?.[1] ?? '';

describe('feed import', () => {
  it('shows the plan and changes nothing, until it is told to apply it', async () => {
    const file = await folder.write('first.xml.gz', gzipSync(feedWith(20)));
    const look = await command('import', file, '--plan-only', '--max-delete', '100');
    // What can't be undone comes first, with what hangs on it.
    expect(look.out).toMatch(
      /^1 te verwijderen\n {2}course {2}Course {2}\(1 inschrijving, waarvan 1 nog open\)\n20 nieuw\n {2}c-\d+ {2}/,
    );
    expect(look.out).toContain('en nog 10');
    expect(look.out).toContain('1 te verwijderen');
    expect(await askJson(door(), 'GET', '/products/course')).toMatchObject({ state: 'active' });

    const applied = await runProgram(...asked(['import', '--resume', resumeId(look.err), '--yes']));
    expect([applied.code, applied.out]).toEqual([0, expect.stringContaining('Klaar: 21 wijzigingen doorgevoerd.')]);
    expect(await askJson(door(), 'GET', '/products/course')).toMatchObject({ state: 'deleted' });
  });

  it('says that there is nothing to do for a feed that was applied', async () => {
    const { code, out } = await command('import', await folder.write('again.xml', feedWith(20)), '--yes');
    expect([code, out]).toEqual([0, expect.stringContaining('Er is niets te doen')]);
  });

  it('tells which fields change in the words of a plan without a server, with the old and the new value', async () => {
    const lunch =
      '<AdditionalCost><Type>lunch</Type><Price>10</Price><VatIncluded>no</VatIncluded><VatAmount>0.90</VatAmount>' +
      '<Mandatory>true</Mandatory></AdditionalCost>';
    const changes = { price: 1, extra: { VatAmount: '0.21', AdditionalCosts: lunch } };
    const changed = feedOf(
      ...Array.from({ length: 20 }, (_, index) => course(`c-${index}`, index ? { price: 399 + index } : changes)),
    );
    const file = await folder.write('changed.xml', changed);
    const { out } = await command('plan', file);
    expect(out).toMatch(/^1 gewijzigd\n {2}c-0 /);
    const told = out.replaceAll('\u00a0', ' ');
    expect(told).toContain('prijs, bedrag: € 399,00 wordt € 1,00\n');
    expect(told).toContain('prijs, btw: € 21,00 wordt € 0,21\n');
    expect(told).toContain('bijkomende kosten 1: niets wordt');
    const previous = await folder.write('unchanged.xml', feedWith(20));
    const local = await runCli(['feed', 'plan', file, '--previous', previous]);
    expect(fieldsIn(local.out)).toEqual(fieldsIn(out));
  });

  it('keeps to the limit on deleting, and says how to go over it', async () => {
    const held = await command('import', await folder.write('few.xml', feedWith(10)), '--yes', '--max-delete', '49');
    expect(held.code).toBe(1);
    expect(held.err).toContain('verwijdert 50% van wat er staat');
    const forced = await command('import', '--resume', resumeId(held.err), '--yes', '--force', '--json');
    expect(linesOf(forced.out)).toMatchObject([{ state: 'done', counts: { delete: 10, applied: 10 } }]);
    expect(forced.code).toBe(0);
  });

  it('leaves out what has an error, says what and where, and ends with 1', async () => {
    const feed = feedOf(...Array.from({ length: 9 }, (_, index) => course(`c-${index}`)), course('c-9', { price: -1 }));
    const { code, out, err } = await command('import', await folder.write('bad.xml', feed), '--yes');
    expect(err).toBe('');
    expect(out).toContain('1 product met een fout blijft buiten de import');
    expect(out).toMatch(/ {2}11:\d+ {2}c-9 /);
    expect(code).toBe(1);
  });

  it('goes on after the server was killed half-way, and ends exactly right', async () => {
    const feed = feedWith(200);
    const file = await folder.write('many.xml', feed);
    const look = await command('import', file, '--plan-only', '--json');
    const [{ id }] = linesOf(look.out) as [{ id: string }];
    const still = await standStillAt('c-150', school);
    const child = await startCli(['feed', 'import', '--server', server.url, '--resume', id, '--yes', '--json'], {
      env: { ENROLLKIT_TOKEN: school.key },
    });
    const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
    await still.isReached();
    expect(await until(door(), id, () => true)).toMatchObject({ state: 'applying', counts: { applied: 100 } });
    await server.kill();
    await still.letGo();
    // Whoever watched gives up in the end, or is stopped by hand; the import is the server's.
    child.kill('SIGINT');
    await ended;
    server = await start();
    const { code, out } = await command('import', '--resume', id, '--yes', '--json');
    expect(linesOf(out)).toMatchObject([
      { id, state: 'done', counts: { create: 180, restore: 10, update: 8, unchanged: 2, applied: 198 } },
    ]);
    expect(code).toBe(0);
    const again = await command('plan', file);
    expect([again.code, again.err, again.out]).toEqual([
      0,
      expect.stringContaining('er is nog niets veranderd'),
      expect.stringContaining('Er is niets te doen'),
    ]);
  });

  it('says that products seem to have a new ID only, and does with them as it is told', async () => {
    for (const id of ['c-0', 'c-1']) {
      const participant = { name: 'Jan', email: 'jan@example.nl' };
      await askJson(door(), 'POST', '/bookings', { id: `e-${id}`, product_id: id, participant });
    }
    const web = (id: string) => ({ WebAddress: `https://example.test/${id}` });
    const feed = feedOf(
      ...Array.from({ length: 200 }, (_, index) => {
        const [id, name] = [index < 2 ? `n-${index}` : `c-${index}`, `Cursus c-${index}`];
        return course(id, { price: 399 + index, extra: { Name: name, ...web(id) } });
      }),
    );
    const look = await command('import', await folder.write('new-ids.xml', feed), '--plan-only');
    expect(look.out).toContain('2 producten lijken alleen een nieuwe ID te hebben.');
    expect(look.out).toContain('--new-ids replace');
    const go = (...args: string[]) => command('import', '--resume', resumeId(look.err), '--yes', '--force', ...args);
    expect((await go('--new-ids', 'lose')).code).toBe(2);
    const { code, out } = await go('--new-ids', 'keep', '--new-ids-except', 'n-1', '--json');
    expect([code, linesOf(out)]).toMatchObject([0, [{ state: 'done', counts: { new_ids: 2 } }]]);
    expect(await askJson(door(), 'GET', '/bookings/e-c-0')).toMatchObject({ product_id: 'n-0' });
    expect(await askJson(door(), 'GET', '/bookings/e-c-1')).toMatchObject({ product_id: 'c-1' });
    expect(await askJson(door(), 'GET', '/products/c-1')).toMatchObject({ state: 'deleted' });
  });

  it('sends trainers', async () => {
    const feed = '<Trainers><Trainer><Email>an@example.nl</Email><FirstName>An</FirstName></Trainer></Trainers>';
    const { code, out } = await command('import', await folder.write('trainers.xml', feed), '--trainers', '--yes');
    expect([code, out]).toEqual([0, expect.stringContaining('1 trainer uit te nodigen')]);
  });
});

describe.concurrent('what can not be sent is told, and ends with 2', () => {
  it('without a key', async () => {
    const { code, err } = await runCli(['feed', 'import', 'a.xml', '--server', server.url, '--yes']);
    expect([code, err]).toEqual([2, expect.stringContaining('ENROLLKIT_TOKEN')]);
  });

  it('with a key that the server does not know', async () => {
    const file = await folder.write('one.xml', feedWith(1));
    const key = await folder.write('key', 'nope\n');
    const args = ['feed', 'import', file, '--server', server.url, '--yes', '--token-file', key];
    const { code, err } = await runCli(args);
    expect([code, err]).toEqual([2, expect.stringContaining('kent deze sleutel niet')]);
    expect(err).not.toContain('nope');
  });

  it('where nobody can answer', async () => {
    const { code, err } = await command('import', await folder.write('two.xml', feedWith(1)));
    expect([code, err]).toEqual([2, expect.stringContaining('--yes')]);
  });

  it('to a server that is not there', async () => {
    const file = await folder.write('three.xml', feedWith(1));
    const args = ['feed', 'import', file, '--server', 'http://127.0.0.1:9', '--yes'];
    const { code, err } = await runProgram(args, { env: { ENROLLKIT_TOKEN: 'x' } });
    expect([code, err]).toEqual([2, expect.stringContaining('is niet bereikbaar')]);
  });

  it('from a file that is not there', async () => {
    const { code, err } = await command('import', 'nowhere.xml', '--yes');
    expect([code, err]).toEqual([2, expect.stringContaining('bestaat niet')]);
  });
});
