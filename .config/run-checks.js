// Runs every check of the project, or with --static those that need no browser. Goes on after a failure, shows what a
// failing check printed, and ends with `N passed, N failed, N skipped` over all of them. A check without tests of its
// own counts as one. What failed is listed once more before that line: a log that is too long loses its beginning.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** @typedef {{ name: string, command: string, browser?: boolean, after?: readonly string[], env?: Record<string, string> }} Check */

/** What the tests need beside npm packages: all of them wait for it, so that none has to be skipped on a new machine. */
const PROGRAMS = 'programs';

/** @type {readonly Check[]} */
const CHECKS = [
  // A new machine fetches them while the other half looks at the sources.
  { name: PROGRAMS, command: 'test/support/install-programs.sh' },
  // Anew: of what it has built before TypeScript 7.0 misses some (decision 18).
  { name: 'types', command: 'tsc --build --force' },
  // As early as can be, because nothing else takes as long. What prepares the databases reads built packages.
  { name: 'tests in Node', command: 'vitest run --project node', after: ['types', PROGRAMS] },
  { name: 'lint', command: 'npm run --silent lint' },
  { name: 'lock file', command: 'node .config/check-lock-file.js' },
  { name: 'formatting', command: 'node .config/check-format.js' },
  { name: 'templates', command: 'node .config/check-templates.js' },
  { name: 'boundaries', command: 'node .config/check-boundaries.js' },
  { name: 'unused code', command: 'knip --config .config/knip.json' },
  { name: 'manifest', command: 'node .config/generate-manifest.js --check' },
  { name: 'places', command: 'node .config/generate-places.js --check' },
  { name: 'build', command: 'npm run --silent build', after: ['types'] },
  { name: 'sizes', command: 'node .config/check-sizes.js', after: ['build'] },
  { name: 'package entries', command: 'node .config/check-packages.js', after: ['build'] },
  // After what writes the builds that they look at.
  {
    name: 'tests in browsers',
    command: 'wtr --config .config/web-test-runner.config.js',
    browser: true,
    after: ['package entries', PROGRAMS],
    env: { BROWSERS: 'all' },
  },
  {
    name: 'end to end',
    command: 'vitest run --project e2e',
    browser: true,
    after: ['package entries', PROGRAMS],
    env: { IS_BUILT: '1' },
  },
  // As it is published: what stories do is looked at in it, and what they look like.
  { name: 'Storybook', command: 'npm run --silent build-storybook', browser: true, after: ['package entries'] },
  { name: 'stories', command: 'node test/stories/run.js', browser: true, after: ['Storybook', PROGRAMS] },
  // The others take longer than they tell: `npm run test:frameworks`.
  {
    name: 'frameworks',
    command: 'node test/frameworks/run.js react vue',
    browser: true,
    after: ['package entries', PROGRAMS],
    env: { PACKED: '.cache/packed' },
  },
  // The shortest at the end, so that neither half waits long for the other.
  { name: 'newest Node', command: 'node test/support/newest-node/run-tests.js', after: ['tests in Node'] },
  { name: 'pictures', command: 'node test/pictures/compare.js', browser: true, after: ['Storybook', PROGRAMS] },
];

const LINES_OF_A_FAILURE = 15;
/** How long the output of a check that has ended is waited for. */
const LEFT_BEHIND_MS = 30_000;
const { isTTY } = process.stdout;
const PROGRESS_EVERY_MS = isTTY ? 1000 : 30_000;

const staticOnly = process.argv.includes('--static');
const total = { passed: 0, failed: 0, skipped: 0 };
/** What nothing waits for any more: it has run, or isn't asked for here. */
const done = new Set(staticOnly ? [PROGRAMS] : []);
const failures = [];
/** What runs now, with when it began and how far it says it is. @type {Map<string, { started: number, at: string }>} */
const running = new Map();

const waiting = CHECKS.filter(({ name, browser }) => !staticOnly || (!browser && name !== PROGRAMS));
const count = waiting.length;
const ticking = setInterval(showProgress, PROGRESS_EVERY_MS);

// Two at a time: more is slower on a small machine.
await Promise.all([work(), work()]);

clearInterval(ticking);
if (failures.length > 0) say(`\nFailed checks:\n\n${failures.join('\n\n')}`);
say(`\n${count} checks in ${minutes(performance.now())}`);
say(`${describe(total)}`);
process.exitCode = total.failed > 0 ? 1 : 0;

async function work() {
  while (waiting.length > 0) {
    const index = waiting.findIndex(({ after = [] }) => after.every((name) => done.has(name)));
    if (index >= 0) await perform(...waiting.splice(index, 1));
    else await new Promise((resolve) => setTimeout(resolve, 100)); // The other worker has what these wait for.
  }
}

/** @param {Check} check */
async function perform(check) {
  const started = performance.now();
  running.set(check.name, { started, at: '' });
  const { code, output } = await run(check);
  running.delete(check.name);
  done.add(check.name);
  const counts = countsOf(code, output);
  for (const key of Object.keys(total)) total[key] += counts[key];

  const seconds = ((performance.now() - started) / 1000).toFixed(1).padStart(6);
  // A runner that was ended from outside may have failures and say that all is well.
  const hasFailed = code !== 0 || counts.failed > 0;
  if (hasFailed) say(`\n${output.trimEnd()}\n`);
  if (hasFailed) failures.push(`${check.name}: ${check.command}\n${endOf(output)}`);
  const place = `${count - waiting.length - running.size}/${count}`.padStart(5);
  say(`${hasFailed ? 'FAILED' : 'ok    '} ${place} ${seconds} s  ${check.name.padEnd(18)} ${describe(counts)}`);
  // What a check that went well still has to say.
  for (const [note] of stripVTControlCharacters(output).matchAll(/^note: .*$/gm)) say(`       ${note}`);
}

/** `2:30  tests in Node 41/155 files (1:50), lint (0:08)`, the same line again on a terminal. */
function showProgress() {
  const parts = [...running].map(
    ([name, { started, at }]) => `${name}${at && ` ${at}`} (${minutes(performance.now() - started)})`,
  );
  const line = `${minutes(performance.now()).padStart(6)}  ${parts.join(', ')}`;
  if (isTTY) process.stdout.write(`\r\u001B[K${line.slice(0, process.stdout.columns - 1)}`);
  else console.log(line);
}

/** @param {string} text */
function say(text) {
  console.log(isTTY ? `\r\u001B[K${text}` : text);
}

/** @param {number} milliseconds */
function minutes(milliseconds) {
  const seconds = Math.round(milliseconds / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
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
function run({ name, command, env }) {
  return new Promise((resolve) => {
    const child = spawn(command, {
      cwd: ROOT,
      shell: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        PATH: `${ROOT}node_modules/.bin:${process.env.PATH}`,
        STORYBOOK_DISABLE_TELEMETRY: '1',
        CHECKS_PROGRESS: '1',
        ...env,
      },
    });
    let output = '';
    child.stdout.on('data', (data) => {
      output += data;
      // The reporters in test/support say so.
      const at = /^progress: (.*)$/m.exec(output.slice(output.lastIndexOf('progress: ')))?.[1];
      if (at) Object.assign(running.get(name) ?? {}, { at });
    });
    child.stderr.on('data', (data) => (output += data));
    const end = (code) => resolve({ code: code ?? 1, output: output.replace(/^.*progress: .*\n/gm, '') });
    child.once('error', (error) => resolve({ code: 1, output: `${output}\n${error.message}` }));
    child.once('close', end);
    // A program that it has left behind may hold its output open for ever.
    child.once('exit', (code) => {
      const waiting = setTimeout(() => {
        output += '\nnote: something that it started still runs\n';
        child.stdout.destroy();
        child.stderr.destroy();
        end(code);
      }, LEFT_BEHIND_MS);
      child.once('close', () => clearTimeout(waiting));
    });
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
