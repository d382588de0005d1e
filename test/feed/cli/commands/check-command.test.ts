import { spawn } from 'node:child_process';
import { open } from 'node:fs/promises';
import { createServer, type RequestListener, type Server } from 'node:http';
import { existsSync } from 'node:fs';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { COMMANDS } from '../../../../packages/feed/src/cli/commands.js';
import type { CommandName } from '../../../../packages/feed/src/cli/help/help-texts.js';
import { loadHelp } from '../../../../packages/feed/src/cli/help/load-help.js';
import { commandHelp, programHelp } from '../../../../packages/feed/src/cli/help/show-help.js';
import { feedOf } from '../../read/product-xml.js';
import { goodProduct } from '../../plan/support/import-world.js';
import { buildCli, Folder, linesOf, runCli, runProgram, startCli } from '../support/run-cli.js';

const EXAMPLE = fileURLToPath(new URL('../../../../../shared/reference/product_example_2_1.xml', import.meta.url));
const skipped = existsSync(EXAMPLE) ? '' : ' (skipped: ../shared/reference is not here)';

let folder: Folder;
beforeAll(async () => {
  folder = await Folder.make();
  await buildCli();
});
afterAll(() => folder[Symbol.asyncDispose]());

const check = (...args: readonly string[]) => runCli(['feed', 'check', ...args]);
const program = (...args: readonly string[]) => runProgram(['feed', 'check', ...args]);

describe('feed check --json', () => {
  it('writes a line per product and a summary, and ends with 1 for errors', async () => {
    const bad = goodProduct('P2', { Price: '12,5050' });
    const worse = goodProduct('P3', { Price: '-1' });
    const file = await folder.write('mixed.xml', feedOf(goodProduct('P1'), bad, worse));
    const { code, out, err } = await check(file, '--json');
    expect(linesOf(out)).toEqual([
      { id: 'P1', name: 'Training P1', display: 'amount', total: '121.00', exemptTotal: null, issues: [] },
      {
        ...{ id: 'P2', name: 'Training P2', display: 'amount', total: '33.51', exemptTotal: null },
        issues: expect.arrayContaining([
          { code: 'amount-comma', severity: 'warning', path: 'price.amountMinor', line: 3 },
        ]) as unknown,
      },
      {
        ...{ id: 'P3', name: 'Training P3', display: null, total: null, exemptTotal: null },
        issues: expect.arrayContaining([
          { code: 'amount-negative', severity: 'error', path: 'price.amountMinor', line: 4 },
        ]) as unknown,
      },
      { summary: { products: 3, errors: 1, warnings: expect.any(Number) as unknown, ...NO_DIFFERENCE } },
    ]);
    expect([code, err]).toEqual([1, '']);
  });

  it('ends with 0 when there are no errors', async () => {
    const { code, out } = await check(await folder.write('good.xml', feedOf(goodProduct('P1'))), '--json');
    expect(linesOf(out).at(-1)).toEqual({ summary: { products: 1, errors: 0, warnings: 0, ...NO_DIFFERENCE } });
    expect(code).toBe(0);
  });

  it('counts what a previous feed makes new, changed and missing', async () => {
    const previous = await folder.write('old.xml', feedOf(...['P1', 'P2', 'P3'].map((id) => goodProduct(id))));
    const now = feedOf(goodProduct('P2', { Price: '90.00' }), goodProduct('P3'), goodProduct('P4'), goodProduct('P5'));
    const { out } = await check(await folder.write('new.xml', now), '--json', '--previous', previous);
    expect(linesOf(out).at(-1)).toMatchObject({ summary: { create: 2, update: 1, delete: 1 } });
  });

  it('judges as the schema does when it is told to', async () => {
    const file = await folder.write('comma.xml', feedOf(goodProduct('P1', { Price: '100,00' })));
    expect((await check(file, '--json')).code).toBe(0);
    expect((await check(file, '--json', '--strict')).code).toBe(1);
  });

  it('warns of organizations of PE points that are not in a list', async () => {
    const PePoints = '<PePoint><Organisation>SJK</Organisation><PointType>PE</PointType><Points>2</Points></PePoint>';
    const file = await folder.write('points.xml', feedOf(goodProduct('P1', { PePoints })));
    const skj = '[{ "id": "SKJ", "name": "Stichting Kwaliteitsregister Jeugd" }]';
    const list = await folder.write('organisations.json', skj);
    const { code, out } = await check(file, '--json', '--pe-organisations', list);
    const issue = { code: 'organisation-unlisted', severity: 'warning', path: 'pePoints[0].organisation' };
    expect(linesOf(out)[0]).toMatchObject({ id: 'P1', issues: [issue] });
    expect(code).toBe(0);
    for (const [content, what] of [
      ['SKJ', 'is geen lijst van organisaties'],
      ['[{ "id": "SKJ" }]', 'is geen lijst van organisaties'],
      [' '.repeat(1_000_001), 'is geen lijst van organisaties'],
      [undefined, 'bestaat niet'],
    ] as const) {
      const wrong = content === undefined ? 'nergens.json' : await folder.write('wrong.json', content);
      const answer = await check(file, '--pe-organisations', wrong, '--lang', 'nl');
      expect(answer.err).toContain(what);
      expect(answer.code).toBe(2);
    }
  });

  it('has a line for a product that can not be read, and goes on', async () => {
    const broken = '<Product><ID>P2</ID><Name>A < B</Name></Product>';
    const { code, out } = await check(await folder.write('cut.xml', feedOf(broken, goodProduct('P3'))), '--json');
    expect(linesOf(out)).toMatchObject([
      { id: 'P2', name: null, total: null, issues: [{ severity: 'error', line: 2 }] },
      { id: 'P3', issues: [] },
      { summary: { products: 2, errors: expect.any(Number) as unknown } },
    ]);
    expect(code).toBe(1);
  });

  it.skipIf(skipped !== '')(`prices the official example at 548.79 and 571.00${skipped}`, async () => {
    const { code, out } = await check(EXAMPLE, '--json', '--today', '2014-08-01');
    expect(linesOf(out)[0]).toMatchObject({ display: 'amount', total: '548.79', exemptTotal: '571.00' });
    expect(linesOf(out)[1]).toMatchObject({ summary: { products: 1, errors: 0 } });
    expect(code).toBe(0);
  });
});

const NO_DIFFERENCE = { create: null, update: null, delete: null };

describe('feed check for people', () => {
  it('groups what is found, with its place and what to do, in Dutch', async () => {
    const file = await folder.write('people.xml', feedOf(goodProduct('P1', { Price: '100,00' })));
    const { code, out } = await check(file);
    expect(out).toMatch(/^Waarschuwingen\n {2}.+ \(1\)\n {4}2:\d+ {2}P1 {2}.*100,00.*100\.00/);
    expect(out).toMatch(/\n1 product gelezen: 0 fouten, 1 waarschuwing\.\n$/);
    expect(code).toBe(0);
  });

  it('speaks the language of the terminal, or the one it is asked for', async () => {
    const file = await folder.write('english.xml', feedOf(goodProduct('P1')));
    expect((await runCli(['feed', 'check', file], { env: { LANG: 'en_GB.UTF-8' } })).out).toBe(
      '1 product read: everything is fine.\n',
    );
    expect((await check(file, '--lang', 'en')).out).toBe('1 product read: everything is fine.\n');
    expect((await runCli(['feed', 'check', file], { env: { LANG: 'de_AT.UTF-8' } })).out).toBe(
      '1 Produkt gelesen: Alles ist in Ordnung.\n',
    );
    expect((await check(file, '--lang', 'fr')).out).toBe('Lecture de 1 produit\u00a0: tout est correct.\n');
    expect((await check(file)).out).toBe('1 product gelezen: alles is in orde.\n');
  });

  it('shows the first of many, and counts the rest', async () => {
    const many = Array.from({ length: 30 }, (_, index) => goodProduct(`P${index}`, { Price: '100,00' }));
    const { out } = await check(await folder.write('many.xml', feedOf(...many)), '--limit', '3');
    expect(out.match(/^ {4} *\d+:\d+/gm)).toHaveLength(3);
    expect(out).toContain('nog 27 keer');
  });

  it('tells the difference with a previous feed', async () => {
    const previous = await folder.write('was.xml', feedOf(goodProduct('P1'), goodProduct('P2')));
    const { out } = await check(await folder.write('is.xml', feedOf(goodProduct('P3'))), '--previous', previous);
    expect(out).toContain('1 nieuw, 0 gewijzigd, 2 zouden worden verwijderd.');
  });

  it('lets nothing in a feed steer the terminal', async () => {
    const file = await folder.write('steer.xml', feedOf(goodProduct('P\u009b31m1', { Level: '\u202e\u009b2J' })));
    expect((await check(file)).out).not.toMatch(/[\u0080-\u009f\u202e\u001b]/);
  });

  it('has no colours and no bar where nobody looks', async () => {
    const { out, err } = await check(await folder.write('plain.xml', feedOf(goodProduct('P1', { Price: '-1' }))));
    expect(out + err).not.toContain('\u001b');
    expect(err).toBe('');
  });

  it('writes a row per finding for a spreadsheet', async () => {
    const feed = feedOf(goodProduct('P1', { Price: '100,00' }), goodProduct('P2', { Price: '100,00' }));
    const { out } = await check(await folder.write('rows.xml', feed), '--csv');
    const rows = out.trimEnd().split('\r\n');
    expect(rows).toHaveLength(3);
    expect(rows[0]).toMatch(/^Ernst;Code;/);
    expect(rows[1]).toContain('P1');
    expect(rows[2]).toContain('P2');
  });

  it('checks a feed of trainers', async () => {
    const feed =
      '<Trainers><Trainer><Email>an@a.test</Email></Trainer><Trainer><Email>nope</Email></Trainer></Trainers>';
    const { code, out } = await check(await folder.write('trainers.xml', feed), '--trainers');
    expect(out).toContain('2 trainers gelezen: 1 fout');
    expect(code).toBe(1);
  });

  it('sees by itself that a feed is of trainers', async () => {
    const feed =
      '\uFEFF<?xml version="1.0"?>\n<!-- <Products> -->\n<Trainers><Trainer><Email>a@b.nl</Email></Trainer></Trainers>';
    for (const content of [feed, gzipSync(feed), Buffer.from(feed, 'utf16le')]) {
      const { code, out } = await check(await folder.write('trainers.xml', content));
      expect([code, out]).toEqual([0, expect.stringContaining('1 trainer gelezen')]);
    }
  });

  it('checks several feeds, each by itself, and ends with the worst of their codes', async () => {
    const good = await folder.write('one.xml', feedOf(goodProduct('P1')));
    const bad = await folder.write('two.xml', feedOf(goodProduct('P2', { Price: '-1' })));
    const { code, out } = await check(good, bad);
    expect(code).toBe(1);
    expect(out).toContain('one.xml');
    expect(out.indexOf('two.xml')).toBeGreaterThan(out.indexOf('1 product gelezen'));
    expect((await check(bad, 'nowhere.xml', good)).code).toBe(2);
  });

  it('shows findings of different products before more of one', async () => {
    const start = '<StartingDatePlace><ID>S</ID><Startdate>1x</Startdate></StartingDatePlace>';
    const many = (id: string) => goodProduct(id, { StartingDatePlaces: start.repeat(9) });
    const { out } = await check(
      await folder.write('many.xml', feedOf(many('P1'), many('P2'), many('P3'))),
      '--limit',
      '3',
    );
    for (const id of ['P1', 'P2', 'P3']) expect(out).toMatch(new RegExp(`${id} .*1x`));
  });
});

describe('feed check reads', () => {
  const feed = feedOf(goodProduct('P1'), goodProduct('P2'));

  it('what is piped in, packed or not', async () => {
    for (const input of [feed, gzipSync(feed)]) {
      const { code, out } = await runProgram(['feed', 'check', '-', '--json'], { input });
      expect([code, linesOf(out)]).toMatchObject([0, [{ id: 'P1' }, { id: 'P2' }, { summary: { products: 2 } }]]);
    }
  });

  it('a packed file', async () => {
    const { out } = await program(await folder.write('feed.xml.gz', gzipSync(feed)));
    expect(out).toContain('2 producten');
  });

  it.each([
    ['that is not there', 'nowhere.xml', 'bestaat niet'],
    ['that is a folder', '.', 'is een map'],
  ])('no file %s, says so and ends with 2', async (_what, name, sentence) => {
    const { code, out, err } = await runProgram(['feed', 'check', name], { cwd: folder.path });
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(sentence);
  });

  it('no file that is no feed: ends with 2, without a summary', async () => {
    const { code, out, err } = await program(
      await folder.write('page.html', '<html>\n<body>404</body></html>'),
      '--json',
    );
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('regel 1:1');
  });

  it('as much as it can of a packed feed that breaks off', async () => {
    const packed = gzipSync(feedOf(...Array.from({ length: 2_000 }, (_, index) => goodProduct(`P${index}`))));
    const file = await folder.write('half.xml.gz', packed.subarray(0, packed.length / 2));
    const { code, out } = await program(file, '--json');
    expect(code).toBe(2);
    expect(linesOf(out)[0]).toMatchObject({ id: 'P0' });
    expect(out).not.toContain('"summary"');
  });
});

describe('feed check of an address', () => {
  let server: Server | undefined;
  afterEach(() => void server?.close());

  async function serve(listener: RequestListener): Promise<string> {
    server = createServer(listener).listen(0, '127.0.0.1');
    await once(server, 'listening');
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }
  const feed = feedOf(goodProduct('P1'));

  it('follows where it is sent', async () => {
    const url = await serve((request, response) => {
      if (request.url === '/feed.xml') response.end(feed);
      else response.writeHead(302, { location: '/feed.xml' }).end();
    });
    expect((await program(`${url}/old`)).out).toContain('1 product gelezen');
  });

  it('gives up on a circle', async () => {
    const url = await serve((_request, response) => void response.writeHead(302, { location: '/' }).end());
    const { code, err } = await program(url);
    expect(code).toBe(2);
    expect(err).toContain('verwijst meer dan 5 keer door');
  });

  it('says what the server answered', async () => {
    const url = await serve((_request, response) => void response.writeHead(404).end('no'));
    const { code, err } = await program(url);
    expect(code).toBe(2);
    expect(err).toContain('foutcode 404');
  });

  it('sends user and password to that server only, and never shows them', async () => {
    const seen: (string | undefined)[] = [];
    const url = await serve((request, response) => {
      seen.push(request.headers.authorization);
      if (request.url === '/')
        response.writeHead(307, { location: url.replace('127.0.0.1', 'localhost') + '/other' }).end();
      else response.writeHead(403).end();
    });
    const { err } = await program(url.replace('http://', 'http://an:geheim@'));
    expect(seen[0]).toBe(`Basic ${Buffer.from('an:geheim').toString('base64')}`);
    expect(seen.slice(1)).not.toContain(seen[0]);
    expect(err).not.toContain('geheim');
  });

  it('says that nothing listens there', async () => {
    const { code, err } = await program('http://127.0.0.1:9/feed.xml');
    expect(code).toBe(2);
    expect(err).toContain('is niet bereikbaar');
  });
});

describe('the program', () => {
  it.each([
    ['nl', 'Gebruik', 'Zie', 'De optie --nope bestaat niet', 'Bij --limit hoort een waarde'],
    ['en', 'Usage', 'See', 'There is no option --nope', '--limit needs a value'],
    ['de', 'Aufruf', 'Siehe', 'Die Option --nope gibt es nicht', 'Zu --limit gehört ein Wert'],
    ['fr', 'Utilisation', 'Voir', 'L’option --nope n’existe pas', '--limit demande une valeur'],
  ] as const)(
    'explains itself in %s, every option of every command',
    async (language, usage, see, unknown, missing) => {
      const { code, out, err } = await runCli(['feed', 'check', 'a', '--nope', '--lang', language]);
      expect([code, out, err]).toEqual([2, '', `enrollkit: ${unknown}\n${see} enrollkit feed check --help\n`]);
      const help = await loadHelp(language);
      expect(help.problems.valueMissing({ name: '--limit' })).toBe(missing);
      expect(programHelp(help)).toMatch(new RegExp(`^${usage}: enrollkit feed COMMAND FILE `));
      for (const [name, load] of Object.entries(COMMANDS)) {
        const command = await load();
        const text = commandHelp(name as CommandName, command, help);
        expect(text).toContain(`${usage}: enrollkit feed ${name} `);
        // A server reads the bytes of an import itself.
        for (const option of Object.keys(command.options).filter((each) => `${name} ${each}` !== 'import encoding'))
          expect(text).toMatch(new RegExp(`^  (?:-., )?--${option}(?: |$)`, 'm'));
        for (const line of text.split('\n')) expect(line.length, line).toBeLessThanOrEqual(120);
      }
    },
  );

  it('shows it where somebody asks, in the language of the terminal', async () => {
    expect((await runProgram(['--help'], { env: { LANG: 'de_DE.UTF-8' } })).out).toMatch(
      /^Aufruf: enrollkit feed COMMAND /,
    );
    expect((await runProgram(['feed', 'plan', '--help'])).out).toMatch(/^Gebruik: enrollkit feed plan /);
  });

  it('tells its version', async () => expect((await runProgram(['--version'])).out).toBe('1.2.3\n'));

  it.each([[['feed', 'check']], [['feed', 'nope', 'a']], [['nope']], [['feed', 'check', '--json=1', 'a']]])(
    'does not guess what %j means',
    async (args) => {
      const { code, err } = await runProgram(args);
      expect(code).toBe(2);
      expect(err).toMatch(/^Zie enrollkit (?:feed check )?--help$/m);
      expect(err.trimEnd().split('\n')).toHaveLength(2);
    },
  );

  it('ends quietly when its reader has had enough', async () => {
    const many = feedOf(...Array.from({ length: 3000 }, (_, index) => goodProduct(`P${index}`)));
    const child = await startCli(['feed', 'check', await folder.write('head.xml', many), '--json']);
    let err = '';
    child.stderr.on('data', (piece: Buffer) => (err += piece.toString()));
    await once(child.stdout, 'data');
    child.stdout.destroy();
    const [code] = (await once(child, 'close')) as [number];
    expect([code, err]).toEqual([141, '']);
  });

  it('says that its output can not be written, and not where in the program', async () => {
    const full = await open('/dev/full', 'w');
    const file = await folder.write('full.xml', feedOf(goodProduct('P1')));
    const child = spawn(process.execPath, [await buildCli(), 'feed', 'check', file], {
      stdio: ['ignore', full.fd, 'pipe'],
      env: { PATH: process.env.PATH, LANG: 'C' },
    });
    let err = '';
    child.stderr?.on('data', (piece: Buffer) => (err += piece.toString()));
    const [code] = (await once(child, 'close')) as [number];
    await full.close();
    expect([code, err]).toEqual([
      2,
      'De uitvoer kan niet worden geschreven (de schijf is vol). Maak ruimte vrij, of schrijf naar een andere plaats.\n',
    ]);
  });

  it('stops cleanly on Ctrl-C', async () => {
    const child = await startCli(['feed', 'check', '-', '--json']);
    let err = '';
    child.stderr.on('data', (piece: Buffer) => (err += piece.toString()));
    child.stdin.write(`<Products>${goodProduct('P1')}${' '.repeat(100_000)}`);
    await once(child.stdout, 'data');
    child.kill('SIGINT');
    const [code] = (await once(child, 'close')) as [number];
    expect([code, err]).toEqual([130, 'Gestopt.\n']);
  });
});
