import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { VARIABLES } from '@enrollkit/server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { main } from '../../packages/server/src/main.js';

const containing = (part: string): unknown => expect.stringContaining(part);

const ROOT = join(import.meta.dirname, '../..');
const BIN = join(ROOT, 'packages/server/bin/enrollkit-server.js');

let dataDir: string;
let env: NodeJS.ProcessEnv;
let server: ChildProcess;
let url: string;

beforeAll(async () => {
  // The program is what was built, as in a package.
  const built = spawnSync('npx', ['tsc', '--build', 'packages/server'], { cwd: ROOT, encoding: 'utf8' });
  expect(built.stdout).toBe('');
  dataDir = await mkdtemp(join(tmpdir(), 'enrollkit-readme-'));
  env = { ...process.env, NODE_ENV: 'production', PORT: '0', ENROLLKIT_DATA_DIR: dataDir };
  server = spawn(process.execPath, [BIN], { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'inherit'] });
  url = await listeningUrl(server);
});
afterAll(async () => {
  server.kill('SIGTERM');
  if (server.exitCode === null) await once(server, 'exit');
  await rm(dataDir, { recursive: true, force: true });
});

/** Where the log says that it listens. What follows is read too, or the server would wait for room in the pipe. */
async function listeningUrl({ stdout }: ChildProcess): Promise<string> {
  if (!stdout) throw new Error('The server has no output.');
  const lines = createInterface(stdout);
  return new Promise((resolve, reject) => {
    lines.on('line', (line) => {
      const entry = JSON.parse(line) as { readonly msg: string; readonly url?: string };
      if (entry.msg === 'listening' && entry.url) resolve(entry.url);
    });
    lines.once('close', () => reject(new Error('The server ended before it listened.')));
  });
}

/** The shell commands of the README, in their order. Only the port is another: 8080 may be taken here. */
async function commands(): Promise<readonly string[]> {
  const readme = await readFile(join(ROOT, 'README.md'), 'utf8');
  const blocks = [...readme.matchAll(/^```bash\n(.*?)^```$/gms)].map(([, block = '']) => block);
  return blocks.map((block) => block.replaceAll('http://127.0.0.1:8080', url));
}

test('the commands of the README post certificates and read them back as JSON and XML', async () => {
  const script = (await commands()).join('\necho "--- next"\n');
  const { stdout, stderr, status } = spawnSync('bash', ['-euo', 'pipefail', '-c', script], {
    cwd: ROOT,
    env,
    encoding: 'utf8',
  });
  expect(status, `${stdout}\n${stderr}`).toBe(0);
  const [, posted = '', read = ''] = stdout.split('--- next\n');

  const [one, bundle] = posted.trim().split('\n') as [string, string];
  expect(JSON.parse(one)).toMatchObject({ booking_id: 'b-1', certification_id: 'bhv' });
  const { items } = JSON.parse(bundle) as { items: { outcome: string }[] };
  expect(items.map(({ outcome }) => outcome)).toEqual(['duplicate', 'created']);

  const [json = '', ...rest] = read.trim().split('\n');
  expect(JSON.parse(json)).toMatchObject({ total: 2 });
  const bookings = rest.pop() ?? '';
  expect(rest.join('\n')).toMatch(/<email>noor@example\.nl<\/email>/);
  expect(JSON.parse(bookings)).toMatchObject({ total: 2 });
});

test('the table of settings in the README of the server is the one that the server reads', async () => {
  const readme = await readFile(join(ROOT, 'packages/server/README.md'), 'utf8');
  const rows = (table: string): readonly string[] =>
    table
      .split('\n')
      .filter((line) => /^\| `[A-Z\d_]+`/.test(line))
      .map((line) => line.replace(/ +/g, ' '));
  const { stdout } = spawnSync(process.execPath, [BIN, 'settings'], { encoding: 'utf8' });
  expect(rows(readme)).toEqual(rows(stdout));
  expect(rows(readme)).toHaveLength(Object.keys(VARIABLES).length);
});

test('keys can be listed and made useless, and what is misunderstood says how to ask', async () => {
  // Beside the server that runs. As a program it has created a key above, and says that it failed below.
  const run = async (...args: readonly string[]) => {
    const said = { stdout: '', stderr: '' };
    const terminal = { out: (text: string) => (said.stdout += text), err: (text: string) => (said.stderr += text) };
    return { status: await main(args, env, terminal), ...said };
  };
  const { id, key } = JSON.parse((await run('keys', 'create', '--name', 'till tomorrow')).stdout) as Record<
    string,
    string
  >;
  const listed = (await run('keys', 'list')).stdout;
  expect(listed).toContain(id);
  expect(listed).not.toContain(key);
  expect((await run('keys', 'revoke', id ?? '')).status).toBe(0);
  expect(await run('keys', 'revoke', id ?? '')).toMatchObject({
    status: 1,
    stderr: containing('no active key'),
  });

  expect(await run('keys', 'create')).toMatchObject({ status: 2, stderr: containing('--name') });
  expect(await run('keys', 'list', '--role', 'provider')).toMatchObject({ status: 2 });
  expect(await run('--help')).toMatchObject({ status: 0, stdout: containing('keys create') });
  expect(await run('migrate')).toMatchObject({ status: 0, stdout: 'The tables are up to date.\n' });
  const swept = (await run('sweep')).stdout
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { job: string }).job);
  expect(swept).toContain('settle-due-enrollments');

  const program = spawnSync(process.execPath, [BIN, 'fly'], { env, encoding: 'utf8' });
  expect(program).toMatchObject({ status: 2, stdout: '', stderr: containing('no command “fly”') });
});

test('told to stop, the server ends well, and a second one finds everything again', async () => {
  server.kill('SIGTERM');
  const [code] = (await once(server, 'exit')) as [number];
  expect(code).toBe(0);
  server = spawn(process.execPath, [BIN], { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'inherit'] });
  url = await listeningUrl(server);
  await expect.poll(async () => (await fetch(`${url}/healthz`)).status).toBe(200);
});
