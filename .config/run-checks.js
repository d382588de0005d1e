// Runs every check of the project, or with --static those that need no browser. Goes on after a failure, shows what a
// failing check printed, and ends with `N passed, N failed, N skipped` over all of them. A check without tests of its
// own counts as one. What failed is listed once more before that line: a log that is too long loses its beginning.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** @typedef {{ name: string, command: string, browser?: boolean, after?: string, env?: Record<string, string> }} Check */

/** @type {readonly Check[]} */
const CHECKS = [
  // As early as can be, because nothing else takes as long. What prepares the databases reads built packages.
  { name: 'tests in Node', command: 'vitest run --project node', after: 'types' },
  { name: 'lint', command: 'npm run --silent lint' },
  { name: 'lock file', command: 'node .config/check-lock-file.js' },
  { name: 'formatting', command: 'prettier --check .' },
  { name: 'types', command: 'tsc --build' },
  { name: 'templates', command: 'node .config/check-templates.js' },
  { name: 'boundaries', command: 'node .config/check-boundaries.js' },
  { name: 'unused code', command: 'knip --config .config/knip.json' },
  { name: 'manifest', command: 'node .config/generate-manifest.js --check' },
  { name: 'places', command: 'node .config/generate-places.js --check' },
  { name: 'build', command: 'npm run --silent build', after: 'types' },
  { name: 'sizes', command: 'node .config/check-sizes.js', after: 'build' },
  { name: 'package entries', command: 'node .config/check-packages.js', after: 'build' },
  // After what writes the builds that they look at.
  {
    name: 'tests in browsers',
    command: 'wtr --config .config/web-test-runner.config.js',
    browser: true,
    after: 'package entries',
    env: { BROWSERS: 'all' },
  },
  {
    name: 'stories',
    command: 'vitest run --config .config/vitest.stories.config.ts',
    browser: true,
    after: 'package entries',
  },
  {
    name: 'end to end',
    command: 'vitest run --project e2e',
    browser: true,
    after: 'package entries',
    env: { IS_BUILT: '1' },
  },
];

/** What the tests need beside npm packages. First, so that no test has to be skipped on a new machine. */
const PROGRAMS = { name: 'programs', command: 'test/support/install-programs.sh' };

const LINES_OF_A_FAILURE = 15;

const staticOnly = process.argv.includes('--static');
const total = { passed: 0, failed: 0, skipped: 0 };
const done = new Set();
const failures = [];

if (!staticOnly) await perform(PROGRAMS);

// Two at a time: more is slower on a small machine.
const waiting = CHECKS.filter(({ browser }) => !browser || !staticOnly);
await Promise.all([work(), work()]);

if (failures.length > 0) console.log(`\nFailed checks:\n\n${failures.join('\n\n')}`);
console.log(`\n${describe(total)}`);
process.exitCode = total.failed > 0 ? 1 : 0;

async function work() {
  while (waiting.length > 0) {
    const index = waiting.findIndex(({ after }) => !after || done.has(after));
    if (index >= 0) await perform(...waiting.splice(index, 1));
    else await new Promise((resolve) => setTimeout(resolve, 100)); // The other worker has what these wait for.
  }
}

/** @param {Check} check */
async function perform(check) {
  const started = performance.now();
  const { code, output } = await run(check);
  done.add(check.name);
  const counts = countsOf(code, output);
  for (const key of Object.keys(total)) total[key] += counts[key];

  const seconds = ((performance.now() - started) / 1000).toFixed(1).padStart(6);
  if (code !== 0) console.log(`\n${output.trimEnd()}\n`);
  if (code !== 0) failures.push(`${check.name}: ${check.command}\n${endOf(output)}`);
  console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${seconds} s  ${check.name.padEnd(18)} ${describe(counts)}`);
  // What a check that went well still has to say.
  for (const [note] of stripVTControlCharacters(output).matchAll(/^note: .*$/gm)) console.log(`       ${note}`);
}

/** The failures that a test runner lists at its end, else the last lines: enough to see what went wrong. */
function endOf(output) {
  const lines = stripVTControlCharacters(output)
    .split('\n')
    .filter((line) => line.trim());
  const list = lines.lastIndexOf('Failed:');
  const shown = list < 0 ? lines.slice(-LINES_OF_A_FAILURE) : lines.slice(list + 1, list + 1 + LINES_OF_A_FAILURE);
  return shown.map((line) => `  ${line.trim().slice(0, 400)}`).join('\n');
}

/** @param {Check} check @returns {Promise<{ code: number, output: string }>} */
function run({ command, env }) {
  return new Promise((resolve) => {
    const child = spawn(command, {
      cwd: ROOT,
      shell: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        PATH: `${ROOT}node_modules/.bin:${process.env.PATH}`,
        STORYBOOK_DISABLE_TELEMETRY: '1',
        ...env,
      },
    });
    let output = '';
    child.stdout.on('data', (data) => (output += data));
    child.stderr.on('data', (data) => (output += data));
    child.once('error', (error) => resolve({ code: 1, output: `${output}\n${error.message}` }));
    child.once('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/** The closing line of a test runner, else one check. A run that ends badly has failed, whatever it counted. */
function countsOf(code, output) {
  const line = output.match(/^\d+ passed, \d+ failed, \d+ skipped$/gm)?.at(-1);
  if (!line) return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
  const [passed, failed, skipped] = line.match(/\d+/g).map(Number);
  return { passed, failed: code !== 0 && failed === 0 ? 1 : failed, skipped };
}

function describe({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}
