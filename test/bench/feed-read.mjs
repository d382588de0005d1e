// How fast and in how much memory a product feed is read, checked and priced, beside what else could read it. Each reader
// runs in a process of its own, on the same file; processor time counts, not the clock, and the best of a few runs, which
// take turns so that a busy machine is busy for all: a ratio within one run, never an absolute promise. Run `npm run build`
// first: readers load what is published. Skipped, with a word about it: programs that aren't here.
//
//   node test/bench/feed-read.mjs [megabytes, default 30] [runs, default 3] [pattern of the readers to run]
//
// The size that is promised: `node test/bench/feed-read.mjs 300 3`, 100,000 products. Beside what only checks, whole programs
// both: `node test/bench/feed-read.mjs 60 5 'program|--schema'`. Of whole programs the clock is told too, for it is what a person
// waits for: a check uses a second core for what engines do beside it.
import { spawnSync } from 'node:child_process';
import { createReadStream, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeFeed } from './feed-corpus.mjs';

const ownSchema = fileURLToPath(new URL('../../packages/feed/schema/product.xsd', import.meta.url));
const ownProgram = fileURLToPath(new URL('../../packages/feed/bin/enrollkit.js', import.meta.url));
const officialSchema = fileURLToPath(new URL('../../../shared/reference/product_2_1.xsd', import.meta.url));
/** Larger pieces than Node reads by itself, as the program does: fewer turns around the loop. */
const openFeed = (path) => createReadStream(path, { highWaterMark: 262_144 });
const readers = {
  'enrollkit, read + check + price': async (path) => {
    const { checkProducts } = await import('@enrollkit/feed');
    let products = 0;
    for await (const { price } of checkProducts(openFeed(path), { today: '2026-09-01' })) {
      products += price ? 1 : 0;
    }
    return products;
  },
  'enrollkit, read': async (path) => {
    const { readProducts } = await import('@enrollkit/feed');
    let products = 0;
    for await (const { product } of readProducts(openFeed(path))) products += product ? 1 : 0;
    return products;
  },
  'enrollkit, read + price': async (path) => {
    const { readProducts } = await import('@enrollkit/feed');
    const { calculatePrice } = await import('@enrollkit/core');
    let products = 0;
    for await (const { product } of readProducts(openFeed(path))) {
      if (product && calculatePrice(product).totalMinor > 0) products += 1;
    }
    return products;
  },
  'saxes alone': async (path) => {
    const { SaxesParser } = await import('saxes');
    const parser = new SaxesParser();
    let products = 0;
    parser.on('closetag', ({ name }) => (products += name === 'Product' ? 1 : 0));
    parser.on('text', () => {});
    parser.on('cdata', () => {});
    for await (const piece of createReadStream(path, 'utf8')) parser.write(piece);
    parser.close();
    return products;
  },
  'libxml2-wasm, DOM': async (path) => {
    const { ParseOption, XmlDocument } = await import('libxml2-wasm');
    const document = XmlDocument.fromBuffer(readFileSync(path), { option: ParseOption.XML_PARSE_HUGE });
    const products = document.find('/Products/Product').length;
    document.dispose();
    return products;
  },
  'fast-xml-parser, product by product': async (path) => {
    const { XMLParser } = await import('fast-xml-parser');
    const parser = new XMLParser({ parseTagValue: false, trimValues: false });
    let products = 0;
    let rest = '';
    for await (const piece of createReadStream(path, 'utf8')) {
      const parts = (rest + piece).split('</Product>');
      rest = parts.pop() ?? '';
      for (const part of parts) {
        const product = parser.parse(`${part.slice(part.indexOf('<Product>'))}</Product>`, true);
        products += product.Product ? 1 : 0;
      }
    }
    return products;
  },
  'fast-xml-parser, whole file': async (path) => {
    const { XMLParser } = await import('fast-xml-parser');
    const parser = new XMLParser({ parseTagValue: false, trimValues: false });
    return parser.parse(readFileSync(path, 'utf8'), true).Products.Product.length;
  },
};
const OWN_PROGRAM = 'enrollkit feed check, the program';
const OTHER_PROGRAM = 'xmllint --schema (the kit’s own)';
/** Whole programs: starting them counts. */
const programs = {
  [OWN_PROGRAM]: [process.execPath, ownProgram, 'feed', 'check'],
  'xmllint --stream': ['xmllint', '--noout', '--stream'],
  'xmllint (libxml2 DOM)': ['xmllint', '--noout', '--huge'],
  [OTHER_PROGRAM]: ['xmllint', '--noout', '--huge', '--schema', ownSchema],
  'xmllint --schema (the official one)': ['xmllint', '--noout', '--huge', '--schema', officialSchema],
  'xmllint --stream --schema': ['xmllint', '--noout', '--stream', '--schema', ownSchema],
};
/** They hold all of the file, several times over: not for files beyond this many megabytes. */
const WHOLE_FILE = ['libxml2-wasm, DOM', 'fast-xml-parser, whole file'];
const MOST_FOR_WHOLE_FILE = 150;

const [first, second, third] = process.argv.slice(2);
if (first === '--reader') await measureReader(second, third);
else await compare(Number(first ?? 30), Number(second ?? 3), new RegExp(third ?? ''));

/** In a child process: reads once and prints what it took. */
async function measureReader(name, path) {
  const before = process.memoryUsage().rss;
  const start = process.cpuUsage();
  const products = await readers[name](path);
  const { user, system } = process.cpuUsage(start);
  const seconds = (user + system) / 1e6;
  const peak = process.resourceUsage().maxRSS * 1024;
  console.log(JSON.stringify({ products, seconds, memory: peak - before }));
}

async function compare(megabytes, runs, wanted) {
  const folder = mkdtempSync(join(tmpdir(), 'enrollkit-bench-'));
  const path = join(folder, 'feed.xml');
  try {
    await writeFeed(path, megabytes * 1e6);
    const size = statSync(path).size / 1e6;
    const names = Object.keys(readers).filter((name) => size <= MOST_FOR_WHOLE_FILE || !WHOLE_FILE.includes(name));
    const runnables = [
      ...names.map((name) => [name, () => runReader(name, path)]),
      ...Object.entries(programs).map(([name, command]) => [name, () => runProgram(command, path)]),
    ].filter(([name]) => wanted.test(name));
    const results = Array.from({ length: runs }, () => runnables.map(([, run]) => run()));
    const rows = runnables.flatMap(([name], index) => {
      const best = fastest(results.map((row) => row[index]));
      const clocks = results.flatMap((row) => row[index]?.clock ?? []);
      if (best === undefined) console.log(`Skipped: ${name}`);
      return best === undefined ? [] : [[name, { ...best, clock: Math.min(...clocks) }]];
    });
    print(rows, size);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function fastest(results) {
  return results.filter((result) => result !== undefined).sort((one, other) => one.seconds - other.seconds)[0];
}

function runReader(name, path) {
  const args = [fileURLToPath(import.meta.url), '--reader', name, path];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${name} failed:\n${stderr}`);
  return JSON.parse(stdout);
}

function runProgram(command, path) {
  const script = 'TIMEFORMAT="%U %S %R"; time "$@"';
  const { error, status, stderr } = spawnSync('bash', ['-c', script, 'bash', ...command, path], { encoding: 'utf8' });
  // 3: xmllint has read it, and it isn't valid by the schema.
  if (error || ![0, 3].includes(status)) return undefined;
  const [user = NaN, system = NaN, clock = NaN] = stderr.trim().split('\n').at(-1).split(' ').map(Number);
  return { seconds: user + system, clock };
}

function print(rows, size) {
  const reference = rows[0][1].seconds;
  console.log(`${size.toFixed(0)} MB\n`);
  console.log('| Reader | MB/s | time, ours = 1 | memory above start, MB |\n|---|---|---|---|');
  for (const [name, { seconds, memory }] of rows) {
    const figures = [size / seconds, seconds / reference, memory === undefined ? NaN : memory / 1e6];
    const [speed, ratio, peak] = figures.map((figure, index) => figure.toFixed(index === 1 ? 2 : 0));
    console.log(`| ${name} | ${speed} | ${ratio} | ${peak === 'NaN' ? 'not measured' : peak} |`);
  }
  const [own, other] = [OWN_PROGRAM, OTHER_PROGRAM].map((wanted) => rows.find(([name]) => name === wanted)?.[1]);
  if (own === undefined || other === undefined) return;
  const times = (figure) => (other[figure] / own[figure]).toFixed(2);
  console.log('\nSpeed of the whole check beside xmllint --schema, both whole programs:');
  console.log(`${times('seconds')} in processor time, ${times('clock')} by the clock`);
}
