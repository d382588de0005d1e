// Bundles each element alone, as a page would load it, and holds the files against the budgets in package.json.
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { bundle } from '../test/bench/bundle.mjs';
import { ENTRIES } from '../test/bench/entries.mjs';

mkdirSync('.cache/sizes', { recursive: true });
for (const [name, specifiers] of Object.entries(ENTRIES))
  writeFileSync(`.cache/sizes/${name}.js`, await bundle(specifiers, process.cwd()));

const { status } = spawnSync('node_modules/.bin/size-limit', { stdio: 'inherit' });
process.exitCode = status ?? 1;
