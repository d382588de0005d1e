// Runs the tests of what differs between versions of Node once more, on the newest one that is supported: streams, files,
// HTTP, gzip and memory. The others ran on the Node that runs this. With --oldest as the first argument on the oldest one that
// is promised. Other arguments are handed to Vitest.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Parts of the paths of test files. */
const FILES = [
  '/gzip.test.ts',
  '/hostile-streams.test.ts',
  '/check-command.test.ts',
  '/local-engine.test.ts',
  'server/faults/memory.test.ts',
  'server/feeds/fetch-feed.test.ts',
  'server/files/disk/disk-file-store.test.ts',
  'server/files/disk/open-spool.test.ts',
  'server/files/send-file.test.ts',
  'server/http/listen.test.ts',
  'server/http/socket.test.ts',
  'security/server/files.test.ts',
];

const folder = import.meta.dirname;
const forVitest = process.argv.slice(2);
const isOldest = forVitest[0] === '--oldest' && Boolean(forVitest.shift());
const version = isOldest ? 'oldest' : 'node';
const node = join(folder, `node_modules/${version}-${process.platform}-${process.arch}/bin/node`);
if (!existsSync(node)) run('npm', ['ci', '--prefix', folder]);

// A part that fits nothing any more would be left out in silence.
const all = readdirSync('test', { recursive: true, encoding: 'utf8' });
const missing = FILES.filter((part) => !all.some((file) => file.endsWith('.test.ts') && `/${file}`.includes(part)));
if (missing.length > 0) throw new Error(`No test file has this in its path any more: ${missing.join(', ')}`);
// First in the path, for the programs that tests start.
run(node, ['node_modules/vitest/vitest.mjs', 'run', '--project', 'node', ...FILES, ...forVitest], {
  ...process.env,
  PATH: `${dirname(node)}:${process.env.PATH}`,
});

/** @param {string} command @param {string[]} args */
function run(command, args, env = process.env) {
  const { status, error } = spawnSync(command, args, { stdio: 'inherit', env });
  if (status !== 0) throw new Error(`${command} ended with ${error ?? status}`);
}
