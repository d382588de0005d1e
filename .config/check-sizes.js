// Bundles each element alone, as a page would load it, and holds the files against the budgets in package.json: what
// loads at first, and everything, with the parts that load when they are needed. What the decision says of why budgets are not
// met has to be about these files, and so has what the guide for script tags says of each.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import '../packages/elements/build.js'; // `tsc` alone leaves the stylesheets as written.
import { bundle, gzipped } from '../test/bench/bundle.mjs';
import { ENTRIES } from '../test/bench/entries.mjs';

/** How far the decision may be from what is measured. */
const TOLERANCE = 0.02;
/** @type {Map<string, number>} Bytes as they load, packed */
const measured = new Map();

rmSync('.cache/sizes', { recursive: true, force: true });
for (const [name, specifiers] of Object.entries(ENTRIES)) {
  const { first, later } = await bundle(specifiers, process.cwd());
  measured.set(name, gzipped(first));
  for (const [part, files] of Object.entries({ first, later })) {
    mkdirSync(`.cache/sizes/${name}/${part}`, { recursive: true });
    files.forEach((file, index) => writeFileSync(`.cache/sizes/${name}/${part}/${index}.js`, file));
  }
}

const { status } = spawnSync('node_modules/.bin/size-limit', { stdio: 'inherit' });
process.exitCode = status ?? 1;

const decision = readFileSync('.github/decisions/0024-size-budgets.md', 'utf8');
const oneFile = readFileSync('packages/embed/dist/enrollkit-rest.js');
measured.set('enrollkit-rest', gzipped([oneFile]));
const rows = decision.split('\n').map((line) => line.split('|').map((cell) => cell.trim()));
const end = rows.findIndex(([, name]) => name === 'Files as packed');
const begin = rows.findLastIndex(([, name], index) => index < end && name === 'Lit: templates');
['enrollment-status', 'price-breakdown', 'certificate-upload', 'enrollkit-rest'].forEach((name, index) => {
  const told = Number(rows[end]?.[index + 2]);
  const bytes = measured.get(name) ?? NaN;
  if (!(Math.abs(told - bytes) <= bytes * TOLERANCE)) {
    console.error(`Decision 24 says that ${name} has ${told} bytes as packed, and it has ${bytes}.`);
    process.exitCode = 1;
  }
  const sum = rows.slice(begin, end).reduce((total, row) => total + Number(row[index + 2]), 0);
  if (sum !== told) {
    console.error(`Decision 24 says that ${name} has ${told} bytes as packed, and its parts have ${sum}.`);
    process.exitCode = 1;
  }
});

/** Files whose sizes stand together in a row of the guide, by the first of them. */
const TOLD = {
  'enrollkit.js': [],
  'enrollkit-rest.js': [],
  'enrollkit-elements.js': [],
  'enrollkit-groups.js': [],
  'enrollkit-feed.js': ['enrollkit-feed-worker.js'],
  'enrollkit-de.js': ['enrollkit-feed-de.js'],
  'enrollkit-doctor.js': [],
};
const guide = readFileSync('packages/embed/README.md', 'utf8');
for (const [file, others] of Object.entries(TOLD)) {
  const row = guide.split('\n').find((line) => line.startsWith(`| \`${file}\``)) ?? '';
  const told = row.split('|').at(-2)?.split('+').map(Number) ?? [];
  [file, ...others].forEach((name, index) => {
    const kilobytes = gzipped([readFileSync(`packages/embed/dist/${name}`)]) / 1000;
    if (Math.abs((told[index] ?? NaN) - kilobytes) <= Math.max(kilobytes * TOLERANCE, 0.6)) return;
    console.error(
      `The guide for script tags says that ${name} has ${told[index]} kB, and it has ${kilobytes.toFixed(1)}.`,
    );
    process.exitCode = 1;
  });
}
