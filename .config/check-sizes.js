// Bundles each element alone, as a page would load it, and holds the files against the budgets in package.json: what
// loads at first, and everything, with the parts that load when they are needed. What the decision says of why two budgets are
// not met has to be about these files.
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
const [, ...told] = /\| Files as packed +\| (\d+) +\| (\d+) +\|/.exec(decision) ?? [];
['enrollment-status', 'price-breakdown'].forEach((name, index) => {
  const bytes = measured.get(name) ?? NaN;
  if (Math.abs(Number(told[index]) - bytes) <= bytes * TOLERANCE) return;
  console.error(`Decision 24 says that <${name}> has ${told[index]} bytes as packed, and it has ${bytes}.`);
  process.exitCode = 1;
});
