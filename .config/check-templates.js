// Runs lit-analyzer over the elements' templates. It knows tags, listeners and how bindings are written, but its tables
// of attributes, properties and CSS are older than `popover` and `@container`: those rules are off.
import { spawnSync } from 'node:child_process';

const OUTDATED = ['no-unknown-attribute', 'no-unknown-property', 'no-incompatible-type-binding', 'no-invalid-css'];

const { status } = spawnSync(
  'node_modules/.bin/lit-analyzer',
  [
    'packages/elements/src/**/*.ts',
    '--strict',
    ...['--maxWarnings', '0'],
    ...OUTDATED.flatMap((rule) => [`--rules.${rule}`, 'off']),
  ],
  { stdio: 'inherit' },
);
process.exitCode = status ?? 1;
