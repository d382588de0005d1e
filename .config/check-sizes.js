// Bundles each element alone, as a page would load it, and holds the files against the budgets in package.json: what
// loads at first, and everything, with the parts that load when they are needed.
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import '../packages/elements/build.js'; // `tsc` alone leaves the stylesheets as written.
import { bundle } from '../test/bench/bundle.mjs';
import { ENTRIES } from '../test/bench/entries.mjs';

rmSync('.cache/sizes', { recursive: true, force: true });
for (const [name, specifiers] of Object.entries(ENTRIES)) {
  const { first, later } = await bundle(specifiers, process.cwd());
  for (const [part, files] of Object.entries({ first, later })) {
    mkdirSync(`.cache/sizes/${name}/${part}`, { recursive: true });
    files.forEach((file, index) => writeFileSync(`.cache/sizes/${name}/${part}/${index}.js`, file));
  }
}

const { status } = spawnSync('node_modules/.bin/size-limit', { stdio: 'inherit' });
process.exitCode = status ?? 1;
