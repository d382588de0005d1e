// How fast and in how much memory a product feed is read, beside what else could read it. Each reader runs in a process of
// its own, on the same file; processor time counts, not the clock, and the best of a few runs: a ratio within one run,
// never an absolute promise. Run `npm run build` first: readers load what is published.
//
//   node test/bench/feed-read.mjs [megabytes, default 30] [runs, default 3]
import { spawnSync } from 'node:child_process';
import { createReadStream, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeFeed } from './feed-corpus.mjs';

const readers = {
  'enrollkit, read': async (path) => {
    const { readProducts } = await import('@enrollkit/feed');
    let products = 0;
    for await (const { product } of readProducts(createReadStream(path))) products += product ? 1 : 0;
    return products;
  },
  'enrollkit, read + price': async (path) => {
    const { readProducts } = await import('@enrollkit/feed');
    const { calculatePrice } = await import('@enrollkit/core');
    let products = 0;
    for await (const { product } of readProducts(createReadStream(path))) {
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
  'fast-xml-parser, whole file': async (path) => {
    const { XMLParser } = await import('fast-xml-parser');
    const parser = new XMLParser({ parseTagValue: false, trimValues: false });
    return parser.parse(readFileSync(path, 'utf8'), true).Products.Product.length;
  },
};
const programs = {
  'xmllint --stream': ['--noout', '--stream'],
  'xmllint (libxml2 DOM)': ['--noout'],
};

const [first, second] = process.argv.slice(2);
if (first === '--reader') await measureReader(second, process.argv[4]);
else await compare(Number(first ?? 30), Number(second ?? 3));

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

async function compare(megabytes, runs) {
  const folder = mkdtempSync(join(tmpdir(), 'enrollkit-bench-'));
  const path = join(folder, 'feed.xml');
  try {
    await writeFeed(path, megabytes * 1e6);
    const size = statSync(path).size / 1e6;
    const rows = [
      ...Object.keys(readers).map((name) => [name, best(runs, () => runReader(name, path))]),
      ...Object.entries(programs).map(([name, args]) => [name, best(runs, () => runProgram(args, path))]),
    ].filter(([, result]) => result !== undefined);
    print(rows, size);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function best(runs, run) {
  const results = Array.from({ length: runs }, run).filter((result) => result !== undefined);
  return results.sort((one, other) => one.seconds - other.seconds)[0];
}

function runReader(name, path) {
  const args = [fileURLToPath(import.meta.url), '--reader', name, path];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${name} failed:\n${stderr}`);
  return JSON.parse(stdout);
}

function runProgram(args, path) {
  const script = 'TIMEFORMAT="%U %S"; time "$@"';
  const { error, status, stderr } = spawnSync('bash', ['-c', script, 'bash', 'xmllint', ...args, path], {
    encoding: 'utf8',
  });
  if (error || status !== 0) return undefined;
  const [user = NaN, system = NaN] = stderr.trim().split('\n').at(-1).split(' ').map(Number);
  return { seconds: user + system };
}

function print(rows, size) {
  const reference = rows[0][1].seconds;
  console.log(`${size.toFixed(0)} MB, ${rows[0][1].products} products\n`);
  console.log('| Reader | MB/s | time, read = 1 | memory above start, MB |\n|---|---|---|---|');
  for (const [name, { seconds, memory }] of rows) {
    const figures = [size / seconds, seconds / reference, memory === undefined ? NaN : memory / 1e6];
    const [speed, ratio, peak] = figures.map((figure, index) => figure.toFixed(index === 1 ? 2 : 0));
    console.log(`| ${name} | ${speed} | ${ratio} | ${peak === 'NaN' ? 'not measured' : peak} |`);
  }
}
