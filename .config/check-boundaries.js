// Runs dependency-cruiser and makes sure that it has seen every source file: a checker that finds nothing to check
// reports no violations either.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const ROOTS = ['packages', 'demo', 'stories', 'test', '.storybook', 'vite.config.ts'].filter((root) =>
  existsSync(root),
);

const { status, stdout, stderr } = spawnSync(
  'node_modules/.bin/depcruise',
  ['--config', '.config/dependency-cruiser.cjs', '--output-type', 'err-long', ...ROOTS],
  { encoding: 'utf8' },
);
process.stdout.write(stdout + stderr);

const cruised = Number(/(\d+) modules/.exec(stdout)?.[1] ?? 0);
const sources = readdirSync('packages')
  .map((name) => join('packages', name, 'src'))
  .filter((folder) => existsSync(folder))
  .flatMap((folder) => readdirSync(folder, { recursive: true }))
  .filter((file) => String(file).endsWith('.ts'));
if (cruised < sources.length) console.error(`Only ${cruised} modules were seen of ${sources.length} source files.`);

process.exitCode = status === 0 && cruised >= sources.length && sources.length > 0 ? 0 : 1;
